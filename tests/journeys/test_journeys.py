"""Every vignette ends as a safeguarding lead would have it end."""

from __future__ import annotations

import pytest

from bot.guide import Guide
from bot.knowledge import Knowledge
from bot.screen import Screen
from tests.journey import JOURNEYS, Journey


def _walk(knowledge: Knowledge, journey: Journey) -> Screen:
    guide = Guide(knowledge, today=lambda: journey.today, new_reference=lambda: "a1b2c3")
    here = guide.open("start")
    for typed in journey.to_outcome:
        here = guide.ask(typed, here.address).screens[-1]
    return here


@pytest.mark.parametrize("journey", JOURNEYS, ids=lambda journey: journey.name)
def test_a_vignette_ends_as_it_must(knowledge: Knowledge, journey: Journey) -> None:
    screen = _walk(knowledge, journey)
    outcome = screen.outcome
    assert outcome is not None, screen.title
    assert outcome.verdict == journey.verdict
    assert outcome.now == journey.now
    assert tuple(sorted(one.duty for one in outcome.if_)) == journey.if_
    assert outcome.notifier == journey.notifier
    assert tuple((one.duty, one.due) for one in outcome.deadlines) == journey.deadlines


@pytest.mark.parametrize("journey", JOURNEYS, ids=lambda journey: journey.name)
def test_learning_is_offered_except_on_not_on_these_answers(
    knowledge: Knowledge, journey: Journey
) -> None:
    actions = {action.id for action in _walk(knowledge, journey).actions}
    assert ("learning" in actions) == (journey.verdict != "not_on_these_answers")


def test_every_verdict_has_its_vignette() -> None:
    assert {journey.verdict for journey in JOURNEYS} == {
        "meets",
        "other_duty",
        "consult",
        "not_on_these_answers",
    }
