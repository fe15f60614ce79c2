"""What a question means, beside the words it uses: how near it is to each target's examples.

The vector of a text is the mean of its words' vectors, rare words counting more. The targets are
told apart as in linear discriminant analysis: by the distance to the mean of each target's
examples, in the measure in which the examples of one target lie apart.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.matching.arrays import Floats, Ints
    from bot.matching.index import Index
    from bot.matching.meanings import Meanings
    from bot.matching.question import Question, Unit

EVENNESS = (
    1.0  # how far the measure is drawn towards the plain one; few examples teach little of it
)
NOTHING = 1e-9
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
        examples = self._of_examples(chosen)
        many = np.bincount(targets, minlength=index.size)
        self._empty = many == 0
        centres = np.zeros((index.size, meanings.width), np.float32)
        if len(chosen):
            first = np.flatnonzero(np.diff(targets, prepend=-1))
            sums = np.add.reduceat(examples, first, axis=0)
            centres[targets[first]] = sums / many[targets[first], None]
        apart = examples - centres[targets]
        spread = apart.T @ apart / np.float32(max(len(chosen), 1))
        even = EVENNESS * np.trace(spread) / meanings.width + NOTHING
        measure = spread + even * np.eye(meanings.width, dtype=np.float32)
        self._weights = np.linalg.solve(measure, centres.T).T.astype(np.float32)
        self._halves = (centres * self._weights).sum(axis=1) / 2
        lengths = np.sqrt((centres**2).sum(axis=1, keepdims=True)) + NOTHING
        self._centres = centres / lengths

    def scores(self, question: Question, targets: Ints) -> tuple[Floats, Floats]:
        """For some targets the score, in its own spread, and how near their examples are, at most 1."""
        vector = self._of_question(question)
        scores = self._weights[targets] @ vector - self._halves[targets]
        known = ~self._empty[targets]
        scores[~known] = scores[known].min(initial=0.0)
        scores -= scores.mean()
        scores /= scores.std() + NOTHING
        return scores, self._centres[targets] @ vector

    def _of_question(self, question: Question) -> Floats:
        rows: list[int] = []
        weights: list[float] = []
        for unit in question.units:
            said = tuple(self._of_words(unit.said.split())) or tuple(self._of_reading(unit))
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

    def _of_reading(self, unit: Unit) -> Iterator[tuple[int, float]]:
        """The rows and weights of what a word that is no English one was likely meant for."""
        for reading in unit.readings[:1]:
            for number in reading.stems:
                row = self._rows[number]
                if row is not None:
                    yield row, reading.share * float(self._index.stem_weight[number])

    def _of_examples(self, chosen: Ints) -> Floats:
        """The vector of each of the chosen examples, of length one."""
        examples, width = self._index.examples, self._meanings.width
        vectors = np.zeros((len(self._rows), width), np.float32)
        known = [number for number, row in enumerate(self._rows) if row is not None]
        vectors[known] = self._meanings.of([row for row in self._rows if row is not None])
        found = np.zeros((len(examples), width), np.float32)
        for first in range(0, len(examples), AT_ONCE):
            last = min(first + AT_ONCE, len(examples))
            here = slice(examples.starts[first], examples.starts[last])
            cells = vectors[examples.columns[here]]
            cells *= examples.values[here, None]
            starts = examples.bounds[first:last] - examples.starts[first]
            found[first:last] = np.add.reduceat(cells, starts, axis=0)
        found = found[chosen]
        found /= np.sqrt((found**2).sum(axis=1, keepdims=True)) + NOTHING
        return found


def _chosen(index: Index) -> Ints:
    """The examples to learn from; the names of a target only where it has no examples."""
    targets, is_name = index.example_targets, index.example_is_name
    own = np.bincount(targets[~is_name], minlength=index.size + 1)
    return np.flatnonzero((targets < index.size) & (~is_name | (own[targets] == 0)))
