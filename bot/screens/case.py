"""A case: everything that follows from answers, worked out once. Screens and files walk over it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from typing import TYPE_CHECKING

from bot.criteria.answers_in_address import Reader
from bot.criteria.conditions import condition_of
from bot.criteria.model import DutyId, Verdict
from bot.criteria.reasons import reasons, turns
from bot.criteria.told import told
from bot.library.model import ContactRole
from bot.notification.deadlines import Deadline, deadlines
from bot.notification.opening_hours import ClockState, Opening, opening_at

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from bot.criteria.reasons import Reason, Turn
    from bot.criteria.told import Told
    from bot.screens.basis import Basis
    from bot.screens.pathway import Pathway

AGE, OUTCOME, ADULT = "age", "outcome", "25+"
UNSURE, NOBODY = "unsure", "none"
DIED = "died"


@dataclass(frozen=True)
class Case:
    """A case: everything that follows from answers, worked out once.

    Args:
        pathway: the answers, with the reader, the date and the reference that go along.
        answers: the answers; age and what happened read as not sure where they are not answered.
        finding: what they tell.
        reader: for whom the words are: the council only where a report is owed.
        conditions: for each duty that is owed in some completions only, when it is.
        reasons: each criterion and its state.
        turns: the single other answers that would change the verdict.
        deadlines: every deadline, earliest first: from the date, or for the council from today.
        now: this moment in England, or None where no clock is known.
        today: the day of today.
        front_door: whether the front door is open at this moment.
        facts: the answers and what follows from them, for the words that are said.
    """

    pathway: Pathway
    answers: Mapping[str, str]
    finding: Told
    reader: Reader
    conditions: Mapping[DutyId, str]
    reasons: tuple[Reason, ...]
    turns: tuple[Turn, ...]
    deadlines: tuple[Deadline, ...]
    now: datetime | None
    today: date
    front_door: Opening
    facts: Mapping[str, str]

    @property
    def reports(self) -> bool:
        """A report is owed: the verdict is not "not on these answers"."""
        return self.finding.verdict is not Verdict.NOT_ON_THESE_ANSWERS

    @property
    def calls(self) -> bool:
        """A call is owed, for a report or for a referral."""
        return self.facts["call"] == "yes"

    @property
    def aware(self) -> date | None:
        return self.pathway.aware

    @property
    def reference(self) -> str:
        return self.pathway.reference

    @property
    def counted_from(self) -> date | None:
        """The day on which the deadlines stand: the given one, or for the council today."""
        if self.aware is None and self.reader is Reader.COUNCIL:
            return self.today
        return self.aware


def case_of(basis: Basis, pathway: Pathway) -> Case:
    """The case of these answers, at this moment."""
    answers = _read_as_unsure(pathway.path)
    finding = told(basis.table, answers)
    reports = finding.verdict is not Verdict.NOT_ON_THESE_ANSWERS
    reader = Reader.COUNCIL if reports and pathway.reader is Reader.COUNCIL else Reader.AGENCY
    now = basis.now()
    opening = front_door_at(basis, now)
    counted_from = pathway.aware or (basis.today() if reader is Reader.COUNCIL else None)
    return Case(
        pathway=pathway,
        answers=answers,
        finding=finding,
        reader=reader,
        conditions={
            duty: condition_of(basis.table, answers, duty) for duty in sorted(finding.if_)
        },
        reasons=reasons(basis.table, answers),
        turns=turns(basis.table, answers),
        deadlines=()
        if counted_from is None
        else deadlines(
            basis.knowledge.guidance.deadlines, finding.now, counted_from, basis.holidays()
        ),
        now=now,
        today=basis.today(),
        front_door=opening,
        facts=_facts(answers, finding, reader, opening.state),
    )


def front_door_at(basis: Basis, now: datetime | None) -> Opening:
    """Whether the front door is open at this moment."""
    contact = basis.knowledge.library.contact(ContactRole.FRONT_DOOR)
    opens, closes = opening_times(contact.opens, contact.closes)
    return opening_at(now, opens, closes, basis.holidays())


def opening_times(opens: str | None, closes: str | None) -> tuple[time, time]:
    """The hours of a contact; one without hours is never open."""
    return time.fromisoformat(opens or "00:00"), time.fromisoformat(closes or "00:00")


def _read_as_unsure(path: Mapping[str, str]) -> dict[str, str]:
    """The answers so far: without an age or news of what happened, both are not sure."""
    answers = dict(path)
    if AGE not in answers:
        answers = {AGE: UNSURE, **answers}
    if OUTCOME not in answers and answers[AGE] != ADULT:
        answers[OUTCOME] = UNSURE
    return answers


def _facts(
    answers: Mapping[str, str], finding: Told, reader: Reader, clock: ClockState
) -> dict[str, str]:
    """The answers and what follows from them, each a name with one word."""
    duties = {duty.value: _owed(duty, finding) for duty in DutyId}
    reports = finding.verdict is not Verdict.NOT_ON_THESE_ANSWERS
    calls = duties[DutyId.SPOC] == "now" or duties[DutyId.MASH] != "no"
    return {
        **answers,
        **duties,
        "verdict": finding.verdict.value,
        "reader": reader.value,
        "report": "yes" if reports else "no",
        "call": "yes" if calls else "no",
        "notifier": finding.notifier or NOBODY,
        "clock": clock.value,
    }


def _owed(duty: DutyId, finding: Told) -> str:
    if duty in finding.now:
        return "now"
    return "if" if duty in finding.if_ else "no"
