"""The date on which the council became aware: asked for, understood, read back, confirmed."""

from __future__ import annotations

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
    here = pathway.at(basis, "date", way, reference)
    return Screen(
        address=here,
        title=LABEL,
        blocks=(
            basis.danger(),
            *((Notice(Tone.WARNING, message),) if message else ()),
            Paragraph(
                "The working days count from the day on which the council became aware. "
                "That is not always the day of the incident, or the day on which you knew."
            ),
        ),
        question=OpenQuestion(QUESTION, LABEL, tuple(_quick_picks(basis, way, reference))),
        field=TextField(LABEL, _HINT, here),
        actions=(
            Action("back", "Back to the outcome", pathway.at(basis, "outcome", way)),
            START,
        ),
    )


def confirm_screen(basis: Basis, way: Pathway, aware: date, reference: str = "") -> Screen:
    """Reads the date back in full before anything is counted from it."""
    refused = why_refused(aware, basis.today())
    if refused:
        return date_screen(basis, way, reference, refused)
    label = f"{long_date(aware)}. Is that right?"
    stamp = f"{aware:%Y%m%d}"
    yes = pathway.at(basis, "outcome", way, stamp, reference or basis.new_reference())
    another = pathway.at(basis, "date", way, reference)
    return Screen(
        address=pathway.at(basis, "date", way, stamp, reference),
        title=label,
        blocks=(basis.danger(), Paragraph(LABEL)),
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
            Action("back", "Back to the outcome", pathway.at(basis, "outcome", way)),
            START,
        ),
    )


def warnings(basis: Basis, aware: date) -> tuple[Notice, ...]:
    """What is odd about this date, to be checked before anyone relies on a deadline."""
    refused = why_refused(aware, basis.today())
    return (Notice(Tone.WARNING, refused),) if refused else ()


def stamp(text: str) -> date | None:
    """The date in an address (20261120), or None when it is none."""
    if len(text) != len("20261120") or not text.isdecimal():
        return None
    try:
        return date(int(text[:4]), int(text[4:6]), int(text[6:]))
    except ValueError:
        return None


def _quick_picks(basis: Basis, way: Pathway, reference: str) -> list[Choice]:
    today = basis.today()
    names = ("Today", "Yesterday")
    days = [today - timedelta(days=back) for back in range(5)]
    return [
        Choice(
            f"{day:%Y-%m-%d}",
            f"{names[back]}, {long_date(day)}" if back < len(names) else long_date(day),
            pathway.at(basis, "date", way, f"{day:%Y%m%d}", reference),
        )
        for back, day in enumerate(days)
    ]
