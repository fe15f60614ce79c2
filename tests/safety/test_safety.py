"""Danger now is noticed in many voices; rules, learning and the past are no alarms."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import safety
from bot.guide import Guide
from bot.knowledge import Knowledge
from bot.screen import ContactLine, Notice
from bot.search.targets import targets_of

MESSAGES = [
    json.loads(line)
    for line in (Path(__file__).resolve().parents[1] / "questions" / "danger.jsonl")
    .read_text(encoding="utf-8")
    .splitlines()
]
DANGER = [one["text"] for one in MESSAGES if one["urgent"]]
NO_DANGER = [one["text"] for one in MESSAGES if not one["urgent"]]
ONE_IN = 30
LIBRARY = [
    json.loads(line)
    for line in (Path(__file__).resolve().parents[1] / "questions" / "development.jsonl")
    .read_text(encoding="utf-8")
    .splitlines()
]
DANGER_CARD = "topic_immediate-danger"
# Cards about a child who may be unsafe at this moment: their examples may be alarms.
CARDS_OF_A_CHILD_NOW = {DANGER_CARD, "topic_bruising-non-mobile-babies", "topic_referral"}
ONE_ORDINARY_IN = 100
LONGEST = 4096
AREA = "Croydon"


def is_urgent(text: str, area: str = AREA) -> bool:
    return safety.is_urgent(text, area)


def test_at_most_one_danger_in_thirty_is_missed() -> None:
    missed = [text for text in DANGER if not is_urgent(text)]
    assert len(missed) * ONE_IN <= len(DANGER), missed


def test_at_most_one_other_message_in_thirty_is_an_alarm() -> None:
    alarms = [text for text in NO_DANGER if is_urgent(text)]
    assert len(alarms) * ONE_IN <= len(NO_DANGER), alarms


def test_at_most_one_question_to_the_library_in_a_hundred_is_an_alarm() -> None:
    ordinary = [one["q"] for one in LIBRARY if not CARDS_OF_A_CHILD_NOW.intersection(one["gold"])]
    alarms = [text for text in ordinary if is_urgent(text)]
    assert len(alarms) * ONE_ORDINARY_IN <= len(ordinary), alarms


def test_at_most_one_example_of_a_card_in_a_hundred_is_an_alarm(knowledge: Knowledge) -> None:
    examples = [
        example
        for target in targets_of(knowledge)
        if target.address not in CARDS_OF_A_CHILD_NOW
        for example in target.examples
    ]
    examples.extend(knowledge.out_of_scope)
    alarms = [text for text in examples if is_urgent(text)]
    assert len(alarms) * ONE_ORDINARY_IN <= len(examples), alarms


@pytest.mark.parametrize(
    "text",
    [
        "he has locked her in, which is why I cannot get to her",
        "she is on the ward and dad is trying to take her off it",
        "is he allowed to take him, he's drunk and has the car keys",
        "a lad who was excluded is outside with a knife",
        "the family has a review meeting, dad is attacking mum in the car park",
        "they fly on Saturday and she is to be married there",
        "I'm new and not sure, a child told me daddy puts a pillow on her face",
    ],
)
def test_a_calm_word_beside_it_hides_no_danger(text: str) -> None:
    assert is_urgent(text)


@pytest.mark.parametrize(
    "text",
    [
        "running a session this afternoon on stabbings, is there a case I can use",
        "one of ours placed in Kent was badly hurt there, whose job is it",
        "he was stabbed by lads on the street, does that still count",
        "he is on a ventilator after an attack, police are with him, who must we notify",
        "fifteen year old knifed after being kicked out of school",
        "suicidal",
        "shut up you stupid bot",
        "is 38.5 a fever in a toddler",
    ],
)
def test_a_search_a_route_and_harm_in_good_hands_are_no_alarm(text: str) -> None:
    assert not is_urgent(text)


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


@pytest.mark.parametrize("area", [AREA, "Newplace", "Stoke-on-Trent"])
def test_to_name_the_own_area_never_silences_an_alarm(area: str) -> None:
    assert is_urgent(f"the girl is here in {area} and hungry", area)


@pytest.mark.parametrize(
    "piece", ["told me he hit ", "\ufdfa", "? ", "not ", "he is being ", "7", "\u00df\u0301"]
)
def test_a_hundred_thousand_characters_are_read_in_a_blink(piece: str) -> None:
    start = time.process_time()
    is_urgent((piece * 100_000)[:100_000])
    assert time.process_time() - start < 1
