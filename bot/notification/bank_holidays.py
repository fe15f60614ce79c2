"""The published bank holidays, read from the list of GOV.UK that govuk-bank-holidays ships.

The list is read as a file. The library's own class would import a network client and, by default,
ask for the list online; a deadline must not depend on what answers there.
"""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from importlib.resources import files

from bot.notification.working_days import BankHolidays

_DIVISION = "england-and-wales"
_DECEMBER = 12


@cache
def published_bank_holidays() -> BankHolidays:
    """The bank holidays of England and Wales; read once, at the first question about a date."""
    text = files("govuk_bank_holidays").joinpath("bank-holidays.json").read_text(encoding="utf-8")
    titles = {
        date.fromisoformat(event["date"]): _title(event["title"], event["notes"])
        for event in json.loads(text)[_DIVISION]["events"]
    }
    first, last = min(titles), max(titles)
    return BankHolidays(
        titles=titles,
        published_from=date(first.year, 1, 1),
        published_until=date(last.year, 12, 31) if last.month == _DECEMBER else last,
    )


def _title(title: str, notes: str) -> str:
    return f"{title} ({notes.lower()})" if notes else title
