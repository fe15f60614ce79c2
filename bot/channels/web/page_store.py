"""Pages that were rendered already, kept in memory for the day.

A page without a date depends on its address and on today, and on nobody who reads it. So it is
rendered once. Pages with a date, and answers to typed texts, are rendered each time and kept nowhere.
"""

from __future__ import annotations

import gzip
import hashlib
from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

MOST_PAGES = 2000
_LEVEL = 6
_TAG_LENGTH = 20


@dataclass(frozen=True, slots=True)
class RenderedPage:
    """A page as it is sent: compressed, with a tag of its content.

    One that names this moment is kept by nobody.
    """

    compressed: bytes
    tag: str
    status: int
    indexed: bool
    has_clock: bool = False

    @property
    def plain(self) -> bytes:
        return gzip.decompress(self.compressed)


def rendered(
    html: str, *, status: int = 200, indexed: bool = False, has_clock: bool = False
) -> RenderedPage:
    """A page ready to be sent; one that names this moment is kept by nobody."""
    content = html.encode()
    return RenderedPage(
        compressed=gzip.compress(content, _LEVEL, mtime=0),
        tag=f'"{hashlib.sha256(content).hexdigest()[:_TAG_LENGTH]}"',
        status=status,
        indexed=indexed,
        has_clock=has_clock,
    )


class PageStore:
    """The pages of one day, the least used ones dropped first."""

    def __init__(self, most: int = MOST_PAGES) -> None:
        self._most = most
        self._day: date | None = None
        self._pages: OrderedDict[str, RenderedPage] = OrderedDict()

    def get(self, address: str, day: date) -> RenderedPage | None:
        if day != self._day:
            return None
        page = self._pages.get(address)
        if page is not None:
            self._pages.move_to_end(address)
        return page

    def keep(self, address: str, day: date, page: RenderedPage) -> None:
        if day != self._day:
            self._pages.clear()
            self._day = day
        self._pages[address] = page
        if len(self._pages) > self._most:
            self._pages.popitem(last=False)

    def __len__(self) -> int:
        return len(self._pages)
