"""A journey: what a practitioner types, and what they must be told at its end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

_FILE = Path(__file__).parent / "journeys" / "journeys.yaml"
_TODAY = date(2026, 11, 26)


@dataclass(frozen=True)
class Journey:
    """One vignette.

    Args:
        typed: what is typed, line by line, up to the outcome.
        aware: the typed date on which the council became aware, or None.
        today: the date of today.
        verdict, now, if_, notifier: what the outcome must say.
        deadlines: duty and last day, in the order shown.
    """

    name: str
    typed: tuple[str, ...]
    verdict: str
    now: tuple[str, ...]
    if_: tuple[str, ...]
    notifier: str | None
    aware: str | None
    today: date
    deadlines: tuple[tuple[str, date], ...]

    @property
    def to_outcome(self) -> tuple[str, ...]:
        """Everything typed to reach the outcome, with its date where there is one."""
        if self.aware is None:
            return self.typed
        return (*self.typed, "add_date", self.aware, "yes")


def _journey(entry: dict[str, Any]) -> Journey:
    return Journey(
        name=entry["name"],
        typed=tuple(entry["typed"]),
        verdict=entry["verdict"],
        now=tuple(entry["now"]),
        if_=tuple(entry["if"]),
        notifier=entry["notifier"],
        aware=entry.get("aware"),
        today=entry.get("today", _TODAY),
        deadlines=tuple((one["duty"], one["due"]) for one in entry.get("deadlines", ())),
    )


JOURNEYS = tuple(_journey(entry) for entry in yaml.safe_load(_FILE.read_text("utf-8")))
