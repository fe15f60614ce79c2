"""Weights learned from the examples: which words tell one target from its neighbours.

Multinomial logistic regression on the stems of the examples, a few steps of gradient descent with
momentum from nought. Stopping early is what keeps it general; there is nothing random in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bot.matching.arrays import Rows

if TYPE_CHECKING:
    from bot.matching.arrays import Floats, Ints

STEPS = 4
PACE = 12.0
MOMENTUM = 0.8
MOST_CELLS = 4_000_000  # above this size of the weights, nothing is learned
SHORT_ROW = 12


def learn(examples: Rows, labels: Ints, stems: int, classes: int) -> Floats | None:
    """The weight of each stem for each class, or None where that would cost too much."""
    if not len(examples) or stems * classes > MOST_CELLS:
        return None
    forth, back = _Product(examples), _Product(_transposed(examples, stems))
    weights = np.zeros((stems, classes), np.float32)
    speed = np.zeros_like(weights)
    pace = np.float32(PACE * classes / len(examples))
    everyone = np.arange(len(examples))
    for _ in range(STEPS):
        speed *= np.float32(MOMENTUM)
        likely = _softmax(forth.times(weights + speed))
        likely[everyone, labels] -= 1
        speed -= pace * back.times(likely)
        weights += speed
    return weights


class _Product:
    """Sparse rows times a matrix: the first cells of all rows at once, long rows one by one.

    Args:
        rows: the sparse rows.
    """

    def __init__(self, rows: Rows) -> None:
        lengths = np.diff(rows.bounds)
        order = np.argsort(-lengths, kind="stable")
        long = int((lengths > SHORT_ROW).sum())
        self._rows = rows
        self._long = order[:long].tolist()
        self._short = order[long:]
        self._slots = []
        for slot in range(SHORT_ROW):
            holders = self._short[: int((lengths[self._short] > slot).sum())]
            places = rows.bounds[holders] + slot
            self._slots.append((rows.columns[places], rows.values[places][:, None]))

    def times(self, matrix: Floats) -> Floats:
        product = np.empty((len(self._rows), matrix.shape[1]), np.float32)
        short = np.zeros((len(self._short), matrix.shape[1]), np.float32)
        for columns, values in self._slots:
            cells = matrix[columns]
            cells *= values
            short[: len(columns)] += cells
        product[self._short] = short
        for number in self._long:
            columns, values = self._rows.row(number)
            product[number] = values @ matrix[columns]
        return product


def _transposed(rows: Rows, width: int) -> Rows:
    numbers = np.repeat(np.arange(len(rows)), np.diff(rows.bounds)).astype(np.int32)
    return Rows(rows.columns, numbers, rows.values, width)


def _softmax(scores: Floats) -> Floats:
    scores -= scores.max(axis=1, keepdims=True)
    np.exp(scores, out=scores)
    scores /= scores.sum(axis=1, keepdims=True)
    return scores
