"""Dates are written in full, in the same way everywhere."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.notification.dates_in_words import day_and_month, long_date


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 20), "Friday 20 November 2026"),
        (date(2027, 1, 4), "Monday 4 January 2027"),
        (date(2028, 2, 29), "Tuesday 29 February 2028"),
    ],
)
def test_a_date_is_written_in_full_without_a_leading_zero(day: date, words: str) -> None:
    assert long_date(day) == words


@given(st.dates(min_value=date(1000, 1, 1)))
def test_every_date_reads_as_the_standard_library_writes_it(day: date) -> None:
    assert long_date(day) == f"{day:%A} {day.day} {day:%B %Y}"
    assert day_and_month(day) in long_date(day)
