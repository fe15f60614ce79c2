"""What is proved about the decision table each time it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.criteria.dialogue import paths
from bot.criteria.model import DutyId, Verdict
from bot.criteria.table import DecisionTable, UncoveredError
from bot.criteria.told import told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.criteria.model import Answers, Criteria

_CHILD = ("0-15", "16-17")
_SERIOUS = ("died", "seriously_harmed")
_SUSPECTED = ("known", "suspected")
_WORRIED = {
    "abuse_or_neglect": {"abuse_or_neglect": "not_known", "warning_signs": "yes"},
    "warning_signs": {"warning_signs": "yes"},
}
_MILDEST_FIRST = (
    Verdict.NOT_ON_THESE_ANSWERS,
    Verdict.CONSULT,
    Verdict.OTHER_DUTY,
    Verdict.MEETS,
)


def prove(criteria: Criteria) -> tuple[str, ...]:
    """What does not hold, in words; empty when all holds.

    Proved: every rule can fire; every completion is covered; over every way through the dialogue,
    an unsure answer ends in `not_on_these_answers` only where all its sure answers do, "looked
    after" alone never gives `meets`, every child death has `ecdop`, and an unsure answer about
    abuse or warning signs is never milder than a worried one.
    """
    try:
        table = DecisionTable(criteria)
    except UncoveredError as error:
        return (f"No rule covers this case: {error}. Add a rule that does.",)
    silent = tuple(
        f"The rule {rule_id} can never fire: rules before it take every case. Move it up or drop it."
        for rule_id, bits in table.rule_bits.items()
        if not bits
    )
    return silent + tuple(
        dict.fromkeys(fault for path in paths(table) for fault in _faults_of_path(table, path))
    )


def _faults_of_path(table: DecisionTable, path: Answers) -> Iterator[str]:
    here = ", ".join(f"{question}: {option}" for question, option in path.items())
    found = told(table, path)
    if path["age"] in _CHILD and path.get("outcome") == "died" and DutyId.ECDOP not in found.now:
        yield f"A child death without ecdop: {here}."
    if found.verdict is Verdict.MEETS and not (
        path.get("outcome") in _SERIOUS and path.get("abuse_or_neglect") in _SUSPECTED
    ):
        yield f"Meets without death or serious harm and abuse or neglect: {here}."
    for question in table.criteria.facts:
        if question.id in path:
            yield from _faults_of_unsure(table, path, question.id, here)


def _faults_of_unsure(
    table: DecisionTable, path: Answers, question_id: str, here: str
) -> Iterator[str]:
    if table.criteria.question(question_id).option(path[question_id]).sure:
        return
    verdict = told(table, path).verdict
    sure = {
        told(table, {**path, question_id: option}).verdict
        for option in table.values(table.bits(path), question_id)
    }
    if verdict is Verdict.NOT_ON_THESE_ANSWERS and sure != {verdict}:
        yield f"An unsure answer about {question_id} ends in a no: {here}."
    worried = {**path, **_WORRIED.get(question_id, {})}
    if table.bits(worried) and _milder(verdict, told(table, worried).verdict):
        yield f"An unsure answer about {question_id} is milder than a worried one: {here}."


def _milder(one: Verdict, other: Verdict) -> bool:
    return _MILDEST_FIRST.index(one) < _MILDEST_FIRST.index(other)
