"""What is said about notifying: something for every verdict and every duty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.criteria.model import DutyId, Verdict
from bot.knowledge_base.shapes import Problem
from bot.notification.deadlines import rules_without_a_start

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.knowledge_base.sections import Sections


def guidance_is_complete(sections: Sections) -> Iterator[Problem]:
    """Every verdict has one headline, every duty one explanation, every deadline a start."""
    guidance = sections.guidance
    yield from _each_once("headlines", Verdict, [one.verdict for one in guidance.headlines])
    yield from _each_once("duties", DutyId, [one.id for one in guidance.duties])
    without_a_start = rules_without_a_start(guidance.deadlines)
    for at, rule in enumerate(guidance.deadlines):
        path = ("guidance", "deadlines", at)
        if rule.working_days < 1:
            message = "a deadline is at least one working day away; correct the number"
            yield Problem((*path, "working_days"), message)
        if rule in without_a_start:
            message = (
                f"this counts from the notification of `{rule.after}`, which has no deadline of its "
                f"own; add one with `duty: {rule.after}` and `counted_from: aware`"
            )
            yield Problem((*path, "counted_from"), message)


def _each_once(name: str, wanted: Iterable[str], given: list[str]) -> Iterator[Problem]:
    for one in wanted:
        if one not in given:
            message = f"nothing is said here for `{one}`; add an entry for it"
            yield Problem(("guidance", name), message, key=True)
    for at, one in enumerate(given):
        if one in given[:at] and name == "headlines":
            message = f"`{one}` has a headline already; keep one of them"
            yield Problem(("guidance", name, at, "verdict"), message)
