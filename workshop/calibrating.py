"""Fits the numbers of calibration.json: how sure to be, with the encoder and without.

Two collections count the same: the knowledge base with its development questions, and its cards
as a small collection would have them, with a few examples each and the rest as questions. So the
confidence holds for collections without labels of their own.
"""

from __future__ import annotations

import random
from dataclasses import asdict, dataclass, fields, replace
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy.optimize import minimize

from bot.search.confidence import Calibration, Logistic
from bot.search.features import Features
from workshop.answered import from_matched
from workshop.collections import Asked
from workshop.typos import with_slips

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from bot.search.model import Target
    from bot.search.search import Search

    Numbers = NDArray[np.float64]

NAMES = tuple(one.name for one in fields(Features))
CAUTION = 1e-3  # how much large weights cost
MOST_WRONG = 0.015  # of all questions: a card, and a wrong one
MOST_OUTSIDE = 0.02  # of the questions that must not be answered
MOST_SILENT = 0.01  # of the questions that have an answer
LEAST = 1e-4  # a smaller weight is nought
STEPS = 100
FEW, MOST_ASKED, ENOUGH = 8, 4, 16  # of the small collection: examples, questions, lines of a card
ANYTHING = Calibration(Logistic(0, {}), Logistic(0, {}), choices_from=0.0, answer_from=0.0)


@dataclass(frozen=True, slots=True)
class Collection:
    """Cards, and questions about them."""

    search: Search
    questions: tuple[Asked, ...]


@dataclass(frozen=True, slots=True)
class Seen:
    """The features of some questions, and what was true of each.

    Args:
        rows: one row of features for each question.
        answerable: 1 where the cards answer it.
        right: 1 where the first card was the right one.
        weights: the weight of each question; those with and without an answer weigh the same.
    """

    rows: Numbers
    answerable: Numbers
    right: Numbers
    weights: Numbers


def small_collection(
    targets: Sequence[Target], outside: Sequence[str]
) -> tuple[tuple[Target, ...], tuple[str, ...], tuple[Asked, ...]]:
    """The cards with a few examples each, half of what must not be answered, and the rest as questions."""
    dice = random.Random(0)  # noqa: S311  (no secret)
    cards, asked = [], []
    for target in targets:
        if target.kind == "topic" and len(target.examples) >= ENOUGH:
            lines = dice.sample(target.examples, FEW + MOST_ASKED)
            cards.append(replace(target, examples=tuple(lines[:FEW]), aliases=(), summary=""))
            gold = frozenset({target.address})
            asked += [Asked(line, gold) for line in lines[FEW:]]
    others = dice.sample(outside, len(outside))
    half = len(others) // 2
    return (
        tuple(cards),
        tuple(others[:half]),
        (*asked, *(Asked(one, frozenset()) for one in others[half:])),
    )


def see(search: Search, questions: Sequence[Asked]) -> Seen:
    """The features of the questions that the rule decides, as typed and with slips of the keys."""
    rows, answerable, right = [], [], []
    eager = search.with_calibration(ANYTHING)
    for asked in questions:
        for text in (asked.q, with_slips(asked.q)):
            ranking = search.ranking_of(text)
            if ranking is not None:
                rows.append(ranking.features.row())
                answerable.append(float(bool(asked.gold)))
                right.append(float(from_matched(eager.match(text)).rank_of(asked.gold) == 1))
    inside = np.asarray(answerable)
    share = np.where(inside == 1, 0.5 / max(inside.sum(), 1), 0.5 / max((1 - inside).sum(), 1))
    return Seen(np.asarray(rows), inside, np.asarray(right), share)


def fit(rows: Numbers, truth: Numbers, weights: Numbers) -> Logistic:
    """Logistic regression in which no feature may speak against."""
    spread = rows.std(axis=0) + 1e-9
    scaled = np.column_stack([rows / spread, np.ones(len(rows))])
    weights = weights / weights.sum()

    def loss(at: Numbers) -> tuple[float, Numbers]:
        log_odds = scaled @ at
        cost = weights @ (np.logaddexp(0, log_odds) - truth * log_odds)
        slope = scaled.T @ (weights * (1 / (1 + np.exp(-log_odds)) - truth))
        slope[:-1] += 2 * CAUTION * at[:-1]
        return float(cost + CAUTION * at[:-1] @ at[:-1]), slope

    bounds = [(0.0, None)] * rows.shape[1] + [(None, None)]
    found = minimize(loss, np.zeros(len(bounds)), jac=True, method="L-BFGS-B", bounds=bounds).x
    return Logistic(
        round(float(found[-1]), 4),
        {
            name: round(float(one), 4)
            for name, one in zip(NAMES, found[:-1] / spread, strict=True)
            if one > LEAST
        },
    )


def fitted(knowledge: Collection, others: Sequence[Collection]) -> Calibration:
    """The calibration that fits the knowledge base and the other collections, each weighing the same."""
    own = see(knowledge.search, knowledge.questions)
    seen = [own, *(see(one.search, one.questions) for one in others)]
    rows = np.concatenate([one.rows for one in seen])
    weights = np.concatenate([one.weights for one in seen])
    answerable = fit(rows, np.concatenate([one.answerable for one in seen]), weights)
    right = fit(rows, np.concatenate([one.right for one in seen]), weights)
    return with_thresholds(own, answerable, right)


def with_thresholds(seen: Seen, answerable: Logistic, right: Logistic) -> Calibration:
    """The calibration with the lowest thresholds at which wrong answers stay rare."""
    features = [Features(*row) for row in seen.rows.tolist()]
    inside = seen.answerable == 1
    likely = np.array([answerable.of(one) for one in features])
    sure = np.array([right.of(one) for one in features])
    steps = np.arange(STEPS + 1) / STEPS
    choices_from = next(step for step in steps if (likely < step)[inside].mean() > MOST_SILENT)
    answered = likely >= choices_from

    def holds(step: float) -> bool:
        given = answered & (sure >= step)
        wrong = given & (seen.right == 0)
        return bool(wrong.mean() <= MOST_WRONG and given[~inside].mean() <= MOST_OUTSIDE)

    answer_from = next((step for step in steps if holds(step)), 1.0)
    return Calibration(answerable, right, float(choices_from), float(answer_from))


def written(calibration: Calibration) -> dict[str, Any]:
    """The calibration as it is stored."""
    return asdict(calibration)
