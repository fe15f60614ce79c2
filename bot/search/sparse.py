"""Sparse rows of numbers, laid out end to end."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Ints = NDArray[np.integer[Any]]


def in_order(numbers: Ints) -> Ints:
    """The places of numbers from 0 up in rising order, equal ones as they come."""
    # Numbers of 16 bits are sorted several times as fast.
    return np.argsort(numbers.astype(np.min_scalar_type(numbers.max(initial=0))), kind="stable")


def pooled(
    rows: Ints, columns: Ints, values: NDArray[Any] | None = None
) -> tuple[Ints, Ints, Floats]:
    """The cells in order, the values of the same cell added up; 1 each where none are given."""
    width = int(columns.max()) + 1 if len(columns) else 1
    every = rows.astype(np.int64) * width + columns
    if values is None:
        cells, sums = np.unique(every, return_counts=True)
    else:
        cells, place = np.unique(every, return_inverse=True)
        sums = np.bincount(place, weights=values, minlength=len(cells))
    return cells // width, cells % width, sums.astype(np.float32)


class Rows:
    """For each row the columns in which something stands, and how much."""

    __slots__ = ("bounds", "columns", "starts", "values")

    def __init__(self, rows: Ints, columns: Ints, values: NDArray[Any], height: int) -> None:
        order = in_order(rows)
        self.columns: Ints = columns[order]
        self.values: Floats = values[order].astype(np.float32)
        self.bounds = np.zeros(height + 1, np.int64)
        np.cumsum(np.bincount(rows, minlength=height), out=self.bounds[1:])
        self.starts: list[int] = self.bounds.tolist()

    @classmethod
    def of_length_one(
        cls, rows: Ints, columns: Ints, counts: Floats, weights: Floats, height: int
    ) -> Rows:
        """Rows of weighted counts, each brought to the length of one."""
        values = (1 + np.log(np.maximum(counts, 1))) * weights[columns]
        lengths = np.sqrt(np.bincount(rows, weights=values**2, minlength=height)) + 1e-9
        return cls(rows, columns, values / lengths[rows], height)

    def __len__(self) -> int:
        return len(self.starts) - 1

    def row(self, number: int) -> tuple[Ints, Floats]:
        """The columns and values of one row."""
        here = slice(self.starts[number], self.starts[number + 1])
        return self.columns[here], self.values[here]

    def places(self, numbers: Ints) -> tuple[Ints, Ints]:
        """Where the cells of some rows stand, one row after the other, and how many each has."""
        starts = self.bounds[numbers]
        counts = self.bounds[numbers + 1] - starts
        ends = np.cumsum(counts)
        before = np.repeat(starts - ends + counts, counts)
        return before + np.arange(len(before)), counts

    def joined(self, numbers: Sequence[int]) -> tuple[Ints, Floats]:
        """The columns and values of a few rows, one row after the other."""
        starts, columns, values = self.starts, self.columns, self.values
        parts = [slice(starts[number], starts[number + 1]) for number in numbers] or [slice(0)]
        return (
            np.concatenate([columns[part] for part in parts]),
            np.concatenate([values[part] for part in parts]),
        )

    def total(self, numbers: Sequence[int], width: int) -> Floats:
        """The sum of a few rows as a full row."""
        columns, values = self.joined(numbers)
        return np.bincount(columns, weights=values, minlength=width).astype(np.float32)

    def weighted(self, numbers: Ints, weights: Floats, width: int) -> Floats:
        """The sum of some rows, each with its weight, as a full row."""
        places, counts = self.places(numbers)
        values = self.values[places] * np.repeat(weights, counts)
        total = np.bincount(self.columns[places], weights=values, minlength=width)
        return total.astype(np.float32)

    def owners(self) -> Ints:
        """The row of each cell, in order."""
        return np.repeat(np.arange(len(self), dtype=np.int32), np.diff(self.bounds))


class Layers:
    """Sparse rows as layers: the first cell of each row, then the second ones, and so on.

    The rows with the most cells come first, so that each layer is the front of the one before.
    Sums of rows of a matrix are several times as fast this way as with `reduceat`.

    Args:
        rows, columns, values: the cells.
    """

    def __init__(self, rows: Ints, columns: Ints, values: Floats) -> None:
        lengths = np.bincount(rows)
        self.owners = np.argsort(-lengths, kind="stable")[: np.count_nonzero(lengths)]
        rank = np.empty(len(lengths), np.int64)
        rank[self.owners] = np.arange(len(self.owners))
        lengths = lengths[self.owners]
        depth = np.arange(len(rows)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
        order = in_order(rank[rows])[in_order(depth)]
        self._columns: Ints = columns[order]
        self._values: Floats = values[order][:, None]
        self._layers = list(pairwise([0, *np.cumsum(np.bincount(depth)).tolist()]))

    def times(self, matrix: Floats) -> Floats:
        """Each of the owners times a matrix with one row for each column."""
        total = np.empty((len(self.owners), matrix.shape[1]), np.float32)
        room = np.empty_like(total)
        for first, last in self._layers:
            cells = room[: last - first] if first else total
            # "clip" only because numpy writes straight into the room then; none is out of range.
            np.take(matrix, self._columns[first:last], axis=0, out=cells, mode="clip")
            cells *= self._values[first:last]
            if first:
                total[: last - first] += cells
        return total


def rarity(found_in: Floats, among: int) -> Floats:
    """How much a thing tells that is found in so many of the targets (inverse frequency)."""
    weights: Floats = np.log(1 + (among - found_in + 0.5) / (found_in + 0.5)).astype(np.float32)
    return weights


def weight_of(found_in: Floats, among: int) -> Floats:
    """How much a thing counts in a comparison: at least 1, so that common things still count."""
    weights: Floats = (1 + np.log((1 + among) / (1 + found_in))).astype(np.float32)
    return weights
