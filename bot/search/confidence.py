"""Confidence: what the features are worth, and the one rule that decides.

The numbers stand in calibration.json, set by `python -m workshop.calibrating` and by nothing else.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from math import exp
from typing import TYPE_CHECKING, Any

from bot.built_files import path_of
from bot.search.model import Decision

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.search.features import Features

FILE = "calibration.json"


@dataclass(frozen=True, slots=True)
class Logistic:
    """A probability from features: logistic, and no feature speaks against."""

    intercept: float
    weights: Mapping[str, float]

    def of(self, features: Features) -> float:
        """The probability, from 0 to 1."""
        log_odds = self.intercept + sum(
            weight * getattr(features, name) for name, weight in self.weights.items()
        )
        return 1 / (1 + exp(-max(-30.0, min(30.0, log_odds))))


@dataclass(frozen=True, slots=True)
class Calibration:
    """How sure to be, and from where on to answer.

    Args:
        answerable: the probability that the cards answer the question at all.
        right: the probability that the first card is the one that was meant.
        choices_from: from this `answerable` on, choices are offered.
        answer_from: from this `right` on, one card is the answer.
    """

    answerable: Logistic
    right: Logistic
    choices_from: float
    answer_from: float

    def decide(self, answerable: float, right: float) -> Decision:
        """The rule: nothing, up to three choices, or one card."""
        if answerable < self.choices_from:
            return Decision.NONE
        return Decision.ANSWER if right >= self.answer_from else Decision.CHOICES


@cache
def stored_calibration(*, with_encoder: bool) -> Calibration:
    """The calibration that was set by evaluation, with the encoder or without."""
    read = json.loads(path_of(FILE).read_text(encoding="utf-8"))
    return calibration_of(read["with_encoder" if with_encoder else "without_encoder"])


def calibration_of(read: Mapping[str, Any]) -> Calibration:
    """A calibration from its JSON."""
    return Calibration(
        answerable=Logistic(**read["answerable"]),
        right=Logistic(**read["right"]),
        choices_from=read["choices_from"],
        answer_from=read["answer_from"],
    )
