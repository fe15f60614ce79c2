"""Scores: how well each target fits a question, seen in four ways."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bot.matching.index import grams_of, pairs_of

if TYPE_CHECKING:
    from bot.matching.arrays import Floats, Ints
    from bot.matching.index import Index
    from bot.matching.question import Question, Unit

BY_WORDS = 1.0
BY_LETTERS = 1.0
BY_PAIRS = 0.5
BY_LEARNING = 0.022  # for the root of the examples of a target: more of them teach more
MOST_BY_LEARNING = 0.12
PRIOR = 3.0  # rarity that a question is taken to have beside its own, so that one word is no proof
MOST_TARGETS = 512  # above this many, letters are compared for the best by words only


@dataclass(frozen=True, slots=True)
class Scored:
    """How well the targets fit, each way of looking beside their sum.

    Args:
        targets: the numbers of the targets that were scored.
        words, letters, pairs, learned: one score for each of them.
        total: the weighted sum.
        outside: the learned score of questions that must not be answered, or None.
    """

    targets: Ints
    words: Floats
    letters: Floats
    pairs: Floats
    learned: Floats
    total: Floats
    outside: float | None = None


class Scorer:
    """Scores every target for a question.

    Args:
        index: what stands in which target.
        weights: what was learned from the examples, or None.
    """

    def __init__(self, index: Index, weights: Floats | None) -> None:
        self._index = index
        self._weights = weights
        examples = len(index.example_targets) / max(index.size, 1)
        self._by_learning_share = min(MOST_BY_LEARNING, BY_LEARNING * examples**0.5)

    def score(self, question: Question) -> Scored:
        """How well each target fits the question."""
        every = self.by_words(question)
        targets = self._best(every)
        words = every[targets]
        letters = self._by_letters(question, targets)
        pairs = self._by_pairs(question)[targets]
        learnt = self._by_learning(question)
        learned = learnt[targets]
        outside = float(learnt[-1]) if len(learnt) > self._index.size else None
        total = (
            BY_WORDS * words
            + BY_LETTERS * letters
            + BY_PAIRS * pairs
            + self._by_learning_share * learned
        )
        return Scored(targets, words, letters, pairs, learned, total, outside)

    def by_words(self, question: Question) -> Floats:
        """The share of what the question says that each target says too (BM25)."""
        total = np.zeros(self._index.size, np.float32)
        for unit in question.units:
            self._add_unit(unit, total)
        return total / np.float32(question.rarity + PRIOR)

    def _add_unit(self, unit: Unit, total: Floats) -> None:
        rows = self._index.targets_of_stem
        if len(unit.readings) == 1:
            reading = unit.readings[0]
            for root in reading.stems:
                targets, impact = rows.row(root)
                total[targets] += impact * np.float32(reading.share)
            return
        best = np.zeros(self._index.size, np.float32)
        for reading in unit.readings:
            roots = np.asarray(reading.stems)
            said = rows.weighted(roots, np.full(len(roots), reading.share, np.float32), len(best))
            np.maximum(best, said, out=best)
        total += best

    def _best(self, scores: Floats) -> Ints:
        if len(scores) <= MOST_TARGETS:
            return np.arange(len(scores), dtype=np.int32)
        best = np.argpartition(-scores, MOST_TARGETS)[:MOST_TARGETS]
        best.sort()
        return best.astype(np.int32)

    def _by_letters(self, question: Question, targets: Ints) -> Floats:
        index = self._index
        counts: dict[int, int] = {}
        unseen = 0
        for word in question.words:
            for gram in grams_of(word):
                number = index.grams.ids.get(gram)
                if number is None:
                    unseen += 1
                else:
                    counts[number] = counts.get(number, 0) + 1
        grams = np.fromiter(counts.keys(), np.int64, len(counts))
        weights: Floats = np.fromiter(counts.values(), np.float32, len(counts))
        weights *= index.gram_weight[grams]
        length = float(weights @ weights + unseen * index.rarest**2) ** 0.5 + 1e-9
        weights /= np.float32(length)
        if index.letters is not None:
            found: Floats = (weights @ index.letters[grams])[targets]
            return found
        near = index.words_of_gram.weighted(grams, weights, len(index.words))
        rows = (index.words_of_target.row(target) for target in targets.tolist())
        each = [near[words] @ shares for words, shares in rows]
        return np.asarray(each, np.float32) / index.target_lengths[targets]

    def _by_pairs(self, question: Question) -> Floats:
        index = self._index
        said = pairs_of(question.line)
        known = sorted({index.pairs.ids[pair] for pair in said if pair in index.pairs.ids})
        unseen = len(said) - len(known)
        pairs = np.asarray(known, np.int64)
        weights = index.pair_rarity[pairs]
        length = float(weights @ weights + unseen * index.rarest**2) ** 0.5
        found = index.targets_of_pair.weighted(pairs, weights, index.size)
        found /= np.float32(length + 1e-9)
        return found

    def _by_learning(self, question: Question) -> Floats:
        if self._weights is None:
            return np.zeros(self._index.size, np.float32)
        stems: dict[int, float] = {}
        for unit in question.units:
            for reading in unit.readings[:1]:
                for root in reading.stems:
                    weight = reading.share * float(self._index.stem_weight[root])
                    stems[root] = max(weight, stems.get(root, 0.0))
        if not stems:
            return np.zeros(self._index.size, np.float32)
        values = np.asarray(list(stems.values()), np.float32)
        values /= np.sqrt(values @ values + np.float32(1e-9))
        scores: Floats = values @ self._weights[list(stems)]
        scores -= scores.mean()
        return scores
