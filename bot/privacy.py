"""Identifying details in a message: noticed so that the reader can leave them out. Never kept."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

_EMAIL = re.compile(r"[^\s@]+@[^\s@]+\.[a-z]{2,}", re.IGNORECASE)


def identifying_details(text: str, published_names: Collection[str] = ()) -> tuple[str, ...]:
    """The kinds of identifying details in a text, such as `email`; empty when there are none."""
    del published_names
    return ("email",) if _EMAIL.search(text) else ()
