"""What a sentence clearly says is picked up, and nothing else."""

from __future__ import annotations

import json
import time
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.guide import Guide
from bot.incident import read_incident
from bot.knowledge import Knowledge

SENTENCES = [
    json.loads(line)
    for line in (Path(__file__).parent / "questions" / "sentences.jsonl")
    .read_text(encoding="utf-8")
    .splitlines()
]
AREA = "Croydon"
RECALL = 0.95
LONGEST = 4096


def facts_of(text: str) -> dict[str, str]:
    return dict(read_incident(text, AREA).facts)


def test_no_fact_is_picked_up_wrongly() -> None:
    wrong = [
        (one["text"], question, option)
        for one in SENTENCES
        for question, option in facts_of(one["text"]).items()
        if option != one["facts"].get(question)
    ]
    assert wrong == []


def test_most_of_what_is_said_is_picked_up() -> None:
    said = [(one["text"], *fact) for one in SENTENCES for fact in one["facts"].items()]
    found = [fact for fact in said if facts_of(fact[0]).get(fact[1]) == fact[2]]
    assert len(found) >= RECALL * len(said)


def test_only_one_case_starts_the_dialogue() -> None:
    wrong = [
        one["text"]
        for one in SENTENCES
        if read_incident(one["text"], AREA).asks_about_criteria and not one["asks_about_criteria"]
    ]
    assert wrong == []


def test_nearly_every_case_starts_the_dialogue() -> None:
    cases = [one["text"] for one in SENTENCES if one["asks_about_criteria"]]
    started = [text for text in cases if read_incident(text, AREA).asks_about_criteria]
    assert len(started) >= RECALL * len(cases)


def test_a_case_that_is_known_to_the_public_is_no_case_of_the_reader() -> None:
    told = "a boy of 4, Daniel Pelka, was killed by his stepfather, must we notify"
    assert read_incident(told, AREA).facts
    assert read_incident(told, AREA, {"Daniel Pelka"}).facts == {}


def test_the_example_of_the_issue() -> None:
    incident = read_incident(
        "16 year old in foster care found dead, looks like suicide, do we need a SIN?"
    )
    assert incident.facts == {"age": "16-17", "outcome": "died", "looked_after": "yes"}
    assert incident.asks_about_criteria


@pytest.mark.parametrize(
    ("text", "question", "option"),
    [
        ("a 14 year old died, she is not looked after", "looked_after", "no"),
        ("a 14 year old died, we don't think he is looked after", "looked_after", "unsure"),
        ("a 14 year old died, maybe in foster care", "looked_after", None),
        ("a 2 year old died, mum was a care leaver", "care_leaver", None),
        ("our 14 year old is ill, his sibling died", "outcome", None),
        ("our 14 year old nearly died", "outcome", None),
        ("our 14 year old is on life support", "outcome", "seriously_harmed"),
        ("our 14 year old died, no concerns", "abuse_or_neglect", None),
        ("our 14 year old died, we suspect neglect", "abuse_or_neglect", "suspected"),
        ("he was 17 or 18 when he died", "age", None),
        ("our 3 week old died", "age", "0-15"),
        ("our 4 year old is ill, the dog died", "outcome", None),
        ("nobody has died, our 4 year old fell", "outcome", None),
        ("we are afraid our 15 year old will be killed", "outcome", None),
        ("what if our 14 year old had died", "age", None),
        ("we don't know if our 15 year old is alive or dead", "outcome", "unsure"),
        ("she is 20 now, the abuse began when she was 9, she has died", "age", "18-24"),
        ("the paramedic was seriously hurt by our 13 year old", "outcome", None),
        ("our 8 year old is hurt, was on life support in 2022", "outcome", None),
        ("a year 10 boy of ours died", "age", None),
    ],
)
def test_denial_is_a_fact_and_doubt_is_not(text: str, question: str, option: str | None) -> None:
    assert facts_of(text).get(question) == option


def test_facts_fit_the_criteria_and_do_not_exclude_each_other(knowledge: Knowledge) -> None:
    for one in SENTENCES:
        facts = facts_of(one["text"])
        for question, option in facts.items():
            assert option in {
                choice.id for choice in knowledge.criteria.question(question).options
            }
        for excluded in knowledge.criteria.impossible:
            assert not all(
                facts.get(question) in options for question, options in excluded.items()
            )


def test_the_dialogue_starts_with_suggested_answers(guide: Guide) -> None:
    reply = guide.ask("16 year old in foster care found dead, do we need a SIN?")
    assert reply.address is not None
    assert reply.address.startswith("check_")
    assert reply.address.count("-") == 3
    assert reply.facts == {"age": "16-17", "outcome": "died", "looked_after": "yes"}


def test_a_question_about_the_rule_is_answered_with_a_card(guide: Guide) -> None:
    reply = guide.ask("do we notify when a looked after child dies?")
    assert not (reply.address or "").startswith("check")
    assert reply.facts == {}


@pytest.mark.parametrize(
    "words",
    ["mum ", "a baby ", "not ", "16 year old ", "suspect ", "a a, ", "x", "mum a ", "if a "],
)
def test_the_longest_message_is_read_in_a_blink(words: str) -> None:
    start = time.process_time()
    read_incident((words * LONGEST)[:LONGEST], AREA)
    assert time.process_time() - start < 1


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    assert isinstance(read_incident(text, AREA).facts, dict)


@pytest.mark.parametrize("area", [AREA, "Newplace", "Stoke-on-Trent"])
def test_whether_our_own_area_notified_is_no_question_about_a_famous_case(area: str) -> None:
    asked = "did {} council notify, our 14 year old was stabbed and died yesterday, is it a SIN?"
    assert read_incident(asked.format(area), area).asks_about_criteria
    assert not read_incident(asked.format("Elsewhere"), area).asks_about_criteria


@pytest.mark.parametrize("again", ["aged 3 ", "died ", "he died ", "she was 14 "])
def test_the_same_words_over_and_over_cost_no_more_than_a_moment(again: str) -> None:
    text = (again * 4096)[:4096]
    before = time.process_time()
    read_incident(text)
    assert time.process_time() - before < 4


@pytest.mark.parametrize(
    "text",
    [
        "17 year old on remand found hanging, still alive on ventilator",
        "toddler drowned in the bath, mum was drunk, on life support",
        "pupil found hanging, cut down, alive in hospital",
    ],
)
def test_who_is_still_alive_is_not_taken_for_dead(text: str) -> None:
    assert read_incident(text).facts.get("outcome") != "died"


def test_who_was_revived_and_died_has_died() -> None:
    said = "4 year old found hanging, was resuscitated but died in intensive care"
    assert read_incident(said).facts["outcome"] == "died"


@pytest.mark.parametrize(
    "text", ["our " * 40 + "aged 9 died", "our " * 40 + ", 9, died", "age 1 " * 680]
)
def test_a_text_made_to_be_slow_is_read_at_once(text: str) -> None:
    began = process_time()
    read_incident(text)
    assert process_time() - began < 1
