"""An unknown word stands for the known ones that are near it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.search import spelling as spelling_module
from bot.search.index import Index, Text
from bot.search.spelling import Spelling

WORDS = (
    "safeguarding notification review allegation neglect github new card serious incident chloe"
)


def _spelling() -> Spelling:
    return Spelling(Index((Text(0, WORDS, 1.0),), 1))


def _best(word: str) -> str | None:
    spelling = _spelling()
    guesses = spelling.guesses(word)
    return WORDS.split()[guesses[0].word] if guesses else None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("safegaurding", "safeguarding"),
        ("notifcation", "notification"),
        ("reveiw", "review"),
        ("neglekt", "neglect"),
        ("sfgrdng", "safeguarding"),
        ("safeguard", "safeguarding"),
        ("allegations", "allegation"),
        ("alleg", "allegation"),
    ],
)
def test_a_slip_an_ending_and_a_short_form_are_seen_through(typed: str, meant: str) -> None:
    assert _best(typed) == meant


@pytest.mark.parametrize("typed", ["car", "2019", "zzzzzz", "x"])
def test_a_short_word_a_number_and_a_strange_word_stand_for_nothing(typed: str) -> None:
    assert _best(typed) is None


def test_two_words_may_be_one_and_one_two() -> None:
    spelling = _spelling()
    assert spelling.joined("git", "hub") == WORDS.split().index("github")
    assert spelling.split("newcard") == (WORDS.split().index("new"), WORDS.split().index("card"))


def test_the_nearest_by_letters_are_enough_in_a_large_vocabulary(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(spelling_module, "MOST_WORDS", 2)
    monkeypatch.setattr(spelling_module, "NEAREST", 3)
    assert _best("safegaurding") == "safeguarding"


def test_a_text_is_mended_but_never_into_a_name() -> None:
    spelling = _spelling()
    assert spelling.mended("Reveiw of neglekt", ()) == "review of neglect"
    assert spelling.mended("chole review", {"chloe"}) == "chole review"


@settings(deadline=None)
@given(st.text(alphabet=st.characters(categories=("L", "N")), min_size=1))
def test_a_guess_is_never_surer_than_sure(word: str) -> None:
    spelling = _spelling()
    assert all(0 < guess.share <= 1 for guess in spelling.guesses(word))


def test_nothing_of_a_message_is_kept_after_it() -> None:
    spelling = _spelling()
    with spelling.one_message():
        assert spelling.guesses("neglekt") == spelling.guesses("neglekt")
        assert vars(spelling._message)
    assert not vars(spelling._message)


def test_no_pattern_is_made_of_a_typed_word_for_python_keeps_patterns() -> None:
    assert _spelling().mended("a case of neglekt", ()) == "a case of neglect"
    assert "neglekt" not in str(vars(re)["_cache"])
