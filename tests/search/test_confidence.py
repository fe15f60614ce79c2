"""Confidence is one rule, and more evidence never lowers it."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest

from bot.search.confidence import Calibration, Logistic, stored_calibration
from bot.search.features import Features
from bot.search.model import Decision

NOTHING = Features(*([0.0] * len(fields(Features))))
NAMES = [one.name for one in fields(Features)]


@pytest.mark.parametrize("with_encoder", [True, False])
@pytest.mark.parametrize("name", NAMES)
def test_more_of_any_evidence_never_lowers_confidence(name: str, *, with_encoder: bool) -> None:
    calibration = stored_calibration(with_encoder=with_encoder)
    more = replace(NOTHING, **{name: 1.0})
    assert calibration.answerable.of(more) >= calibration.answerable.of(NOTHING)
    assert calibration.right.of(more) >= calibration.right.of(NOTHING)


@pytest.mark.parametrize(
    ("answerable", "right", "decision"),
    [
        (0.9, 0.9, Decision.ANSWER),
        (0.9, 0.3, Decision.CHOICES),
        (0.1, 0.9, Decision.NONE),
        (0.5, 0.5, Decision.ANSWER),
    ],
)
def test_the_rule_has_two_thresholds(answerable: float, right: float, decision: Decision) -> None:
    unused = Logistic(0.0, {})
    calibration = Calibration(unused, unused, choices_from=0.2, answer_from=0.5)
    assert calibration.decide(answerable, right) is decision


def test_the_stored_weights_are_of_features_that_exist() -> None:
    calibration = stored_calibration(with_encoder=True)
    assert {*calibration.answerable.weights, *calibration.right.weights} <= set(NAMES)


def test_without_an_encoder_nothing_rests_on_vectors() -> None:
    calibration = stored_calibration(with_encoder=False)
    weighed = {*calibration.answerable.weights, *calibration.right.weights}
    assert not weighed & {"meaning", "near", "beyond"}


def test_extreme_evidence_gives_a_probability() -> None:
    for odds in (-1e9, 1e9):
        assert 0 <= Logistic(odds, {}).of(NOTHING) <= 1
