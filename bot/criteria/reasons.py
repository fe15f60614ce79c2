"""Why: the state of each criterion, and which single answer would change the verdict."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.criteria.dialogue import replay
from bot.criteria.model import CriterionState, Verdict
from bot.criteria.told import PLACE, told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.criteria.model import Answers, Criterion
    from bot.criteria.table import DecisionTable


DIED = ("outcome", "died")


@dataclass(frozen=True, slots=True)
class Reason:
    """A criterion, its state, and the answers that decided it (question id to option id)."""

    criterion: Criterion
    state: CriterionState
    decided_by: dict[str, str]


def reasons(table: DecisionTable, answers: Answers) -> tuple[Reason, ...]:
    """Each criterion that the answers bear on, met or not met only where every completion agrees."""
    return tuple(
        Reason(
            criterion,
            _state(table, criterion, answers),
            {
                question: answers[question]
                for question in criterion.decided_by
                if question in answers
            },
        )
        for criterion in table.criteria.criteria
        if _bears_on(table, criterion, answers)
    )


@dataclass(frozen=True, slots=True)
class Turn:
    """A single other answer and the verdict that it would lead to."""

    question: str
    options: tuple[str, ...]
    verdict: Verdict


def turns(table: DecisionTable, answers: Answers) -> tuple[Turn, ...]:
    """The single answers that would change the verdict, all other answers as they are.

    A death cannot turn out otherwise. Where the criteria are met every turn would be milder, and
    someone tired would take it for the verdict: none is told.
    """
    return tuple(turn for question in answers for turn in _turns_of(table, answers, question))


def _bears_on(table: DecisionTable, criterion: Criterion, answers: Answers) -> bool:
    """A criterion about the place bears only on the verdict for which the place is asked."""
    verdict = told(table, answers).verdict
    return any(
        table.criteria.question(question).only_for in {None, verdict}
        for question in criterion.decided_by
    )


def _state(table: DecisionTable, criterion: Criterion, answers: Answers) -> CriterionState:
    bits = table.bits(answers)
    met = [
        _bits_where_met(table, criterion, place) & bits for place in _places_left(table, answers)
    ]
    if all(where == bits for where in met):
        return CriterionState.MET
    still_open = any(bits & table.bits_where(condition) for condition in criterion.open_when)
    return CriterionState.NOT_KNOWN if any(met) or still_open else CriterionState.NOT_MET


def _places_left(table: DecisionTable, answers: Answers) -> tuple[str, ...]:
    """The sure places that the answer could turn out to be."""
    place = table.criteria.question(PLACE)
    answer = answers.get(PLACE)
    return (answer,) if answer in place.sure_ids else place.sure_ids


def _bits_where_met(table: DecisionTable, criterion: Criterion, place: str) -> int:
    bits = 0
    for condition in criterion.met_when:
        if place in condition.get(PLACE, (place,)):
            facts = {fact: options for fact, options in condition.items() if fact != PLACE}
            bits |= table.bits_where(facts)
    return bits


def _turns_of(table: DecisionTable, answers: Answers, question: str) -> Iterator[Turn]:
    now = told(table, answers).verdict
    if now is Verdict.MEETS or (question, answers[question]) == DIED:
        return
    by_verdict: dict[Verdict, list[str]] = {}
    for option in table.criteria.question(question).sure_ids:
        verdict = told(table, replay(table, {**answers, question: option}).path).verdict
        if option != answers[question] and verdict is not now:
            by_verdict.setdefault(verdict, []).append(option)
    for verdict, options in by_verdict.items():
        yield Turn(question, tuple(options), verdict)
