"""A short form is the same in any dress."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.guide import Guide
from bot.search.acronyms import in_one_dress

if TYPE_CHECKING:
    from bot.knowledge import Knowledge


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("M.A.S.H.", "MASH"),
        ("M A S H", "MASH"),
        ("the MASHs", "the MASH"),
        ("L.A.D.O. number", "LADO number"),
        ("s.16c", "section 16C"),
        ("S 16 c", "section 16C"),
        ("16C(1)", "section 16C"),
        ("section 47", "section 47"),
        ("he is 16 and I am here", "he is 16 and I am here"),
        ("what is a rapid review", "what is a rapid review"),
    ],
)
def test_a_short_form_is_written_as_the_vocabulary_has_it(typed: str, meant: str) -> None:
    assert in_one_dress(typed) == meant


@pytest.fixture(scope="module")
def guide(knowledge: Knowledge) -> Guide:
    return Guide(knowledge, today=lambda: date(2026, 12, 1))


@pytest.mark.parametrize("form", ["MASH", "LADO", "CDOP", "DHR", "SCR"])
def test_every_dress_finds_the_same_card(guide: Guide, form: str) -> None:
    first = guide.search.match(form).found[0].address
    for dress in (".".join(form) + ".", " ".join(form), f"{form}s"):
        assert guide.search.match(dress).found[0].address == first, dress


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("child q and baby eva", {"review_child-q-2019", "review_baby-eva-2024"}),
        ("baby eva or child l", {"review_baby-eva-2024", "review_child-l-2018"}),
    ],
)
def test_two_reviews_that_are_named_are_both_offered(
    guide: Guide, text: str, named: set[str]
) -> None:
    matched = guide.search.match(text)
    assert matched.decision.value == "choices"
    assert named <= {one.address for one in matched.found[:3]}


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("lado", "topic_lado"),
        ("serius incident", "topic_serious-incident-notification"),
        ("the child did not die", "topic_serious-harm"),
        ("prime purpose", "topic_purpose-of-reviews"),
        ("Vulnerable Adolescents executive summary", "review_vulnerable-adolescents-2019"),
    ],
)
def test_a_few_words_find_their_card(guide: Guide, text: str, address: str) -> None:
    assert guide.search.match(text).found[0].address == address
