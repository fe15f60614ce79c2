"""Restarts between taps, a kill in the middle of a queue, faults on every fifth call: all answered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.channels.telegram.server.faults import Fault, Wrong
from tests.channels.telegram.server.player import Player
from tests.channels.telegram.server.process import Process
from tests.channels.telegram.server.refusals import Refused, too_many_requests
from tests.channels.telegram.server.strict import BotApi

if TYPE_CHECKING:
    from tests.channels.telegram.server.world import World

JOURNEYS = (
    ("Under 16", "They have died", "someone suspects it", "No", "In Croydon", "See what to do"),
    ("16 or 17", "seriously harmed", "No, I have checked", "No", "Not sure", "Not sure"),
    ("Age not certain", "I don't know how they are", "cannot rule it out", "Back", "Start again"),
)
QUESTIONS = ("what is a rapid review", "/about", "what is a SIN", "/help", "lado")
"""Each is answered with one message, so that a second message is an answer given twice."""
IN_HAND = 100
"""More updates than these are never in hand."""
COUNTS = [200, pytest.param(1000, marks=pytest.mark.slow)]
EVERY_FIFTH_CALL = (
    Fault(Wrong.REFUSE, share=0.04, refusal=too_many_requests(1)),
    Fault(Wrong.REFUSE, share=0.04, refusal=Refused(500, "Internal Server Error")),
    Fault(Wrong.DROP_BEFORE, share=0.04),
    Fault(Wrong.DROP_AFTER, share=0.04),
    Fault(Wrong.HANG, share=0.04, seconds=8),
)


@pytest.mark.parametrize("command", ["telegram", "serve"])
def test_a_restart_between_every_two_taps_changes_no_journey(command: str) -> None:
    with BotApi() as api, Process(api, command) as process:
        process.start()
        without = [_play(Player(api.world, 10 + i), taps) for i, taps in enumerate(JOURNEYS)]
        people = [Player(api.world, 20 + i) for i in range(len(JOURNEYS))]
        for person in people:
            person.says("check")
        for step in range(max(map(len, JOURNEYS))):
            process.restart()
            for person, taps in zip(people, JOURNEYS, strict=True):
                if step < len(taps):
                    person.taps(taps[step])
        assert [[one.text for one in person.reads()] for person in people] == without


def _play(person: Player, taps: tuple[str, ...]) -> list[str]:
    person.says("check")
    for tap in taps:
        person.taps(tap)
    return [one.text for one in person.reads()]


@pytest.mark.parametrize("questions", COUNTS)
@pytest.mark.parametrize("command", ["telegram", "serve"])
def test_a_killed_process_answers_every_question_after_the_restart(
    api: BotApi, command: str, questions: int, record_property: Callable[[str, object], None]
) -> None:
    people = _queue(api.world, questions)
    with Process(api, command) as process:
        process.start()
        api.world.wait(lambda: _answered(people) >= questions / 2, 60, "too few were answered")
        process.kill()
        before = _answered(people)
        assert before < questions
        process.start()
        api.world.settle(120)
    twice = sum(len(person.reads()) - 1 for person in people)
    record_property("answered before the kill, answered twice", (before, twice))
    assert _answered(people) == questions
    assert twice <= IN_HAND


@pytest.mark.parametrize("questions", COUNTS)
@pytest.mark.parametrize("command", ["telegram", "serve"])
def test_with_faults_on_every_fifth_call_no_question_stays_unanswered(
    api: BotApi, command: str, questions: int, record_property: Callable[[str, object], None]
) -> None:
    for fault in EVERY_FIFTH_CALL:
        api.world.faults.order(replace(fault))
    people = _queue(api.world, questions)
    with Process(api, command) as process:
        process.start()
        api.world.settle(240)
    faults = Counter(call.ended for call in api.world.calls() if call.ended != 200)
    record_property("faults", dict(faults))
    record_property("answered twice", sum(len(person.reads()) - 1 for person in people))
    assert _answered(people) == questions
    assert sum(faults.values()) > questions / 10


def _queue(world: World, questions: int) -> list[Player]:
    """So many people with one question each, all waiting before the process starts."""
    people = [Player(world, 1000 + number) for number in range(questions)]
    for number, person in enumerate(people):
        person.types(QUESTIONS[number % len(QUESTIONS)])
    return people


def _answered(people: list[Player]) -> int:
    return sum(bool(person.reads()) for person in people)
