"""The table of meanings: words for the same thing are near, and a slip is seen through."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.matching.meanings import Meanings, stored_meanings
from bot.matching.words import stem

if TYPE_CHECKING:
    from bot.matching.arrays import Floats

STEMS = ("hospit", "doctor", "safeguard", "car")
STEPS = np.array([[100, 0], [0, 127], [-50, 25], [1, 1]], np.int8)
SCALES = np.array([0.5, 0.25, 2.0, 1.0], np.float32)
FEW = Meanings(STEMS, STEPS, SCALES)


def _vector(word: str) -> Floats:
    row = stored_meanings().row(stem(word))
    assert row is not None, word
    vector: Floats = stored_meanings().of([row])[0]
    vector /= np.linalg.norm(vector)
    return vector


def _meant(typed: str) -> str | None:
    row = FEW.near(typed)
    return None if row is None else STEMS[row]


def test_the_stored_table_has_the_common_words_and_a_vector_for_each() -> None:
    stored = stored_meanings()
    rows = range(12_000)
    vectors = stored.of(rows)
    assert vectors.shape == (len(rows), stored.width)
    assert stored.width == 128
    assert np.isfinite(vectors).all()
    assert np.abs(vectors).max(axis=1).min() > 0


def test_the_stored_table_is_read_once() -> None:
    assert stored_meanings() is stored_meanings()


@pytest.mark.parametrize(
    ("word", "related", "unrelated"),
    [
        ("mother", "father", "banana"),
        ("bruise", "injury", "piano"),
        ("school", "teacher", "volcano"),
        ("hospital", "doctor", "guitar"),
        ("died", "death", "carpet"),
    ],
)
def test_words_for_related_things_are_nearer(word: str, related: str, unrelated: str) -> None:
    near, far = _vector(word) @ _vector(related), _vector(word) @ _vector(unrelated)
    assert near > 0.4
    assert far < near - 0.2


def test_a_stem_that_is_not_in_the_table_has_no_row() -> None:
    assert FEW.row("doctor") == 1
    assert FEW.row("nurse") is None
    assert stored_meanings().row("zzqx") is None


def test_a_vector_is_its_steps_times_their_length() -> None:
    assert FEW.of([2, 0]).tolist() == [[-100.0, 50.0], [50.0, 0.0]]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("hopsit", "hospit"),
        ("hospitl", "hospit"),
        ("doctr", "doctor"),
        ("docttor", "doctor"),
        ("safegaurdd", "safeguard"),
    ],
)
def test_a_slip_is_seen_through(typed: str, meant: str) -> None:
    assert _meant(typed) == meant


@pytest.mark.parametrize("typed", ["bospit", "octor", "xafeguard"])
def test_a_slip_in_the_first_letter_is_not_seen_through(typed: str) -> None:
    assert _meant(typed) is None


@pytest.mark.parametrize("typed", ["", "c", "ca", "cra", "cat"])
def test_a_short_word_stands_for_nothing_but_itself(typed: str) -> None:
    assert _meant(typed) is None


@pytest.mark.parametrize("typed", ["dctr", "hsptal", "saefgaurrd"])
def test_a_word_with_too_many_slips_stands_for_nothing(typed: str) -> None:
    assert _meant(typed) is None


@settings(deadline=None, max_examples=50)
@given(st.text())
def test_any_word_is_near_a_stem_of_the_table_or_none(typed: str) -> None:
    for table in (FEW, stored_meanings()):
        row = table.near(typed)
        assert row is None or np.isfinite(table.of([row])).all()
