"""Danger now is noticed in many voices; rules, learning and the past are no alarms."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.guide import Guide
from bot.safety import is_urgent
from bot.screen import ContactLine, Notice

MESSAGES = [
    json.loads(line)
    for line in (Path(__file__).parent / "questions" / "danger.jsonl")
    .read_text(encoding="utf-8")
    .splitlines()
]
DANGER = [one["text"] for one in MESSAGES if one["urgent"]]
NO_DANGER = [one["text"] for one in MESSAGES if not one["urgent"]]
ONE_IN = 30
LONGEST = 4096


def test_at_most_one_danger_in_thirty_is_missed() -> None:
    missed = [text for text in DANGER if not is_urgent(text)]
    assert len(missed) * ONE_IN <= len(DANGER), missed


def test_at_most_one_other_message_in_thirty_is_an_alarm() -> None:
    alarms = [text for text in NO_DANGER if is_urgent(text)]
    assert len(alarms) * ONE_IN <= len(NO_DANGER), alarms


@pytest.mark.parametrize(
    "text",
    [
        "he's hitting her",
        "hes hiting her",
        "She isn\u2019t breathing",
        "A CHILD HAS JUST TOLD ME HER STEPDAD TOUCHES HER",
        "what do i do there's a man with a knife at the gate",
        "he said if she tells he will kill her",
    ],
)
def test_danger_is_noticed_however_it_is_typed(text: str) -> None:
    assert is_urgent(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "what if a child is being hit",
        "when a child is missing who do we call",
        "training on what to do when a child has just told you something",
        "he was stabbed on 3 March and has recovered",
        "a baby died last night",
        "what is the out of hours number",
    ],
)
def test_a_rule_the_past_and_a_death_are_no_alarm(text: str) -> None:
    assert not is_urgent(text)


@pytest.mark.parametrize("slip", ["strangling", "bleeding", "hitting", "stabbed", "overdosed"])
def test_a_slip_of_the_keys_hides_no_danger(slip: str) -> None:
    swapped = slip[:3] + slip[4] + slip[3] + slip[5:]
    assert is_urgent(f"he has been {swapped} and she is {swapped}, right now") == is_urgent(
        f"he has been {slip} and she is {slip}, right now"
    )


@pytest.mark.parametrize(
    "words", ["child told ", "a ", "just told ", "hit ", "is ", "x", ", ", "threat to kill if "]
)
def test_the_longest_message_is_read_in_a_blink(words: str) -> None:
    start = time.process_time()
    is_urgent((words * LONGEST)[:LONGEST])
    assert time.process_time() - start < 1


@given(st.text(max_size=300))
def test_any_text_has_an_answer(text: str) -> None:
    assert is_urgent(text) in {True, False}


def test_the_reply_begins_with_999_and_both_lines(guide: Guide) -> None:
    reply = guide.ask("she has just told me her stepdad hits her")
    first = reply.screens[0].blocks[0]
    assert reply.urgent
    assert isinstance(first, Notice)
    assert "999" in first.text
    phones = [one.phone for one in reply.screens[0].blocks[:6] if isinstance(one, ContactLine)]
    assert len(phones) == 3
