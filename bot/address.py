"""The address of a screen: everything that the guide must remember, in at most 64 bytes.

One string is Telegram's callback data and start payload, the path of the web page, what one types
in the terminal, and a line in a bug report.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

MAX_BYTES = 64
"""What Telegram's Bot API takes as `callback_data`."""

SCREENS = (
    "start",
    "check",
    "notify",
    "reviews",
    "learning",
    "topics",
    "themes",
    "contacts",
    "privacy",
    "about",
    "changes",
    "help",
)
"""The screens that have a name of their own."""

_PART = "[a-z0-9-]+"
_ADDRESS = re.compile(rf"{_PART}(?:_{_PART})*")


@dataclass(frozen=True, slots=True)
class Address:
    """A screen's name and its arguments."""

    screen: str
    arguments: tuple[str, ...] = ()

    def __str__(self) -> str:
        return "_".join((self.screen, *self.arguments))


def address(screen: str, *arguments: str) -> str:
    """The address of a screen with these arguments; empty arguments are left out."""
    return str(Address(screen, tuple(argument for argument in arguments if argument)))


def parse(text: str) -> Address | None:
    """The address in a text, folded to its canonical case; None when the text is none.

    A leading slash is allowed, since phones and habit put one there.
    """
    folded = text.strip().removeprefix("/").lower()
    if len(folded) > MAX_BYTES or not _ADDRESS.fullmatch(folded):
        return None
    screen, *arguments = folded.split("_")
    return Address(screen, tuple(arguments))
