"""Meanings: a vector for each common English word, so that other words for the same thing are near.

The table `meanings.npz` is read from disk once. It was made by `bot.matching.distilling`.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache, cached_property
from importlib.resources import files
from typing import TYPE_CHECKING

import numpy as np
from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from numpy.typing import NDArray

    from bot.matching.arrays import Floats, Ints

SHORTEST = 4  # letters; a shorter word is not corrected
LONG = 8  # letters from which on a word may hold two slips
STORED = files("bot.matching") / "meanings.npz"


class Meanings:
    """The vectors of some stems.

    Args:
        stems: the stems.
        vectors: one row for each, in steps of its `scales`.
        scales: the length of one step in each row.
    """

    def __init__(self, stems: Sequence[str], vectors: NDArray[np.int8], scales: Floats) -> None:
        self._row = {stem: row for row, stem in enumerate(stems)}
        self._vectors = vectors
        self._scales = scales

    @property
    def width(self) -> int:
        """The length of a vector."""
        return int(self._vectors.shape[1])

    def row(self, stem: str) -> int | None:
        """The row of a stem, or None where its meaning is not known."""
        return self._row.get(stem)

    def near(self, stem: str) -> int | None:
        """The row of the stem that a word with a slip of the keys was likely meant for."""
        if len(stem) < SHORTEST:
            return None
        slips = 1 if len(stem) < LONG else 2
        lengths = range(len(stem) - slips, len(stem) + slips + 1)
        alike = [known for length in lengths for known in self._alike.get((stem[0], length), ())]
        found = extractOne(stem, alike, scorer=OSA.distance, score_cutoff=slips)
        return self._row[found[0]] if found else None

    @cached_property
    def _alike(self) -> Mapping[tuple[str, int], Sequence[str]]:
        """The stems by first letter and length; a slip in the first letter is not seen through."""
        alike: dict[tuple[str, int], list[str]] = defaultdict(list)
        for known in self._row:
            alike[known[0], len(known)].append(known)
        return alike

    def of(self, rows: Ints | Sequence[int]) -> Floats:
        """The vectors of some rows."""
        vectors: Floats = self._vectors[rows] * self._scales[rows][:, None]
        return vectors


@cache
def stored_meanings() -> Meanings:
    """The table that is stored beside this module."""
    with STORED.open("rb") as file:
        stored: Any = np.load(file)
        stems = stored["stems"].tobytes().decode("ascii").split("\n")
        return Meanings(stems, stored["vectors"], stored["scales"])
