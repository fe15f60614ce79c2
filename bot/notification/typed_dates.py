"""A typed date, as people in England type it: "yesterday", "last Friday", "20/11", "20 Nov 2026".

A grammar of our own, because every library that was tried guesses: it reads 3/4 in the American
order, puts "Friday" into the future, or makes a day out of "May". Here the whole text must read
as one date. The day comes first, always. What could be two dates is not guessed.

Weekdays, where today is Monday 23 November 2026:

- "Friday" and "last Friday" are the latest Friday before today: 20 November.
- "Monday" could be today or a week ago, so it is not guessed; "last Monday" is 16 November and
  "this Monday" is today.
- "this Friday" and "Friday this week" are in the calendar week of today, Monday to Sunday: the
  27th, which is refused because it lies ahead.
- "Friday last week" is in the calendar week before: 20 November.
- "Friday before last" and "a week last Friday" are a week before the latest Friday: 13 November.

A date without a year is the latest such date that is not ahead, and where that is more than half
a year back the year is asked for. "The 20th" is the latest 20th that is not ahead. A day with a
name, such as "Boxing Day" or "last bank holiday", is the latest one (`named_days`). A moment from
a form or a log ("2026-11-30T23:30Z") is the day that it was in England.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from bot.clock import ENGLAND
from bot.notification.date_words import MONTH_WORDS, WEEKDAY_WORDS, in_standard_words
from bot.notification.dates_in_words import MONTHS, WEEKDAYS, day_and_month, long_date, short_date
from bot.notification.named_days import NAMES, named_day

if TYPE_CHECKING:
    from bot.notification.working_days import BankHolidays

_LONGEST = 100
_LONGEST_OF_A_DATE = 5
"""Words besides fillers; a longer text that names a day is about something else."""
_DAYS_IN_A_WEEK = 7
_HALF_A_YEAR = timedelta(days=183)
_A_YEAR = timedelta(days=366)
_CENTURY = 100
_SHORT_YEAR = 2
_LAST_MONTH = 12
_LAST_DAY = 31
_PLACES_OF_THE_T = (len("20261130"), len("2026-11-30"))


@dataclass(frozen=True, slots=True)
class Understood:
    """The text is this day, which is neither ahead nor more than a year back."""

    day: date


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """The text gives no day.

    Args:
        message: what is wrong, and what to type instead.
        meant_a_date: the text reads as a date, though not as one that can stand; where this is
            False it may be a question or a command instead.
    """

    message: str
    meant_a_date: bool


_Reader = Callable[[re.Match[str], date], Understood | NotUnderstood]


def understand_date(text: str, today: date, holidays: BankHolidays) -> Understood | NotUnderstood:
    """The day that a typed text means, or what is wrong with it. Any text at all may be typed."""
    if (moment := _moment(text)) is not None:
        return _accepted(moment, today)
    words = in_standard_words(text) if len(text) <= _LONGEST else ""
    for form, read in _FORMS:
        if found := form.fullmatch(words):
            return read(found, today)
    if found := _NAMED.fullmatch(words):
        return _named(found, today, holidays)
    short = len(words.split()) <= _LONGEST_OF_A_DATE
    meant_a_date = short and _SOMETHING_OF_A_DATE.search(words) is not None
    if meant_a_date and _VAGUE.search(words):
        return _refused(f"The days are counted from one day. {_cure(today)}")
    return NotUnderstood(f"This does not read as one date. {_cure(today)}", meant_a_date)


def why_refused(day: date, today: date) -> str | None:
    """Why this day cannot be when the council became aware, or None where it can be."""
    if day > today:
        return f"{long_date(day)} is in the future. {_cure(today)}"
    if today - day > _A_YEAR:
        return f"{long_date(day)} is more than a year ago. Check the date and type it again."
    return None


def _cure(today: date) -> str:
    example = today - timedelta(days=3)
    return (
        f'Type a day such as "today", "yesterday", "{day_and_month(example)}" or'
        f' "{example.day}/{example.month}".'
    )


def _accepted(day: date, today: date) -> Understood | NotUnderstood:
    refusal = why_refused(day, today)
    return _refused(refusal) if refusal else Understood(day)


def _refused(message: str) -> NotUnderstood:
    return NotUnderstood(message, meant_a_date=True)


def _moment(text: str) -> date | None:
    """The day in England of a moment as machines write it, such as "2026-11-30T09:15:00Z"."""
    plain = text.strip().upper()
    if len(plain) > _LONGEST or plain.find("T") not in _PLACES_OF_THE_T or not plain[0].isdigit():
        return None
    try:
        moment = datetime.fromisoformat(plain)
        return (moment.astimezone(ENGLAND) if moment.tzinfo else moment).date()
    except (ValueError, OverflowError):
        return None


def _named(
    found: re.Match[str], today: date, holidays: BankHolidays
) -> Understood | NotUnderstood:
    year = int(found["year"]) if found["year"] else None
    before = found["last"] is not None
    day = named_day(found["name"], today, holidays, year=year, before=before)
    return _accepted(day, today) if day else _refused(f"Which day was that? {_cure(today)}")


def _days_back(days: int) -> _Reader:
    return lambda _, today: _accepted(today - timedelta(days=days), today)


def _ago(found: re.Match[str], today: date) -> Understood | NotUnderstood:
    length = {"day": 1, "week": _DAYS_IN_A_WEEK, "fortnight": 2 * _DAYS_IN_A_WEEK}
    days = int(found["number"] or 1) * length[found["unit"]]
    return _accepted(today - timedelta(days=days), today)


def _latest(weekday: str, today: date) -> date:
    """The latest such weekday before today."""
    back = (today.weekday() - WEEKDAY_WORDS.index(weekday) - 1) % _DAYS_IN_A_WEEK + 1
    return today - timedelta(days=back)


def _weekday(found: re.Match[str], today: date) -> Understood | NotUnderstood:
    latest = _latest(found["weekday"], today)
    if latest.weekday() == today.weekday():
        name = WEEKDAYS[today.weekday()]
        return _refused(
            f"Today is {name}, so this could be two days."
            f' Type "today", or "last {name}" for {day_and_month(latest)}.'
        )
    return _accepted(latest, today)


def _last_weekday(found: re.Match[str], today: date) -> Understood | NotUnderstood:
    return _accepted(_latest(found["weekday"], today), today)


def _weekday_before_last(found: re.Match[str], today: date) -> Understood | NotUnderstood:
    return _accepted(_latest(found["weekday"], today) - timedelta(weeks=1), today)


def _in_calendar_week(weeks: int) -> _Reader:
    def read(found: re.Match[str], today: date) -> Understood | NotUnderstood:
        place = WEEKDAY_WORDS.index(found["weekday"]) - today.weekday()
        return _accepted(today + timedelta(days=place, weeks=weeks), today)

    return read


def _ahead(_: re.Match[str], today: date) -> NotUnderstood:
    return _refused(f"This day is in the future. {_cure(today)}")


def _incomplete(_: re.Match[str], today: date) -> NotUnderstood:
    return _refused(f"The day or the month is missing. {_cure(today)}")


def _day_of_month(found: re.Match[str], today: date) -> Understood | NotUnderstood:
    number = int(found["day"])
    if not 1 <= number <= _LAST_DAY:
        return _refused(f"No month has a day {number}. {_cure(today)}")
    day = today
    while day.day != number:
        day -= timedelta(days=1)
    return _agreed(found, day, today)


def _calendar_date(found: re.Match[str], today: date) -> Understood | NotUnderstood:
    number, written = int(found["day"]), found["month"]
    month = int(written) if written.isdigit() else MONTH_WORDS.index(written) + 1
    if not 1 <= month <= _LAST_MONTH:
        return _refused(f"There is no month {month}. Write the day first. {_cure(today)}")
    if found["year"] is None:
        return _without_year(found, number, month, today)
    year = int(found["year"])
    if len(found["year"]) == _SHORT_YEAR:
        year += today.year // _CENTURY * _CENTURY
    day = _day(year, month, number)
    if day is None:
        return _refused(f"There is no {number} {MONTHS[month - 1]} {year}. {_cure(today)}")
    return _agreed(found, day, today)


def _without_year(
    found: re.Match[str], number: int, month: int, today: date
) -> Understood | NotUnderstood:
    days = [_day(year, month, number) for year in (today.year, today.year - 1)]
    day = next((day for day in days if day and day <= today), None)
    if day and today - day <= _HALF_A_YEAR:
        return _agreed(found, day, today)
    if not any(days):
        return _refused(f"There is no {number} {MONTHS[month - 1]}. {_cure(today)}")
    return _refused(
        f"{number} {MONTHS[month - 1]} of which year? Type it with its year, such as"
        f' "{number}/{month}/{today.year}".'
    )


def _day(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None


def _agreed(found: re.Match[str], day: date, today: date) -> Understood | NotUnderstood:
    """The day, unless a weekday was typed beside it that is another one."""
    weekday = found["weekday"]
    if weekday and WEEKDAY_WORDS.index(weekday) != day.weekday():
        return _refused(f"{short_date(day)} is a {WEEKDAYS[day.weekday()]}. Check it.")
    return _accepted(day, today)


_WEEKDAY = rf"(?P<weekday>{'|'.join(WEEKDAY_WORDS)})"
_PERHAPS_WEEKDAY = rf"(?:{_WEEKDAY} )?"
_DAY = r"(?P<day>[0-9]{1,2})(?:th)?"
_MONTH = rf"(?P<month>{'|'.join(MONTH_WORDS)})"
_MONTH_NUMBER = r"(?P<month>[0-9]{1,2})"
_MONTH_NUMBER_OF_TWO = r"(?P<month>0[1-9]|1[0-2])(?P<day>[0-9]{2})"
_YEAR = r"(?P<year>[0-9]{4}|[0-9]{2})"

_NAMED = re.compile(rf"(?P<last>last )?(?P<name>{'|'.join(NAMES)})(?: (?P<year>[0-9]{{4}}))?")
_DAY_WORDS = ("today", "yesterday", "tomorrow", "ago", "weekend", "christmas", "easter", "holiday")
_SOMETHING_OF_A_DATE = re.compile(
    rf"\b(?:{'|'.join((*_DAY_WORDS, *WEEKDAY_WORDS, *MONTH_WORDS, *NAMES))})\b"
    r"|[0-9]/[0-9]|\b[0-9]{6,8}\b|\b[0-9]{1,2}th\b"
)
_VAGUE = re.compile(r"\b(?:about|around|roughly|approx|approximately|circa|or|between|before)\b")

_FORMS: tuple[tuple[re.Pattern[str], _Reader], ...] = tuple(
    (re.compile(form), read)
    for form, read in (
        ("today", _days_back(0)),
        ("yesterday", _days_back(1)),
        ("day before yesterday", _days_back(2)),
        (r"(?:(?P<number>[0-9]{1,3}) )?(?P<unit>day|week|fortnight) ago(?: today)?", _ago),
        (_WEEKDAY, _weekday),
        (rf"last {_WEEKDAY}", _last_weekday),
        (rf"{_WEEKDAY} gone", _last_weekday),
        (rf"this {_WEEKDAY}", _in_calendar_week(0)),
        (rf"{_WEEKDAY} this week", _in_calendar_week(0)),
        (rf"this week {_WEEKDAY}", _in_calendar_week(0)),
        (rf"{_WEEKDAY} last week", _in_calendar_week(-1)),
        (rf"last week {_WEEKDAY}", _in_calendar_week(-1)),
        (rf"{_WEEKDAY} before last", _weekday_before_last),
        (rf"(?:1 )?week (?:ago )?last {_WEEKDAY}", _weekday_before_last),
        (rf"tomorrow|next (?:week|month|year|{'|'.join(WEEKDAY_WORDS)})", _ahead),
        (rf"{_PERHAPS_WEEKDAY}{_DAY} ?{_MONTH}(?: {_YEAR})?", _calendar_date),
        (rf"{_PERHAPS_WEEKDAY}{_MONTH} {_DAY}(?: {_YEAR})?", _calendar_date),
        (rf"{_PERHAPS_WEEKDAY}{_DAY}[/ ]{_MONTH_NUMBER}(?:[/ ]{_YEAR})?", _calendar_date),
        (rf"{_PERHAPS_WEEKDAY}(?P<year>[0-9]{{4}})/{_MONTH_NUMBER}/{_DAY}", _calendar_date),
        (rf"{_PERHAPS_WEEKDAY}(?P<year>20[0-9]{{2}}){_MONTH_NUMBER_OF_TWO}", _calendar_date),
        (rf"{_PERHAPS_WEEKDAY}(?P<day>[0-9]{{1,2}})th", _day_of_month),
        (rf"{_MONTH}(?: [0-9]{{4}})?|[0-9]{{1,2}}(?:/[0-9]{{4}})?", _incomplete),
        ("(?:last|this) (?:week|month|year)", _incomplete),
    )
)
