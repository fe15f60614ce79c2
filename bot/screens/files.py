"""Files to take away, made from a case: the record, the calendar, the timeline.

The makers are imported where they are used: nobody waits for a Word library to see a question.
"""

# ruff: noqa: PLC0415 - see above
from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.clock import noon
from bot.notification.dates_in_words import long_date
from bot.screen import File
from bot.screens import folds, pathway
from bot.screens.first_screen import FirstScreenOf
from bot.screens.outcome import CALENDAR, CALENDARS, DOCX, PNG, SVG, TEXT

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from bot.notification.record import Record
    from bot.notification.timeline import Timeline
    from bot.screens.basis import Basis
    from bot.screens.case import Case


def _record_docx(basis: Basis, case: Case) -> File:
    from bot.notification.record_docx import record_docx

    return File("record.docx", DOCX, record_docx(record_of_case(basis, case), _made(basis)))


def _record_text(basis: Basis, case: Case) -> File:
    from bot.notification.record_text import record_text

    return File("record.txt", TEXT, record_text(record_of_case(basis, case)).encode())


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


def record_of_case(basis: Basis, case: Case) -> Record:
    """The record of what was done about a case, as it stands at this moment."""
    from bot.notification.record import record_of

    words, first = basis.knowledge.record, FirstScreenOf(basis, case)
    made = _made(basis)
    sources = basis.knowledge.library.sources
    last_days = _last_days(case)
    said = {
        **first.said,
        "sentence": _capital(first.said["sentence"]),
        "made": f"{long_date(made)} at {made:%H:%M}",
        "address": pathway.at(basis, "outcome", case.pathway),
        "answers": _capital(folds.brief(basis, case)),
        "verdict": first.title,
        "last_days_heading": words.last_days if last_days else "",
        "last_days": last_days,
        "version": basis.version,
        "sources": "; ".join(
            dict.fromkeys(sources[one].title for one in folds.source_ids(basis, case))
        ),
    }
    return record_of(words, case.facts, said)


def _last_days(case: Case) -> str:
    """Every last day in one line, with the day that it is counted from."""
    if case.counted_from is None:
        return ""
    days = [f"{one.rule.label}: {long_date(one.due)}" for one in case.deadlines if one.due]
    return "; ".join((*days, f"aware on {long_date(case.counted_from)}")) if days else ""


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _made(basis: Basis) -> datetime:
    """When the file was made; where no clock is known, noon of the day."""
    return basis.now() or noon(basis.today())
