"""What every screen stands on: the knowledge base, its decision table, today, and common lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.screen import Action, ContactLine, Link, SourceLine

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date, datetime

    from bot.criteria.table import DecisionTable
    from bot.knowledge import Knowledge
    from bot.library.model import Contact, PageLink
    from bot.notification.working_days import BankHolidays

START = Action("start", "Start page", "start")


@dataclass(frozen=True)
class Basis:
    """What screens are made from.

    Args:
        knowledge: the knowledge base.
        table: its decision table.
        today: the date of today, asked each time it is needed.
        now: this moment in England, or None where no clock is known (a page that is exported).
        holidays: the bank holidays, read when the first deadline is counted.
        new_reference: a short random reference that keeps two cases apart in a calendar.
    """

    knowledge: Knowledge
    table: DecisionTable
    today: Callable[[], date]
    now: Callable[[], datetime | None]
    holidays: Callable[[], BankHolidays]
    new_reference: Callable[[], str]

    @property
    def version(self) -> str:
        return str(self.knowledge.criteria.version)

    def sources(self, ids: Iterable[str]) -> tuple[SourceLine, ...]:
        """Each source once, in order, with the date on which it was checked."""
        lines = []
        for source_id in dict.fromkeys(ids):
            source = self.knowledge.library.sources[source_id]
            url = source.url if source.linked else None
            printed = "" if source.linked or not source.url else f" ({source.url}, not linked)"
            lines.append(
                SourceLine(f"{source.title}, {source.publisher}{printed}", url, source.checked)
            )
        return tuple(lines)

    def contacts(self, ids: Iterable[str]) -> tuple[ContactLine, ...]:
        return tuple(
            contact_line(self.knowledge.library.contacts[contact_id])
            for contact_id in dict.fromkeys(ids)
        )


def contact_line(contact: Contact) -> ContactLine:
    return ContactLine(
        label=contact.label,
        phone=contact.phone,
        email=contact.email,
        hours=contact.hours,
        note=contact.note,
        confirm=contact.confirm,
        page=page_link(contact.page) if contact.page else None,
    )


def page_link(link: PageLink) -> Link:
    """A link whose label says what the page is."""
    return Link(f"{link.label} ({link.what})" if link.what else link.label, link.url)
