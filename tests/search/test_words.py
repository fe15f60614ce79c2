"""A word is one word however it is typed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.search.words import (
    END,
    british,
    plain,
    stem,
    stems_of,
    words_in_a_row,
    words_of,
    words_of_all,
)


@pytest.mark.parametrize(
    ("american", "here"),
    [
        ("organization", "organisation"),
        ("behavior", "behaviour"),
        ("pediatric", "paediatric"),
        ("center", "centre"),
        ("program", "programme"),
        ("counselor", "counsellor"),
        ("analyze", "analyse"),
    ],
)
def test_american_spelling_is_british_here(american: str, here: str) -> None:
    assert stem(american) == stem(here)


@pytest.mark.parametrize("word", ["size", "prize", "seizes", "doctor", "color", "enter", "letter"])
def test_a_word_that_only_looks_american_keeps_its_stem(word: str) -> None:
    assert british(word) in {word, "colour", "seises"}


def test_the_forms_of_a_word_share_a_stem() -> None:
    assert {stem(word) for word in ("notify", "notified", "notifies", "notifying")} == {"notifi"}


def test_a_possessive_and_a_curly_apostrophe_are_left_off() -> None:
    assert words_of("the child\u2019s review, isn't it") == [
        "the",
        "child",
        "review",
        "isnt",
        "it",
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("the boys' school", ["the", "boys", "school"]),
        ("'the child's'", ["the", "child"]),
        ("rock'n'roll", ["rocknroll"]),
        ("5'10", ["5", "10"]),
        ("O'Neil's 'mum'", ["oneil", "mum"]),
    ],
)
def test_an_apostrophe_belongs_to_a_word_only_inside_it(text: str, words: list[str]) -> None:
    assert words_of(text) == words


def test_an_ampersand_is_a_word() -> None:
    assert words_of("Carl & Max") == words_of("carl and max")


def test_accents_do_not_matter() -> None:
    assert words_of("Zoë") == ["zoe"]


@settings(deadline=None)
@given(st.text())
def test_any_text_has_words_of_plain_letters_and_digits(text: str) -> None:
    for word in words_of(text):
        assert word.isascii()
        assert word.isalnum()
    assert plain(plain(text)) == plain(text)


@settings(deadline=None)
@given(st.lists(st.text() | st.text(alphabet="aZ9' \n\r&`\u2019-s")))
def test_many_texts_read_at_once_have_the_words_of_each(texts: list[str]) -> None:
    every = [words_of(text) for text in texts]
    assert words_of_all(texts) == every
    assert words_in_a_row(texts) == [word for words in every for word in (*words, END)]


def test_many_words_at_once_have_the_stem_of_each() -> None:
    words = ["notified", "organization", "children", "2026"]
    assert stems_of(words) == [stem(word) for word in words]
