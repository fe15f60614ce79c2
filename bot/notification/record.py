"""The record of a decision, for the child's file: it names nobody and stands on its own.

A record is sections of paragraphs, numbered lists and tables. Each way of showing it (plain text,
Word, a page to print) goes through the same sections, so that none says less than another.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.criteria.model import CriterionState
from bot.notification.dates_in_words import long_date

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from bot.notification.deadlines import Deadline

STATE_WORDS = {
    CriterionState.MET: "Met",
    CriterionState.NOT_MET: "Not met",
    CriterionState.NOT_KNOWN: "Not known",
}
BLANKS = (
    "Decision maker and role",
    "Decision",
    "Reason",
    "Who was told, and when",
    "Date and signature",
)


@dataclass(frozen=True, slots=True)
class RecordedCriterion:
    """A criterion as it stood.

    Args:
        label: what the criterion says.
        state: met, not met or not known.
        because: the answer that decided it, in words; empty where none did.
        sources: titles of the sources.
    """

    label: str
    state: CriterionState
    because: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Everything that a record says.

    Args:
        made: when the record was made, in the time of the reader.
        knowledge_version: the version of the knowledge base.
        criteria_version: the version of the criteria.
        address: reopens the same outcome.
        reference: the short random reference of the outcome, or "".
        headline: what the outcome says first.
        explanation: what the headline means.
        answers: each question with its answer.
        criteria: each criterion as it stood.
        steps_now: what the reader does now.
        council_steps: what the council does.
        also: what else is owed if something turns out so.
        aware: the day on which the council became aware, or None.
        deadlines: every deadline, earliest first.
        counting_note: what is assumed when days are counted.
        published_until: the last day that the published bank holidays cover.
        council_decides: who decides, and that this record does not.
        sources: titles and addresses of all sources, with the date checked.
    """

    made: datetime
    knowledge_version: str
    criteria_version: str
    address: str
    headline: str
    explanation: str
    answers: tuple[tuple[str, str], ...]
    criteria: tuple[RecordedCriterion, ...]
    steps_now: tuple[str, ...]
    council_decides: str
    reference: str = ""
    council_steps: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    aware: date | None = None
    deadlines: tuple[Deadline, ...] = ()
    counting_note: str = ""
    published_until: date | None = None
    sources: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        return "Record of a decision: Safeguarding Practice Review criteria"


@dataclass(frozen=True, slots=True)
class Numbered:
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose first row names the columns. `caption` says what it holds."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Part = str | Numbered | Listed | Table
"""A paragraph, a list or a table."""


@dataclass(frozen=True, slots=True)
class Section:
    heading: str
    parts: tuple[Part, ...]


def sections(record: Record) -> tuple[Section, ...]:
    """The whole record in reading order; a section that would be empty is left out."""
    return tuple(section for section in _sections(record) if section.parts)


def _sections(record: Record) -> Iterator[Section]:
    yield Section(
        "About this record", (Table("About this record", ("What", "Entry"), _about(record)),)
    )
    yield Section(record.headline, (record.explanation, record.council_decides))
    yield Section("Answers", (Table("Answers", ("Question", "Answer"), record.answers),))
    yield Section(
        "Criteria",
        (Table("Criteria", ("Criterion", "State", "Why", "Source"), _criteria(record)),),
    )
    yield Section("You do now", _list(Numbered, record.steps_now))
    yield Section("The council does, not you", _list(Numbered, record.council_steps))
    yield Section("Also, depending on what turns out", _list(Listed, record.also))
    yield Section("Deadlines", tuple(_deadlines(record)))
    yield Section(
        "To fill in",
        (Table("To fill in", ("What", "Entry"), tuple((blank, "") for blank in BLANKS)),),
    )
    yield Section("Sources", _list(Listed, record.sources))


def _about(record: Record) -> tuple[tuple[str, str], ...]:
    rows = (
        ("Made on", f"{long_date(record.made)} at {record.made:%H:%M}"),
        ("Made by", "An automated guide, not a person and not AI"),
        ("Reference", record.reference),
        ("Criteria", f"Version {record.criteria_version}"),
        ("Knowledge base", f"Version {record.knowledge_version}"),
        ("Opens again at", record.address),
        ("Where it belongs", "On the child's file. It names nobody; the file does."),
    )
    return tuple(row for row in rows if row[1])


def _criteria(record: Record) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (one.label, STATE_WORDS[one.state], one.because, "; ".join(one.sources))
        for one in record.criteria
    )


def _list(kind: type[Numbered | Listed], items: tuple[str, ...]) -> tuple[Part, ...]:
    return (kind(items),) if items else ()


def _deadlines(record: Record) -> Iterator[Part]:
    if record.aware is None:
        return
    yield f"The council became aware on {long_date(record.aware)}."
    if not record.deadlines:
        yield "No duty that holds on these answers has a deadline in days."
        return
    yield Table(
        "Deadlines",
        ("Duty", "No later than", "How it was counted"),
        tuple((one.rule.label, _due(one, record), how_counted(one)) for one in record.deadlines),
    )
    if record.counting_note:
        yield record.counting_note


def _due(deadline: Deadline, record: Record) -> str:
    if deadline.due is not None:
        return long_date(deadline.due)
    until = f" ({long_date(record.published_until)})" if record.published_until else ""
    return f"No date: it lies beyond the published bank holidays{until}"


def how_counted(deadline: Deadline) -> str:
    """The count in words: how many days, from which day, on what basis, and what was left out."""
    words = [deadline.count_in_words, deadline.rule.basis]
    if deadline.skipped:
        days = ", ".join(f"{title} ({long_date(day)})" for day, title in deadline.skipped)
        words.append(f"Not counted: {days}.")
    if deadline.rule.confirm:
        words.append(f"To confirm: {deadline.rule.confirm}.")
    return " ".join(words)
