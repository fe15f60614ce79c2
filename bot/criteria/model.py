"""The criteria as data: questions, options, the decision table and what it proves.

The rules are an ordered decision table with hit policy FIRST, for sure answers only. Unsure and
missing answers need no rules of their own: see `completions`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from bot.strict import Strict


class Verdict(StrEnum):
    MEETS = "meets"
    OTHER_DUTY = "other_duty"
    CONSULT = "consult"
    NOT_ON_THESE_ANSWERS = "not_on_these_answers"


class CriterionState(StrEnum):
    """Whether a criterion holds, as far as the answers go."""

    MET = "met"
    NOT_MET = "not_met"
    NOT_KNOWN = "not_known"


class DutyId(StrEnum):
    """Duties that a rule can carry. Steps that are always shown are content, not duties."""

    SPOC = "spoc"
    MASH = "mash"
    ECDOP = "ecdop"
    PANEL = "panel"
    OFSTED_SOS = "ofsted_sos"
    QUERY_PANEL = "query_panel"
    ADULT_SAFEGUARDING = "adult_safeguarding"


Answers = Mapping[str, str]
"""Question id to option id."""

Condition = Mapping[str, tuple[str, ...]]
"""Question id to the option ids that satisfy it; all questions named must be satisfied."""


@dataclass(frozen=True, kw_only=True)
class Option(Strict):
    """An option of a question.

    `stands_for` makes the option unsure: the conditions that its sure completions may satisfy
    (any of them). A sure option has none. `code` is its letter in an address, never used again.
    `words` finish a sentence that begins "if", such as "they were under 16". `line` is its help in
    one line under the option; `brief` names the answer among the others, such as "under 16".
    """

    id: str
    code: str
    label: str
    help: str
    words: str
    line: str = ""
    brief: str = ""
    stands_for: tuple[Condition, ...] = ()
    aliases: tuple[str, ...] = ()

    @property
    def sure(self) -> bool:
        return not self.stands_for


@dataclass(frozen=True, kw_only=True)
class Worded(Strict):
    """Words of a question, and the answers after which they are said; without any, always."""

    text: str
    when: tuple[Condition, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Question(Strict):
    """A question of the dialogue.

    `hint` is the one line of help under it, `signs` what it asks about, and `other_labels` how it is
    asked after some answers.
    `asked_when`: the question makes sense when any of these conditions holds; empty means always.
    `only_for`: asked only when this verdict holds (the place question).
    """

    id: str
    code: str
    label: str
    short: str
    meaning: str
    example: str
    counter_example: str
    sources: tuple[str, ...]
    options: tuple[Option, ...]
    hint: str = ""
    signs: tuple[Worded, ...] = ()
    other_labels: tuple[Worded, ...] = ()
    asked_when: tuple[Condition, ...] = ()
    only_for: Verdict | None = None

    def option(self, option_id: str) -> Option:
        return next(option for option in self.options if option.id == option_id)

    @cached_property
    def sure_ids(self) -> tuple[str, ...]:
        return tuple(option.id for option in self.options if option.sure)


@dataclass(frozen=True, kw_only=True)
class Rule(Strict):
    """One row of the decision table. `when` names only the questions that the rule looks at.

    `before` places a partnership's own rule in front of the named rule of the national table.
    """

    id: str
    when: Condition
    verdict: Verdict
    duties: tuple[DutyId, ...]
    why: str
    caution: str
    sources: tuple[str, ...]
    grade: str
    local: str | None = None
    before: str | None = None


@dataclass(frozen=True, kw_only=True)
class Criterion(Strict):
    """A criterion shown on the outcome as met, not met or not known.

    `open_when`: though not met, it is shown as not known, because it cannot be ruled out.
    """

    id: str
    label: str
    met_when: tuple[Condition, ...]
    open_when: tuple[Condition, ...] = ()
    sources: tuple[str, ...]
    decided_by: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class ConditionWords(Strict):
    """Words for a set of options that have a name of their own, such as "they were under 18"."""

    question: str
    options: tuple[str, ...]
    words: str


@dataclass(frozen=True, kw_only=True)
class Criteria(Strict):
    """The whole decision: what is asked, what is impossible, and the ordered rules.

    `impossible`: facts that exclude each other; a completion that satisfies any is left out.
    """

    version: int
    questions: tuple[Question, ...]
    impossible: tuple[Condition, ...]
    rules: tuple[Rule, ...]
    criteria: tuple[Criterion, ...]
    condition_words: tuple[ConditionWords, ...] = ()

    def question(self, question_id: str) -> Question:
        return next(question for question in self.questions if question.id == question_id)

    def answer_in_words(self, question_id: str, option_id: str) -> str:
        """An answer with the short name of its question, such as "Age: 16 or 17"."""
        question = self.question(question_id)
        return f"{question.short}: {question.option(option_id).label}"

    @cached_property
    def facts(self) -> tuple[Question, ...]:
        """The questions that the decision table reads (all but those asked for one verdict)."""
        return tuple(question for question in self.questions if question.only_for is None)
