"""What follows from a verdict: headlines, duties, the order of action, steps and deadlines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.criteria.model import DutyId, Verdict
from bot.library.model import Status
from bot.library.points import ToConfirm
from bot.strict import Strict


class CountedFrom(StrEnum):
    """What the working days are counted from."""

    AWARE = "aware"
    """the day on which the council became aware"""
    NOTIFIED = "notified"
    """the last day for the notification, when it is sent on that day"""


@dataclass(frozen=True, kw_only=True)
class Headline(Strict):
    """What the outcome screen says first for a verdict; `short` says it within a sentence."""

    verdict: Verdict
    title: str
    short: str
    explanation: str
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Duty(Strict):
    id: DutyId
    label: str
    explanation: str
    sources: tuple[str, ...]
    status: Status
    confirm: str | None = None
    to_confirm: ToConfirm | None = None


@dataclass(frozen=True, kw_only=True)
class ActionStep(Strict):
    """One line of a fold of the outcome: a step, what the council does, or "also if".

    Shown when `duty` is owed in every completion, or always when there is no duty;
    `verdicts` narrows it to some verdicts and `when` to some answers and what follows from them.
    """

    id: str
    text: str
    sources: tuple[str, ...]
    status: Status
    confirm: str | None = None
    to_confirm: ToConfirm | None = None
    duty: DutyId | None = None
    verdicts: tuple[Verdict, ...] = ()
    when: tuple[Mapping[str, tuple[str, ...]], ...] = ()
    contacts: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class DeadlineRule(Strict):
    """A duty's deadline. Where sources disagree there is one rule for each basis."""

    id: str
    duty: str
    after: DutyId
    working_days: int
    counted_from: CountedFrom
    label: str
    basis: str
    sources: tuple[str, ...]
    status: Status
    confirm: str | None = None
    to_confirm: ToConfirm | None = None


@dataclass(frozen=True, kw_only=True)
class GuidanceStep(Strict):
    """One screen of `notify`."""

    id: str
    title: str
    text: tuple[str, ...]
    sources: tuple[str, ...]
    status: Status
    confirm: str | None = None
    to_confirm: ToConfirm | None = None
    contacts: tuple[str, ...] = ()
    links: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Role(Strict):
    """For whom a series of steps is written: another agency, or the council."""

    id: str
    label: str
    introduction: str
    steps: tuple[GuidanceStep, ...]


@dataclass(frozen=True, kw_only=True)
class Guidance(Strict):
    """Everything that is said about notifying."""

    danger_line: str
    council_decides: str
    headlines: tuple[Headline, ...]
    duties: tuple[Duty, ...]
    you_do_now: tuple[ActionStep, ...]
    council_does: tuple[ActionStep, ...]
    also_if: tuple[ActionStep, ...]
    local_also_if: tuple[ActionStep, ...] = ()
    deadlines: tuple[DeadlineRule, ...]
    counting_note: str
    roles: tuple[Role, ...]

    def headline(self, verdict: Verdict) -> Headline:
        return next(one for one in self.headlines if one.verdict is verdict)
