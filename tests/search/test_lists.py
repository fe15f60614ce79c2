"""A wish to browse is answered with a theme or a list."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.address import MAX_BYTES
from bot.search.lists import Browser
from tests.search.library import TARGETS

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


@pytest.mark.parametrize(
    "text",
    [
        "reviews from 2018-2019",
        "reviews from 2018\u20132019",
        "reviews 2018/2019",
        "reviews in 2023-24",
        "reviews in Working Together 2023",
        "all reviews under working together 2023",
    ],
)
def test_a_year_in_a_span_or_in_the_name_of_a_guide_is_no_year_to_list_by(text: str) -> None:
    assert BROWSER.read(text) is None


def test_such_a_year_leaves_a_theme_to_list_by() -> None:
    found = BROWSER.read("reviews about suicide 2018/2019")
    assert found is not None
    assert (found.address, found.year) == ("theme_suicide", None)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("reviews from 2023", "list_reviews_year-2023"),
        ("reviews from 2023 onwards", "list_reviews_since-2023"),
        ("reviews from 2023 on", "list_reviews_since-2023"),
        ("reviews from 2023 to date", "list_reviews_since-2023"),
        ("reviews from 2023 or later", "list_reviews_since-2023"),
    ],
)
def test_from_a_year_is_that_year_and_onwards_since_it(text: str, address: str) -> None:
    found = BROWSER.read(text)
    assert found is not None
    assert (found.address, found.year) == (address, "2023")


def test_a_long_message_is_no_wish_to_browse() -> None:
    wish = "anything on fractures"
    assert BROWSER.read(wish) is not None
    assert BROWSER.read(f"{wish} {'and on fractures ' * 10}") is None


def test_a_theme_lists_its_cards_of_every_kind() -> None:
    found = BROWSER.of_theme("fractures")
    assert found is not None
    assert (found.address, found.is_theme) == ("theme_fractures", True)
    assert [TARGETS[number].address for number in found.targets] == ["review_baby-eva-2024"]
    police = BROWSER.of_theme("police")
    assert police is not None
    assert [TARGETS[number].kind for number in police.targets] == ["learning"]


def test_a_theme_without_cards_is_no_list() -> None:
    assert BROWSER.of_theme("sailing") is None


def test_a_list_that_would_be_empty_is_made_wider() -> None:
    found = BROWSER.read("reviews about babies and suicide")
    assert found is not None
    assert found.address == "theme_suicide"


@settings(deadline=None)
@given(st.text())
def test_an_address_always_fits(text: str) -> None:
    found = BROWSER.read(f"reviews on {text}")
    assert found is None or len(found.address) <= MAX_BYTES
