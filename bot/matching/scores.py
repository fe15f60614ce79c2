"""Scores: how well each target fits a question, seen in four ways."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bot.matching.learned import Learned
from bot.matching.meaning import Meaning
from bot.matching.meanings import stored_meanings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from bot.matching.arrays import Floats, Ints
    from bot.matching.index import Index
    from bot.matching.question import Question, Reading

BY_WORDS = 1.3
BY_PAIRS = 1.2
BY_LEARNING = 0.007  # for a target with one example; more examples teach more
MORE_BY_LEARNING = 0.95
MOST_BY_LEARNING = 0.11
BY_MEANING = 0.35
PRIOR = 2.0  # rarity that a question is taken to have beside its own, so that one word is no proof
FEW_TARGETS = 600  # up to this many, all are scored in every way
MOST_TARGETS = 256  # of more than that, the best by words


@dataclass(frozen=True, slots=True)
class Scored:
    """How well the targets fit, each way of looking beside their sum.

    Args:
        targets: the numbers of the targets that were scored.
        words, pairs, learned, meaning: one score for each of them.
        total: the weighted sum.
        near: how near the examples of each are to what the question means.
        outside: the learned score of questions that must not be answered, or None.
    """

    targets: Ints
    words: Floats
    pairs: Floats
    learned: Floats
    meaning: Floats
    total: Floats
    near: Floats
    outside: float | None = None


class Scorer:
    """Scores every target for a question.

    Args:
        index: what stands in which target.
        taught: for each target whether its examples are learned from.
    """

    def __init__(self, index: Index, taught: NDArray[np.bool_]) -> None:
        self._index = index
        self._learned = Learned(index, taught)
        self._meaning = Meaning(index, stored_meanings())
        self._every: Ints = np.arange(index.size)
        examples = len(index.example_targets) / max(index.size, 1)
        self._by_learning_share = min(MOST_BY_LEARNING, BY_LEARNING * examples**MORE_BY_LEARNING)

    def score(self, question: Question) -> Scored:
        """How well each target fits the question."""
        words = self.by_words(question)
        pairs = self._by_pairs(question)
        learned = self._learned.scores(question)
        outside = float(learned[-1]) if len(learned) > self._index.size else None
        learned = learned[: self._index.size]
        targets = self._every
        if len(targets) > FEW_TARGETS:
            targets = _best_of(words)
            words, pairs, learned = words[targets], pairs[targets], learned[targets]
        meaning, near = self._meaning.scores(question, targets)
        total = (
            BY_WORDS * words
            + BY_PAIRS * pairs
            + self._by_learning_share * learned
            + BY_MEANING * meaning
        )
        return Scored(targets, words, pairs, learned, meaning, total, near, outside)

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
