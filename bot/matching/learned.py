"""What is learned from the examples: which words and pairs tell one target from its neighbours.

Multinomial logistic regression on the stems of the examples and on the pairs of stems that come
more than once: a few steps of gradient descent with momentum from nought. Stopping early is what
keeps it general. There is nothing random in it.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot
from typing import TYPE_CHECKING

import numpy as np

from bot.matching.arrays import Layers

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from bot.matching.arrays import Floats, Ints
    from bot.matching.index import Index
    from bot.matching.question import Question

STEPS = 8
PACE = 6.0
MOMENTUM = 0.8
OF_PAIRS = 0.7  # how much pairs count beside stems
COMMON = 3  # pairs that come less often are not learned from
MOST_EXAMPLES = 20_000  # above this number, or this size of the weights, nothing is learned
MOST_CELLS = 6_000_000
MOST_AT_ONCE = (
    1_500  # examples that one step looks at, so that a growing library stays quick to index
)
OFTEN = 48  # a column that comes more often than this is kept dense


@dataclass(frozen=True, slots=True)
class Cells:
    """The cells of a sparse matrix."""

    rows: Ints
    columns: Ints
    values: Floats

    def chosen(self, which: NDArray[np.bool_]) -> Cells:
        """Some of the cells."""
        return Cells(self.rows[which], self.columns[which], self.values[which])

    def dealt(self, part: int, parts: int) -> Cells:
        """The rows that fall to one part when all are dealt out in turn, numbered anew."""
        here = self.chosen(self.rows % parts == part)
        return Cells(here.rows // parts, here.columns, here.values)


class Learned:
    """Scores by what was learned. The last of the classes stands for none of the targets.

    Args:
        index: the index with the examples.
        taught: for each target whether its examples are learned from.
    """

    def __init__(self, index: Index, taught: NDArray[np.bool_]) -> None:
        self._index = index
        self._number_of_pair = _numbered(index.pair_times >= COMMON, len(index.stems))
        self._of_none = (
            bool(len(index.example_targets)) and index.example_targets[-1] == index.size
        )
        is_class = np.append(taught, self._of_none)
        self._classes = np.flatnonzero(is_class)
        classes = len(self._classes)
        labels = _numbered(is_class, 0)[index.example_targets]
        taught_from = labels >= 0
        examples = int(taught_from.sum())
        height = len(index.stems) + int((self._number_of_pair >= 0).sum())
        self._weights: Floats | None = None
        if 0 < examples <= MOST_EXAMPLES and height * classes <= MOST_CELLS:
            cells = self._cells(_numbered(taught_from, 0))
            self._weights = _learn(cells, labels[taught_from], height, classes)

    def scores(self, question: Question) -> Floats:
        """One score for each target, and one for none of them where there are such examples."""
        if self._weights is None:
            return np.zeros(self._index.size, np.float32)
        stems, pairs = self._stems(question), self._pairs(question)
        values = [*_of_length(1.0, stems.values()), *_of_length(OF_PAIRS, pairs.values())]
        rows = self._weights.take(np.array([*stems, *pairs], np.int64), axis=0)
        scores = np.zeros(self._index.size + self._of_none, np.float32)
        scores[self._classes] = np.array(values, np.float32) @ rows
        return scores

    def _stems(self, question: Question) -> dict[int, float]:
        weights = self._index.stem_weight
        found: dict[int, float] = {}
        for unit in question.units:
            for reading in unit.readings[:1]:
                for root in reading.stems:
                    found[root] = max(reading.share * weights[root], found.get(root, 0.0))
        return found

    def _pairs(self, question: Question) -> dict[int, float]:
        pairs = list(question.pairs)
        numbers: list[int] = self._number_of_pair[pairs].tolist()
        weights: list[float] = self._index.pair_weight[pairs].tolist()
        return {
            number: weight for number, weight in zip(numbers, weights, strict=True) if number >= 0
        }

    def _cells(self, numbers: Ints) -> Cells:
        """The stems and the common pairs of the examples that have a number."""
        stems, pairs = self._index.examples, self._index.example_pairs
        columns = self._number_of_pair[pairs.columns]
        rows = numbers[np.concatenate([stems.owners(), pairs.owners()])]
        columns = np.concatenate([stems.columns, columns])
        values = np.concatenate([stems.values, pairs.values * np.float32(OF_PAIRS)])
        return Cells(rows, columns, values).chosen((rows >= 0) & (columns >= 0))


def _of_length(length: float, values: Iterable[float]) -> list[float]:
    """The values as a vector of this length."""
    every = list(values)
    scale = length / (hypot(*every) or 1.0)
    return [value * scale for value in every]


def _numbered(chosen: NDArray[np.bool_], first: int) -> Ints:
    """Consecutive numbers for the chosen places, -1 for the others."""
    numbers = np.full(len(chosen), -1, np.int64)
    numbers[chosen] = np.arange(first, first + int(chosen.sum()))
    return numbers


def _learn(cells: Cells, labels: Ints, height: int, classes: int) -> Floats:
    """The weight of each feature for each class; every step looks at one part of the examples."""
    parts = -(-len(labels) // MOST_AT_ONCE)
    truths = [labels[part::parts] for part in range(parts)]
    products = [
        _Product(cells.dealt(part, parts), len(truth), height) for part, truth in enumerate(truths)
    ]
    weights = np.zeros((height, classes), np.float32)
    speed = np.zeros_like(weights)
    slope = np.zeros_like(weights)
    for step in range(STEPS):
        product, truth = products[step % parts], truths[step % parts]
        speed *= np.float32(MOMENTUM)
        weights += speed
        if step:
            likely = _softmax(product.forth(weights))
        else:
            likely = np.full((len(truth), classes), 1 / classes, np.float32)
        likely[np.arange(len(truth)), truth] -= 1
        likely *= np.float32(-PACE * classes / len(truth))
        product.back(likely, slope)
        speed += slope
        weights += slope
    return weights


class _Product:
    """A sparse matrix times a full one, to and fro: common columns dense, the others in layers.

    Args:
        cells: the sparse matrix.
        height: the number of its rows.
        width: the number of its columns.
    """

    def __init__(self, cells: Cells, height: int, width: int) -> None:
        often = np.bincount(cells.columns, minlength=width) > OFTEN
        here = often[cells.columns]
        common, rest = cells.chosen(here), cells.chosen(~here)
        self._common = np.flatnonzero(often)
        self._dense = np.zeros((height, len(self._common)), np.float32)
        self._dense[common.rows, _numbered(often, 0)[common.columns]] = common.values
        self._forth = Layers(rest.rows, rest.columns, rest.values)
        self._back = Layers(rest.columns, rest.rows, rest.values)

    def forth(self, matrix: Floats) -> Floats:
        """The rows times a matrix with one row for each column of theirs."""
        product: Floats = self._dense @ matrix[self._common]
        product[self._forth.owners] += self._forth.times(matrix)
        return product

    def back(self, matrix: Floats, product: Floats) -> None:
        """Fills in the columns times a matrix with one row for each of the rows."""
        product.fill(0)
        product[self._common] = self._dense.T @ matrix
        product[self._back.owners] = self._back.times(matrix)


def _softmax(scores: Floats) -> Floats:
    scores -= scores.max(axis=1, keepdims=True)
    np.exp(scores, out=scores)
    scores /= scores.sum(axis=1, keepdims=True)
    return scores
