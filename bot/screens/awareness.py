"""The date on which the council became aware: asked for, understood, read back, confirmed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from bot.notification.dates_in_words import long_date
from bot.notification.typed_dates import why_refused
from bot.screen import Action, Choice, Notice, OpenQuestion, Paragraph, Screen, TextField, Tone
from bot.screens import pathway
from bot.screens.basis import START

if TYPE_CHECKING:
    from bot.screens.basis import Basis
    from bot.screens.pathway import Pathway

QUESTION = "aware"
LABEL = "When did the council become aware of the incident?"
_HINT = "Type a date, such as yesterday, last Friday, 20/11 or 20 November 2026."


def date_screen(
    basis: Basis, way: Pathway, reference: str = "", message: str | None = None
) -> Screen:
    """Asks for the date.

    Args:
        basis: what screens stand on.
        way: the answers.
        reference: the reference of an outcome whose date is being corrected; it is kept, so that
            the calendar's events are moved and not doubled.
        message: why a typed date was not taken.
    """
    way = replace(way, aware=None, reference=reference)
    here = pathway.date_question(basis, way)
    return Screen(
        address=here,
        title=LABEL,
        blocks=(
            *((Notice(Tone.WARNING, message),) if message else ()),
            Paragraph(
                "The working days count from the day on which the council became aware. "
                "That is not always the day of the incident, or the day on which you knew."
            ),
        ),
        question=OpenQuestion(QUESTION, LABEL, tuple(_quick_picks(basis, way, reference))),
        field=TextField(LABEL, _HINT, here),
        actions=(
            _back(basis, way),
            START,
        ),
    )


def confirm_screen(basis: Basis, way: Pathway, aware: date, reference: str = "") -> Screen:
    """Reads the date back in full before anything is counted from it."""
    refused = why_refused(aware, basis.today())
    if refused:
        return date_screen(basis, way, reference, refused)
    label = f"{long_date(aware)}. Is that right?"
    way = replace(way, aware=aware, reference=reference)
    dated = replace(way, reference=reference or basis.new_reference())
    yes = pathway.at(basis, "outcome", dated)
    another = pathway.date_question(basis, way)
    return Screen(
        address=pathway.at(basis, "date", way),
        title=label,
        blocks=(Paragraph(LABEL),),
        question=OpenQuestion(
            QUESTION,
            label,
            (
                Choice("yes", "Yes, show the deadlines", yes),
                Choice("no", "No, another date", another),
            ),
        ),
        field=TextField("Another date", _HINT, another),
        actions=(
            _back(basis, way),
            START,
        ),
    )


def warnings(basis: Basis, aware: date) -> tuple[Notice, ...]:
    """What is odd about this date, to be checked before anyone relies on a deadline."""
    refused = why_refused(aware, basis.today())
    return (Notice(Tone.WARNING, refused),) if refused else ()


def _back(basis: Basis, way: Pathway) -> Action:
    """The way back to the outcome; it says so where a date would be left behind."""
    label = "Back to the outcome, without a date" if way.reference else "Back to the outcome"
    undated = replace(way, aware=None, reference="")
    return Action("back", label, pathway.at(basis, "outcome", undated))


def _quick_picks(basis: Basis, way: Pathway, reference: str) -> list[Choice]:
    today = basis.today()
    names = ("Today", "Yesterday")
    days = [today - timedelta(days=back) for back in range(5)]
    return [
        Choice(
            f"{day:%Y-%m-%d}",
            f"{names[back]}, {long_date(day)}" if back < len(names) else long_date(day),
            pathway.at(basis, "date", replace(way, aware=day, reference=reference)),
        )
        for back, day in enumerate(days)
    ]
