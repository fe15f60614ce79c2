"""Phrases in a text: where those of the language files stand, found in one pass.

A phrase is words; `a|b` is a choice; `*` is up to three words of the same sentence; `{list}` is a
list of `words.yaml`; `word+` is all forms of a word. It is found by its first word, so the time is
that of the text, whatever the number of phrases.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from bot.reading.text import read_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from bot.reading.text import Forms, Text

GAP = 3
MOST_PIECES = 9
MOST_GAPS = 2
_ENDINGS = ("s", "es", "d", "ed", "ing", "er", "ers", "e", "al", "ly")
_VOWELS = frozenset("aeiou")

Piece = frozenset[str] | None
"""The words that may stand here; None is a gap."""


class PhraseError(ValueError):
    """The text is no phrase. Says why, and what to write instead."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A phrase that stands in a text, from one word to before another.

    Args:
        name: the list that holds the phrase, such as `facts/outcome/died/says`.
        start: the position of its first word.
        end: the position after its last word.
    """

    name: str
    start: int
    end: int


class Marks:
    """What stands in a text, by the name of its list, in the order of the text."""

    def __init__(self, marks: Iterable[Mark]) -> None:
        found: dict[str, list[Mark]] = defaultdict(list)
        for mark in marks:
            found[mark.name].append(mark)
        self._found = {
            name: tuple(sorted(set(those), key=lambda one: (one.start, one.end)))
            for name, those in found.items()
        }
        self._starts = {name: [one.start for one in those] for name, those in self._found.items()}

    def __getitem__(self, name: str) -> tuple[Mark, ...]:
        return self._found.get(name, ())

    def __contains__(self, name: str) -> bool:
        return name in self._found

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def below(self, path: str) -> Iterator[Mark]:
        """The marks of every list below a path, such as `danger`."""
        for name, those in self._found.items():
            if name.startswith(f"{path}/"):
                yield from those

    def between(self, name: str, first: int, after: int) -> Sequence[Mark]:
        """The marks of a list that begin between two positions."""
        starts = self._starts.get(name)
        if starts is None:
            return ()
        return self._found[name][bisect_left(starts, first) : bisect_left(starts, after)]


class Phrasebook:
    """Finds the phrases of all lists in a text.

    Args:
        phrases: each phrase in its pieces, with the name of its list.
    """

    def __init__(self, phrases: Iterable[tuple[str, tuple[Piece, ...]]]) -> None:
        self._by_first: dict[str, list[tuple[str, tuple[Piece, ...]]]] = defaultdict(list)
        self._by_two: dict[tuple[str, str], list[tuple[str, tuple[Piece, ...]]]] = defaultdict(
            list
        )
        for name, pieces in phrases:
            first, second = pieces[0], pieces[1] if len(pieces) > 1 else None
            if first is None:
                raise PhraseError("a phrase begins with a word")
            for word in first:
                if second is None:
                    self._by_first[word].append((name, pieces[1:]))
                for following in second or ():
                    self._by_two[word, following].append((name, pieces[2:]))

    def marks(self, text: Text) -> Marks:
        """Every phrase that stands in the text."""
        return Marks(self._each(text))

    def _each(self, text: Text) -> Iterator[Mark]:
        words = text.normal
        for start, word in enumerate(words):
            end = text.ends[start]
            for name, rest in self._by_first.get(word, ()):
                if (after := _matched(words, start + 1, end, rest)) is not None:
                    yield Mark(name, start, after)
            if start + 1 < end:
                for name, rest in self._by_two.get((word, words[start + 1]), ()):
                    if (after := _matched(words, start + 2, end, rest)) is not None:
                        yield Mark(name, start, after)


def _matched(words: Sequence[str], at: int, end: int, pieces: tuple[Piece, ...]) -> int | None:
    """Where the pieces end that begin at a position, or None where they do not stand there."""
    for number, piece in enumerate(pieces):
        if piece is None:
            rest = pieces[number + 1 :]
            found = (_matched(words, at + skipped, end, rest) for skipped in range(GAP + 1))
            return next((one for one in found if one is not None), None)
        if at >= end or words[at] not in piece:
            return None
        at += 1
    return at


def read_phrase(
    phrase: str, lists: Mapping[str, frozenset[str]], forms: Forms
) -> list[tuple[Piece, ...]]:
    """The ways in which a phrase of a language file may stand in a text.

    Raises:
        PhraseError: it is not in the language of phrases.
    """
    typed = phrase.split()
    if not typed:
        raise PhraseError("the phrase is empty; write it or delete it")
    if typed[0] == "*" or typed[-1] == "*":
        raise PhraseError("a phrase begins and ends with a word; take the `*` away")
    if len(typed) > MOST_PIECES:
        raise PhraseError(f"a phrase has at most {MOST_PIECES} pieces; this has {len(typed)}")
    if typed.count("*") > MOST_GAPS:
        raise PhraseError(f"a phrase has at most {MOST_GAPS} gaps `*`")
    ways = [list(_ways(piece, lists, forms)) for piece in typed]
    return [tuple(piece for way in chosen for piece in way) for chosen in product(*ways)]


def _ways(
    piece: str, lists: Mapping[str, frozenset[str]], forms: Forms
) -> Iterator[tuple[Piece, ...]]:
    """One word or another as one piece; each choice that is several words as a way of its own."""
    if piece == "*":
        yield (None,)
        return
    single: set[str] = set()
    for choice in piece.split("|"):
        bare = choice.strip("{}")
        if bare in lists and bare != choice:
            single |= lists[bare]
            continue
        if "{" in choice and "}" in choice and "|" not in piece:
            raise PhraseError(f"`{choice}` is no list of words.yaml; write one of its names")
        words = _normal(bare, forms)
        if len(words) == 1:
            single |= words[0]
        else:
            yield tuple(words)
    if single:
        yield (frozenset(single),)


def _normal(choice: str, forms: Forms) -> list[frozenset[str]]:
    if choice.startswith("'"):
        return [frozenset((choice,))]
    bare = choice.removesuffix("+")
    words = [one.word for one in read_text(bare, forms).words]
    if not words:
        raise PhraseError(f"`{choice}` holds no word; write letters or digits")
    if bare != choice:
        return [frozenset((word, *_all_forms(word))) for word in words]
    return [frozenset((word,)) for word in words]


def _all_forms(word: str) -> Iterator[str]:
    """The forms that English makes of a word; some of them do not exist, which harms nothing."""
    stems = [word]
    if word.endswith("e"):
        stems.append(word[:-1])
    if word.endswith("y"):
        stems.append(f"{word[:-1]}i")
    if word[-1] not in _VOWELS and word[-2:-1] in _VOWELS:
        stems.append(word + word[-1])
    yield from (stem + ending for stem in stems for ending in _ENDINGS)
