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

STEPS = 6
PACE = 12.0
MOMENTUM = 0.8
MOST_CELLS = 3_000_000  # above this size of the weights, nothing is learned


def learn(examples: Rows, labels: Ints, stems: int, classes: int) -> Floats | None:
    """The weight of each stem for each class, or None where that would cost too much."""
    if not len(examples) or stems * classes > MOST_CELLS:
        return None
    weights = np.zeros((stems, classes), np.float32)
    speed = np.zeros_like(weights)
    by_stem = _transposed(examples, stems)
    pace = np.float32(PACE * classes / len(examples))
    everyone = np.arange(len(examples))
    for _ in range(STEPS):
        likely = _softmax(_times(examples, weights + np.float32(MOMENTUM) * speed))
        likely[everyone, labels] -= 1
        speed = np.float32(MOMENTUM) * speed - pace * _times(by_stem, likely)
        weights += speed
    return weights


def _transposed(rows: Rows, width: int) -> Rows:
    numbers = np.repeat(np.arange(len(rows)), np.diff(rows.starts)).astype(np.int32)
    return Rows(rows.columns, numbers, rows.values, width)


def _times(rows: Rows, matrix: Floats) -> Floats:
    product = np.zeros((len(rows), matrix.shape[1]), np.float32)
    starts = np.asarray(rows.starts)
    filled = np.flatnonzero(np.diff(starts))
    if len(filled):
        cells = matrix[rows.columns]
        cells *= rows.values[:, None]
        product[filled] = np.add.reduceat(cells, starts[filled], axis=0)
    return product


def _softmax(scores: Floats) -> Floats:
    scores -= scores.max(axis=1, keepdims=True)
    np.exp(scores, out=scores)
    scores /= scores.sum(axis=1, keepdims=True)
    return scores
