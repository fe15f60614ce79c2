"""Danger is heard in messages that no fit has seen, and ordinary work raises no alarm."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.reading.danger import Alarm, Strength, Weights, stored_weights
from bot.reading.encoder import stored_encoder
from bot.reading.first_look import FirstLook
from workshop.danger_file import messages
from workshop.labelled import is_kept_apart

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.knowledge import Knowledge

HELD_OUT = Path(__file__).parents[1] / "questions" / "held-out-danger.jsonl"
NONE, QUIET, LOUD = Strength.NONE, Strength.QUIET, Strength.LOUD
Counts = dict[bool, Counter[Strength]]


@pytest.fixture(scope="module")
def look(knowledge: Knowledge) -> FirstLook:
    return FirstLook(knowledge.language(), stored_encoder())


@pytest.fixture(scope="module")
def without_encoder(knowledge: Knowledge) -> FirstLook:
    return FirstLook(knowledge.language(), None)


def _held_out() -> list[tuple[str, bool]]:
    lines = map(json.loads, HELD_OUT.read_text("utf-8").splitlines())
    return [(line["text"], line["urgent"]) for line in lines]


def _kept_apart(knowledge: Knowledge) -> list[tuple[str, bool]]:
    every = messages(knowledge.language())
    return [(one.text, one.urgent) for one in every if is_kept_apart(one.text)]


def _counts(look: FirstLook, labelled: Iterable[tuple[str, bool]]) -> Counts:
    counts: Counts = {True: Counter(), False: Counter()}
    for text, urgent in labelled:
        counts[urgent][look.danger_of(text).strength] += 1
    return counts


@pytest.fixture(scope="module")
def held_out(look: FirstLook) -> Counts:
    return _counts(look, _held_out())


@pytest.fixture(scope="module")
def kept_apart(look: FirstLook, knowledge: Knowledge) -> Counts:
    return _counts(look, _kept_apart(knowledge))


def test_of_150_unseen_dangers_nearly_all_are_loud_and_four_at_most_are_missed(
    held_out: Counts,
) -> None:
    assert held_out[True].total() == 150
    assert held_out[True][NONE] <= 4
    assert held_out[True][LOUD] >= 138


def test_of_150_unseen_plain_messages_few_alarm(held_out: Counts) -> None:
    assert held_out[False].total() == 150
    assert held_out[False][LOUD] <= 4
    assert held_out[False][QUIET] <= 9


def test_of_the_fifth_that_is_kept_apart_most_dangers_are_loud(kept_apart: Counts) -> None:
    dangers = kept_apart[True].total()
    assert dangers >= 250
    assert kept_apart[True][NONE] <= 0.055 * dangers
    assert kept_apart[True][LOUD] >= 0.83 * dangers


def test_of_the_fifth_that_is_kept_apart_few_plain_messages_alarm(kept_apart: Counts) -> None:
    plain = kept_apart[False].total()
    assert plain >= 600
    assert kept_apart[False][LOUD] <= 0.03 * plain
    assert kept_apart[False][QUIET] <= 0.065 * plain


def test_without_an_encoder_danger_is_still_heard(without_encoder: FirstLook) -> None:
    counts = _counts(without_encoder, _held_out())
    assert counts[True][NONE] <= 8
    assert counts[False][LOUD] <= 45


@pytest.mark.parametrize(
    "text",
    [
        "I spoke to her GP this morning",
        "he is 17",
        "she has two brothers",
        "here, in croydon",
        "my laptop wont connect to the printer on floor 5",
        "16 c (1)",
        "2 x siblings",
        "v1.2.3.4",
        "he goes to the pru",
        "i have just been told the coroner has opened an inquest",
        "Baby S, 3 months",
        "1 of 2",
        "she is in year 4",
        "the social worker is called back at 3",
        "how are you doing today",
    ],
)
def test_a_plain_statement_in_the_present_is_no_alarm(look: FirstLook, text: str) -> None:
    assert look.danger_of(text).strength is NONE


@pytest.mark.parametrize(
    "text",
    [
        "seriously hurt, bleeding badly right now",
        "today, she is being hit right now",
        "hang on the dad has just come into reception with a knife",
        "it's still going on",
        "she isn't breathing",
    ],
)
def test_danger_in_an_answer_is_heard(look: FirstLook, text: str) -> None:
    assert look.danger_of(text).strength is LOUD


def test_danger_is_heard_wherever_it_stands_in_a_long_message(look: FirstLook) -> None:
    beside = "We have a core group on Friday and the minutes are late. The visit went well. " * 12
    danger = "He is at the gate with a knife and the children are hiding."
    for at in (0, 200, 500, 900):
        text = f"{beside[:at]}. {danger} {beside[at:]}"
        assert look.danger_of(text).strength is not NONE
    assert look.danger_of(beside).strength is NONE


def test_capitals_hide_no_danger(look: FirstLook) -> None:
    for text in ("he has a knife and is hitting her", "the baby isn't breathing"):
        assert look.danger_of(text.upper()).strength is look.danger_of(text).strength is LOUD


def test_the_signs_of_an_alarm_are_words_that_an_author_can_read(look: FirstLook) -> None:
    assert "weapon" in look.danger_of("he is here with a knife").signs


def test_there_are_few_signs_and_each_is_named() -> None:
    for with_encoder in (True, False):
        assert len(stored_weights(with_encoder=with_encoder).signs) <= 180


def test_raised_thresholds_would_be_seen(knowledge: Knowledge) -> None:
    """The proof that the gates above can fail."""
    stored = stored_weights(with_encoder=True)
    deaf: Weights = replace(
        stored, quiet_from=stored.quiet_from + 2, loud_from=stored.loud_from + 2
    )
    other = FirstLook(knowledge.language(), stored_encoder(), Alarm(deaf))
    counts = _counts(other, _held_out())
    assert counts[True][NONE] > 4
    assert counts[True][LOUD] < 138


def test_ordinary_sentences_are_there_to_learn_from(knowledge: Knowledge) -> None:
    sentences = knowledge.language().sentences
    assert sum(map(len, sentences["ordinary"].values())) >= 600
    assert sum(map(len, sentences["danger-told"].values())) >= 110
