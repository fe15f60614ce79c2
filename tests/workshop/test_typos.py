"""A slip of the keys is the same on every run."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from workshop.typos import with_slips


def test_a_question_has_one_or_two_slips() -> None:
    for question in ("what is a rapid review", "allegation against a teacher", "training"):
        assert 0 < OSA.distance(question, with_slips(question)) <= 4


def test_short_words_are_left_alone() -> None:
    assert with_slips("who is it") == "who is it"


@settings(deadline=None)
@given(st.text())
def test_the_same_question_has_the_same_slips(question: str) -> None:
    assert with_slips(question) == with_slips(question)
