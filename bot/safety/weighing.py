"""Weighs the signs of a message: what speaks for danger now, and what against.

The weights stand in weights.json, set by `python -m bot.safety.fitting` and by nothing else.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from math import fsum, sqrt
from pathlib import Path
from typing import TYPE_CHECKING

from bot.safety.signs import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping
    from collections.abc import Set as AbstractSet

STORED = Path(__file__).with_name("weights.json")


@dataclass(frozen=True, slots=True)
class Weights:
    """What each known sign weighs.

    Args:
        alarm_from: the weight of a message from which on it is danger now.
        start: the weight of a message without a known sign.
        signs: the weight of each sign, by kind: above nought for danger.
    """

    alarm_from: float
    start: float
    signs: Mapping[Kind, Mapping[str, float]]

    def of(self, signs: Mapping[Kind, AbstractSet[str]]) -> float:
        """The weight of a message: that of its signs, so that a long one weighs no more for that."""
        found: list[float] = []
        for kind, names in signs.items():
            weights = self.signs[kind]
            found.extend(weights[name] for name in names if name in weights)
        return self.start + fsum(found) / sqrt(max(len(found), 1))

    def is_danger(self, signs: Mapping[Kind, AbstractSet[str]]) -> bool:
        """The signs weigh enough for an alarm."""
        return self.of(signs) > self.alarm_from


@cache
def stored_weights() -> Weights:
    """The weights that stand beside this module."""
    return read_weights(STORED.read_text(encoding="utf-8"))


def read_weights(text: str) -> Weights:
    """The weights that a JSON text holds."""
    read = json.loads(text)
    return Weights(
        alarm_from=read["alarm_from"],
        start=read["start"],
        signs={kind: read["signs"][kind] for kind in Kind},
    )
