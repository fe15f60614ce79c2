"""What is learned from the examples: which words and pairs tell one target from its neighbours.

Multinomial logistic regression on the stems of the examples and on the pairs of stems that come
more than once: a few steps of gradient descent with momentum from nought. Stopping early is what
keeps it general. There is nothing random in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bot.matching.arrays import Rows
from bot.matching.index import pairs_of

if TYPE_CHECKING:
    from collections.abc import Sequence

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
OFTEN = 8  # a column that comes more often than this is kept dense


class Learned:
    """Scores by what was learned. The last of the classes stands for none of the targets.

    Args:
        index: the index with the examples.
        taught: for each target whether its examples are learned from.
    """

    def __init__(self, index: Index, taught: NDArray[np.bool_]) -> None:
        self._index = index
        self._taught = np.flatnonzero(taught)
        self._number_of_pair = _numbered(index.pair_times >= COMMON, len(index.stems))
        of_none = bool(len(index.example_targets)) and index.example_targets[-1] == index.size
        class_of = _numbered(np.append(taught, of_none), 0)
        classes = len(self._taught) + int(of_none)
        labels = class_of[index.example_targets]
        taught_from = np.flatnonzero(labels >= 0)
        height = len(index.stems) + int((self._number_of_pair >= 0).sum())
        self._weights: Floats | None = None
        if 0 < len(taught_from) <= MOST_EXAMPLES and height * classes <= MOST_CELLS:
            parts = -(-len(taught_from) // MOST_AT_ONCE)
            self._weights = _learn(
                [self._features(taught_from[part::parts]) for part in range(parts)],
                [labels[taught_from[part::parts]] for part in range(parts)],
                height,
                classes,
            )

    def scores(self, question: Question) -> Floats:
        """One score for each target, and one for none of them where there are such examples."""
        if self._weights is None:
            return np.zeros(self._index.size, np.float32)
        stems, pairs = self._stems(question), self._pairs(question)
        scores = np.zeros(self._weights.shape[1], np.float32)
        for numbers, share in ((stems, 1.0), (pairs, OF_PAIRS)):
            if numbers:
                values = np.fromiter(numbers.values(), np.float32, len(numbers))
                values *= np.float32(share) / np.sqrt(values @ values)
                scores += values @ self._weights[list(numbers)]
        scores -= scores.mean()
        of_none = len(scores) - len(self._taught)
        everyone = np.zeros(self._index.size + of_none, np.float32)
        everyone[self._taught] = scores[: len(self._taught)]
        everyone[self._index.size :] = scores[len(self._taught) :]
        return everyone

    def _stems(self, question: Question) -> dict[int, float]:
        weights = self._index.stem_weight
        found: dict[int, float] = {}
        for unit in question.units:
            for reading in unit.readings[:1]:
                for root in reading.stems:
                    found[root] = max(reading.share * float(weights[root]), found.get(root, 0.0))
        return found

    def _pairs(self, question: Question) -> dict[int, float]:
        index = self._index
        found = (index.pairs.get(pair) for pair in pairs_of(question.line))
        return {
            int(self._number_of_pair[pair]): float(index.pair_weight[pair])
            for pair in found
            if pair is not None and self._number_of_pair[pair] >= 0
        }

    def _features(self, chosen: Ints) -> Rows:
        """The stems and the common pairs of the chosen examples."""
        stems, pairs = self._index.examples, self._index.example_pairs
        row = np.full(len(stems), -1, np.int64)
        row[chosen] = np.arange(len(chosen))
        numbers = self._number_of_pair[pairs.columns]
        of_stems, of_pairs = row[stems.owners()], row[pairs.owners()]
        kept, common = of_stems >= 0, (of_pairs >= 0) & (numbers >= 0)
        return Rows(
            np.concatenate([of_stems[kept], of_pairs[common]]),
            np.concatenate([stems.columns[kept], numbers[common]]),
            np.concatenate([stems.values[kept], pairs.values[common] * np.float32(OF_PAIRS)]),
            len(chosen),
        )


def _numbered(chosen: NDArray[np.bool_], first: int) -> Ints:
    """Consecutive numbers for the chosen places, -1 for the others."""
    numbers = np.full(len(chosen), -1, np.int64)
    numbers[chosen] = np.arange(first, first + int(chosen.sum()))
    return numbers


def _learn(parts: Sequence[Rows], labels: Sequence[Ints], height: int, classes: int) -> Floats:
    """The weight of each feature for each class; every step looks at one part of the examples."""
    products = [_Product(part, height) for part in parts]
    weights = np.zeros((height, classes), np.float32)
    speed = np.zeros_like(weights)
    for step in range(STEPS):
        product, truth = products[step % len(parts)], labels[step % len(parts)]
        speed *= np.float32(MOMENTUM)
        likely = _softmax(product.forth(weights + speed))
        likely[np.arange(len(truth)), truth] -= 1
        speed -= np.float32(PACE * classes / len(truth)) * product.back(likely, height)
        weights += speed
    return weights


class _Product:
    """Sparse rows times a matrix, to and fro: common columns as a dense table, the others sparse.

    Args:
        rows: the sparse rows.
        width: the number of columns.
    """

    def __init__(self, rows: Rows, width: int) -> None:
        often = np.bincount(rows.columns, minlength=width) > OFTEN
        here = often[rows.columns]
        owners = rows.owners()
        self._common = np.flatnonzero(often)
        self._dense = np.zeros((len(rows), len(self._common)), np.float32)
        self._dense[owners[here], _numbered(often, 0)[rows.columns[here]]] = rows.values[here]
        rest = (owners[~here], rows.columns[~here], rows.values[~here])
        self._forth = _slots(Rows(*rest, len(rows)))
        self._back = _slots(Rows(rest[1], rest[0], rest[2], width))

    def forth(self, matrix: Floats) -> Floats:
        """The rows times a matrix with one row for each column of theirs."""
        product: Floats = self._dense @ matrix[self._common]
        _add_slots(product, self._forth, matrix)
        return product

    def back(self, matrix: Floats, width: int) -> Floats:
        """The columns times a matrix with one row for each of the rows."""
        product = np.zeros((width, matrix.shape[1]), np.float32)
        product[self._common] = self._dense.T @ matrix
        _add_slots(product, self._back, matrix)
        return product


def _slots(rows: Rows) -> list[tuple[Ints, Ints, Floats]]:
    """The first cells of all rows, then the second ones, and so on: owners, columns, values."""
    lengths = np.diff(rows.bounds)
    slots: list[tuple[Ints, Ints, Floats]] = []
    for slot in range(int(lengths.max(initial=0))):
        holders = np.flatnonzero(lengths > slot)
        places = rows.bounds[holders] + slot
        slots.append((holders, rows.columns[places], rows.values[places][:, None]))
    return slots


def _add_slots(
    product: Floats, slots: Sequence[tuple[Ints, Ints, Floats]], matrix: Floats
) -> None:
    for owners, columns, values in slots:
        cells = matrix[columns]
        cells *= values
        product[owners] += cells


def _softmax(scores: Floats) -> Floats:
    scores -= scores.max(axis=1, keepdims=True)
    np.exp(scores, out=scores)
    scores /= scores.sum(axis=1, keepdims=True)
    return scores
