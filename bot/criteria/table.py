"""The decision table, ready to be read.

A completion is one full set of sure answers that is possible at all. Each is one bit, and a set
of completions is one integer: an answer keeps the completions that it could turn out to be, and
what holds in all of them is what can be told.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bot.criteria.model import Answers, Condition, Criteria, DutyId, Rule, Verdict


def satisfies(answers: Answers, condition: Condition) -> bool:
    """Every question that the condition names is answered with one of its options."""
    return all(answers.get(question) in options for question, options in condition.items())


class UncoveredError(ValueError):
    """A completion to which no rule applies."""


class DecisionTable:
    """The rules of the criteria over every possible completion; the first rule that fits wins.

    Args:
        criteria: questions, impossible combinations and ordered rules.

    Raises:
        UncoveredError: no rule covers some completion.
    """

    def __init__(self, criteria: Criteria) -> None:
        self.criteria = criteria
        self._sure_bits = _bits_of_sure_options(criteria)
        self.everything = -1
        self.everything = self._possible()
        self.rule_bits: Mapping[str, int] = self._bits_of_rules()
        self.verdict_bits: Mapping[Verdict, int] = self._bits_of_verdicts()
        self.duty_bits: Mapping[DutyId, int] = self._bits_of_duties()
        self.option_bits: Mapping[tuple[str, str], int] = {
            (question.id, option.id): self._any_of(
                option.stands_for or ({question.id: (option.id,)},)
            )
            for question in criteria.facts
            for option in question.options
        }

    def bits(self, answers: Answers) -> int:
        """The completions that these answers could turn out to be; 0 when they exclude each other."""
        kept = self.everything
        for answer in answers.items():
            kept &= self.option_bits.get(answer, kept)
        return kept

    def bits_where(self, condition: Condition) -> int:
        """The completions that satisfy a condition."""
        kept = self.everything
        for question, options in condition.items():
            kept &= sum(self._sure_bits[question, option] for option in options)
        return kept

    def values(self, bits: int, question_id: str) -> tuple[str, ...]:
        """The sure options of a question that occur among these completions, in their order."""
        return tuple(
            option
            for option in self.criteria.question(question_id).sure_ids
            if bits & self._sure_bits[question_id, option]
        )

    def rules(self, bits: int) -> tuple[Rule, ...]:
        """The rules that decide these completions, in the order of the table."""
        return tuple(rule for rule in self.criteria.rules if self.rule_bits[rule.id] & bits)

    def _possible(self) -> int:
        first = self.criteria.facts[0]
        combinations = self.bits_where({first.id: first.sure_ids})
        return combinations & ~self._any_of(self.criteria.impossible)

    def _any_of(self, conditions: Iterable[Condition]) -> int:
        bits = 0
        for condition in conditions:
            bits |= self.bits_where(condition)
        return bits

    def _bits_of_rules(self) -> dict[str, int]:
        left = self.everything
        bits = {}
        for rule in self.criteria.rules:
            bits[rule.id] = self.bits_where(rule.when) & left
            left &= ~bits[rule.id]
        if left:
            raise UncoveredError(self._described(left & -left))
        return bits

    def _described(self, bit: int) -> str:
        return ", ".join(
            f"{question.id}: {self.values(bit, question.id)[0]}"
            for question in self.criteria.facts
        )

    def _bits_of_verdicts(self) -> dict[Verdict, int]:
        gathered: dict[Verdict, int] = {}
        for rule in self.criteria.rules:
            gathered[rule.verdict] = gathered.get(rule.verdict, 0) | self.rule_bits[rule.id]
        return gathered

    def _bits_of_duties(self) -> dict[DutyId, int]:
        gathered: dict[DutyId, int] = {}
        for rule in self.criteria.rules:
            for duty in rule.duties:
                gathered[duty] = gathered.get(duty, 0) | self.rule_bits[rule.id]
        return gathered


def _bits_of_sure_options(criteria: Criteria) -> dict[tuple[str, str], int]:
    """For each sure option, the combinations that hold it, the impossible ones included."""
    names = [
        [(question.id, option) for option in question.sure_ids] for question in criteria.facts
    ]
    bits = {name: 0 for question in names for name in question}
    for index, combination in enumerate(product(*names)):
        for name in combination:
            bits[name] |= 1 << index
    return bits
