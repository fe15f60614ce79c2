"""Whether a service is open at a moment, and the working day on which it opens again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from bot.notification.working_days import is_working_day

if TYPE_CHECKING:
    from datetime import datetime, time

    from bot.notification.working_days import BankHolidays

_MIDDAY = 12


class ClockState(StrEnum):
    OPEN = "open"
    CLOSED = "closed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Opening:
    """A service at a moment.

    Args:
        state: open, closed, or unknown: no clock, or days for which no bank holidays are published.
        opens_on: the day on which a closed service opens again.
    """

    state: ClockState
    opens_on: date | None = None


UNKNOWN = Opening(ClockState.UNKNOWN)


def opening_at(now: datetime | None, opens: time, closes: time, holidays: BankHolidays) -> Opening:
    """The service at this moment in England; it is open on working days only."""
    if now is None or not holidays.covers(now.date()):
        return UNKNOWN
    works_today = is_working_day(now.date(), holidays)
    at = now.time().replace(tzinfo=None)
    if works_today and opens <= at < closes:
        return Opening(ClockState.OPEN)
    if works_today and at < opens:
        return Opening(ClockState.CLOSED, now.date())
    return _closed_until(now.date() + timedelta(days=1), holidays)


def _closed_until(day: date, holidays: BankHolidays) -> Opening:
    while holidays.covers(day):
        if is_working_day(day, holidays):
            return Opening(ClockState.CLOSED, day)
        day += timedelta(days=1)
    return UNKNOWN


def clock_time(at: time) -> str:
    """The time as it is said, such as "9am" or "4:20pm"."""
    hour = at.hour % _MIDDAY or _MIDDAY
    minutes = f":{at.minute:02d}" if at.minute else ""
    return f"{hour}{minutes}{'am' if at.hour < _MIDDAY else 'pm'}"
