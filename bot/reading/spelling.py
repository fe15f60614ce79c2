"""Spelling: the listed word that a misspelt one was meant to be; never away from an English word."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from itertools import combinations
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from bot.reading.word_lists import english_words, given_names, surnames

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

SHORTEST = 5
TWO_SLIPS_FROM = 9
LONGEST = 20
_ENDINGS = ("s", "es", "d", "ed", "ing", "er", "ly", "'s", "ers", "ness", "al")


class Spelling:
    """Finds the listed word a slip away, two from nine letters on; the first letter is kept.

    Args:
        listed: the words that the language files know.
    """

    def __init__(self, listed: Collection[str]) -> None:
        self._listed = frozenset(listed)
        self._cut: dict[str, list[str]] = defaultdict(list)
        for word in sorted(listed):
            if SHORTEST - 1 <= len(word) <= LONGEST and word.isalpha():
                for short in _cut(word, _slips(len(word) + 1)):
                    self._cut[short].append(word)
        self.meant = lru_cache(maxsize=8192)(self._meant)

    def _meant(self, word: str) -> str | None:
        if not SHORTEST - 1 <= len(word) <= LONGEST or not word.isalpha() or self._known(word):
            return None
        if word.endswith("s") and word[:-1] in self._listed:
            return word[:-1]
        if len(word) < SHORTEST:
            return None
        slips = _slips(len(word))
        near: dict[str, int] = {}
        for short in _cut(word, slips):
            for listed in self._cut.get(short, ()):
                if listed[0] == word[0] and listed not in near:
                    near[listed] = OSA.distance(word, listed, score_cutoff=slips)
        best = min(near.values(), default=slips + 1)
        nearest = [one for one, distance in near.items() if distance == best]
        return nearest[0] if best <= slips and len(nearest) == 1 else None

    def _known(self, word: str) -> bool:
        if word in self._listed or word in given_names() or word in surnames():
            return True
        return any(one in english_words() for one in _without_endings(word))


def _slips(length: int) -> int:
    return 2 if length >= TWO_SLIPS_FROM else 1


def _cut(word: str, letters: int) -> Iterator[str]:
    """The word, and the word with so many letters taken out in every way."""
    yield word
    for number in range(1, letters + 1):
        for places in combinations(range(len(word)), number):
            yield "".join(letter for at, letter in enumerate(word) if at not in places)


def _without_endings(word: str) -> Iterator[str]:
    yield word
    for ending in _ENDINGS:
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            yield from (stem, f"{stem}e", f"{stem[:-1]}y")
            if stem[-2:-1] == stem[-1:]:
                yield stem[:-1]
