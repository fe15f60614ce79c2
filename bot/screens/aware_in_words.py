"""The day on which the council became aware, said in a sentence: "they were told last Friday"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.notification.typed_dates import NotUnderstood, understand_date
from bot.screens import awareness

if TYPE_CHECKING:
    from datetime import date

    from bot.notification.working_days import BankHolidays
    from bot.screen import Screen
    from bot.screens.basis import Basis
    from bot.screens.pathway import Pathway

_LONGEST = 6
"""Words of one date."""

_MOST_WORDS = 40


def aware_screen(basis: Basis, way: Pathway, text: str, *, asked: bool) -> Screen | None:
    """The screen that reads the day back, or says why a typed day cannot be; None without a day.

    Args:
        basis: what screens stand on.
        way: the answers.
        text: as typed.
        asked: the date is what is asked for.
    """
    whole = understand_date(text, basis.today(), basis.holidays())
    if isinstance(whole, NotUnderstood):
        day = day_within(text, basis.today(), basis.holidays())
        if day is None:
            meant = asked and whole.meant_a_date
            return (
                awareness.date_screen(basis, way, way.reference, whole.message) if meant else None
            )
    else:
        day = whole.day
    return awareness.confirm_screen(basis, way, day, way.reference)


def day_within(text: str, today: date, holidays: BankHolidays) -> date | None:
    """The day that some words of a text mean, the longest such words first."""
    words = text.split()[:_MOST_WORDS]
    for length in range(min(_LONGEST, len(words)), 0, -1):
        for first in range(len(words) - length + 1):
            part = " ".join(words[first : first + length]).strip(" ,.;:!?")
            if not any(letter.isalpha() for letter in part) and length == 1 and "/" not in part:
                continue
            understood = understand_date(part, today, holidays)
            if not isinstance(understood, NotUnderstood):
                return understood.day
    return None
