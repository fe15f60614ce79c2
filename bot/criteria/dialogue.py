"""The dialogue: replayed from the first question every time, with no needless question."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from bot.criteria.table import satisfies
from bot.criteria.told import told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.criteria.model import Answers, Question
    from bot.criteria.table import DecisionTable


def next_question(table: DecisionTable, answers: Answers) -> Question | None:
    """The first question not yet answered whose answer can still change what is told."""
    return _next(table, frozenset(answers.items()))


@lru_cache(maxsize=4096)
def _next(table: DecisionTable, items: frozenset[tuple[str, str]]) -> Question | None:
    answers = dict(items)
    for question in table.criteria.questions:
        if question.id not in answers and _makes_sense(question, answers):
            if question.only_for is not None:
                if told(table, answers).verdict is question.only_for:
                    return question
            elif _can_change_what_is_told(table, question, answers):
                return question
    return None


@dataclass(frozen=True, slots=True)
class Position:
    """Where a replay of answers arrives.

    Args:
        path: the answers on the way, in the order in which they were asked.
        question: the open question, or None when none is left.
        pending: answers given for questions that were not reached yet.
        unused: answers that no question on the way asks for.
    """

    path: dict[str, str]
    question: Question | None
    pending: dict[str, str]
    unused: dict[str, str]


def replay(table: DecisionTable, answers: Answers) -> Position:
    """Walk from the first question over the answers.

    An answer that contradicts those before it counts as not given.
    """
    path: dict[str, str] = {}
    given = dict(answers)
    while (question := next_question(table, path)) and question.id in given:
        step = {question.id: given.pop(question.id)}
        if table.bits({**path, **step}):
            path |= step
    if question is None:
        return Position(path, None, {}, given)
    return Position(path, question, given, {})


def options_left(table: DecisionTable, question: Question, answers: Answers) -> tuple[str, ...]:
    """The options of a question that do not contradict the answers before it."""
    return tuple(
        option.id for option in question.options if table.bits({**answers, question.id: option.id})
    )


def most_questions_left(table: DecisionTable, answers: Answers) -> int:
    """How many more questions the longest way from here asks."""
    return _most_left(table, frozenset(answers.items()))


@lru_cache(maxsize=4096)
def _most_left(table: DecisionTable, items: frozenset[tuple[str, str]]) -> int:
    answers = dict(items)
    question = next_question(table, answers)
    if question is None:
        return 0
    return 1 + max(
        _most_left(table, items | {(question.id, option)})
        for option in options_left(table, question, answers)
    )


def paths(table: DecisionTable, answers: Answers | None = None) -> Iterator[dict[str, str]]:
    """Every complete way through the dialogue."""
    so_far = dict(answers or {})
    question = next_question(table, so_far)
    if question is None:
        yield so_far
        return
    for option in options_left(table, question, so_far):
        yield from paths(table, {**so_far, question.id: option})


def _makes_sense(question: Question, answers: Answers) -> bool:
    return not question.asked_when or any(
        satisfies(answers, condition) for condition in question.asked_when
    )


def _can_change_what_is_told(table: DecisionTable, question: Question, answers: Answers) -> bool:
    views = {
        told(table, {**answers, question.id: option}).view
        for option in question.sure_ids
        if table.bits({**answers, question.id: option})
    }
    return views != {told(table, answers).view}
