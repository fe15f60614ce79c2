"""Scope: what a "not", a "maybe", a "mum's" or an "in 2019" reaches, clause by clause."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from bot.reading.language import Language
    from bot.reading.phrases import Mark, Marks
    from bot.reading.text import Text

NEGATION_REACHES = 5
"""Words between a "not" and what it denies, in the same clause."""

_CLAUSE_ENDS = frozenset(",:()\n\u2013\u2014")
_FIRST_YEAR, _AFTER_YEARS = 1950, 2100
_YEARS_THAT_COUNT = 1


class Person(NamedTuple):
    """Somebody named in the text: the child, or another."""

    at: int
    child: bool


class Scope:
    """The clauses of one text, and what reaches into each.

    Args:
        text: in the normal form.
        marks: the phrases that stand in it.
        language: the lists of words.
        today: years are compared with it.
    """

    def __init__(self, text: Text, marks: Marks, language: Language, today: date) -> None:
        self.text = text
        self.marks = marks
        self.language = language
        self.today = today

    @cached_property
    def clause_of(self) -> list[int]:
        """The number of the clause of each word."""
        ends = {mark.start for mark in self.marks["scope/ends"]}
        numbers: list[int] = []
        number = 0
        for at, word in enumerate(self.text.words):
            if at:
                sentence = self.text.sentence_of[at] != self.text.sentence_of[at - 1]
                dash = " - " in word.before
                parted = not _CLAUSE_ENDS.isdisjoint(word.before)
                number += sentence or dash or parted or at in ends
            numbers.append(number)
        return numbers

    @cached_property
    def _first_of(self) -> dict[int, int]:
        first: dict[int, int] = {}
        for at, clause in enumerate(self.clause_of):
            first.setdefault(clause, at)
        return first

    def first(self, at: int) -> int:
        """The first word of the clause of a word."""
        return self._first_of[self.clause_of[at]]

    def end(self, at: int) -> int:
        """The position after the clause of a word."""
        return self._first_of.get(self.clause_of[at] + 1, len(self.clause_of))

    def same_clause(self, one: int, other: int) -> bool:
        return self.clause_of[one] == self.clause_of[other]

    def denied(self, mark: Mark) -> bool:
        """A "not" before it in its clause, close enough; or a "nobody" anywhere before it there."""
        if self.marks.between("scope/negates", mark.start, mark.end):
            return False
        first = self.first(mark.start)
        near = max(first, mark.start - NEGATION_REACHES)
        negations = self.marks.between("scope/negates", near, mark.start)
        return any(
            one.end <= mark.start and not self._only_said_before(one) for one in negations
        ) or self._ends_before("scope/nobody", first, mark)

    def _only_said_before(self, negation: Mark) -> bool:
        """`no he is critical` denies what was said before it, and nothing that follows."""
        words, lists = self.text.normal, self.language.lists
        if negation.end - negation.start != 1 or negation.end >= len(words):
            return False
        said = words[negation.start] in lists["interjection"]
        follows = words[negation.end]
        return said and (follows in lists["pronoun"] or follows in lists["a"])

    def doubted(self, mark: Mark) -> bool:
        """A doubt, an almost, or somebody's word who need not know, before it in its clause."""
        first = self.first(mark.start)
        return any(
            self._ends_before(f"scope/{name}", first, mark) for name in ("doubts", "nearly")
        ) or self._passed_on(mark)

    def unknown(self, mark: Mark) -> bool:
        """Somebody says before it in its clause that they do not know."""
        return self._ends_before("scope/unknown", self.first(mark.start), mark)

    def of_no_case(self, mark: Mark, *, asked: bool) -> bool:
        """Said of no one case, or of one in the news; where it answers, only what is supposed."""
        if self.general(mark.start) and not asked:
            return True
        first, end = self._sentence_start(mark.start), self.text.ends[mark.start]
        return bool(self.marks.between("scope/elsewhere", first, end))

    def general(self, at: int) -> bool:
        """The sentence supposes, or asks about every case and tells of none."""
        sentence = self.text.sentence_of[at]
        if sentence not in self._general:
            self._general[sentence] = self._is_general(
                self._sentence_start(at), self.text.ends[at]
            )
        return self._general[sentence]

    @cached_property
    def _general(self) -> dict[int, bool]:
        """What is known of sentences that were asked for, each once."""
        return {}

    def _is_general(self, first: int, end: int) -> bool:
        if self.marks.between("scope/general", first, end):
            return True
        words = self.text.normal[first:end]
        return self.asks(first) and self.language.lists["one_case"].isdisjoint(words)

    def asks(self, at: int) -> bool:
        """A question begins at a word: `who`, `does it`; `is in hospital` is none."""
        words = self.text.normal
        if at >= len(words):
            return False
        if words[at] in self.language.lists["ask_first"]:
            return True
        following = words[at + 1] if at + 1 < len(words) else ""
        lists = self.language.lists
        return words[at] in lists["ask_with"] and following in lists["asked_of"]

    @cached_property
    def one_case(self) -> bool:
        """The text speaks of one child: he, our, yesterday."""
        return not self.language.lists["one_case"].isdisjoint(self.text.normal)

    def after(self, mark: Mark) -> str:
        """The word after a mark that is no article."""
        words = self.text.normal
        at = mark.end
        while at < len(words) and words[at] in self.language.lists["a"]:
            at += 1
        return words[at] if at < len(words) else ""

    @cached_property
    def harms(self) -> tuple[str, ...]:
        """The options of what happened."""
        return self.language.names("facts/outcome")

    def past(self, mark: Mark) -> bool:
        return self._of_the_past(self.first(mark.start), self.end(mark.start), mark)

    def subject(self, mark: Mark) -> Person | None:
        """The nearest person before it in its clause; without one, that of the clause before."""
        person = self._nearest_before[mark.start]
        if person is None or self.text.sentence_of[person.at] != self.text.sentence_of[mark.start]:
            return None
        clauses_between = self.clause_of[mark.start] - self.clause_of[person.at]
        return person if clauses_between <= 1 else None

    @cached_property
    def _nearest_before(self) -> list[Person | None]:
        """For each word the last person of whom something is said before it."""
        nearest: list[Person | None] = []
        last: Person | None = None
        for at in range(len(self.text.words)):
            nearest.append(last)
            person = self.person(at)
            if person is not None and not self._only_an_object(at):
                last = person
        return nearest

    def _only_an_object(self, at: int) -> bool:
        """`neglected by his carer`, `at home with mum`: of whom the clause does not speak."""
        words = self.text.normal[max(0, at - 2) : at]
        return not self.language.lists["not_subject_after"].isdisjoint(words)

    def person(self, at: int) -> Person | None:
        """The person that a word names; an owner (`mum 's`) is none."""
        words = self.text.normal
        if at + 1 < len(words) and words[at + 1] == "'s" and self._owns(at):
            return None
        lists = self.language.lists
        if words[at] in lists["grown"] and at and words[at - 1] in lists["old"]:
            return Person(at, child=True)
        if words[at] in lists["other"]:
            return Person(at, child=False)
        return Person(at, child=True) if words[at] in lists["child"] else None

    def _owns(self, at: int) -> bool:
        """`dad's friend` owns, `baby's died` does not."""
        words = self.text.normal
        follows = words[at + 2] if at + 2 < len(words) else ""
        return follows not in self.language.lists["done"]

    def _sentence_start(self, at: int) -> int:
        return self._sentence_starts[self.text.sentence_of[at]]

    @cached_property
    def _sentence_starts(self) -> dict[int, int]:
        starts: dict[int, int] = {}
        for at, sentence in enumerate(self.text.sentence_of):
            starts.setdefault(sentence, at)
        return starts

    def _ends_before(self, name: str, first: int, mark: Mark) -> bool:
        return any(one.end <= mark.start for one in self.marks.between(name, first, mark.start))

    def _of_the_past(self, first: int, end: int, mark: Mark) -> bool:
        if any(
            one.end <= mark.start or one.start >= mark.end
            for one in self.marks.between("scope/past", first, end)
        ):
            return True
        year = self._first_year_of.get(self.clause_of[first])
        return year is not None and year < self.today.year - _YEARS_THAT_COUNT

    @cached_property
    def _first_year_of(self) -> dict[int, int]:
        """The first year that is named in each clause."""
        years: dict[int, int] = {}
        for at, clause in enumerate(self.clause_of):
            year = self.text.number(at)
            if year is not None and _FIRST_YEAR < year < _AFTER_YEARS:
                years.setdefault(clause, year)
        return years

    def _passed_on(self, mark: Mark) -> bool:
        first = self._sentence_start(mark.start)
        for told in self.marks.between("scope/told_by", first, mark.start):
            words = self.text.normal[told.start : told.end]
            if not self.language.lists["who_knows"].intersection(words):
                return True
        return False
