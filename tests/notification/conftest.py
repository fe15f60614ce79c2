"""Deadline rules as the knowledge base has them, for every test of what one takes away."""

from __future__ import annotations

import pytest

from bot.criteria.model import DutyId
from bot.library.model import Status
from bot.notification.model import CountedFrom, DeadlineRule


def _rule(
    rule_id: str, duty: str, after: DutyId, working_days: int, start: CountedFrom
) -> DeadlineRule:
    return DeadlineRule(
        id=rule_id,
        duty=duty,
        after=after,
        working_days=working_days,
        counted_from=start,
        label=f"Last day: {duty}",
        basis=f"{working_days} working days from {start}",
        sources=("a-source",),
        status=Status.TO_CONFIRM,
        confirm="how the days are counted",
    )


@pytest.fixture(scope="session")
def rules() -> tuple[DeadlineRule, ...]:
    """Five days for two notifications, and two ways of counting fifteen days for the review."""
    return (
        _rule("review-notified", "rapid_review", DutyId.PANEL, 15, CountedFrom.NOTIFIED),
        _rule("panel", "panel", DutyId.PANEL, 5, CountedFrom.AWARE),
        _rule("review-aware", "rapid_review", DutyId.PANEL, 15, CountedFrom.AWARE),
        _rule("ofsted", "ofsted_sos", DutyId.OFSTED_SOS, 5, CountedFrom.AWARE),
    )
