"""Ages as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.typed_ages import holds, years_typed


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("14", 14),
        ("14 years old", 14),
        ("15yo", 15),
        ("fourteen", 14),
        ("aged 5", 5),
        ("he is 14", 14),
        ("she's 4", 4),
        ("age 3", 3),
        ("6 months", 0),
        ("18 months old", 1),
        ("3 weeks", 0),
        ("17 and a half", 17),
        ("3 y/o", 3),
        ("about 12", 12),
        ("200", None),
        ("my 3 children", None),
        ("", None),
    ],
)
def test_an_age_is_read_only_when_it_is_all_that_is_said(text: str, years: int | None) -> None:
    assert years_typed(text) == years


@pytest.mark.parametrize(
    ("option", "years", "held"),
    [
        ("0-15", 15, True),
        ("0-15", 16, False),
        ("25+", 25, True),
        ("25+", 24, False),
        ("unborn", 0, False),
        ("unsure", 3, False),
    ],
)
def test_an_option_holds_the_ages_that_it_names(option: str, years: int, held: bool) -> None:
    assert holds(option, years) == held


@given(st.text(max_size=60))
def test_any_text_is_an_age_or_none(text: str) -> None:
    years = years_typed(text)
    assert years is None or 0 <= years <= 120
