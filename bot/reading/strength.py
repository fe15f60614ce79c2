"""How loud an alarm is."""

from __future__ import annotations

from enum import StrEnum


class Strength(StrEnum):
    """Nothing, one line with the number, or the title of the screen."""

    NONE = "none"
    QUIET = "quiet"
    LOUD = "loud"
