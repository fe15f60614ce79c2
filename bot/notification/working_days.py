"""Working days in England: not Saturdays, not Sundays, not bank holidays.

No guidance that was read defines a working day or says which day is day 1. The ordinary meaning
is assumed, and the next working day after the start is day 1 (the latest reading), so a date is
always shown with "no later than" and with how it was counted.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_SATURDAY = 5
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class BankHolidays:
    """The bank holidays of England and Wales, and the span of days that the list covers.

    Args:
        titles: date to title; a holiday given in place of another day says so.
        published_from: the first day that the list covers.
        published_until: the last day that the list covers. Nothing is counted beyond it.
    """

    titles: Mapping[date, str]
    published_from: date
    published_until: date

    def covers(self, day: date) -> bool:
        return self.published_from <= day <= self.published_until


@dataclass(frozen=True, slots=True)
class Counted:
    """The day that a count of working days ends on.

    Args:
        due: the day, or None where it lies beyond the published bank holidays.
        skipped: the bank holidays that were not counted on the way, with their titles.
    """

    due: date | None
    skipped: tuple[tuple[date, str], ...] = ()


def is_working_day(day: date, holidays: BankHolidays) -> bool:
    return day.weekday() < _SATURDAY and day not in holidays.titles


def working_day_before(day: date, holidays: BankHolidays) -> date:
    """The latest working day before this one."""
    before = day - _ONE_DAY
    while not is_working_day(before, holidays):
        before -= _ONE_DAY
    return before


def count_working_days(start: date, number: int, holidays: BankHolidays) -> Counted:
    """The day that ends `number` working days after `start`, whose next working day is day 1.

    A start on a weekend or a bank holiday needs no rule of its own: counting begins after it.
    """
    if number < 1:
        raise ValueError(f"Cannot count {number} working days. Count at least one.")
    day, counted, skipped = start, 0, []
    while counted < number:
        if not holidays.covers(day) or day == holidays.published_until:
            return Counted(due=None)
        day += _ONE_DAY
        if is_working_day(day, holidays):
            counted += 1
        elif day.weekday() < _SATURDAY:
            skipped.append((day, holidays.titles[day]))
    return Counted(due=day, skipped=tuple(skipped))
