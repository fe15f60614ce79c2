"""Phrases of the language files, found in a text in one pass.

A phrase is words; `a|b` a choice; `*` up to three words of the same sentence; `{list}` a list of
single words; `word+` every word that begins so.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from bot.reading.text import Text

LONGEST_GAP = 3
MOST_PIECES = 9
MOST_GAPS = 2
GAP = "*"
SHORTEST_START = 3


class Mark(NamedTuple):
    """A list of which a phrase stands from one word up to another."""

    name: str
    start: int
    end: int


class PhraseError(ValueError):
    """A phrase is not written as phrases are."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """One place of a phrase: the words that fit, and the beginnings that do."""

    words: frozenset[str]
    starts: tuple[str, ...]
    is_gap: bool = False

    def fits(self, word: str) -> bool:
        return word in self.words or (bool(self.starts) and word.startswith(self.starts))


class Phrases:
    """Named lists of phrases.

    Args:
        lists: the phrases of each list.
        words: the lists of single words that phrases name.
    """

    def __init__(
        self, lists: Mapping[str, Iterable[str]], words: Mapping[str, Sequence[str]]
    ) -> None:
        self._by_word: dict[str, list[tuple[str, tuple[_Piece, ...]]]] = {}
        self._by_start: dict[str, list[tuple[str, tuple[_Piece, ...]]]] = {}
        for name, phrases in lists.items():
            for phrase in phrases:
                pieces = tuple(_pieces_of(phrase, words))
                for word in pieces[0].words:
                    self._by_word.setdefault(word, []).append((name, pieces))
                for start in pieces[0].starts:
                    key = start[:SHORTEST_START]
                    self._by_start.setdefault(key, []).append((name, pieces))

    def marks_in(self, text: Text) -> tuple[Mark, ...]:
        """Where phrases stand, in order; of one list at one word only the longest."""
        forms = text.forms
        found: dict[tuple[str, int], int] = {}
        for place, word in enumerate(forms):
            for name, pieces in self._beginning(word):
                end = _end_of(pieces, forms, text.sentence_of, place)
                if end is not None and end > found.get((name, place), place):
                    found[name, place] = end
        return tuple(Mark(name, start, end) for (name, start), end in found.items())

    def _beginning(self, word: str) -> Iterator[tuple[str, tuple[_Piece, ...]]]:
        yield from self._by_word.get(word, ())
        for name, pieces in self._by_start.get(word[:SHORTEST_START], ()):
            if word not in pieces[0].words and pieces[0].fits(word):
                yield name, pieces


def _end_of(
    pieces: Sequence[_Piece], forms: Sequence[str], sentence_of: Sequence[int], place: int
) -> int | None:
    """The end of the phrase that begins here, or None. At most two gaps, so few ways to try."""
    ends = [place + 1]
    sentence = sentence_of[place]
    loose = False
    for piece in pieces[1:]:
        if piece.is_gap:
            loose = True
            continue
        reach = LONGEST_GAP + 1 if loose else 1
        ends = [
            at + 1
            for end in ends
            for at in range(end, min(end + reach, len(forms)))
            if sentence_of[at] == sentence and piece.fits(forms[at])
        ]
        if not ends:
            return None
        loose = False
    return max(ends)


def _pieces_of(phrase: str, words: Mapping[str, Sequence[str]]) -> Iterator[_Piece]:
    parts = phrase.split()
    gaps = parts.count(GAP)
    if not parts or GAP in {parts[0], parts[-1]} or gaps > MOST_GAPS or len(parts) > MOST_PIECES:
        raise PhraseError(
            f'"{phrase}": a phrase has one to {MOST_PIECES} pieces and at most {MOST_GAPS} gaps, inside'
        )
    for part in parts:
        if part == GAP:
            yield _Piece(frozenset(), (), is_gap=True)
            continue
        whole: set[str] = set()
        starts: list[str] = []
        for choice in part.split("|"):
            if choice.startswith("{"):
                if choice.strip("{}") not in words:
                    raise PhraseError(f'"{phrase}": there is no list of words "{choice}"')
                whole.update(words[choice.strip("{}")])
            elif choice.endswith("+"):
                starts.append(choice[:-1])
            else:
                whole.add(choice)
        yield _Piece(frozenset(whole), tuple(starts))
