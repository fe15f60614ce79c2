"""The numbers of confidence are set by evaluation."""

from __future__ import annotations

import numpy as np
import pytest

from bot.matching.collections import Asked
from bot.matching.confidence import read_calibration
from bot.matching.fitting import NAMES, Collection, fit, fitted, written
from bot.matching.matcher import Matcher
from bot.matching.model import Decision
from tests.matching.library import OUTSIDE, TARGETS

ASKED = (
    *(Asked(text, frozenset({one.address})) for one in TARGETS for text in one.examples),
    *(Asked(text, frozenset()) for text in OUTSIDE),
    Asked("cheap flights to spain", frozenset()),
)


def test_evidence_weighs_and_what_speaks_against_weighs_nothing() -> None:
    dice = np.random.default_rng(0)
    truth = dice.integers(0, 2, 400).astype(float)
    rows = np.zeros((400, len(NAMES)))
    rows[:, 0] = truth + dice.normal(0, 0.5, 400)
    rows[:, 1] = -truth
    logistic = fit(rows, truth, np.ones(400))
    assert logistic.weights[NAMES[0]] > 0
    assert NAMES[1] not in logistic.weights


def test_what_is_fitted_can_be_stored_and_read_again() -> None:
    calibration = fitted(Collection(Matcher(TARGETS, (), OUTSIDE), ASKED), ())
    assert read_calibration(written(calibration, "a test")) == calibration
    assert 0 <= calibration.choices_from <= 1


def test_the_fitted_matcher_answers_what_it_was_taught() -> None:
    matcher = Matcher(TARGETS, (), OUTSIDE)
    calibration = fitted(Collection(matcher, ASKED), ())
    matched = matcher.with_calibration(calibration).match("what is a rapid review")
    assert matched.decision is Decision.ANSWER
    assert matched.confidence == pytest.approx(1, abs=0.3)
