"""The numbers of confidence are set by evaluation."""

from __future__ import annotations

import numpy as np
import pytest

from bot.search.confidence import calibration_of
from bot.search.model import Decision
from tests.search.library import OUTSIDE, TARGETS, search_over
from workshop.calibrating import NAMES, Collection, fit, fitted, written
from workshop.collections import Asked

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
    calibration = fitted(Collection(search_over(TARGETS, (), OUTSIDE), ASKED), ())
    assert calibration_of(written(calibration)) == calibration
    assert 0 <= calibration.choices_from <= 1


def test_the_fitted_matcher_answers_what_it_was_taught() -> None:
    matcher = search_over(TARGETS, (), OUTSIDE)
    calibration = fitted(Collection(matcher, ASKED), ())
    matched = matcher.with_calibration(calibration).match("what is a rapid review")
    assert matched.decision is Decision.ANSWER
    assert matched.confidence == pytest.approx(1, abs=0.3)
