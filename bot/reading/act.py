"""The act: what the person is doing with a message, at the place where they are."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from bot.reading.facts import AGE, UNSURE, Fact, facts_of
from bot.reading.place import PlaceKind
from bot.reading.places import is_abroad

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bot.reading.phrases import Mark
    from bot.reading.place import Place
    from bot.reading.scope import Scope

SHORT = 8
"""Words: a text at an open question that says nothing and is no longer is asked back."""

_LITTLE_ELSE = 1
_A_BACK = 6
_LAST = -1


class ActKind(StrEnum):
    """What is done with a message."""

    ANSWER = "answer"
    CORRECT = "correct"
    CHANGE = "change"
    BACK = "back"
    RESTART = "restart"
    CHOOSE = "choose"
    OTHER = "other"
    NONE_OF_THESE = "none"
    FINISH = "finish"
    HELP = "help"
    REPEAT = "repeat"
    THANKS = "thanks"
    GREET = "greet"
    WHO = "who"
    KEEPS = "keeps"
    LEAVE = "leave"
    DATE = "date"
    ASK = "ask"
    TELL = "tell"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Act:
    """What is done.

    Args:
        kind: the act.
        value: an option, a number or a question's id; "" where the act needs none.
        changes: options that the act gives or changes, by question.
        evidence: the words that say so.
    """

    kind: ActKind
    value: str = ""
    changes: Mapping[str, str] = field(default_factory=dict)
    evidence: str = ""


_SOCIAL = (
    ActKind.WHO,
    ActKind.KEEPS,
    ActKind.RESTART,
    ActKind.LEAVE,
    ActKind.THANKS,
    ActKind.GREET,
    ActKind.HELP,
    ActKind.REPEAT,
    ActKind.OTHER,
    ActKind.NONE_OF_THESE,
)
_OVER_AN_ANSWER = frozenset((ActKind.RESTART, ActKind.HELP, ActKind.REPEAT, ActKind.WHO))
_AT_LISTS = frozenset((ActKind.OTHER, ActKind.NONE_OF_THESE))
_LISTS = frozenset((PlaceKind.LIST, PlaceKind.CHOICES, PlaceKind.CARD, PlaceKind.START))


def act_of(scope: Scope, place: Place, facts: Mapping[str, Fact]) -> Act:
    """What the person does.

    Args:
        scope: the text with its clauses.
        place: where it is typed.
        facts: what the text states, the open question's among it.
    """
    return _Deciding(scope, place, facts).act()


class _Deciding:
    """Goes through the acts in the order of what they may overrule."""

    def __init__(self, scope: Scope, place: Place, facts: Mapping[str, Fact]) -> None:
        self.scope = scope
        self.place = place
        self.facts = facts
        self.text = scope.text
        self.words = scope.text.normal
        self.lists = scope.language.lists
        self.fact = facts.get(place.question) if place.question else None
        self.other = {
            question: fact.option
            for question, fact in facts.items()
            if question in place.answers and place.answers[question] != fact.option
        }

    def act(self) -> Act:
        return (
            self._finish()
            or self._social()
            or self._nth_answer()
            or self._change()
            or self._correct()
            or self._nth()
            or self._answer()
            or self._told()
            or self._last_resort()
        )

    def _marks(self, kind: str, way: str) -> tuple[Mark, ...]:
        return self.scope.marks[f"acts/{kind}/{way}"]

    def _evidence(self, mark: Mark) -> str:
        return self.text.span(mark.start, mark.end)

    def _whole(self, kind: str) -> Mark | None:
        """The phrase and little else."""
        for mark in self._marks(kind, "whole"):
            rest = [
                word
                for at, word in enumerate(self.words)
                if not mark.start <= at < mark.end and word not in self.lists["filler"]
            ]
            if len(rest) <= _LITTLE_ELSE * (mark.end - mark.start > 1):
                return mark
        return None

    def _starts(self, kind: str) -> Mark | None:
        at = 0
        while at < len(self.words) and self.words[at] in self.lists["opener"]:
            at += 1
        return next((mark for mark in self._marks(kind, "starts") if mark.start in {0, at}), None)

    def _heard(self, kind: str) -> Mark | None:
        return (
            self._whole(kind)
            or self._starts(kind)
            or next(iter(self._marks(kind, "anywhere")), None)
        )

    def _finish(self) -> Act | None:
        if self.place.kind not in {PlaceKind.SUMMARY, PlaceKind.OUTCOME} or self.other:
            return None
        heard = self._heard if self.place.kind is PlaceKind.SUMMARY else self._whole
        mark = None if self._is_question() and "?" in self.text.typed else heard("finish")
        mark = mark or self._whole("yes")
        return Act(ActKind.FINISH, evidence=self._evidence(mark)) if mark else None

    def _social(self) -> Act | None:
        said_all = self.fact is not None and len(self.words) <= SHORT
        for kind in _SOCIAL:
            if said_all and kind not in _OVER_AN_ANSWER:
                continue
            if kind in _AT_LISTS and self.place.kind not in _LISTS:
                continue
            mark = self._heard(kind)
            if mark is not None and not (self.fact and kind is ActKind.REPEAT):
                return Act(kind, evidence=self._evidence(mark))
        return None

    def _nth_answer(self) -> Act | None:
        """`change the first answer`."""
        if not self._marks("change", "starts"):
            return None
        ordinals = self.scope.language.tables["ordinals"]
        given = list(self.place.answers)
        for word in self.words:
            number = ordinals.get(word)
            if number and given and self.lists["answer"].intersection(self.words):
                at = number - 1 if number > 0 else _LAST
                return Act(ActKind.CHANGE, given[at]) if at < len(given) else None
        return None

    def _change(self) -> Act | None:
        """`change the age`, `change the age to 16`, `put suspected instead`."""
        mark = self._starts("change") or next(iter(self._marks("change", "anywhere")), None)
        if mark is None or not self.place.answers:
            return None
        for question in self.scope.language.names("questions"):
            if question not in self.place.answers or not self.scope.marks[f"questions/{question}"]:
                continue
            fact = facts_of(self.scope, question).get(question)
            if fact is None or fact.option == UNSURE:
                return Act(ActKind.CHANGE, question, evidence=self._evidence(mark))
            return Act(ActKind.CORRECT, question, {question: fact.option}, fact.evidence)
        last = list(self.place.answers)[-1]
        for question in (last, *self.place.answers):
            fact = facts_of(self.scope, question).get(question)
            if fact is not None and fact.option not in {self.place.answers[question], UNSURE}:
                return Act(ActKind.CORRECT, question, {question: fact.option}, fact.evidence)
        return None

    def _correct(self) -> Act | None:
        mark = self._heard("correct")
        second = self.place.kind is PlaceKind.OUTCOME and self._second()
        if self.other and not second and not self._is_question():
            evidence = self.facts[next(iter(self.other))].evidence
            changes = dict(self.other)
            if self.fact and self.place.question and mark is None:
                changes[self.place.question] = self.fact.option
            return Act(ActKind.CORRECT, next(iter(self.other)), changes, evidence)
        reopened = self._reopened()
        if reopened is not None:
            return reopened
        if mark is not None and (corrected := self._as_before(mark)) is not None:
            return corrected
        back = self._heard("back")
        if back is not None and self.fact is None and len(self.words) <= _A_BACK:
            return Act(ActKind.BACK, evidence=self._evidence(back))
        return None

    def _as_before(self, mark: Mark) -> Act | None:
        """A correction in words that only answer the question before: `sorry 31`, `no, yes`."""
        if self.fact is not None or self._is_question():
            return None
        for question in reversed(list(self.place.answers)):
            said = facts_of(self.scope, question).get(question)
            if said is None or said.option == UNSURE:
                continue
            if said.option != self.place.answers[question]:
                return Act(ActKind.CORRECT, question, {question: said.option}, said.evidence)
        if self.place.answers and len(self.words) <= _A_BACK:
            return Act(ActKind.BACK, evidence=self._evidence(mark))
        return None

    def _reopened(self) -> Act | None:
        """`He has not died`, and no more: the question is open again."""
        for question, option in self.place.answers.items():
            says = self.scope.marks[f"facts/{question}/{option}/says"]
            if question in self.facts or not says or self._is_question():
                continue
            if all(self.scope.denied(mark) for mark in says):
                return Act(ActKind.CHANGE, question, evidence=self._evidence(says[0]))
        return None

    def _nth(self) -> Act | None:
        """The nth, the last, `option 2`, `#1`: of what is shown. A bare number is an age there."""
        if not self.place.shown:
            return None
        numbers = list(self._numbers())
        others = [
            word
            for at, word in enumerate(self.words)
            if at not in {place for place, _ in numbers} and word not in self.lists["chooses"]
        ]
        typed_as_pronoun = [
            (at, n)
            for at, n in numbers
            if self.text.words[at].typed.lower() == "one"
            and len(self.words) > 1
            and self.words[at - 1] not in self.lists["option"]
        ]
        if len(numbers) > 1:
            numbers = [one for one in numbers if one not in typed_as_pronoun]
        elif typed_as_pronoun:
            return None
        if len(numbers) != 1 or others:
            return None
        at, number = numbers[0]
        shown = self.place.shown
        if self.place.kind is PlaceKind.CARD and self.place.before:
            shown = self.place.before
        if self.place.question == AGE and not self._names_an_option(at):
            return None
        where = number - 1 if number > 0 else len(shown) - 1
        inside = 0 <= where < len(shown)
        return Act(ActKind.CHOOSE, str(where + 1 if inside else number), evidence=self.text.typed)

    def _numbers(self) -> Iterator[tuple[int, int]]:
        ordinals = self.scope.language.tables["ordinals"]
        for at, word in enumerate(self.words):
            number = ordinals.get(word, self.text.number(at))
            if number is not None:
                yield at, int(number)

    def _names_an_option(self, at: int) -> bool:
        """`option 2`, `#2`, `the second one` choose; `2` is an age."""
        ordinal = self.words[at] in self.scope.language.tables["ordinals"]
        named = at > 0 and self.words[at - 1] in self.lists["option"]
        dressed = self.text.words[at].before.strip().endswith("#")
        return ordinal or named or dressed or len(self.text.typed.encode()) > len(self.text.typed)

    def _answer(self) -> Act | None:
        question = self.place.question
        if question is None:
            return None
        unsure = self._whole("unsure") or self._starts("unsure")
        asks = self._is_question()
        if self.fact is not None and self._denies_something_else(question):
            return Act(ActKind.UNCLEAR, self.fact.option, evidence=self.fact.evidence)
        if self.fact is not None and not (asks and self._mere_words()):
            option = self.fact.option
            return Act(ActKind.ANSWER, option, {question: option}, self.fact.evidence)
        if unsure is not None and UNSURE in self.place.options and not asks:
            return Act(ActKind.ANSWER, UNSURE, {question: UNSURE}, self._evidence(unsure))
        return self._yes_or_no(question) if not asks else None

    def _denies_something_else(self, question: str) -> bool:
        """`no the baby died` where no "no" is asked for: a wrong no would be the dearest mistake."""
        if self.fact is None or "no" in self.place.options:
            return False
        said = self.fact.evidence.strip(" .,!").casefold()
        if said not in self.lists["interjection"]:
            return False
        after = self.words[self.words.index(said) + 1 :][:1] if said in self.words else ()
        of_somebody = any(
            word in self.lists["pronoun"] or word in self.lists["a"] for word in after
        )
        return of_somebody or bool(self.facts.keys() - {question})

    def _mere_words(self) -> bool:
        """What answers stands in a question, as an option's word and no more."""
        return self.fact is not None and len(self.fact.evidence.split()) < len(self.words)

    def _yes_or_no(self, question: str) -> Act | None:
        for word in ("yes", "no"):
            mark = self._whole(word) or self._starts(word)
            if mark is None:
                continue
            if word in self.place.options:
                return Act(ActKind.ANSWER, word, {question: word}, self._evidence(mark))
            return Act(ActKind.UNCLEAR, word, evidence=self._evidence(mark))
        return None

    def _told(self) -> Act | None:
        """An incident told, where no check asks for more of it."""
        if self.place.question is not None and self.place.answers:
            return None
        told = {question: fact.option for question, fact in self.facts.items()}
        one_case = self.scope.one_case
        decision = bool(self._marks("decision", "anywhere"))
        enough = "outcome" in told or len(told) > 1 or (decision and bool(told))
        if self.place.kind is PlaceKind.OUTCOME:
            enough = bool(told)
        if not told or not enough or (self._is_question() and not (decision and one_case)):
            return None
        if not (one_case or decision or AGE in told):
            return None
        return Act(ActKind.TELL, changes=told, evidence=self.facts[next(iter(told))].evidence)

    def _second(self) -> bool:
        return any(self._marks("second", way) for way in ("starts", "anywhere"))

    def _is_question(self) -> bool:
        if "?" in self.text.typed:
            return True
        at = 0
        while at < len(self.words) and self.words[at] in self.lists["opener"]:
            at += 1
        return self.scope.asks(at)

    def _last_resort(self) -> Act:
        bare = self.place.question is None and any(map(self._whole, ("yes", "no", "unsure")))
        if bare:
            return Act(ActKind.UNCLEAR)
        if self.place.question is None or self._is_question() or len(self.words) > SHORT:
            return Act(ActKind.ASK)
        if is_abroad(self.scope):
            return Act(ActKind.UNCLEAR, "abroad")
        return Act(ActKind.UNCLEAR)
