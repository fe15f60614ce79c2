"""Ages: a number whose unit is age and whose holder is the child."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.reading.phrases import Mark

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.reading.scope import Scope

OLDEST = 120
BORDERS = (16, 18, 25)
_IN_A_YEAR = {"month": 12, "week": 52, "day": 365, "hour": 8760, "minute": 525600}
_SCHOOL_YEARS = range(1, 14)
_YEARS_BEFORE_SCHOOL = 5
_BORDER_YEAR_OF_SCHOOL = 11


@dataclass(frozen=True, slots=True)
class Age:
    """Years of age as they stand in a text, from one word to before another.

    `sure` is False for "about 16", where the years could be another option's.
    """

    years: int
    start: int
    end: int
    sure: bool = True


class Ages:
    """Finds the ages of a text.

    Args:
        scope: the text with its clauses.
        asked: the age is what is asked for, so any number is one.
    """

    def __init__(self, scope: Scope, *, asked: bool) -> None:
        self.scope = scope
        self.text = scope.text
        self.words = scope.text.normal
        self.asked = asked
        tables = scope.language.tables
        self.lists = scope.language.lists
        self.units = {word: unit for unit, those in tables["units"].items() for word in those}
        self.ordinals = tables["ordinals"]

    def of_the_child(self) -> tuple[Age, ...]:
        """Every age that is the child's, in the order of the text."""
        found: list[Age] = []
        at = 0
        while at < len(self.words):
            age = self._at(at)
            if age is not None and self._is_the_childs(age):
                found.append(age)
            at = age.end if age else at + 1
        return tuple(found)

    def _at(self, at: int) -> Age | None:
        number = self.text.number(at)
        if number is None:
            return self._birthday(at)
        if number > OLDEST or self._typed_one(at):
            return None
        return self._school_year(at, number) or self._years(at, number)

    def _typed_one(self, at: int) -> bool:
        """`one of`, `the other one`: no number, unless it is all that is said."""
        if self.text.words[at].typed.lower() != "one":
            return False
        return len(self.words) > 1 and self._unit(at + 1) is None

    def _unit(self, at: int) -> str | None:
        return self.units.get(self.words[at]) if at < len(self.words) else None

    def _word(self, at: int) -> str:
        return self.words[at] if 0 <= at < len(self.words) else ""

    def _birthday(self, at: int) -> Age | None:
        number = self.ordinals.get(self._word(at))
        if number is None or number < 1 or self._word(at + 1) not in self.lists["birthday"]:
            return None
        before = any(self._word(at - back) == "before" for back in (1, 2, 3))
        return Age(number - before, at, at + 2)

    def _school_year(self, at: int, number: int) -> Age | None:
        if self._word(at - 1) not in {"year", "yr"} or self._unit(at + 1):
            return None
        if number not in _SCHOOL_YEARS or number == _BORDER_YEAR_OF_SCHOOL:
            return None
        return Age(number + _YEARS_BEFORE_SCHOOL - 1, at - 1, at + 1)

    def _years(self, at: int, number: int) -> Age | None:
        unit = self._unit(at + 1)
        end = at + 2 if unit else at + 1
        if unit == "year" and self._word(end) == "and" and self._unit(end + 2):
            end += 3
        elif (
            self._word(end) == "and"
            and self._word(end + 1) == "a"
            and self._word(end + 2) == "half"
        ):
            end += 3
            unit = unit or self._unit(end)
        old = self._word(end) in self.lists["old"]
        end += old
        if not (old or self._told_as_age(at, end, unit)) or self._counts_something(at, end, unit):
            return None
        years = number // _IN_A_YEAR.get(unit or "year", 1) if unit != "year" else number
        nearly = self._before("nearly_an_age", at)
        about = self._before("about_an_age", at) and any(
            abs(years - border) <= 1 for border in BORDERS
        )
        return Age(years - nearly, at, end, sure=not about)

    def _before(self, name: str, at: int) -> bool:
        return self._word(at - 1) in self.lists[name]

    def _told_as_age(self, at: int, end: int, unit: str | None) -> bool:
        """The number stands where an age stands."""
        before, after = self._word(at - 1), self._word(end)
        if self.asked:
            return True
        if before in self.lists["aged"] or after in self.lists["child"] - {"one", "they"}:
            return True
        if unit is None and self._alone(at, end):
            return True
        if before == "of" and self._word(at - 2) in self.lists["child"]:
            return True
        if unit is not None:
            alone = self._starts(at) or before in self.lists["a"]
            return alone or before in self.lists["is"] or before in self.lists["nearly_an_age"]
        is_it = before in self.lists["is"] or before in self.lists["turned"]
        if before in self.lists["nearly_an_age"] or before in self.lists["about_an_age"]:
            is_it = is_it or self._word(at - 2) in self.lists["is"] or self._starts(at - 1)
        return is_it and self._ends_there(end)

    def _starts(self, at: int) -> bool:
        return at == 0 or not self.scope.same_clause(at, at - 1)

    def _alone(self, at: int, end: int) -> bool:
        """Between commas, in brackets, or alone."""
        after = end >= len(self.words) or not self.scope.same_clause(at, end)
        return self._starts(at) and (after or self._word(end) in self.lists["or_so"])

    def _ends_there(self, end: int) -> bool:
        """No noun follows that would be counted."""
        if end >= len(self.words) or not self.scope.same_clause(end, end - 1):
            return True
        return self._word(end) in self.lists["after_an_age"]

    def _counts_something(self, at: int, end: int, unit: str | None) -> bool:
        before, after = self._word(at - 1), self._word(end)
        if after in self.lists["counted"] or before in self.lists["numbered"]:
            return True
        if unit and (after in self.lists["after_a_time"] or before in self.lists["before_a_time"]):
            return self._word(end - 1) not in self.lists["old"] and not self.asked
        return unit == "week" and before == "at"

    def _is_the_childs(self, age: Age) -> bool:
        return not self._doer(age) and (
            self._names_the_child(age) or (not self._names_another(age) and self._held(age))
        )

    def _names_the_child(self, age: Age) -> bool:
        """`a 7 year old girl`, `the 3 year old`."""
        if self._word(age.end) in self.lists["grown"] | self.lists["child"]:
            return True
        old = self._word(age.end - 1) in self.lists["old"]
        return (
            old and self._word(age.start - 1) in self.lists["the"] and not self._names_another(age)
        )

    def _names_another(self, age: Age) -> bool:
        """`a 19 year old mum`."""
        close = age.end < len(self.words) and self.scope.same_clause(age.start, age.end)
        return close and self._word(age.end) in self.lists["other"]

    def _held(self, age: Age) -> bool:
        """Nobody else holds it: the nearest person before it is the child, or there is none."""
        mark = Mark("", age.start, age.end)
        if self.scope.past(mark) and not self.asked:
            return False
        person = self.scope.subject(mark)
        if person is None or person.child:
            return True
        if self._starts(age.start) and not self.scope.same_clause(person.at, age.start):
            old = self._word(age.end - 1) in self.lists["old"]
            return old or not self._alone(age.start, age.end)
        return self.asked and self._word(person.at) in self.lists["speakers"]

    def _doer(self, age: Age) -> bool:
        """`by a boy of 17`: the one who did it."""
        first = self.scope.first(age.start)
        near = range(max(first, age.start - 4), age.start)
        return any(self._word(at) == "by" for at in near) and not self.asked


def option_of(ages: Iterable[Age], options: Iterable[str]) -> tuple[str | None, bool]:
    """The option that holds all ages, and whether they agree on one for sure."""
    found = {holding(one.years, options): one.sure for one in ages}
    if len(found) != 1 or None in found:
        return None, False
    (option, sure), *_ = found.items()
    return option, sure


def holding(years: int, options: Iterable[str]) -> str | None:
    """The option, such as `0-15` or `25+`, that holds an age."""
    for option in options:
        first, _, last = option.removesuffix("+").partition("-")
        if first.isdecimal() and (last.isdecimal() or option.endswith("+") or not last):
            top = int(last) if last else OLDEST if option.endswith("+") else int(first)
            if int(first) <= years <= top:
                return option
    return None
