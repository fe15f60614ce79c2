"""The last day for each duty: one deadline for every basis on which the sources count."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from bot.notification.dates_in_words import long_date
from bot.notification.model import CountedFrom, DeadlineRule
from bot.notification.working_days import count_working_days

if TYPE_CHECKING:
    from collections.abc import Collection

    from bot.criteria.model import DutyId
    from bot.notification.working_days import BankHolidays


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last day for a duty, and how it was counted.

    Args:
        rule: the rule that gave it, with its label, basis, sources and what is to be confirmed.
        counted_from: the start of the count, or None where that is itself beyond what is published.
        due: the last day, or None where it lies beyond the published bank holidays.
        skipped: the bank holidays that were not counted, with their titles.
    """

    rule: DeadlineRule
    counted_from: date | None
    due: date | None
    skipped: tuple[tuple[date, str], ...] = ()

    @property
    def count_in_words(self) -> str:
        """How many days from which day, such as "5 working days, counted from …"."""
        days = f"{self.rule.working_days} working days"
        if self.counted_from is None:
            return f"{days}, counted from the notification."
        return f"{days}, counted from {long_date(self.counted_from)}."


def deadlines(
    rules: tuple[DeadlineRule, ...],
    duties: Collection[DutyId],
    aware: date,
    holidays: BankHolidays,
) -> tuple[Deadline, ...]:
    """Every deadline of the duties that are owed now, earliest first; those with no date come last.

    Args:
        rules: every deadline rule of the knowledge base.
        duties: the duties that hold now.
        aware: the day on which the council became aware.
        holidays: the published bank holidays.
    """
    owed = (rule for rule in rules if rule.after in duties)
    found = (_deadline(rule, rules, aware, holidays) for rule in owed)
    return tuple(sorted(found, key=lambda deadline: deadline.due or date.max))


def rules_without_a_start(rules: tuple[DeadlineRule, ...]) -> tuple[DeadlineRule, ...]:
    """The rules that count from a notification for which no rule gives a last day."""
    return tuple(
        rule
        for rule in rules
        if rule.counted_from is CountedFrom.NOTIFIED and not _notification_rules(rule, rules)
    )


def _deadline(
    rule: DeadlineRule, rules: tuple[DeadlineRule, ...], aware: date, holidays: BankHolidays
) -> Deadline:
    start = _start(rule, rules, aware, holidays)
    if start is None:
        return Deadline(rule, counted_from=None, due=None)
    counted = count_working_days(start, rule.working_days, holidays)
    return Deadline(rule, start, counted.due, counted.skipped)


def _start(
    rule: DeadlineRule, rules: tuple[DeadlineRule, ...], aware: date, holidays: BankHolidays
) -> date | None:
    """The day to count from. A notification is taken as sent on the last day that it may be."""
    if rule.counted_from is CountedFrom.AWARE:
        return aware
    longest = max(_notification_rules(rule, rules), key=lambda before: before.working_days)
    return count_working_days(aware, longest.working_days, holidays).due


def _notification_rules(
    rule: DeadlineRule, rules: tuple[DeadlineRule, ...]
) -> tuple[DeadlineRule, ...]:
    return tuple(
        before
        for before in rules
        if before.duty == rule.after and before.counted_from is CountedFrom.AWARE
    )
