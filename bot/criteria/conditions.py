"""The words of a condition: under which answers a duty would be owed.

Nothing is written by hand for a single case: the condition is worked out from the completions in
which the duty holds, as few questions as will say it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.criteria.model import Answers, Condition, Criteria, DutyId
    from bot.criteria.table import DecisionTable


def condition_of(table: DecisionTable, answers: Answers, duty: DutyId) -> str:
    """When this duty would be owed, given these answers, as words after "if"."""
    within = table.bits(answers)
    wanted = table.duty_bits[duty] & within
    return in_words(table.criteria, conditions_of(table, wanted, within))


def conditions_of(table: DecisionTable, wanted: int, within: int) -> tuple[Condition, ...]:
    """Conditions that together single out the wanted completions within the given ones."""
    if wanted == within:
        return ({},)
    condition = _projection(table, wanted, within)
    if _where(table, condition, within) == wanted:
        return (_shortest(table, condition, wanted, within),)
    return _split(table, wanted, within)


def in_words(criteria: Criteria, conditions: tuple[Condition, ...]) -> str:
    """Conditions as words that follow "if"; alternatives are joined by "or if"."""
    return ", or if ".join(
        " and ".join(_clause(criteria, question, options) for question, options in one.items())
        for one in conditions
    )


def _projection(table: DecisionTable, wanted: int, within: int) -> dict[str, tuple[str, ...]]:
    """For each open question, its options among the wanted completions, where that narrows it."""
    return {
        question.id: options
        for question in table.criteria.facts
        if (options := table.values(wanted, question.id)) != table.values(within, question.id)
    }


def _where(table: DecisionTable, condition: Condition, within: int) -> int:
    return table.bits_where(condition) & within


def _shortest(
    table: DecisionTable, condition: dict[str, tuple[str, ...]], wanted: int, within: int
) -> Condition:
    """The condition without the questions that it can do without, the later ones left out first."""
    kept = dict(condition)
    for question in reversed(condition):
        fewer = {other: options for other, options in kept.items() if other != question}
        if fewer and _where(table, fewer, within) == wanted:
            kept = fewer
    return kept


def _split(table: DecisionTable, wanted: int, within: int) -> tuple[Condition, ...]:
    """One condition for each part of the first question whose options tell the parts apart."""
    question = next(
        question.id
        for question in table.criteria.facts
        if len(table.values(within, question.id)) > 1
    )
    found: list[tuple[tuple[Condition, ...], list[str]]] = []
    for option in table.values(wanted, question):
        here = table.option_bits[question, option]
        inner = conditions_of(table, wanted & here, within & here)
        for known, options in found:
            if known == inner:
                options.append(option)
                break
        else:
            found.append((inner, [option]))
    return tuple({question: tuple(options), **one} for inner, options in found for one in inner)


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
