"""What a person must still confirm, who can, and where they look."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.strict import Strict


class PointKind(StrEnum):
    """Who can settle a point."""

    LIVE_LOOK = "live-look"
    """anybody who opens the page"""
    PARTNERSHIP = "partnership"
    """a person at the partnership"""
    MAINTAINERS = "maintainers"
    """whoever keeps this knowledge; it changes nothing that a reader does"""
    SETTLED = "settled"
    """the evidence settles it"""
    OURS = "ours"
    """a suggestion of this guide, which no page can confirm"""


class Found(StrEnum):
    """What a person found."""

    SAME = "same"
    CHANGED = "changed"
    NO = "no"


FOR_PEOPLE = (PointKind.LIVE_LOOK, PointKind.PARTNERSHIP)


@dataclass(frozen=True, kw_only=True)
class ToConfirm(Strict):
    """One point to confirm; `point` completes "confirm …". Readers never see it.

    `page` is the id of the page to look at, for a live look. The last four are written when a
    person has looked; `by` is a role, never a name.
    """

    point: str
    kind: PointKind
    page: str | None = None
    evidence: str | None = None
    found: Found | None = None
    checked: date | None = None
    by: str | None = None
    source: str | None = None

    @property
    def open(self) -> bool:
        """Somebody must still look."""
        settled = self.kind in {PointKind.SETTLED, PointKind.OURS}
        return not settled and self.found is not Found.SAME


@dataclass(frozen=True, kw_only=True)
class Page(Strict):
    """A page that settles several points at one look. `url` is missing where it is not known.

    `reached` is the day on which its address was last opened.
    """

    id: str
    title: str
    url: str | None = None
    evidence: str | None = None
    reached: date | None = None
