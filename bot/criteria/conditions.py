"""The words of a condition: under which answers a duty would be owed.

Nothing is written by hand for a single case: the condition is worked out from the completions in
which the duty holds, as few questions as will say it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.criteria.model import Answers, Condition, Criteria, DutyId
    from bot.criteria.table import DecisionTable


def condition_of(table: DecisionTable, answers: Answers, duty: DutyId) -> str:
    """When this duty would be owed, given these answers, as words after "if"."""
    within = table.bits(answers)
    wanted = table.duty_bits[duty] & within
    return in_words(table.criteria, conditions_of(table, wanted, within))


@lru_cache(maxsize=4096)
def conditions_of(table: DecisionTable, wanted: int, within: int) -> tuple[Condition, ...]:
    """Conditions that together single out the wanted completions within the given ones.

    One condition where one will do; else several, the fewest questions first, each chosen for
    what it adds.
    """
    if wanted == within:
        return ({},)
    condition = _projection(table, wanted, within)
    if table.bits_where(condition) & within == wanted:
        return (_shortest(table, condition, wanted, within),)
    return _alternatives(table, wanted, within)


def _projection(table: DecisionTable, wanted: int, within: int) -> dict[str, tuple[str, ...]]:
    """For each question, its options among the wanted completions, where that narrows it."""
    return {
        question.id: options
        for question in table.criteria.facts
        if (options := table.values(wanted, question.id)) != table.values(within, question.id)
    }


def _shortest(
    table: DecisionTable, condition: dict[str, tuple[str, ...]], wanted: int, within: int
) -> Condition:
    """The condition without the questions that it can do without, the later ones left out first."""
    kept = dict(condition)
    for question in reversed(condition):
        fewer = {other: options for other, options in kept.items() if other != question}
        if table.bits_where(fewer) & within == wanted:
            kept = fewer
    return kept


def _alternatives(table: DecisionTable, wanted: int, within: int) -> tuple[Condition, ...]:
    chosen: list[Condition] = []
    covered = 0
    for number in range(1, len(table.criteria.facts) + 1):
        if covered == wanted:
            break
        candidates = _candidates(table, number, wanted, within)
        while best := max(
            candidates, key=lambda one: (_new(one, covered), one.place), default=None
        ):
            if not _new(best, covered):
                break
            chosen.append(best.condition)
            covered |= best.bits
    return tuple(chosen)


def in_words(criteria: Criteria, conditions: tuple[Condition, ...]) -> str:
    """Conditions as words that follow "if"; alternatives are joined by "or if"."""
    return ", or if ".join(
        " and ".join(_clause(criteria, question, options) for question, options in one.items())
        for one in conditions
    )


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A condition that no unwanted completion satisfies, and the completions that do."""

    condition: Condition
    bits: int
    place: int


def _new(candidate: _Candidate, covered: int) -> int:
    return (candidate.bits & ~covered).bit_count()


def _candidates(
    table: DecisionTable, number: int, wanted: int, within: int
) -> tuple[_Candidate, ...]:
    """Every condition on exactly this many open questions; earlier questions have a higher place."""
    questions = [one.id for one in table.criteria.facts if len(table.values(within, one.id)) > 1]
    conditions = (
        condition
        for some in combinations(questions, number)
        for condition in _sufficient(table, some, wanted, within)
    )
    return tuple(
        _Candidate(condition, table.bits_where(condition) & within, -place)
        for place, condition in enumerate(conditions)
    )


def _sufficient(
    table: DecisionTable, questions: tuple[str, ...], wanted: int, within: int
) -> tuple[Condition, ...]:
    """The conditions on these questions under which every completion is a wanted one."""
    question, *rest = questions
    found: list[tuple[tuple[Condition, ...], list[str]]] = []
    for option in table.values(within, question):
        here = within & table.option_bits[question, option]
        inner = _sufficient(table, tuple(rest), wanted, here) if rest else _all(here, wanted)
        same = next((options for known, options in found if known == inner), None)
        if same is None:
            found.append((inner, [option]))
        else:
            same.append(option)
    return tuple({question: tuple(options), **one} for inner, options in found for one in inner)


def _all(here: int, wanted: int) -> tuple[Condition, ...]:
    return () if here & ~wanted else ({},)


def _clause(criteria: Criteria, question_id: str, options: tuple[str, ...]) -> str:
    named = next(
        (
            words.words
            for words in criteria.condition_words
            if words.question == question_id and set(words.options) == set(options)
        ),
        None,
    )
    if named:
        return named
    question = criteria.question(question_id)
    return " or ".join(question.option(option).words for option in options)
