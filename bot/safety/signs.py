"""The signs of a message that danger is weighed by: its words, pairs, letters, and what they are about."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from bot.own_area import OWN_AREA, with_own_area
from bot.safety.cues import cues_of
from bot.safety.plain_words import plain_sentences

if TYPE_CHECKING:
    from collections.abc import Mapping
    from collections.abc import Set as AbstractSet

_CHILDHOOD_ENDS = 18
_YEARS = range(1900, 2100)
_LETTERS = 4
_FEW_DIGITS = 4


class Kind(StrEnum):
    """What a sign is made of."""

    CUES = "cues"
    WORDS = "words"
    PAIRS = "pairs"
    LETTERS = "letters"


def signs_of(text: str, area: str = "") -> Mapping[Kind, AbstractSet[str]]:
    """The signs of a text as typed; the name of the partnership's own area is none."""
    sentences = with_own_area(plain_sentences(text), area)
    words = [_worded(word) for word in " . ".join(sentences).split() if word != OWN_AREA]
    spaced = f" {' '.join(words)} "
    return {
        Kind.CUES: cues_of(text, sentences),
        Kind.WORDS: set(words),
        Kind.PAIRS: {
            f"{one} {next_}" for one, next_ in zip(["^", *words], [*words, "$"], strict=True)
        },
        Kind.LETTERS: {spaced[at : at + _LETTERS] for at in range(len(spaced) - _LETTERS + 1)},
    }


def _worded(word: str) -> str:
    """A number by what it can be: the age of a child, another number, or a year."""
    if not word.isdigit():
        return word
    if len(word) > _FEW_DIGITS:
        return "#many"
    number = int(word)
    if number in _YEARS:
        return "#year"
    return "#child" if number < _CHILDHOOD_ENDS else "#more"
