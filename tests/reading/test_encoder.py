"""The encoder reads what the published model reads, and nothing makes it slow."""

from __future__ import annotations

from time import process_time
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.reading.encoder import MOST_PIECES, WIDTH, stored_encoder

if TYPE_CHECKING:
    from collections.abc import Callable

LONGEST = 4096


@pytest.mark.parametrize(
    ("text", "near", "far"),
    [
        ("the child is in danger", "the kid is not safe", "the minutes are late again"),
        ("who do I phone about a teacher", "an allegation against staff", "rivers of England"),
        ("he has passed away", "the boy has died", "the lift is stuck again"),
    ],
)
def test_what_means_the_same_is_nearer(text: str, near: str, far: str) -> None:
    read = stored_encoder().vector_of
    assert read(text) @ read(near) > read(text) @ read(far) + 0.1


def test_case_and_accents_make_no_difference() -> None:
    read = stored_encoder().vector_of
    assert np.array_equal(read("Who is Zo\u00eb"), read("WHO IS ZOE"))


def test_texts_read_together_have_the_vectors_they_have_alone() -> None:
    texts = ["a baby", "what is a rapid review", "a boy", "the working days after a death"]
    encoder = stored_encoder()
    found = {
        place: row
        for places, rows in encoder.vectors_of(texts)
        for place, row in zip(places, rows, strict=True)
    }
    for place, text in enumerate(texts):
        assert found[place] == pytest.approx(encoder.vector_of(text), abs=1e-5)


@settings(deadline=None, max_examples=30)
@given(st.text())
def test_any_text_has_a_vector_of_length_one(text: str) -> None:
    vector = stored_encoder().vector_of(text)
    assert vector.shape == (WIDTH,)
    assert float(vector @ vector) == pytest.approx(1, abs=1e-4)


def test_no_more_than_the_first_pieces_are_read() -> None:
    read = stored_encoder().vector_of
    first = " ".join(["the boy"] * (MOST_PIECES // 2))
    assert np.array_equal(read(first), read(f"{first} and much more"))


@pytest.mark.parametrize("unit", ["a", "a ", "\u0301", "xq", "?", "\u4e2d", "12 ", "\n"])
def test_the_longest_text_takes_no_more_than_twice_a_full_one(unit: str) -> None:
    read = stored_encoder().vector_of
    full = " ".join(["child"] * MOST_PIECES)
    assert _seconds(lambda: read(unit * (LONGEST // len(unit)))) < 3 * _seconds(lambda: read(full))


def _seconds(run: Callable[[], object]) -> float:
    times = []
    for _ in range(5):
        began = process_time()
        run()
        times.append(process_time() - began)
    return min(times)
