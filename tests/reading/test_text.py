"""One normal form: words, spans, sentences."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.knowledge import Knowledge
from bot.reading.text import LONGEST_READ, Forms, read_text


def _words(knowledge: Knowledge, text: str) -> str:
    return " ".join(knowledge.language().read(text).normal)


@pytest.mark.parametrize(
    ("typed", "normal"),
    [
        ("M.A.S.H.", "mash"),
        ("M A S H", "mash"),
        ("MASHs", "mash"),
        ("s.16C(1)", "s16c 1"),
        ("S 16 c", "s16c"),
        ("16 c (1)", "16c 1"),
        ("hes 14yo", "he is 14 year old"),
        ("6mths", "6 mths"),
        ("twenty three", "23"),
        ("twenty-three", "23"),
        ("mum's", "mum 's"),
        ("she\u2019s", "she is"),
        ("isn't", "is not"),
        ("1️⃣", "1"),
        ("A&E", "ae"),
        ("7 y/o", "7 year old"),
        ("seriosly hurt", "seriously hurt"),
        ("Müller", "muller"),
    ],
)
def test_a_word_in_any_dress_is_one_word(knowledge: Knowledge, typed: str, normal: str) -> None:
    assert _words(knowledge, typed) == normal


@pytest.mark.parametrize("typed", ["the house is theirs", "Mohammed fell", "a wide river"])
def test_an_english_word_or_a_name_is_never_mended(knowledge: Knowledge, typed: str) -> None:
    assert _words(knowledge, typed) == typed.lower()


def test_points_end_sentences_and_commas_do_not(knowledge: Knowledge) -> None:
    text = knowledge.language().read("He fell. Mum, who rang, saw it on 27.11. What now?")
    assert text.sentence_of[-1] == 2
    assert text.sentence_of[text.normal.index("rang")] == 1


@given(st.text(max_size=300))
@settings(max_examples=60, deadline=None)
def test_every_word_says_where_it_stood(knowledge: Knowledge, typed: str) -> None:
    text = knowledge.language().read(typed)
    for word in text.words:
        assert typed[word.start : word.end] == word.typed
    assert [one.start for one in text.words] == sorted(one.start for one in text.words)


def test_no_more_is_read_than_a_message_can_hold() -> None:
    assert read_text("a " * LONGEST_READ, Forms()).words[-1].end <= LONGEST_READ
