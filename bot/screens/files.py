"""Files to take away, made from a case: the record, the calendar, the timeline.

The makers are imported where they are used: nobody waits for a Word library to see a question.
"""

# ruff: noqa: PLC0415 - see above
from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.clock import noon
from bot.notification.dates_in_words import short_date
from bot.screen import File
from bot.screens import folds, pathway
from bot.screens.outcome import CALENDAR, CALENDARS, DOCX, PNG, SVG, TEXT

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from bot.notification.record import Record, RecordedCriterion
    from bot.notification.timeline import Timeline
    from bot.screens.basis import Basis
    from bot.screens.case import Case


def _record_docx(basis: Basis, case: Case) -> File:
    from bot.notification.record_docx import record_docx

    return File("record.docx", DOCX, record_docx(record_of(basis, case)))


def _record_text(basis: Basis, case: Case) -> File:
    from bot.notification.record_text import record_text

    return File("record.txt", TEXT, record_text(record_of(basis, case)).encode())


def _calendar(number: int) -> Callable[[Basis, Case], File | None]:
    """Makes the calendar file of the deadline in this place, counted from one."""

    def make(basis: Basis, case: Case) -> File | None:
        from bot.notification.calendar import calendar_entries, calendar_file

        entries = calendar_entries(case.deadlines, basis.holidays()) if case.aware else ()
        if case.aware is None or number > len(entries):
            return None
        answers = pathway.code(basis, replace(case.pathway, reader=None))
        reference = case.reference or f"{answers}-{case.aware:%Y%m%d}"
        owner = basis.knowledge.names["partnership_short"].lower()
        content = calendar_file(entries[number - 1], owner, reference, _made(basis))
        return File(f"deadline-{number}.ics", CALENDAR, content)

    return make


def _timeline_png(basis: Basis, case: Case) -> File | None:
    from bot.notification.timeline_picture import timeline_png

    timeline = timeline_of(basis, case)
    return File("timeline.png", PNG, timeline_png(timeline)) if timeline else None


def _timeline_svg(basis: Basis, case: Case) -> File | None:
    from bot.notification.timeline_picture import timeline_svg

    timeline = timeline_of(basis, case)
    return File("timeline.svg", SVG, timeline_svg(timeline).encode()) if timeline else None


MAKERS: Mapping[str, Callable[[Basis, Case], File | None]] = {
    "record": _record_docx,
    "recordtext": _record_text,
    **{name: _calendar(number) for number, name in enumerate(CALENDARS, start=1)},
    "timeline": _timeline_png,
    "timelinesvg": _timeline_svg,
}


def timeline_of(basis: Basis, case: Case) -> Timeline | None:
    """The timeline of an outcome's deadlines, or None when none has a date."""
    from bot.notification.timeline import Timeline

    if case.aware is None or not any(one.due for one in case.deadlines):
        return None
    return Timeline(
        aware=case.aware,
        today=basis.today(),
        deadlines=case.deadlines,
        holidays=basis.holidays(),
    )


def record_of(basis: Basis, case: Case) -> Record:
    """The record of an outcome, as it stands at this moment."""
    from bot.notification.record import Record

    guidance, criteria = basis.knowledge.guidance, basis.knowledge.criteria
    said = basis.knowledge.guidance.headline(case.finding.verdict)
    labels = {duty.id: duty.label for duty in guidance.duties}
    path = case.answers
    return Record(
        made=_made(basis),
        knowledge_version=basis.knowledge.version,
        criteria_version=basis.version,
        address=pathway.at(basis, "outcome", case.pathway),
        reference=case.reference,
        headline=said.title,
        explanation=said.explanation,
        answers=tuple(
            (criteria.question(question).label, criteria.question(question).option(option).label)
            for question, option in path.items()
        ),
        criteria=tuple(_criteria(basis, case)),
        steps_now=_steps(case, basis, now=True),
        council_steps=_steps(case, basis, now=False),
        also=tuple(
            f"If {condition}: {labels[duty]}." for duty, condition in case.conditions.items()
        ),
        aware=case.aware,
        deadlines=case.deadlines,
        counting_note=guidance.counting_note,
        published_until=basis.holidays().published_until if case.aware else None,
        council_decides=guidance.council_decides,
        sources=tuple(
            f"{line.label}, checked {short_date(line.checked)}{f': {line.url}' if line.url else ''}"
            for line in basis.sources(folds.source_ids(basis, case))
        ),
    )


def _made(basis: Basis) -> datetime:
    """When the file was made; where no clock is known, noon of the day."""
    return basis.now() or noon(basis.today())


def _criteria(basis: Basis, case: Case) -> list[RecordedCriterion]:
    from bot.notification.record import RecordedCriterion

    criteria = basis.knowledge.criteria
    return [
        RecordedCriterion(
            label=reason.criterion.label,
            state=reason.state,
            because="; ".join(
                criteria.answer_in_words(*answer) for answer in reason.decided_by.items()
            ),
            sources=tuple(
                basis.knowledge.library.sources[source].title
                for source in reason.criterion.sources
            ),
        )
        for reason in case.reasons
    ]


def _steps(case: Case, basis: Basis, *, now: bool) -> tuple[str, ...]:
    guidance = basis.knowledge.guidance
    steps = guidance.you_do_now if now else guidance.council_does
    return tuple(
        f"{step.text} {step.confirm}." if step.confirm else step.text
        for step in folds.shown_steps(steps, case)
    )
