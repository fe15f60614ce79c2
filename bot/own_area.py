"""The partnership's own area in a message, as one word that patterns can name for every area."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

OWN_AREA = "ownarea"


def with_own_area(sentences: Sequence[str], area: str) -> list[str]:
    """The folded sentences with the word `ownarea` wherever they name the area."""
    if not area:
        return list(sentences)
    return [_named(area).sub(OWN_AREA, sentence) for sentence in sentences]


@lru_cache(maxsize=4)
def _named(area: str) -> re.Pattern[str]:
    words = (re.escape(word) for word in re.findall(r"\w+", area.casefold()))
    return re.compile(r"\b" + r"\W+".join(words) + r"\b")
