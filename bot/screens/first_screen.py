"""The first screen of a case: what to do, whom to ring, what to say, by when, then, next."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from typing import TYPE_CHECKING

from bot.criteria.answers_in_address import Reader
from bot.library.model import ContactRole
from bot.notification.dates_in_words import WEEKDAYS, day_and_month, short_date
from bot.notification.first_screen import Words, filled, first_that_fits, pieces_of
from bot.notification.opening_hours import ClockState, clock_time
from bot.screen import Line, Lines, Link, Part, ShownCall
from bot.screens import pathway
from bot.screens.case import case_of, opening_times

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from bot.library.model import Contact
    from bot.screens.basis import Basis
    from bot.screens.case import Case

_NUMBERS = {
    "front_door_number": ContactRole.FRONT_DOOR,
    "out_of_hours_number": ContactRole.OUT_OF_HOURS,
    "child_death_number": ContactRole.CHILD_DEATH,
}


class FirstScreenOf:
    """Composes the first screen of one case from the words of the knowledge base."""

    def __init__(self, basis: Basis, case: Case) -> None:
        self._basis = basis
        self._case = case
        self._words = basis.knowledge.first_screen
        self._said = pieces_of(self._words.pieces, case.facts, dict(self._given()))

    @property
    def danger(self) -> str:
        return self._one(self._words.danger)

    @property
    def said(self) -> Mapping[str, str]:
        """What each slot says in this case: the pieces, the moment, the contacts."""
        return self._said

    @property
    def title(self) -> str:
        return self._one(self._words.titles)

    def lines(self) -> Lines:
        """Everything under the title, in reading order; whom to ring stands last where no call is owed."""
        lines = tuple(self._lines())
        ring = self.ring().items
        at = len(lines)
        if self._case.calls:
            at = next((n for n, one in enumerate(lines) if one.part in _AFTER_THE_CALL), at)
        return Lines((*lines[:at], *ring, *lines[at:]))

    def ring(self) -> Lines:
        """Whom to ring at this moment, and at any other."""
        words = self._words.ring
        lead = first_that_fits(words.leads, self._case.facts)
        parts = (
            (Part.STATE, words.state, ""),
            (Part.CALL, words.call, f"{lead.text} " if lead else ""),
            (Part.OTHER, words.other, ""),
            (Part.CONFIRM, words.confirm if self._to_confirm() else (), ""),
        )
        found = (
            (part, first_that_fits(some, self._case.facts), before) for part, some, before in parts
        )
        return Lines(
            tuple(self._line(part, one, before=before) for part, one, before in found if one)
        )

    def _lines(self) -> Iterator[Line]:
        for line in self._words.lines:
            found = first_that_fits(line.words, self._case.facts)
            if found and not (found.date and not self._last_day()):
                yield self._line(line.part, found, label=line.label)

    def _line(self, part: Part, words: Words, *, before: str = "", label: str = "") -> Line:
        text = before + filled(words.text, self._said)
        if part is Part.SAY:
            text = text[:1] + text[1:2].upper() + text[2:]
        if words.date and self._has_passed():
            text = f"{text} {self._words.passed}"
        return Line(
            part,
            text,
            phone=self._contact(words.ring).phone if words.ring else None,
            link=self._link(words),
            address=self._leads_to(words),
            label=label,
        )

    def _link(self, words: Words) -> Link | None:
        page = self._contact(words.page).page if words.page else None
        return Link(words.page_words, page.url) if page else None

    def _leads_to(self, words: Words) -> str | None:
        way = self._case.pathway
        if words.date:
            return pathway.date_question(self._basis, way)
        if words.change:
            question = self._basis.knowledge.criteria.question(words.change)
            return pathway.at(self._basis, "change", way, question.code)
        return None

    def _contact(self, role: ContactRole) -> Contact:
        return self._basis.knowledge.library.contact(role)

    def _to_confirm(self) -> bool:
        """Either number is still to be confirmed by a person."""
        both = (ContactRole.FRONT_DOOR, ContactRole.OUT_OF_HOURS)
        return any(self._contact(role).confirm for role in both)

    def _one(self, words: tuple[Words, ...]) -> str:
        found = first_that_fits(words, self._case.facts)
        return filled(found.text, self._said) if found else ""

    def _given(self) -> Iterator[tuple[str, str]]:
        """What the moment, the date and the contacts say in the slots of the words."""
        case, front_door = self._case, self._contact(ContactRole.FRONT_DOOR)
        opens, closes = opening_times(front_door.opens, front_door.closes)
        yield "opens", clock_time(opens)
        yield "closes", clock_time(closes)
        yield "time", clock_time(case.now.time() if case.now else time())
        yield "day", self._on(case.front_door.opens_on)
        yield "today", f"today, {self._long(case.now.date())}" if case.now else "today"
        yield "aware", f"on {self._long(case.aware)}" if case.aware else "today"
        due = self._last_day()
        yield "due", self._long(due) if due else ""
        for slot, role in _NUMBERS.items():
            yield slot, self._contact(role).phone or ""

    def _last_day(self) -> date | None:
        """The council's first last day: only the council is shown one before the folds."""
        if self._case.reader is not Reader.COUNCIL or self._case.now is None:
            return None
        return next((one.due for one in self._case.deadlines if one.due), None)

    def _has_passed(self) -> bool:
        due = self._last_day()
        return due is not None and due < self._case.today

    def _on(self, day: date | None) -> str:
        if day is None:
            return ""
        return "today" if day == self._case.today else f"on {self._long(day)}"

    def _long(self, day: date) -> str:
        """The day with its weekday; with its year where it is not this one."""
        same_year = day.year == self._case.today.year
        words = day_and_month(day) if same_year else short_date(day)
        return f"{WEEKDAYS[day.weekday()]} {words}"


_AFTER_THE_CALL = frozenset({Part.SAY, Part.WHEN, Part.THEN, Part.NEXT})


def ring_card(basis: Basis) -> Lines:
    """Whom to ring at this moment, wherever a report or a referral may be owed."""
    return first_of_nothing(basis, None).ring()


def first_of_nothing(basis: Basis, reader: Reader | None) -> FirstScreenOf:
    """The first screen before any answer: report as a query."""
    nothing = replace(pathway.nothing_answered(basis), reader=reader)
    return FirstScreenOf(basis, case_of(basis, nothing))


def danger_of(basis: Basis, answers: Mapping[str, str]) -> str:
    """The danger line after these answers."""
    found = first_that_fits(basis.knowledge.first_screen.danger, answers)
    return found.text if found else ""


def call_of(basis: Basis, case: Case) -> ShownCall:
    """Whom the button rings at this moment, for scripts: nobody in particular without a clock."""
    state = case.front_door.state
    role = {
        ClockState.OPEN: ContactRole.FRONT_DOOR,
        ClockState.CLOSED: ContactRole.OUT_OF_HOURS,
    }.get(state)
    contact = basis.knowledge.library.contact(role) if role else None
    return ShownCall(
        to=contact.id if contact else None,
        phone=contact.phone if contact else None,
        state=state.value,
        until=_until(basis, case),
    )


def _until(basis: Basis, case: Case) -> str | None:
    front_door = basis.knowledge.library.contact(ContactRole.FRONT_DOOR)
    if case.front_door.state is ClockState.OPEN:
        return f"{case.today:%Y-%m-%d}T{front_door.closes}"
    if case.front_door.opens_on is not None:
        return f"{case.front_door.opens_on:%Y-%m-%d}T{front_door.opens}"
    return None
