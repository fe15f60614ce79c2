"""What speaks for and against the best target: the numbers that confidence is worked out from."""

from __future__ import annotations

from dataclasses import dataclass, fields
from math import exp, log
from operator import attrgetter
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.search.index import Index
    from bot.search.query import Question
    from bot.search.score import Scored
    from bot.search.sparse import Floats

TWO = 2  # scores: that of one target, and that of none
AMONG = 6  # the targets among which the question may be undecided


@dataclass(frozen=True, slots=True)
class Features:
    """What speaks for the best target. Each is turned so that more of it never speaks against.

    Args:
        words: how well it fits by words.
        pairs: how well it fits by pairs of words.
        total: how well it fits in all.
        margin: how far ahead of the next one it is.
        learned: how far ahead it is by the head over words.
        meaning: how far ahead it is by the head over the vector.
        near: how near its nearest example is in meaning.
        covered: the share of what the question says that it says too.
        familiar: the share of what the question says that any target says.
        decided: how little the best six share the evidence.
        example: how near its nearest example is by words.
        apart: below 0 where a question that must not be answered is nearer than that.
        beyond: below 0 where such a question is nearer in meaning.
        inside: below 0 where such questions fit better by the head over words.
    """

    words: float
    pairs: float
    total: float
    margin: float
    learned: float
    meaning: float
    near: float
    covered: float
    familiar: float
    decided: float
    example: float
    apart: float
    beyond: float
    inside: float

    def row(self) -> list[float]:
        """The numbers in order."""
        return list(_numbers_of(self))


_numbers_of = attrgetter(*(one.name for one in fields(Features)))


def features_of(
    question: Question, scored: Scored, index: Index, order: Sequence[int]
) -> Features:
    """What speaks for the best target, where `order` are the places of the best of those scored."""
    best = order[0]
    target = int(scored.targets[best])
    top = [float(scored.total[place]) for place in order[:AMONG]]
    example, outside = _nearness(question, index, target)
    heads = scored.heads
    return Features(
        words=float(scored.words[best]),
        pairs=float(scored.pairs[best]),
        total=float(scored.total[best]),
        margin=top[0] - top[1] if len(top) > 1 else top[0],
        learned=_ahead(heads.words, target),
        meaning=_ahead(heads.vector, target),
        near=float(heads.nearest[target]),
        covered=_covered(question, index.said_by(target)),
        familiar=_familiar(question),
        decided=_decided(top),
        example=example,
        apart=min(0.0, example - outside),
        beyond=min(0.0, float(heads.nearest[target] - heads.nearest[-1])),
        inside=min(0.0, float(heads.words[target] - heads.words[-1])) / 10,
    )


def _ahead(scores: Floats, target: int) -> float:
    """How far the best of the scores is ahead, where it is that of the target; else nought."""
    best, second = np.sort(scores[:-1])[:-3:-1] if len(scores) > TWO else (scores[0], 0.0)
    return float(best - second) if scores[target] == best else 0.0


def _decided(top: Sequence[float]) -> float:
    if len(top) == 1:
        return 1.0
    odds = [exp((total - top[0]) * 6) for total in top]
    every = sum(odds)
    return 1 + sum([one / every * log(one / every + 1e-9) for one in odds]) / log(len(odds))


def _covered(question: Question, said: frozenset[int]) -> float:
    covered = 0.0
    for unit in question.units:
        most = 0.0
        for stems, share in unit.readings:
            if share > most and stems[0] in said and said.issuperset(stems):
                most = share
        covered += unit.rarity * most
    return covered / (question.rarity + 1e-9)


def _familiar(question: Question) -> float:
    known = 0.0
    for unit in question.units:
        known += unit.rarity * max([share for _, share in unit.readings], default=0.0)
    return known / (question.rarity + 1e-9)


def _nearness(question: Question, index: Index, target: int) -> tuple[float, float]:
    """How near the nearest example of a target is, and how near the nearest of none, from 0 to 1."""
    weights: dict[int, float] = {}
    length = 0.0
    for unit in question.units:
        if not unit.readings:
            length += (1 + index.rarest) ** 2
            continue
        for root in unit.readings[0].stems:
            weight = index.stem_weight[root]
            weights[root] = weight * unit.readings[0].share
            length += weight**2
    vector = np.zeros(len(index.stems), np.float32)
    scale = 1 / (length**0.5 + 1e-9)
    vector[list(weights)] = [weight * scale for weight in weights.values()]
    return index.nearest(vector, target), index.nearest(vector, index.size)
