"""Danger now: a message that describes danger now, or a disclosure just made."""

from __future__ import annotations

import re

_DANGER = re.compile(r"\b(?:right now|in danger|being (?:hit|beaten|attacked))\b", re.IGNORECASE)


def is_urgent(text: str) -> bool:
    """The text describes danger now or a disclosure just made."""
    return bool(_DANGER.search(text))
