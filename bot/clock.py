"""This moment in England, whatever the machine's own time zone: hours and days are counted there."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

ENGLAND = ZoneInfo("Europe/London")


def now_in_england() -> datetime:
    return datetime.now(ENGLAND)


def today_in_england() -> date:
    return now_in_england().date()


def noon(day: date) -> datetime:
    """The moment that a fixed day stands for, where only the day is given."""
    return datetime.combine(day, time(12), ENGLAND)
