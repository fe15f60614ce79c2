"""An outcome, worked out: what is told, and the deadlines when the date is known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.criteria.told import Told, told
from bot.notification.deadlines import Deadline, deadlines

if TYPE_CHECKING:
    from datetime import date

    from bot.screens.basis import Basis
    from bot.screens.pathway import Pathway


@dataclass(frozen=True)
class Outcome:
    """An outcome, worked out: what is told, and the deadlines when the date is known.

    Args:
        way: the answers, all confirmed.
        found: what they tell.
        aware: the day on which the council became aware, or None while it is not known.
        reference: a short random reference that keeps two cases apart, or "".
        deadlines: every deadline, earliest first; empty without a date.
    """

    way: Pathway
    found: Told
    aware: date | None = None
    reference: str = ""
    deadlines: tuple[Deadline, ...] = ()

    @property
    def dated(self) -> tuple[str, ...]:
        """The arguments that follow the answers in an address."""
        if self.aware is None:
            return ()
        return (f"{self.aware:%Y%m%d}", self.reference)


def work_out(
    basis: Basis, way: Pathway, aware: date | None = None, reference: str = ""
) -> Outcome:
    """The outcome of confirmed answers; deadlines are counted only when the date is given."""
    found = told(basis.table, way.path)
    due: tuple[Deadline, ...] = ()
    if aware is not None:
        due = deadlines(basis.knowledge.guidance.deadlines, found.now, aware, basis.holidays())
    return Outcome(way, found, aware, reference, due)
