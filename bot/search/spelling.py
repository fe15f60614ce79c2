"""Spelling: the known words that an unknown one may stand for."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from contextlib import contextmanager
from threading import local
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from bot.search.words import stem, words_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from bot.search.index import Index

SLIPS_FROM = (4, 6, 10)  # letters from which on a word may hold one, two, three slips of the keys
SHORTEST = 4  # a shorter word is never corrected
MOST_GUESSES = 4
MOST_GUESSED = 60  # unknown words of a message; one with more says nothing by the others
MOST_WORDS = 1_500  # above this many known words, only the nearest by letter groups are compared
NEAREST = 120
STRONG = 0.7  # from here on a guess is taken at its word
INFLECTED = 0.95  # another form of a known stem
ANOTHER_FIRST_LETTER = 0.85
JOINED = 0.9  # "newcard" for "new card", "git hub" for "github"
CUT_SHORT = 0.6  # "safeg" for "safeguarding"
WITHOUT_VOWELS = 0.6  # "sfgrding" for "safeguarding"
MOST_CUT_SHORT = 6  # the start of more words than this says nothing
_TYPED = re.compile(r"\w+")
_VOWELS = str.maketrans("", "", "aeiou")


class Guess(NamedTuple):
    """A known word that was perhaps meant, and how surely, from 0 to 1."""

    word: int
    share: float


class Spelling:
    """Finds the known words that an unknown one may stand for.

    Args:
        index: the index that knows the words.
    """

    def __init__(self, index: Index) -> None:
        self._index = index
        self._message = local()
        self._words = list(index.words)
        self._lengths = np.fromiter(map(len, self._words), np.int64, len(self._words))
        last_first = range(len(self._words) - 1, -1, -1)
        self._word_of_stem = dict(zip(reversed(index.stem_of_word), last_first, strict=True))
        self._sorted = sorted([word for word in self._words if len(word) > SHORTEST])
        self._skeletons = {
            word[0] + word[1:].translate(_VOWELS): index.words[word]
            for word in reversed(self._words)
            if len(word) > SHORTEST and not word[0].isdigit()
        }

    @contextmanager
    def one_message(self) -> Iterator[None]:
        """Within this, no unknown word is guessed twice; after it nothing of it is kept."""
        self._message.guesses = {}
        try:
            yield
        finally:
            del self._message.guesses

    def guesses(self, word: str) -> tuple[Guess, ...]:
        """Up to four known words that this unknown one may stand for, the likeliest first."""
        known: dict[str, tuple[Guess, ...]] = getattr(self._message, "guesses", {})
        found = known.get(word)
        if found is None:
            known[word] = found = self._guessed(word) if len(known) < MOST_GUESSED else ()
        return found

    def _guessed(self, word: str) -> tuple[Guess, ...]:
        root = self._index.stems.get(stem(word))
        if root is not None:
            return (Guess(self._word_of_stem[root], INFLECTED),)
        if len(word) < SHORTEST or word[0].isdigit():
            return ()
        likely: dict[int, float] = {}
        for guess in (*self._near(word), *self._short_forms(word)):
            likely[guess.word] = max(guess.share, likely.get(guess.word, 0.0))
        best = sorted(likely.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST_GUESSES]
        return tuple(Guess(number, share) for number, share in best)

    def is_strange(self, word: str, names: Collection[str]) -> bool:
        """Whether a word is unknown and nothing known but a name is near it."""
        if self._index.known(word) is not None or word[0].isdigit():
            return False
        near = [guess for guess in self.guesses(word) if guess.share >= STRONG]
        return all(self._words[guess.word] in names for guess in near)

    def mended(self, text: str, never_into: Collection[str]) -> str:
        """The text with each unknown word as the known one that was likely meant.

        For phrases such as "anything on" only. A question is looked up as it was typed.
        """
        meant: dict[str, str] = {}
        for word in dict.fromkeys(words_of(text)):
            guesses = () if self._index.known(word) is not None else self.guesses(word)
            if guesses and guesses[0].share >= STRONG:
                known = self._words[guesses[0].word]
                if known not in never_into:
                    meant[word] = known
        if not meant:
            return text
        return _TYPED.sub(lambda typed: meant.get(typed[0].lower(), typed[0]), text)

    def joined(self, first: str, second: str) -> int | None:
        """The number of a known word that was typed as two."""
        return self._index.known(first + second)

    def split(self, word: str) -> tuple[int, int] | None:
        """The numbers of two known words that were typed as one."""
        for place in range(3, len(word) - 2):
            first = self._index.words.get(word[:place])
            second = self._index.words.get(word[place:])
            if first is not None and second is not None:
                return first, second
        return None

    def _near(self, word: str) -> Iterator[Guess]:
        allowed = bisect_right(SLIPS_FROM, len(word))
        known = self._words if len(self._words) <= MOST_WORDS else self._nearest(word, allowed)
        near = extract(
            word,
            known,
            scorer=OSA.distance,
            processor=None,
            score_cutoff=allowed,
            limit=MOST_GUESSES * 2,
        )
        for spelt, distance, _ in near:
            if len(spelt) < SHORTEST - 1 or spelt[0].isdigit():
                continue
            share = 1 - distance / min(len(word), len(spelt))
            if spelt[0] != word[0] and spelt[:2] != word[1::-1]:
                share *= ANOTHER_FIRST_LETTER
            yield Guess(self._index.words[spelt], share)

    def _nearest(self, word: str, allowed: int) -> list[str]:
        """The nearest words by letter groups, without those that are too long or too short."""
        if len(self._words) <= NEAREST:
            return self._words
        known, _ = self._index.grams_in(word)
        shared = self._index.like_words.total(known, len(self._words))
        nearest = np.argpartition(-shared, NEAREST)[:NEAREST]
        fitting = nearest[np.abs(self._lengths[nearest] - len(word)) <= allowed]
        return [self._words[number] for number in fitting.tolist()]

    def _short_forms(self, word: str) -> Iterator[Guess]:
        longer = self._beginning_with(word)
        if len({self._index.stem_of_word[number] for number in longer}) <= MOST_CUT_SHORT:
            yield from (Guess(number, CUT_SHORT) for number in longer)
        whole = self._skeletons.get(word) if not set(word[1:]) & set("aeiou") else None
        if whole is not None:
            yield Guess(whole, WITHOUT_VOWELS)

    def _beginning_with(self, word: str) -> list[int]:
        start = bisect_left(self._sorted, word)
        end = bisect_left(self._sorted, word + "\uffff")
        return [self._index.words[known] for known in self._sorted[start : min(end, start + 30)]]
