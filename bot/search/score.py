"""Scores: how well each target fits a question, seen in five ways."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.search.heads import Heads, HeadScores
    from bot.search.index import Index
    from bot.search.query import Question, Reading
    from bot.search.sparse import Floats, Ints

BY_WORDS = 1.3
BY_PAIRS = 1.2
BY_HEAD_OF_WORDS = 0.12
BY_HEAD_OF_VECTOR = 0.08  # for cards with many examples; with few, vectors tell more than words
MOST_BY_VECTOR = 0.2
MANY_EXAMPLES = 56
BY_NEAREST = 1.5
PRIOR = 2.0  # rarity that a question is taken to have beside its own, so that one word is no proof
FEW_TARGETS = 600  # up to this many, all are scored in every way
MOST_TARGETS = 256  # of more than that, the best by words


@dataclass(frozen=True, slots=True)
class Scored:
    """How well the targets fit, each way of looking beside their sum.

    Args:
        targets: the numbers of the targets that were scored.
        words, pairs: by the words of the question, and by its pairs of words, for each of them.
        heads: what was fitted on the examples says of every target, and of none.
        total: the weighted sum.
    """

    targets: Ints
    words: Floats
    pairs: Floats
    heads: HeadScores
    total: Floats


class Scorer:
    """Scores every target for a question.

    Args:
        index: what stands in which target.
        heads: what was fitted on the examples.
    """

    def __init__(self, index: Index, heads: Heads) -> None:
        self._index = index
        self._heads = heads
        self._every: Ints = np.arange(index.size)
        fewer = (MANY_EXAMPLES / heads.lines_a_class) ** 0.5
        self._by_vector = min(MOST_BY_VECTOR, BY_HEAD_OF_VECTOR * max(1.0, fewer))

    def score(self, question: Question, text: str, vector: Floats | None) -> Scored:
        """How well each target fits the question; `text` is the same without slips."""
        words = self.by_words(question)
        pairs = self._by_pairs(question)
        targets = self._every
        if len(targets) > FEW_TARGETS:
            targets = _best_of(words)
        heads = self._heads.scores(text, vector)
        total = (
            BY_WORDS * words
            + BY_PAIRS * pairs
            + BY_HEAD_OF_WORDS * heads.words[:-1]
            + self._by_vector * heads.vector[:-1]
            + BY_NEAREST * heads.nearest[:-1]
        )
        return Scored(targets, words[targets], pairs[targets], heads, total[targets])

    def by_words(self, question: Question) -> Floats:
        """The share of what the question says that each target says too (BM25)."""
        plain = [unit.readings[0] for unit in question.units if len(unit.readings) == 1]
        total = self._worth(plain)
        for unit in question.units:
            if len(unit.readings) > 1:
                total += np.maximum.reduce([self._worth_of(one) for one in unit.readings])
        total /= np.float32(question.rarity + PRIOR)
        return total

    def _worth_of(self, reading: Reading) -> Floats:
        """What one reading is worth in each target."""
        impacts = self._index.impacts
        if impacts is None:
            return self._worth([reading])
        first, *others = reading.stems
        worth: Floats = impacts[first].copy()
        for root in others:
            worth += impacts[root]
        worth *= np.float32(reading.share)
        return worth

    def _worth(self, readings: Sequence[Reading]) -> Floats:
        """What some readings together are worth in each target."""
        roots = np.array([root for reading in readings for root in reading.stems], np.int64)
        shares = np.array([one.share for one in readings for _ in one.stems], np.float32)
        impacts = self._index.impacts
        if impacts is None:
            return self._index.targets_of_stem.weighted(roots, shares, self._index.size)
        worth: Floats = shares @ impacts.take(roots, axis=0)
        return worth

    def _by_pairs(self, question: Question) -> Floats:
        index = self._index
        weights = index.pair_rarity[list(question.pairs)]
        length = float(weights @ weights) + question.new_pairs * index.rarest**2
        found = index.targets_of_pair.total(question.pairs, index.size)
        found /= np.float32(length**0.5 + 1e-9)
        return found


def _best_of(scores: Floats) -> Ints:
    best = np.argpartition(-scores, MOST_TARGETS)[:MOST_TARGETS]
    best.sort()
    return best
