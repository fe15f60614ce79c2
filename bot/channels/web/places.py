"""Where things stand: the path or the file name of a screen or of an asset."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

START = "start"
ASK = "ask"
LEAVE = "leave"
ACCESSIBILITY = "accessibility"
CHANGES_FEED = "changes.atom"
REVIEWS_FEED = "reviews.atom"


class Places(Protocol):
    """How one edition of the page (served, or exported) links to its parts."""

    @property
    def takes_text(self) -> bool:
        """Typed texts are answered here, and files are made."""

    def screen(self, address: str) -> str:
        """The link to a screen, or to a file to take away."""

    def part(self, name: str) -> str:
        """The link to anything else: a style sheet, a feed."""


@dataclass(frozen=True, slots=True)
class ServedPlaces:
    """Paths on a server. `prefix` is the path below which a proxy shows the page, or ""."""

    prefix: str = ""

    @property
    def takes_text(self) -> bool:
        return True

    def screen(self, address: str) -> str:
        return f"{self.prefix}/{'' if address == START else address}"

    def part(self, name: str) -> str:
        return f"{self.prefix}/{name}"


@dataclass(frozen=True, slots=True)
class FilePlaces:
    """Names of files in one folder, for a site that can run no server."""

    @property
    def takes_text(self) -> bool:
        return False

    def screen(self, address: str) -> str:
        return "index.html" if address == START else f"{address}.html"

    def part(self, name: str) -> str:
        return name
