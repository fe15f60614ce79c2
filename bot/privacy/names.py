"""A person's name beside other details, weighed by what stands around it."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import TYPE_CHECKING

from bot.built_files import path_of
from bot.privacy.clues import COURTESY, Message
from bot.privacy.published import published

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

_ASKS_WHO = re.compile(r"\A\s*(?:who|whom) (?:is|was|are)\b[^\d]*$", re.IGNORECASE)
FILE = "details.json"
START = ""  # the weight that every name starts with


def names_someone(text: str, published_names: Collection[str] = ()) -> bool:
    """The text names a person beside other details; a published name is none."""
    if _ASKS_WHO.match(text):
        return False
    weights = stored_weights()
    readings = Message(text, published(published_names)).readings()
    return any(COURTESY in clues or weight(clues, weights) > 0 for clues in readings)


def weight(clues: Iterable[str], weights: Mapping[str, float]) -> float:
    """How much speaks for a name, by all clues together; above nought, it is one."""
    return weights[START] + sum(weights.get(clue, 0.0) for clue in set(clues))


@cache
def stored_weights() -> Mapping[str, float]:
    """What each clue weighs, as fitted."""
    text = path_of(FILE).read_text(encoding="utf-8")
    weights: dict[str, float] = json.loads(text)
    return weights
