"""The guide: opens an address, answers a typed text. It knows no channel and remembers nothing."""

from __future__ import annotations

import os
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from bot.address import parse
from bot.clock import ENGLAND, noon, now_in_england, today_in_england
from bot.criteria.table import DecisionTable
from bot.deadline import Overdue, within
from bot.screens import files, routes
from bot.screens.basis import Basis
from bot.screens.first_screen import danger_of
from bot.screens.took_too_long import to_type_again, took_too_long

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from bot.knowledge import Knowledge
    from bot.notification.working_days import BankHolidays
    from bot.reading.encoder import Encoder
    from bot.reply import Replies
    from bot.screen import File, Reply, Screen, Shown
    from bot.search.model import Matched
    from bot.search.search import Search

_REFERENCE_BYTES = 3
LONGEST_ANSWER = 5.0
LONGEST_START = 25.0
"""Seconds that the first question may take besides, since the search is built for it."""


class Guide:
    """Every screen of the guide.

    Args:
        knowledge: the knowledge base, read and proved.
        today: a day to take as today; without it, the day of `now`.
        now: the moment to take as this one, or None where none is known (an exported page);
            without it, noon of `today`, or the clock's where neither is given.
        holidays: reads the bank holidays when the first deadline is counted.
        new_reference: makes the short random reference that keeps two cases apart in a calendar.
        longest_answer: for how many seconds one typed text may be read.
        encoder: whether texts are also compared by their vectors.
    """

    def __init__(
        self,
        knowledge: Knowledge,
        *,
        today: Callable[[], date] | None = None,
        now: Callable[[], datetime | None] | None = None,
        holidays: Callable[[], BankHolidays] | None = None,
        new_reference: Callable[[], str] = lambda: os.urandom(_REFERENCE_BYTES).hex(),
        longest_answer: float = LONGEST_ANSWER,
        encoder: bool = True,
    ) -> None:
        self.knowledge = knowledge
        self.longest_answer = longest_answer
        self._has_encoder = encoder
        moment = _in_england(now or (now_in_england if today is None else lambda: noon(today())))
        self.basis = Basis(
            knowledge=knowledge,
            table=DecisionTable(knowledge.criteria),
            today=today or _day_of(moment),
            now=moment,
            holidays=holidays or _published_bank_holidays,
            new_reference=new_reference,
        )

    def without_clock(self) -> Guide:
        """The same guide where no clock is known: for pages that are read at any time."""
        return Guide(
            self.knowledge,
            today=self.basis.today,
            now=lambda: None,
            holidays=self.basis.holidays,
            new_reference=self.basis.new_reference,
        )

    def open(self, address: str) -> Screen:
        """The screen of an address; any string at all gives a screen."""
        return self._with_danger(routes.open_at(self.basis, address))

    def ask(
        self, text: str, at: str | Shown | None = None, correcting: str | None = None
    ) -> Reply:
        """The answer to a typed text; `at` is the screen it was typed under, or its address.

        `correcting` is the address of the screen that an edited message answered at first. A text
        that is not read in time gets a screen that says so. Safe to call from several threads.
        """
        ready = "search" in vars(self)
        seconds = self.longest_answer if ready else self.longest_answer + LONGEST_START
        try:
            reply = within(seconds, lambda: self._ask(text, at, correcting))
        except Overdue:
            reply = took_too_long(self.basis, text, at)
        return replace(reply, screens=tuple(map(self._with_danger, reply.screens)))

    def not_read_again(self) -> Screen:
        """The screen for a text that was being read when the process ended."""
        return self._with_danger(to_type_again(self.basis))

    def has_file(self, address: str) -> bool:
        """Whether the address has the form of a file's. That costs nothing; making it may."""
        parsed = parse(address)
        return parsed is not None and parsed.screen in files.MAKERS

    def file(self, address: str) -> File | None:
        """The file of an attachment's address, or None where there is none."""
        parsed = parse(address)
        if parsed is None or parsed.screen not in files.MAKERS:
            return None
        found = routes.case_at(self.basis, parsed)
        return files.MAKERS[parsed.screen](self.basis, found) if found else None

    @cached_property
    def encoder(self) -> Encoder | None:
        """The encoder, read when the first text is typed; None where it is switched off."""
        from bot.reading.encoder import stored_encoder  # noqa: PLC0415  (numpy is imported only here)

        return stored_encoder() if self._has_encoder else None

    @cached_property
    def search(self) -> Search:
        """The search, built when the first question is asked."""
        from bot.search.search import Search  # noqa: PLC0415  (as above)
        from bot.search.targets import targets_of  # noqa: PLC0415  (as above)

        return Search(
            targets_of(self.knowledge),
            self.knowledge.vocabulary(),
            self.knowledge.out_of_scope,
            encode=self.encoder.vector_of if self.encoder else None,
            published_elsewhere=self.knowledge.published_elsewhere,
        )

    def _ask(self, text: str, at: str | Shown | None, correcting: str | None) -> Reply:
        """The answer, with no text read by the encoder twice."""
        if self.encoder is None:
            return self._replies.ask(text, at, correcting)
        with self.encoder.one_message():
            return self._replies.ask(text, at, correcting)

    @cached_property
    def _replies(self) -> Replies:
        from bot.privacy import identifying_details  # noqa: PLC0415  (the first prompt does not wait)
        from bot.reading.first_look import FirstLook  # noqa: PLC0415  (as above)
        from bot.reading.reading import TextReader  # noqa: PLC0415  (as above)
        from bot.reply import Replies  # noqa: PLC0415  (as above)

        known = self.knowledge
        titles = (review.title for review in known.library.reviews.values())
        reader = TextReader(
            known.language(),
            self.basis.today,
            FirstLook(known.language(), self.encoder).alarm_of,
            lambda text: identifying_details(
                text, known.published_names, known.published_contacts
            ),
            frozenset((*known.public_names, *titles)),
        )
        return Replies(self.basis, self._match, reader)

    def _with_danger(self, screen: Screen) -> Screen:
        """The screen with the general line for danger, where it has none of its own."""
        if screen.danger:
            return screen
        return replace(screen, danger=danger_of(self.basis, {}))

    def _match(self, text: str) -> Matched:
        return self.search.match(text)


def _in_england(now: Callable[[], datetime | None]) -> Callable[[], datetime | None]:
    """The moment as a clock in England shows it. One without a time zone is read from that clock."""

    def moment() -> datetime | None:
        at = now()
        if at is None:
            return None
        return at.astimezone(ENGLAND) if at.tzinfo else at.replace(tzinfo=ENGLAND)

    return moment


def _day_of(now: Callable[[], datetime | None]) -> Callable[[], date]:
    """The day of the moment; the clock's where no moment is known."""

    def today() -> date:
        moment = now()
        return moment.date() if moment else today_in_england()

    return today


def _published_bank_holidays() -> BankHolidays:
    from bot.notification.bank_holidays import published_bank_holidays  # noqa: PLC0415  (costs)

    return published_bank_holidays()
