"""Danger now: a message that describes danger now, or a disclosure just made.

A false alarm costs a line of reading and a missed one can cost a child. Written rules name what
a message says (`cues`), and its words stand beside them (`signs`); what each of them weighs was
learned from labelled messages (`weighing`, `fitting`).
"""

from __future__ import annotations

from bot.safety.signs import signs_of
from bot.safety.weighing import stored_weights


def is_urgent(text: str, area: str = "") -> bool:
    """The text describes danger now or a disclosure just made.

    Args:
        text: as typed.
        area: the name of the partnership's area, which is no sign of danger.
    """
    return stored_weights().is_danger(signs_of(text, area))
