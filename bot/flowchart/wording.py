"""The words on a flowchart, all of them from the knowledge base."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.criteria.conditions import in_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.criteria.model import Condition, DutyId, Rule, Verdict
    from bot.flowchart.diagram import Branch
    from bot.knowledge import Knowledge


class Wording:
    """Labels of questions, answers, verdicts, duties and sources."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.criteria = knowledge.criteria
        self.danger_line = knowledge.guidance.danger_line
        self.council_decides = knowledge.guidance.council_decides
        self.verdicts: dict[Verdict, str] = {
            one.verdict: one.title for one in knowledge.guidance.headlines
        }
        self.duties: dict[DutyId, str] = {
            one.id: sentence(one.label) for one in knowledge.guidance.duties
        }
        self._sources = knowledge.library.sources

    def question(self, question_id: str) -> str:
        return self.criteria.question(question_id).label

    def short(self, question_id: str) -> str:
        return self.criteria.question(question_id).short

    def branch(self, branch: Branch, question_id: str) -> str:
        """The answers of a branch; an answer to another question says when that one is asked."""
        own = [self._option(*one) for one in branch.answers if one[0] == question_id]
        other = [self._folded(*one) for one in branch.answers if one[0] != question_id]
        return ". ".join([alternatives(own), *other])

    def rule_conditions(self, rule: Rule) -> tuple[str, ...]:
        """One line for each question that a rule looks at."""
        return tuple(
            f"{self.criteria.question(question).short}: "
            + alternatives([self._option(question, option) for option in options])
            for question, options in rule.when.items()
        )

    def in_order(self, duties: Iterable[DutyId]) -> tuple[DutyId, ...]:
        """The duties in the order of the knowledge base."""
        owed = set(duties)
        return tuple(duty for duty in self.duties if duty in owed)

    def source(self, source_id: str) -> str:
        source = self._sources[source_id]
        return f"{source.title}, {source.publisher}"

    def _option(self, question_id: str, option_id: str) -> str:
        return self.criteria.question(question_id).option(option_id).label

    def _folded(self, question_id: str, option_id: str) -> str:
        question = self.criteria.question(question_id)
        ages = dict.fromkeys(
            self._option("age", age)
            for condition in question.asked_when
            for age in condition.get("age", ())
            if _of_a_child(condition)
        )
        words = in_words(self.criteria, ({question_id: (option_id,)},))
        return f"Or, at {' or '.join(ages)}: {words}"


def _of_a_child(condition: Condition) -> bool:
    return set(condition.get("age", ())) <= {"0-15", "16-17"}


def alternatives(labels: list[str]) -> str:
    """The labels of options, any of which was chosen."""
    return ", or ".join([labels[0], *(label[:1].lower() + label[1:] for label in labels[1:])])


def sentence(words: str) -> str:
    """The words with a capital at the beginning."""
    return words[:1].upper() + words[1:]
