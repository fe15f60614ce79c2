"""The duties in the order of time, from the day of awareness on: as moments and as plain text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from bot.notification.dates_in_words import long_date

if TYPE_CHECKING:
    from datetime import date

    from bot.notification.deadlines import Deadline
    from bot.notification.working_days import BankHolidays


PASSED = "This day has passed."
BY_THIS_DAY = "No later than this day:"


class MomentKind(StrEnum):
    AWARE = "aware"
    TODAY = "today"
    DEADLINE = "deadline"


@dataclass(frozen=True, slots=True)
class Moment:
    """Something that happens on a day.

    Args:
        day: the day.
        kind: what it is; each kind has a mark of its own shape.
        label: what it is, in words.
        detail: how the day was found; empty where nothing was counted.
        passed: a deadline whose day lies before today.
    """

    day: date
    kind: MomentKind
    label: str
    detail: str = ""
    passed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """What a timeline shows.

    Args:
        aware: the day on which the council became aware.
        today: the day of today.
        deadlines: every deadline, earliest first.
        holidays: the published bank holidays.
    """

    aware: date
    today: date
    deadlines: tuple[Deadline, ...]
    holidays: BankHolidays

    @property
    def moments(self) -> tuple[Moment, ...]:
        """Every moment that has a day, in the order of time."""
        moments = [
            Moment(self.aware, MomentKind.AWARE, "The council became aware"),
            Moment(self.today, MomentKind.TODAY, "Today"),
            *(self._moment(one, one.due) for one in self.deadlines if one.due is not None),
        ]
        return tuple(sorted(moments, key=lambda moment: moment.day))

    @property
    def without_a_day(self) -> tuple[str, ...]:
        """A line for each duty whose day lies beyond the published bank holidays."""
        until = long_date(self.holidays.published_until)
        return tuple(
            f"{one.rule.label}: no date. Bank holidays are published until {until}."
            for one in self.deadlines
            if one.due is None
        )

    def _moment(self, deadline: Deadline, due: date) -> Moment:
        label, confirm = deadline.rule.label, deadline.rule.confirm
        detail = deadline.count_in_words + (f" To confirm: {confirm}." if confirm else "")
        return Moment(due, MomentKind.DEADLINE, label, detail, passed=due < self.today)

    def holidays_on_the_way(self) -> tuple[tuple[date, str], ...]:
        """The bank holidays that some deadline did not count, each once, in the order of time."""
        return tuple(sorted({each for one in self.deadlines for each in one.skipped}))


def timeline_text(timeline: Timeline) -> tuple[str, ...]:
    """The facts of the picture as lines of text, in the order of time."""
    lines = [(moment.day, _line(moment)) for moment in timeline.moments]
    lines += [
        (day, f"{long_date(day)}: {title}. A bank holiday, not counted.")
        for day, title in timeline.holidays_on_the_way()
    ]
    ordered = [line for _, line in sorted(lines, key=lambda each: each[0])]
    return (*ordered, *timeline.without_a_day, "Saturdays and Sundays are not counted either.")


def _line(moment: Moment) -> str:
    before = "No later than " if moment.kind is MomentKind.DEADLINE else ""
    words = [f"{before}{long_date(moment.day)}: {moment.label}.", moment.detail]
    return " ".join(word for word in (*words, PASSED * moment.passed) if word)
