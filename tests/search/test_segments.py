"""A message may hold two questions, or one and much beside it."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.search.segments import MOST_PARTS, is_long, parts_of


def test_two_questions_with_their_marks_are_two_parts() -> None:
    assert parts_of("How long is it? Who decides on it?") == (
        "How long is it",
        "Who decides on it",
    )


def test_two_questions_joined_by_and_are_two_parts() -> None:
    assert parts_of("what are the criteria and who do I tell") == (
        "what are the criteria",
        "who do I tell",
    )


def test_a_list_is_one_part() -> None:
    assert parts_of("drugs and alcohol in the family") == ("drugs and alcohol in the family",)


def test_a_short_question_is_not_long() -> None:
    assert not is_long("what is a rapid review")
    assert is_long("word " * 30)


@settings(deadline=None)
@given(st.text())
def test_any_text_has_between_one_and_twelve_parts(text: str) -> None:
    assert 1 <= len(parts_of(text)) <= MOST_PARTS
