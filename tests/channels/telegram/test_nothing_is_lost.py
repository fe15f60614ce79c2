"""Restarts between taps, a kill in the middle of a queue, faults on every fifth call: all answered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

import pytest

from tests.channels.telegram.server.faults import Fault, Wrong
from tests.channels.telegram.server.player import Player, Seen
from tests.channels.telegram.server.process import Process
from tests.channels.telegram.server.refusals import Refused, too_many_requests
from tests.channels.telegram.server.strict import BotApi

if TYPE_CHECKING:
    from tests.channels.telegram.server.world import World

JOURNEYS = tuple((start, step) for start in range(4) for step in range(3))
"""How a journey chooses: which option it takes first, and how many further it goes each time."""
LONGEST = 10
BESIDE = ("sofar", "help")
"""What stands under the options of a question."""
QUESTIONS = ("what is a rapid review", "/about", "what is a SIN", "/help", "lado")
IN_HAND = 100
"""More updates than these are never in hand."""
COUNTS = [200, pytest.param(1000, marks=pytest.mark.slow)]
EVERY_FIFTH_CALL = (
    Fault(Wrong.REFUSE, share=0.04, refusal=too_many_requests(1)),
    Fault(Wrong.REFUSE, share=0.04, refusal=Refused(500, "Internal Server Error")),
    Fault(Wrong.DROP_BEFORE, share=0.04),
    Fault(Wrong.DROP_AFTER, share=0.04),
    Fault(Wrong.HANG, share=0.04, seconds=6),
)


@pytest.mark.parametrize("command", ["telegram", pytest.param("serve", marks=pytest.mark.slow)])
def test_a_restart_between_every_two_taps_changes_no_journey(api: BotApi, command: str) -> None:
    with Process(api, command) as process:
        process.start()
        straight = _begin(api.world, 10)
        for turn in range(LONGEST):
            _go_on(straight, turn)
        restarted = _begin(api.world, 40)
        for turn in range(LONGEST):
            process.restart()
            if not _go_on(restarted, turn):
                break
    read = [[one.addresses for one in person.reads()] for person in straight]
    assert [[one.addresses for one in person.reads()] for person in restarted] == read
    assert all(map(_is_over, (one for person in restarted for one in person.reads())))


def _is_over(shown: Seen) -> bool:
    return "Your answers: " in shown.text


def _begin(world: World, first: int) -> list[Player]:
    people = [Player(world, first + number) for number in range(len(JOURNEYS))]
    for person in people:
        person.says("check")
    return people


def _go_on(people: list[Player], turn: int) -> bool:
    """Everybody taps once more; whether anybody still had something to tap."""
    tapped = False
    for person, (start, step) in zip(people, JOURNEYS, strict=True):
        (shown, *more) = person.reads()
        if more or _is_over(shown):
            continue
        options = list(takewhile(lambda one: not one.startswith(BESIDE), shown.addresses))
        person.touches(options[(start + turn * step) % len(options)], on=shown)
        tapped = True
    people[0].world.settle()
    return tapped


@pytest.mark.parametrize("questions", COUNTS)
@pytest.mark.parametrize("command", ["telegram", "serve"])
def test_a_killed_process_answers_every_question_after_the_restart(
    api: BotApi, command: str, questions: int, record_property: Callable[[str, object], None]
) -> None:
    api.world.faults.order(Fault(Wrong.HANG, frozenset({"sendMessage"}), share=0.1, seconds=1))
    people = _queue(api.world, questions)
    with Process(api, command) as process:
        process.start()
        api.world.wait(lambda: _answered(people) >= questions / 2, 60, "too few were answered")
        process.kill()
        before = _answered(people)
        assert before < questions
        process.start()
        api.world.settle(120)
        twice = _messages_too_many(people)
    record_property("answered before the kill, messages that came twice", (before, twice))
    assert _answered(people) == questions
    assert twice <= 2 * IN_HAND


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
        api.world.faults.clear()
        twice = _messages_too_many(people)
    faults = Counter(call.ended for call in api.world.calls() if call.ended != 200)
    record_property("faults", dict(faults))
    record_property("messages that came twice", twice)
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


def _messages_too_many(people: list[Player]) -> int:
    """How many messages came twice, by what each question gets when nothing goes wrong."""
    calm = [Player(people[0].world, 9_000_000 + number) for number in range(len(QUESTIONS))]
    due = [len(one.says(question)) for one, question in zip(calm, QUESTIONS, strict=True)]
    got = sum(len(person.reads()) for person in people)
    return got - sum(due[number % len(due)] for number in range(len(people)))
