"""How long ago a statement was last held against its source."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from bot.knowledge_base.shapes import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from bot.knowledge_base.sections import Sections

CHECK_AGAIN_AFTER = timedelta(days=180)


def sources_were_checked_lately(sections: Sections, today: date) -> Iterator[Problem]:
    """No date checked is older than 180 days, and none lies in the future."""
    for path, entry in sections.entries:
        checked = getattr(entry, "checked", None)
        if checked is None:
            continue
        if checked > today:
            yield Problem((*path, "checked"), "this day is still to come; correct the date")
        elif today - checked > CHECK_AGAIN_AFTER:
            days = (today - checked).days
            message = f"last checked {days} days ago; read the source again and change the date"
            yield Problem((*path, "checked"), message)
