"""A wish to browse is answered with a theme or a list."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.address import MAX_BYTES
from bot.matching.browse import Browser
from tests.matching.library import TARGETS

BROWSER = Browser(TARGETS)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("anything on fractures", "theme_fractures"),
        ("show me everything about suicide", "theme_suicide"),
        ("which reviews mention broken bones", "theme_fractures"),
        ("reviews since 2022", "list_reviews_since-2022"),
        ("reviews after 2022", "list_reviews_since-2023"),
        ("all reviews from 2023 onwards", "list_reviews_since-2023"),
        ("reviews published in 2019", "list_reviews_year-2019"),
        ("reviews about babies", "list_reviews_age-under-1"),
        ("2024 reviews about babies", "list_reviews_year-2024_age-under-1"),
        ("anything on babies with fractures", "list_reviews_age-under-1_theme-fractures"),
        ("national learning since 2020", "list_learning_since-2020"),
    ],
)
def test_a_theme_an_age_and_a_year_narrow_a_list(text: str, address: str) -> None:
    found = BROWSER.read(text)
    assert found is not None
    assert found.address == address
    assert found.targets


@pytest.mark.parametrize(
    "text",
    [
        "what is a rapid review",
        "how long is a review published for",
        "any idea what happens when a review finds that a doctor missed a fracture twice",
        "reviews about sailing",
        "reviews since 2031",
    ],
)
def test_any_other_question_is_no_wish_to_browse(text: str) -> None:
    assert BROWSER.read(text) is None


def test_a_list_that_would_be_empty_is_made_wider() -> None:
    found = BROWSER.read("reviews about babies and suicide")
    assert found is not None
    assert found.address == "theme_suicide"


@settings(deadline=None)
@given(st.text())
def test_an_address_always_fits(text: str) -> None:
    found = BROWSER.read(f"reviews on {text}")
    assert found is None or len(found.address) <= MAX_BYTES
