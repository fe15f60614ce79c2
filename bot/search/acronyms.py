"""Short forms in one dress: "M.A.S.H.", "M A S H" and "MASHs" are MASH, "s.16c" is section 16C."""

from __future__ import annotations

import re

_DOTTED = re.compile(r"\b(?:[A-Za-z]\.){2,8}(?:[A-Za-z]\b)?")
_SPACED = re.compile(r"\b[A-Z](?: [A-Z]){2,7}\b")
_PLURAL = re.compile(r"\b([A-Z]{2,6})s\b")
_SECTION = re.compile(r"\b[Ss](?:ection|ec)?\.? ?(\d{1,3}) ?([A-Fa-f])?\b")
_LETTERED = re.compile(r"\b(\d{2}) ?([A-Fa-f]) ?\((\d)\)")


def in_one_dress(text: str) -> str:
    """The text with its short forms as the vocabulary writes them."""
    text = _DOTTED.sub(lambda one: one[0].replace(".", "").upper(), text)
    text = _SPACED.sub(lambda one: one[0].replace(" ", ""), text)
    text = _PLURAL.sub(r"\1", text)
    text = _LETTERED.sub(lambda one: f"section {one[1]}{one[2].upper()}", text)
    return _SECTION.sub(lambda one: f"section {one[1]}{(one[2] or '').upper()}", text)
