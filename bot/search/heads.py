"""What was fitted on the examples: a head over words, one over the vector, and the nearest example.

The workshop fits (`workshop/heads_file.py`); here the stored numbers are only added up.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from bot.built_files import path_of
from bot.search.words import stems_of, words_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from bot.search.sparse import Floats

FILE = "heads.npz"
NONE = ""  # the class of the questions that must not be answered
STEP = np.float32(1 / 127)  # of the rounded vectors


@dataclass(frozen=True, slots=True)
class HeadScores:
    """What the heads say of each target; the last of each stands for none of the targets.

    Args:
        words: by the head over words.
        vector: by the head over the vector; nought without an encoder.
        nearest: how near the nearest example is, at most 1; nought without an encoder.
    """

    words: Floats
    vector: Floats
    nearest: Floats


class Heads:
    """The stored heads, laid out for the targets of a library.

    Args:
        stored: the arrays that the workshop fitted.
        addresses: the targets in order. One that was not fitted gets the mean, which is nought.
    """

    def __init__(self, stored: Mapping[str, NDArray[Any]], addresses: Sequence[str]) -> None:
        features = stored["features"].tobytes().decode("ascii").split("\n")
        self._number_of = {feature: number for number, feature in enumerate(features)}
        self._rarity: Floats = stored["rarity"]
        self._words: NDArray[np.float16] = stored["words"]
        self._vector: Floats = stored["vector"].astype(np.float32)
        classes = stored["classes"].tobytes().decode("utf-8").split("\n")
        place = {address: number for number, address in enumerate((*addresses, NONE))}
        self._size = len(addresses) + 1
        self._places = np.array([place.get(one, self._size) for one in classes], np.int64)
        self._examples: Floats = stored["examples"].astype(np.float32) * STEP
        owners = stored["owners"]
        self._starts = np.flatnonzero(np.diff(owners, prepend=-1))
        self._owners = self._places[owners[self._starts]]
        self.lines_a_class = len(owners) / len(classes)

    def scores(self, text: str, vector: Floats | None) -> HeadScores:
        """What the heads say of a text without slips, and of its vector where there is one."""
        words = self._of_targets(self._by_words(text))
        if vector is None:
            return HeadScores(words, np.zeros_like(words), np.zeros_like(words))
        by_vector = self._of_targets(centred(vector @ self._vector))
        nearest = np.zeros(self._size + 1, np.float32)
        nearest[self._owners] = np.maximum.reduceat(self._examples @ vector, self._starts)
        return HeadScores(words, by_vector, nearest[: self._size].round(3))

    def _by_words(self, text: str) -> Floats:
        counts = Counter(self._number_of.get(feature, -1) for feature in features_of(text))
        counts.pop(-1, None)
        numbers = np.fromiter(counts, np.int64, len(counts))
        values = 1 + np.log(np.fromiter(counts.values(), np.float32, len(counts)))
        values *= self._rarity[numbers]
        values /= np.sqrt(values @ values) + np.float32(1e-9)
        return centred(values @ self._words[numbers].astype(np.float32))

    def _of_targets(self, scores: Floats) -> Floats:
        """Scores of the classes as scores of the targets, rounded so that every machine agrees."""
        every = np.zeros(self._size + 1, np.float32)
        every[self._places] = scores
        return every[: self._size].round(3)


def features_of(text: str) -> list[str]:
    """The stems of a text, and the pairs of neighbouring ones."""
    stems = stems_of(words_of(text))
    return [*stems, *(f"{one} {other}" for one, other in pairwise(stems))]


def centred(scores: Floats) -> Floats:
    """Scores less their mean: a target that was not fitted stands in the middle, at nought."""
    middle: Floats = scores - scores.mean()
    return middle


@cache
def stored_heads() -> dict[str, NDArray[Any]]:
    """The arrays of the built file.

    Raises:
        BuiltFileError: the file is missing or is not the one that was built.
    """
    with np.load(path_of(FILE)) as stored:
        return {name: stored[name] for name in stored.files}
