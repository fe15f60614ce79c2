"""The matcher answers with the card that was meant, offers, or keeps silent."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.library.model import Term
from bot.search.model import Decision, Matched, Target
from bot.search.ranking import MOST_FOUND
from bot.search.search import Search
from tests.search.library import (
    BABY_EVA,
    CHILD_Q,
    CHILD_Q_HACKNEY,
    CONTACTS,
    FRACTURES,
    JAKE,
    LADO,
    OUTSIDE,
    RAPID_REVIEW,
    TARGETS,
    search_over,
)

TERMS = (Term(term="RR", expansion="rapid review", category="reviews", exact_case=True),)
MATCHER = search_over(TARGETS, TERMS, OUTSIDE)
ROOT = Path(__file__).parents[2]
RUN_AGAIN = """
from tests.search.library import OUTSIDE, TARGETS, search_over
matcher = search_over(TARGETS, (), OUTSIDE)
for text in ("rapd reveiw", "who is the lado", "child q", "anything on fractures", "bins"):
    print(matcher.match(text))
"""


def _first(text: str) -> str | None:
    found = MATCHER.match(text).found
    return found[0].address if found else None


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("what is a rapid review", RAPID_REVIEW.address),
        ("RR", RAPID_REVIEW.address),
        ("rapd reveiw how long", RAPID_REVIEW.address),
        ("lado", LADO.address),
        ("a carer has hit a child", LADO.address),
        ("phone numbers", CONTACTS.address),
        ("the review about a baby with fractures", BABY_EVA.address),
    ],
)
def test_a_question_finds_its_card(text: str, address: str) -> None:
    assert _first(text) == address


def test_a_question_that_stands_in_a_card_is_answered() -> None:
    matched = MATCHER.match("how long does a rapid review take")
    assert matched.decision is Decision.ANSWER
    assert matched.found[0].score == pytest.approx(matched.confidence, abs=1e-3)


@pytest.mark.parametrize("text", ["", "  ", "\n", "?!", "\u202e", "\ud800"])
def test_a_text_without_words_is_not_answered(text: str) -> None:
    assert MATCHER.match(text) == Matched(Decision.NONE)


@pytest.mark.parametrize(
    "text", ["how do I pay my council tax", "is the bin collected", "zzz qqq"]
)
def test_a_question_beside_the_point_is_not_answered_with_a_card(text: str) -> None:
    assert MATCHER.match(text).decision is not Decision.ANSWER


def test_a_review_that_is_not_in_the_library_is_never_answered_with_another() -> None:
    matched = MATCHER.match("Child Z")
    assert matched.unknown_review == "Child Z"
    assert matched.decision is Decision.NONE
    assert matched.found == ()


def test_child_q_is_the_local_one_and_the_other_is_named() -> None:
    assert [one.address for one in MATCHER.match("child q").found][:2] == [
        CHILD_Q.address,
        CHILD_Q_HACKNEY.address,
    ]


def test_child_q_but_not_the_local_one_is_the_other() -> None:
    assert _first("Child Q but not the Croydon one") == CHILD_Q_HACKNEY.address


def test_a_slip_in_the_name_of_a_review_is_only_offered() -> None:
    matched = MATCHER.match("the jkae review")
    assert matched.decision is Decision.CHOICES
    assert matched.found[0].address == JAKE.address


def test_another_boroughs_number_is_not_answered_with_ours() -> None:
    assert MATCHER.match("Bromley MASH phone number").decision is Decision.NONE


def test_a_wish_to_browse_is_answered_with_a_list_whose_first_card_is_in_it() -> None:
    matched = MATCHER.match("reviews since 2023")
    assert matched.browse == "list_reviews_since-2023"
    assert {one.address for one in matched.found} == {BABY_EVA.address, JAKE.address}


def test_two_questions_have_two_answers() -> None:
    matched = MATCHER.match("what is a rapid review? who is the LADO?")
    assert [part.found[0].address for part in matched.parts] == [
        RAPID_REVIEW.address,
        LADO.address,
    ]


def test_the_question_in_a_long_message_is_found() -> None:
    text = (
        "Good morning, I have only just started here and my manager is away until Thursday. "
        "It has been a terrible week and the family were lovely. "
        "How long does a rapid review take?"
    )
    assert _first(text) == RAPID_REVIEW.address


def test_a_long_message_is_looked_at_as_a_whole() -> None:
    questions = "what is a rapid review? who is the LADO?"
    beside = (
        "I have just started here this week and my manager is away until Thursday and nobody knows"
    )
    assert MATCHER.match(questions).parts
    assert MATCHER.match(f"{questions} {beside}").parts == ()


@pytest.mark.parametrize(
    ("text", "best"),
    [("broken bones", "review_ann"), ("broken bones, babies", BABY_EVA.address)],
)
def test_a_theme_that_answers_comes_as_a_list_with_the_best_card_first(
    text: str, best: str
) -> None:
    ann = Target(
        "review_ann",
        "Ann",
        examples=("a girl who broke bones at nursery",),
        themes=("fractures",),
        names=("Ann",),
        kind="review",
    )
    search = search_over((*TARGETS, ann), TERMS, OUTSIDE)
    eager = search.with_calibration(replace(search.calibration, answer_from=0.0))
    matched = eager.match(text)
    assert (matched.decision, matched.browse) == (Decision.ANSWER, FRACTURES.address)
    assert matched.found[0].address == best
    assert {one.address for one in matched.found} == {BABY_EVA.address, ann.address}


@pytest.mark.parametrize(
    "text", ["child q", "Child Z", "the jkae review", "Bromley MASH phone number"]
)
def test_there_is_no_ranking_to_weigh_where_a_name_decides(text: str) -> None:
    assert MATCHER.ranking_of(text) is None


def test_there_is_no_ranking_to_weigh_where_a_list_decides() -> None:
    assert MATCHER.ranking_of("reviews since 2023") is None


def test_there_is_a_ranking_to_weigh_for_any_other_question() -> None:
    ranking = MATCHER.ranking_of("what is a rapid review")
    assert ranking is not None
    assert TARGETS[ranking.first] == RAPID_REVIEW


def test_it_says_which_words_it_rests_on() -> None:
    assert "\u201crapid review\u201d" in MATCHER.match("what is a rapid review").why


def test_a_library_without_cards_answers_nothing() -> None:
    assert Search(()).match("anything").decision is Decision.NONE


def test_a_library_of_one_card_answers_with_it() -> None:
    assert Search((RAPID_REVIEW,)).match("what is a rapid review").found[0].address


@settings(deadline=None)
@given(st.text())
def test_any_text_gets_an_answer_or_silence(text: str) -> None:
    matched = MATCHER.match(text)
    scores = [one.score for one in matched.found]
    assert len(scores) <= MOST_FOUND
    assert all(0 <= score <= 1 for score in (*scores, matched.confidence))
    assert len({one.address for one in matched.found}) == len(scores)


def test_it_is_the_same_under_every_seed_of_hashing() -> None:
    said = {
        subprocess.run(
            [sys.executable, "-c", RUN_AGAIN],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "12345")
    }
    assert len(said) == 1
