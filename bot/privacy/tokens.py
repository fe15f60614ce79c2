"""The words of a message, what each could be, and what its capital says."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from typing import TYPE_CHECKING

from bot.listed_names import given_names, surnames
from bot.privacy.words import ALSO_WORDS, FIELD_WORDS, is_english, is_plain

if TYPE_CHECKING:
    from collections.abc import Collection

_TOKEN = re.compile(r"[^\W\d_]+(?:['\u2019\-][^\W\d_]+)*|\d+|[^\w\s]")
_SENTENCE_END = frozenset('.?!:;"\u201c\u2022')
_MOSTLY_CAPITALS = 0.6
_FEW_WORDS = 3
_AROUND = 48  # letters
_LONGEST_WORD = 24
_SHORTEST_WORD = 2
_NO_PART_OF_A_NAME = frozenset({"old", "year", "month", "week", "day"})


class Kind(StrEnum):
    """What a word could be, by the lists."""

    GIVEN = "given"
    GIVEN_OR_WORD = "given-or-word"
    SURNAME = "surname"
    SURNAME_OR_WORD = "surname-or-word"
    STRANGE = "strange"
    FIELD = "field"
    WORD = "word"
    NONE = "none"


class Case(StrEnum):
    """What the capital of a word says."""

    CAPITAL = "capital"
    START = "start"
    SMALL = "small"
    ALL = "all"
    SILENT = "silent"


class Tokens:
    """The words, numbers and marks of a text, in order.

    Args:
        text: as typed.
        forgotten: listed names to be read as unknown words; for learning only.
    """

    def __init__(self, text: str, forgotten: Collection[str] = ()) -> None:
        found = list(_TOKEN.finditer(text))
        self.low = text.lower().replace("\u2019", "'") if len(text.lower()) == len(text) else text
        self.typed = [one.group() for one in found]
        self.starts = [one.start() for one in found]
        self.ends = [one.end() for one in found]
        self.words = [folded(one) for one in self.typed]
        letters = [one for one in self.typed if one[0].isalpha() and len(one) > 1]
        capitals = sum(one[0].isupper() for one in letters)
        most = max(
            _MOSTLY_CAPITALS * len(letters), _FEW_WORDS if len(letters) <= _FEW_WORDS + 1 else 0
        )
        self._case_tells = capitals <= most and not self._shouted()
        self.kinds = [Kind.STRANGE if word in forgotten else kind_of(word) for word in self.words]
        self.cases = [self._case(at) for at in range(len(found))]

    def __len__(self) -> int:
        return len(self.typed)

    def word(self, at: int) -> str:
        """The folded word at a place, or nothing beyond the ends."""
        return self.words[at] if 0 <= at < len(self.words) else ""

    def is_owner(self, at: int) -> bool:
        """The word ends in 's."""
        return self.typed[at][-2:].lower() in {"'s", "\u2019s"}

    def beside(self, at: int) -> bool:
        """Nothing but a space stands between this word and the next."""
        return at + 1 < len(self) and self.starts[at + 1] - self.ends[at] == 1

    def before(self, at: int) -> str:
        """The text before a word, in small letters."""
        return self.low[max(0, self.starts[at] - _AROUND) : self.starts[at]]

    def after(self, at: int) -> str:
        """The text after a word, in small letters."""
        return self.low[self.ends[at] : self.ends[at] + _AROUND]

    def _shouted(self) -> bool:
        """Two words or more, and all of them in capitals."""
        long = [one for one in self.typed if one[0].isalpha() and len(one) > _FEW_WORDS]
        return len(long) > 1 and all(one.isupper() for one in long)

    def _case(self, at: int) -> Case:
        typed = self.typed[at]
        if not typed[0].isalpha():
            return Case.SILENT
        if not self._case_tells:
            return Case.SILENT
        if not typed[0].isupper():
            return Case.SMALL
        if len(typed) > 1 and typed.removesuffix("'s").isupper():
            return Case.ALL
        if at == 0 or self.typed[at - 1] in _SENTENCE_END:
            return Case.START
        return Case.CAPITAL


def folded(token: str) -> str:
    """A word in small letters, without accents and without 's."""
    low = token.lower()
    if not low.isascii():
        low = low.replace("\u2019", "'").replace("\u0142", "l").replace("\u00f8", "o")
        low = "".join(
            one for one in unicodedata.normalize("NFKD", low) if not unicodedata.combining(one)
        )
    return low.removesuffix("'s")


def kind_of(word: str) -> Kind:
    """What a folded word could be. Never remembered: what is typed is kept nowhere."""
    if len(word) > _LONGEST_WORD:
        return Kind.WORD
    if len(word) < _SHORTEST_WORD or not word[0].isalpha():
        return Kind.NONE
    parts = [part for part in word.split("-") if part]
    if word in FIELD_WORDS or not _NO_PART_OF_A_NAME.isdisjoint(parts):
        return Kind.FIELD
    if len(parts) > 1 and word not in given_names():
        return _of_parts(parts)
    return _listed(word)


def _listed(word: str) -> Kind:
    if word in given_names():
        unsure = is_plain(word) or word in ALSO_WORDS
        return Kind.GIVEN_OR_WORD if unsure else Kind.GIVEN
    if word in surnames():
        unsure = is_english(word) or word in ALSO_WORDS
        return Kind.SURNAME_OR_WORD if unsure else Kind.SURNAME
    return Kind.WORD if is_english(word) else Kind.STRANGE


def _of_parts(parts: list[str]) -> Kind:
    kinds = {kind_of(part) for part in parts}
    for kind in (Kind.GIVEN, Kind.SURNAME):
        if kind in kinds and Kind.WORD not in kinds and Kind.FIELD not in kinds:
            return kind
    if kinds <= {Kind.GIVEN_OR_WORD, Kind.SURNAME_OR_WORD}:
        return Kind.SURNAME_OR_WORD
    return Kind.STRANGE if kinds == {Kind.STRANGE} else Kind.WORD
