"""What a question means, beside the words it uses: how near it is to each target's examples.

The vector of a text is the mean of its words' vectors, rare words counting more. The targets are
told apart as in linear discriminant analysis: by the distance to the mean of each target's
examples, in the measure in which the examples of one target lie apart.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bot.matching.arrays import Layers
from bot.matching.spelling import STRONG

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.matching.arrays import Floats, Ints
    from bot.matching.index import Index
    from bot.matching.meanings import Meanings
    from bot.matching.question import Question, Unit

EVENNESS = 1.0  # how far the measure is drawn towards the plain one, which needs no examples
LEAST = 1e-4  # of evenness; where each target's examples are alike, their spread is but rounding
NOTHING = 1e-9
GUESSED = 0.9  # how much a word counts that is one slip from an English one
AT_ONCE = 2_000  # examples whose words are looked at together, so that memory stays small


class Meaning:
    """Scores by what a question means.

    Args:
        index: the index with the examples.
        meanings: the vectors of the words.
    """

    def __init__(self, index: Index, meanings: Meanings) -> None:
        self._index = index
        self._meanings = meanings
        self._rows = [meanings.row(root) for root in index.stems]
        self._unseen = float(1 + np.log1p(len(index.example_targets)))
        chosen = _chosen(index)
        targets = index.example_targets[chosen]
        many = np.bincount(targets, minlength=index.size).astype(np.float32)
        centres, spread = self._spread(chosen, targets, many)
        even = max(EVENNESS * np.trace(spread) / meanings.width, LEAST)
        measure = spread + even * np.eye(meanings.width, dtype=np.float32)
        self._weights: Floats = np.linalg.solve(measure, centres.T).T.astype(np.float32)
        self._halves = np.einsum("tw,tw->t", centres, self._weights) / 2
        self._empty = many == 0
        self._centres: Floats = centres / _lengths(centres)

    def scores(self, question: Question, targets: Ints) -> tuple[Floats, Floats]:
        """For some targets the score, in its own spread, and how near their examples are, at most 1."""
        vector = self._of_question(question)
        if not vector.any():
            nothing = np.zeros(len(targets), np.float32)
            return nothing, nothing
        chosen = targets if len(targets) < len(self._empty) else slice(None)
        scores: Floats = self._weights[chosen] @ vector - self._halves[chosen]
        scores[self._empty[chosen]] = scores.min(initial=0.0)
        scores -= scores.mean()
        scores /= scores.std() + np.float32(NOTHING)
        return scores, self._centres[chosen] @ vector

    def _spread(self, chosen: Ints, targets: Ints, many: Floats) -> tuple[Floats, Floats]:
        """The mean of each target's examples, and how the examples of one target lie apart."""
        width = self._meanings.width
        vectors = np.zeros((len(self._rows), width), np.float32)
        known = [number for number, row in enumerate(self._rows) if row is not None]
        vectors[known] = self._meanings.of([row for row in self._rows if row is not None])
        sums = np.zeros((len(many), width), np.float32)
        squares = np.zeros((width, width), np.float32)
        for first in range(0, len(chosen), AT_ONCE):
            here = slice(first, first + AT_ONCE)
            examples = self._of_examples(chosen[here], vectors)
            squares += examples.T @ examples
            places = np.arange(len(examples))
            added = Layers(targets[here], places, np.ones(len(examples), np.float32))
            sums[added.owners] += added.times(examples)
        centres = (sums / np.maximum(many, 1)[:, None]).astype(np.float32, copy=False)
        squares -= centres.T @ sums
        squares /= np.float32(max(len(chosen), 1))
        return centres, squares

    def _of_question(self, question: Question) -> Floats:
        rows: list[int] = []
        weights: list[float] = []
        for unit in question.units:
            said = tuple(self._of_words(unit.said.split())) or tuple(self._of_slip(unit))
            rows += [row for row, _ in said]
            weights += [weight for _, weight in said]
        if not rows:
            return np.zeros(self._meanings.width, np.float32)
        vector: Floats = np.array(weights, np.float32) @ self._meanings.of(rows)
        vector /= np.sqrt(vector @ vector) + np.float32(NOTHING)
        return vector

    def _of_words(self, words: Iterable[str]) -> Iterator[tuple[int, float]]:
        """The rows and weights of the words as typed."""
        for word in words:
            root = self._index.root_of(word)
            row = self._meanings.row(root)
            if row is not None:
                number = self._index.stems.get(root)
                weight = self._unseen if number is None else float(self._index.stem_weight[number])
                yield row, weight

    def _of_slip(self, unit: Unit) -> Iterator[tuple[int, float]]:
        """The rows and weights of what a word that is no English one, or a short form, stands for."""
        reading = unit.readings[0] if unit.readings else None
        if (reading is None or reading.share < STRONG) and " " not in unit.said:
            near = self._meanings.near(self._index.root_of(unit.said))
            if near is not None:
                yield near, GUESSED * self._unseen
                return
        for other in unit.readings:
            rows = [(self._rows[number], number) for number in other.stems]
            known = [(row, number) for row, number in rows if row is not None]
            if known:
                weights = self._index.stem_weight
                yield from ((row, other.share * weights[number]) for row, number in known)
                return

    def _of_examples(self, chosen: Ints, vectors: Floats) -> Floats:
        """The vector of each of the chosen examples, of length one."""
        examples = self._index.examples
        cells, many = examples.places(chosen)
        rows = np.repeat(np.arange(len(chosen)), many)
        layers = Layers(rows, examples.columns[cells], examples.values[cells])
        found = np.zeros((len(chosen), vectors.shape[1]), np.float32)
        found[layers.owners] = layers.times(vectors)
        return found / _lengths(found)


def _lengths(rows: Floats) -> Floats:
    lengths: Floats = np.sqrt(np.einsum("rw,rw->r", rows, rows))[:, None] + np.float32(NOTHING)
    return lengths


def _chosen(index: Index) -> Ints:
    """The examples to learn from; the names of a target only where it has no examples."""
    targets, is_name = index.example_targets, index.example_is_name
    own = np.bincount(targets[~is_name], minlength=index.size + 1)
    return np.flatnonzero((targets < index.size) & (~is_name | (own[targets] == 0)))
