"""Reviews that are known by a name and stand in no library of ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from bot.search.words import words_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

_LONG_ENOUGH = 5  # letters of a word from which on one slip is seen through
_TWO_WORDS = 2
_MOST_WORDS = 40  # a longer message tells of a case of its own, and names another beside it
Name = tuple[str, ...]


class Elsewhere:
    """Names under which reviews of other areas were published.

    Args:
        names: as they are written.
        ours: folded texts of our own cards; a name that stands there is no name of elsewhere.
    """

    def __init__(self, names: Collection[str], ours: str) -> None:
        self._shown = {tuple(words_of(name)): name for name in names}
        self._ours = frozenset(name for name in self._shown if f" {' '.join(name)} " in ours)
        self._by_a_word: dict[str, list[Name]] = {}
        for name in self._shown:
            for word in {name[0], name[-1]}:
                self._by_a_word.setdefault(word, []).append(name)

    def named_in(self, words: Sequence[str]) -> tuple[str, list[str]] | None:
        """The longest such name in the words, as it is written, and the words without it.

        None as well where a name of our own stands beside it.
        """
        if len(words) > _MOST_WORDS:
            return None
        found = sorted(self._found(words), key=lambda one: (-len(one[1]), one[0]))
        if not found or any(name in self._ours for _, name in found):
            return None
        start, name = found[0]
        return self._shown[name], [*words[:start], *words[start + len(name) :]]

    def _found(self, words: Sequence[str]) -> Iterator[tuple[int, Name]]:
        for at, word in enumerate(words):
            for name in self._by_a_word.get(word, ()):
                start = at if name[0] == word else at - len(name) + 1
                if start >= 0 and _is(name, words[start : start + len(name)]):
                    yield start, name


def _is(name: Name, words: Sequence[str]) -> bool:
    """The words are the name, but for one slip in one long word."""
    if len(words) != len(name):
        return False
    other = [(one, word) for one, word in zip(name, words, strict=True) if one != word]
    return not other or (
        len(other) == 1
        and len(other[0][0]) >= _LONG_ENOUGH - (len(name) > _TWO_WORDS)
        and OSA.distance(*other[0], score_cutoff=1) == 1
    )
