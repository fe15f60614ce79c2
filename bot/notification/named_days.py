"""Days that have a name, such as Boxing Day: the latest one that is not ahead, or that of a year.

Fixed days stand in a table. Days that move with Easter, and bank holidays, are those of the
published list, so no rule of the calendar is written down a second time.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.notification.working_days import BankHolidays

BANK_HOLIDAY = "bank holiday"
_FIXED = {
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "boxing day": (12, 26),
    "new year eve": (12, 31),
    "new year day": (1, 1),
    "halloween": (10, 31),
    "bonfire": (11, 5),
}
_PUBLISHED = {
    "good friday": ("good friday", 0),
    "easter sunday": ("easter monday", -1),
    "easter monday": ("easter monday", 0),
    "may bank holiday": ("early may bank holiday", 0),
    "early may bank holiday": ("early may bank holiday", 0),
    "spring bank holiday": ("spring bank holiday", 0),
    "summer bank holiday": ("summer bank holiday", 0),
    "august bank holiday": ("summer bank holiday", 0),
}
"""A name, the title in the published list, and the days from it to that day."""

NAMES = (*_FIXED, *_PUBLISHED, f"{BANK_HOLIDAY} monday", BANK_HOLIDAY)


def named_day(
    name: str,
    today: date,
    holidays: BankHolidays,
    *,
    year: int | None = None,
    before: bool = False,
) -> date | None:
    """The day of this name, or None where the published list does not reach it.

    Args:
        name: one of `NAMES`.
        today: the day of today.
        holidays: the published bank holidays.
        year: the year that was named with it; without one it is the latest that is not ahead.
        before: today itself does not count, as in "last bank holiday".
    """
    days = sorted(set(_days(name, today, holidays, year)))
    if year is not None:
        return days[0] if len(days) == 1 else None
    behind = [day for day in days if day < today or (day == today and not before)]
    return behind[-1] if behind else None


def _days(name: str, today: date, holidays: BankHolidays, year: int | None) -> Iterator[date]:
    if name in _FIXED:
        years = (today.year - 1, today.year) if year is None else (year,)
        yield from (date(one, *_FIXED[name]) for one in years if date.min.year <= one)
        return
    title, after = _PUBLISHED.get(name, ("", 0))
    monday = name.endswith(" monday")
    for day, published in holidays.titles.items():
        titled = year in {None, day.year} and published.lower().startswith(title)
        if titled and (not monday or day.weekday() == 0):
            yield day + timedelta(days=after)
