"""Deadlines agree with an independent count on every day from 2020 to 2028."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

import holidays as independent_holidays
import pytest

from bot.criteria.model import DutyId
from bot.notification.bank_holidays import published_bank_holidays
from bot.notification.deadlines import Deadline, deadlines, rules_without_a_start

if TYPE_CHECKING:
    from bot.notification.model import DeadlineRule

PUBLISHED = published_bank_holidays()
FIRST, LAST = date(2020, 1, 1), date(2028, 12, 31)


def due_dates(found: tuple[Deadline, ...]) -> dict[str, date | None]:
    return {deadline.rule.id: deadline.due for deadline in found}


def test_every_basis_is_shown_earliest_first(rules: tuple[DeadlineRule, ...]) -> None:
    found = deadlines(rules, {DutyId.PANEL, DutyId.SPOC}, date(2026, 11, 23), PUBLISHED)

    assert [(deadline.rule.id, deadline.counted_from, deadline.due) for deadline in found] == [
        ("panel", date(2026, 11, 23), date(2026, 11, 30)),
        ("review-aware", date(2026, 11, 23), date(2026, 12, 14)),
        ("review-notified", date(2026, 11, 30), date(2026, 12, 21)),
    ]


def test_a_duty_that_is_not_owed_has_no_deadline(rules: tuple[DeadlineRule, ...]) -> None:
    assert deadlines(rules, {DutyId.SPOC, DutyId.MASH}, date(2026, 11, 23), PUBLISHED) == ()


def test_a_looked_after_childs_death_has_its_own_deadline(rules: tuple[DeadlineRule, ...]) -> None:
    found = deadlines(rules, {DutyId.OFSTED_SOS}, date(2026, 12, 18), PUBLISHED)

    assert due_dates(found) == {"ofsted": date(2026, 12, 29)}


def test_each_deadline_names_the_holidays_on_its_own_way_only(
    rules: tuple[DeadlineRule, ...],
) -> None:
    panel, by_awareness, by_notification = deadlines(
        rules, {DutyId.PANEL}, date(2026, 12, 16), PUBLISHED
    )

    assert panel.skipped == ()
    assert [day for day, _ in by_awareness.skipped] == [
        date(2026, 12, 25),
        date(2026, 12, 28),
        date(2027, 1, 1),
    ]
    assert by_notification.counted_from == date(2026, 12, 23)
    assert by_notification.skipped == by_awareness.skipped


def test_dates_beyond_the_published_list_are_not_shown_and_come_last(
    rules: tuple[DeadlineRule, ...],
) -> None:
    found = deadlines(rules, {DutyId.PANEL}, date(2028, 12, 15), PUBLISHED)

    assert due_dates(found) == {
        "panel": date(2028, 12, 22),
        "review-notified": None,
        "review-aware": None,
    }
    assert found[0].rule.id == "panel"


def test_a_count_whose_start_is_beyond_the_published_list_has_no_start_either(
    rules: tuple[DeadlineRule, ...],
) -> None:
    found = deadlines(rules, {DutyId.PANEL}, date(2029, 6, 1), PUBLISHED)

    by_notification = next(each for each in found if each.rule.id == "review-notified")
    assert by_notification.counted_from is None
    assert by_notification.due is None
    assert by_notification.count_in_words == "15 working days, counted from the notification."


def test_every_deadline_from_2020_to_2028_agrees_with_an_independent_count(
    rules: tuple[DeadlineRule, ...],
) -> None:
    """The oracle lists every working day once and finds a deadline by its place in that list."""
    free = independent_holidays.country_holidays("GB", subdiv="ENG", years=range(2020, 2029))
    every_day = [FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 1)]
    working = [day for day in every_day if day.isoweekday() < 6 and day not in free]

    def after(start: date | None, number: int) -> date | None:
        later = [day for day in working if start is not None and day > start]
        return later[number - 1] if len(later) >= number else None

    for aware in every_day:
        ours = due_dates(deadlines(rules, {DutyId.PANEL, DutyId.OFSTED_SOS}, aware, PUBLISHED))
        notified = after(aware, 5)
        assert ours == {
            "panel": notified,
            "ofsted": notified,
            "review-aware": after(aware, 15),
            "review-notified": after(notified, 15),
        }, aware


def test_a_day_later_is_never_due_earlier(rules: tuple[DeadlineRule, ...]) -> None:
    days = [date(2026, 1, 1) + timedelta(days=n) for n in range(800)]
    due = [deadlines(rules, {DutyId.PANEL}, day, PUBLISHED) for day in days]

    for before, after in pairwise(due):
        for rule_id, day in due_dates(before).items():
            later = due_dates(after)[rule_id]
            assert day is not None
            assert later is not None
            assert later >= day


def test_a_rule_that_counts_from_a_notification_without_a_last_day_is_found(
    rules: tuple[DeadlineRule, ...],
) -> None:
    orphan = replace(rules[0], after=DutyId.OFSTED_SOS)

    assert rules_without_a_start(rules) == ()
    assert rules_without_a_start((orphan, rules[1])) == (orphan,)


@pytest.mark.parametrize("step", [1, -1])
def test_the_order_of_the_rules_in_the_file_does_not_matter(
    rules: tuple[DeadlineRule, ...], step: int
) -> None:
    assert due_dates(deadlines(rules[::step], {DutyId.PANEL}, date(2026, 11, 23), PUBLISHED)) == {
        "panel": date(2026, 11, 30),
        "review-aware": date(2026, 12, 14),
        "review-notified": date(2026, 12, 21),
    }


def test_a_notification_counts_as_sent_on_the_latest_day_that_any_rule_allows(
    rules: tuple[DeadlineRule, ...],
) -> None:
    stricter = replace(rules[1], id="panel-local", working_days=1)

    found = due_dates(deadlines((stricter, *rules), {DutyId.PANEL}, date(2026, 11, 23), PUBLISHED))

    assert found["panel-local"] == date(2026, 11, 24)
    assert found["review-notified"] == date(2026, 12, 21)
