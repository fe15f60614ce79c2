"""A name is a name: one that is in no review is never taken for another."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.search.index import Index, Text
from bot.search.review_names import Named, Names
from bot.search.spelling import Spelling
from tests.search.library import CHILD_Q, CHILD_Q_HACKNEY, JAKE, TARGETS

TEXTS = tuple(
    Text(number, text, 1.0)
    for number, target in enumerate(TARGETS)
    for text in (target.title, *target.aliases, *target.examples, "safeguarding practice case")
)
NAMES = Names(TARGETS, Spelling(Index(TEXTS, len(TARGETS))))


def _known(text: str) -> list[str]:
    return [TARGETS[number].address for number in NAMES.read(text).known]


@pytest.mark.parametrize("text", ["Jake", "the jake review", "JAKE safeguarding practice review"])
def test_a_review_is_known_by_its_name(text: str) -> None:
    assert _known(text) == [JAKE.address]


def test_two_reviews_with_one_name_are_both_named_the_local_one_first() -> None:
    assert _known("child q") == [CHILD_Q.address, CHILD_Q_HACKNEY.address]


def test_the_place_tells_two_reviews_with_one_name_apart() -> None:
    assert _known("Child Q Hackney") == [CHILD_Q_HACKNEY.address]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Child Z", "Child Z"),
        ("child z serious case review", "Child Z"),
        ("have you got the review of Baby T", "Baby T"),
        ("Baby X in Lambeth", "Baby X (Lambeth)"),
        ("Jade review", "Jade"),
        ("the Daniel Pelka review", "Daniel Pelka"),
        ("Child AB review", "Child AB"),
        ("Bexley serious case reviews", "Bexley"),
        ("reviews from Lewisham", "Lewisham"),
    ],
)
def test_a_name_that_is_in_no_review_is_unknown(text: str, name: str) -> None:
    assert NAMES.read(text) == Named(unknown=name)


@pytest.mark.parametrize("name", ["Jade", "Jack", "Luke", "Blake", "Eve", "Ava"])
def test_a_name_one_letter_away_is_another_child(name: str) -> None:
    assert NAMES.read(f"the {name} review").known == ()
    assert NAMES.read(f"the {name} review").near == ()


def test_a_slip_in_a_name_is_offered_and_not_taken_at_its_word() -> None:
    named = NAMES.read("the jkae review")
    assert named.known == ()
    assert [TARGETS[number].address for number in named.near] == [JAKE.address]


@pytest.mark.parametrize(
    "text",
    [
        "is a child a looked after child",
        "what is a rapid review",
        "my pupil Jake told me that somebody at home keeps on hurting him",
        "child placed in Sutton has died, who notifies",
        "who does the rapid review in Bromley",
        "the review will look at the family",
    ],
)
def test_an_ordinary_sentence_names_no_review(text: str) -> None:
    assert NAMES.read(text) == Named()


def test_another_boroughs_number_is_known_for_that() -> None:
    assert NAMES.read("Bromley MASH phone number").elsewhere == "bromley"


def test_a_collection_without_reviews_has_no_names() -> None:
    spelling = Spelling(Index((Text(0, "what is it", 1.0),), 1))
    assert Names(TARGETS[:1], spelling).read("Child Z review") == Named()


@settings(deadline=None)
@given(st.text())
def test_any_text_is_read(text: str) -> None:
    named = NAMES.read(text)
    assert all(0 <= number < len(TARGETS) for number in (*named.known, *named.near))


@pytest.mark.parametrize(
    "text", ["the Zqxwvia review", "review of zqxwvia", "Child Zqxwvia", "Zqxwvia Zqxwvia SCR"]
)
def test_no_pattern_is_made_of_a_typed_name_for_python_keeps_patterns(text: str) -> None:
    NAMES.read(text)
    KNOWN_ELSEWHERE.read(text)
    assert "zqxwvia" not in str(vars(re)["_cache"]).lower()


def test_no_pattern_is_made_of_typed_initials() -> None:
    assert NAMES.read("Child XQ review").unknown == "Child XQ"
    assert "xq" not in str(vars(re)["_cache"]).lower()


KNOWN_ELSEWHERE = Names(
    TARGETS,
    Spelling(Index(TEXTS, len(TARGETS))),
    ("Daniel Pelka", "Victoria Climbié", "Jake Long", "Child Q"),
)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("daniel pelka", "Daniel Pelka"),
        ("Danial Pelka, the boy who was starved", "Daniel Pelka"),
        ("do you have the VICTORIA CLIMBIE inquiry", "Victoria Climbié"),
        ("Jake Long", "Jake Long"),
    ],
)
def test_a_review_that_was_published_elsewhere_is_not_in_the_library(text: str, name: str) -> None:
    assert KNOWN_ELSEWHERE.read(text) == Named(unknown=name)


@pytest.mark.parametrize("text", ["child q", "Child Q, is it like Daniel Pelka"])
def test_a_name_on_a_card_of_our_own_is_never_elsewhere(text: str) -> None:
    assert KNOWN_ELSEWHERE.read(text).unknown is None


def test_a_review_of_our_own_beside_one_from_elsewhere_is_found() -> None:
    known = KNOWN_ELSEWHERE.read("daniel pelka and the jake review").known
    assert [TARGETS[number].address for number in known] == [JAKE.address]
