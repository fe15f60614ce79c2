"""The language of phrases."""

from __future__ import annotations

import pytest

from bot.reading.phrases import Phrasebook, PhraseError, read_phrase
from bot.reading.text import Forms, read_text

LISTS = {"pronoun": frozenset({"he", "she"})}
FORMS = Forms(numbers={"one": 1}, short={"dont": "do not"})


def _stands(phrase: str, text: str) -> bool:
    book = Phrasebook(("x", pieces) for pieces in read_phrase(phrase, LISTS, FORMS))
    return "x" in book.marks(read_text(text, FORMS))


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("passed away", "He passed away last night"),
        ("dead|died", "she died"),
        ("took {pronoun|his|her} life", "she took her life"),
        ("{pronoun} died", "He died"),
        ("abuse * confirmed", "the abuse has now been confirmed"),
        ("abuse * confirmed", "abuse confirmed"),
        ("flinch+", "she keeps flinching"),
        ("one of us", "1 of us"),
        ("no|do not know", "I don't know"),
    ],
)
def test_a_phrase_stands(phrase: str, text: str) -> None:
    assert _stands(phrase, text)


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("passed away", "passed. Away"),
        ("abuse * confirmed", "abuse which has never been confirmed"),
        ("abuse * confirmed", "abuse. It is confirmed"),
        ("died", "undied"),
    ],
)
def test_a_phrase_does_not_stand(phrase: str, text: str) -> None:
    assert not _stands(phrase, text)


@pytest.mark.parametrize(
    "phrase",
    ["", "* died", "died *", "a b c d e f g h i j", "a * b * c * d", "{nothing} died", "?"],
)
def test_what_is_no_phrase_says_why(phrase: str) -> None:
    with pytest.raises(PhraseError):
        read_phrase(phrase, LISTS, FORMS)
