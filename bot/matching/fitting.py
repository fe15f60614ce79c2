r"""Fits the numbers of calibration.json.

Run it after the cards, the examples or the scores change:

    python -m bot.matching.fitting tests/questions/development.jsonl \
        --knowledge knowledge/england --knowledge knowledge/croydon \
        [--cards CARDS.jsonl QUESTIONS.jsonl]... --into bot/matching/calibration.json

The question set is for the knowledge base itself; each `--cards` adds any other collection,
so that the confidence holds for collections without labels of their own.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click
import numpy as np

from bot.knowledge_base.loader import read_knowledge
from bot.matching.answered import from_matched
from bot.matching.collections import read_cards, read_questions
from bot.matching.confidence import Calibration, Logistic
from bot.matching.evaluation import figures_of, judge
from bot.matching.features import Features
from bot.matching.matcher import Matcher
from bot.matching.model import Decision
from bot.matching.slips import with_slips
from bot.matching.targets import targets_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from bot.matching.answered import Answered
    from bot.matching.collections import Asked
    from bot.matching.evaluation import Judged

    Numbers = NDArray[np.float64]

NAMES = tuple(one.name for one in fields(Features))
ROUNDS = 4_000
CAUTION = 1e-3  # how much large weights cost
MOST_WRONG = 0.015  # of all questions: a card, and a wrong one
MOST_OUTSIDE = 0.02  # of the questions that must not be answered
MOST_SILENT = 0.015  # of the questions that have an answer
LEAST = 1e-4  # a smaller weight is nought
STEPS = 100


@dataclass(frozen=True, slots=True)
class Collection:
    """Cards, and questions about them."""

    matcher: Matcher
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


def see(matcher: Matcher, questions: Sequence[Asked]) -> Seen:
    """The features of the questions that the rule decides, as typed and with slips of the keys."""
    rows, answerable, right = [], [], []
    eager = matcher.with_calibration(
        replace(matcher.calibration, choices_from=0.0, answer_from=0.0)
    )
    for asked in questions:
        for text in (asked.q, with_slips(asked.q)):
            look = matcher.look(text)
            if look is None:
                continue
            rows.append(look.features.row())
            answerable.append(float(bool(asked.gold)))
            right.append(float(from_matched(eager.match(text)).rank_of(asked.gold) == 1))
    inside = np.asarray(answerable)
    share = np.where(inside == 1, 0.5 / max(inside.sum(), 1), 0.5 / max((1 - inside).sum(), 1))
    return Seen(np.asarray(rows), inside, np.asarray(right), share)


def fit(rows: Numbers, truth: Numbers, weights: Numbers) -> Logistic:
    """Logistic regression in which no feature may speak against (projected gradient descent)."""
    spread = rows.std(axis=0) + 1e-9
    scaled = np.column_stack([rows / spread, np.ones(len(rows))])
    weights = weights / weights.sum()
    step = 4 / float(np.linalg.eigvalsh((scaled * weights[:, None]).T @ scaled)[-1])
    at = np.zeros(scaled.shape[1])
    ahead, pace = at, 1.0
    for _ in range(ROUNDS):
        slope = scaled.T @ (weights * (1 / (1 + np.exp(-scaled @ ahead)) - truth))
        slope[:-1] += 2 * CAUTION * ahead[:-1]
        moved = ahead - step * slope
        moved[:-1] = np.maximum(moved[:-1], 0)
        faster = (1 + (1 + 4 * pace**2) ** 0.5) / 2
        ahead, at, pace = moved + (pace - 1) / faster * (moved - at), moved, faster
    found = at[:-1] / spread
    return Logistic(
        round(float(at[-1]), 4),
        {
            name: round(float(one), 4)
            for name, one in zip(NAMES, found, strict=True)
            if one > LEAST
        },
    )


def with_thresholds(knowledge: Collection, calibration: Calibration) -> Calibration:
    """The calibration with the lowest thresholds at which wrong answers stay rare.

    Questions that a name or a list decides are left out: no threshold changes their answers.
    """
    weighed = [one for one in knowledge.questions if knowledge.matcher.look(one.q) is not None]
    knowledge = replace(knowledge, questions=tuple(weighed))
    offering = _lowest(
        lambda step: replace(calibration, choices_from=step, answer_from=2.0),
        lambda found: (figures_of(found).silent or 0) > MOST_SILENT,
        knowledge,
    )
    return _lowest(
        lambda step: replace(offering, answer_from=step),
        lambda found: (
            (figures_of(found).wrong_with_confidence or 0) <= MOST_WRONG
            and _share(found, Decision.ANSWER) <= MOST_OUTSIDE
        ),
        knowledge,
    )


def _lowest(
    at: Callable[[float], Calibration],
    holds: Callable[[Sequence[Judged]], bool],
    knowledge: Collection,
) -> Calibration:
    """The calibration at the lowest step at which something holds, found by halving."""
    low, high = 0, STEPS
    while low < high:
        middle = (low + high) // 2
        matcher = knowledge.matcher.with_calibration(at(middle / STEPS))

        def ask(text: str, matcher: Matcher = matcher) -> Answered:
            return from_matched(matcher.match(text))

        found = (*judge(ask, knowledge.questions), *judge(ask, knowledge.questions, with_slips))
        low, high = (low, middle) if holds(found) else (middle + 1, high)
    return at(low / STEPS)


def _share(judged: Sequence[Judged], decision: Decision) -> float:
    outside = [one for one in judged if not one.in_scope]
    return sum(one.answered.decision is decision for one in outside) / max(len(outside), 1)


def fitted(knowledge: Collection, others: Sequence[Collection]) -> Calibration:
    """The calibration that fits the knowledge base and the other collections, each weighing the same."""
    seen = [see(one.matcher, one.questions) for one in (knowledge, *others)]
    rows = np.concatenate([one.rows for one in seen])
    weights = np.concatenate([one.weights for one in seen])
    rough = Calibration(
        answerable=fit(rows, np.concatenate([one.answerable for one in seen]), weights),
        right=fit(rows, np.concatenate([one.right for one in seen]), weights),
        choices_from=0.0,
        answer_from=0.0,
    )
    return with_thresholds(knowledge, rough)


def written(calibration: Calibration, how: str) -> str:
    """The calibration as the JSON that is stored, with how it was set."""
    return json.dumps({"how": how, **asdict(calibration)}, indent=2) + "\n"


@click.command()
@click.argument("questions", type=click.Path(path_type=Path))
@click.option("--knowledge", multiple=True, required=True, type=click.Path(path_type=Path))
@click.option("--cards", multiple=True, nargs=2, type=click.Path(path_type=Path))
@click.option("--how", default="", help="a note on the collections, kept in the file")
@click.option("--into", required=True, type=click.Path(path_type=Path))
def main(
    questions: Path,
    knowledge: tuple[Path, ...],
    cards: tuple[tuple[Path, Path], ...],
    how: str,
    into: Path,
) -> None:
    """Set the numbers of the calibration from QUESTIONS, and from other collections."""
    base = read_knowledge(knowledge)
    matcher = Matcher(
        targets_of(base),
        base.vocabulary(),
        base.out_of_scope,
        published_elsewhere=base.published_elsewhere,
    )
    own = Collection(matcher, read_questions(questions))
    others = [
        Collection(Matcher(read_cards(some)), read_questions(asked)) for some, asked in cards
    ]
    into.write_text(written(fitted(own, others), how), encoding="utf-8")


if __name__ == "__main__":
    main()
