"""The decision table, ready to be read.

A completion is one full set of sure answers that is possible at all. There are a few hundred, so
each is one bit, and a set of completions is one integer: an answer keeps the completions that it
could turn out to be, and what holds in all of them is what can be told.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bot.criteria.model import Answers, Condition, Criteria, DutyId, Rule, Verdict

Completion = dict[str, str]
"""Question id to a sure option id, for every question that the table reads."""


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
        self.completions: tuple[Completion, ...] = tuple(_possible(criteria))
        self.everything = (1 << len(self.completions)) - 1
        self.rule_bits: Mapping[str, int] = self._bits_of_rules()
        self.verdict_bits: Mapping[Verdict, int] = self._gather("verdict")
        self.duty_bits: Mapping[DutyId, int] = self._bits_of_duties()
        self.option_bits: Mapping[tuple[str, str], int] = {
            (question.id, option.id): self._bits_of_conditions(
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
        return self._bits_of_conditions((condition,))

    def values(self, bits: int, question_id: str) -> tuple[str, ...]:
        """The sure options of a question that occur among these completions, in their order."""
        return tuple(
            option
            for option in self.criteria.question(question_id).sure_ids
            if bits & self.option_bits[question_id, option]
        )

    def rules(self, bits: int) -> tuple[Rule, ...]:
        """The rules that decide these completions, in the order of the table."""
        return tuple(rule for rule in self.criteria.rules if self.rule_bits[rule.id] & bits)

    def _bits_of_conditions(self, conditions: tuple[Condition, ...]) -> int:
        return sum(
            1 << index
            for index, completion in enumerate(self.completions)
            if any(satisfies(completion, condition) for condition in conditions)
        )

    def _bits_of_rules(self) -> dict[str, int]:
        bits = dict.fromkeys((rule.id for rule in self.criteria.rules), 0)
        for index, completion in enumerate(self.completions):
            rule = next(
                (rule for rule in self.criteria.rules if satisfies(completion, rule.when)), None
            )
            if rule is None:
                raise UncoveredError(
                    ", ".join(f"{fact}: {completion[fact]}" for fact in completion)
                )
            bits[rule.id] |= 1 << index
        return bits

    def _gather(self, name: str) -> dict[Verdict, int]:
        gathered: dict[Verdict, int] = {}
        for rule in self.criteria.rules:
            key = getattr(rule, name)
            gathered[key] = gathered.get(key, 0) | self.rule_bits[rule.id]
        return gathered

    def _bits_of_duties(self) -> dict[DutyId, int]:
        gathered: dict[DutyId, int] = {}
        for rule in self.criteria.rules:
            for duty in rule.duties:
                gathered[duty] = gathered.get(duty, 0) | self.rule_bits[rule.id]
        return gathered


def _possible(criteria: Criteria) -> Iterator[Completion]:
    facts = [question.id for question in criteria.facts]
    for values in product(*(question.sure_ids for question in criteria.facts)):
        completion = dict(zip(facts, values, strict=True))
        if not any(satisfies(completion, condition) for condition in criteria.impossible):
            yield completion
