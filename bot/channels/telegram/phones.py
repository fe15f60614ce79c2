"""Telephone numbers as Telegram makes them tappable: in their international form."""

from __future__ import annotations

import re

_NATIONAL = re.compile(r"(?<![\d+])0(\d{2,4}) (\d{3,4}) (\d{3,4})(?![\d ]\d)(?!\d)")


def international(text: str) -> str:
    """The text with each number of this country as it is dialled from anywhere."""
    return _NATIONAL.sub(r"+44 \1 \2 \3", text)
