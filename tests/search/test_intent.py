"""A question for something to learn from is told from one for what to do."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.search.intent import wants_learning


@pytest.mark.parametrize(
    "text",
    [
        "learning about neglect",
        "Lessons from babies who died",
        "any research on teenagers",
        "is there evidence on bruising",
        "briefings on exploitation",
        "cases like this one",
        "which reviews mention fractures",
        "reports about suicide",
        "studies of shaken babies",
        "what did other areas learn",
        "what was published on sleeping babies",
        "reading on teenagers",
        "learning about parents who drink",
    ],
)
def test_a_wish_to_learn_is_known(text: str) -> None:
    assert wants_learning(text)
    assert wants_learning(text.upper())


@pytest.mark.parametrize(
    "text",
    [
        "who do I tell about the findings",
        "what should we do with the learning",
        "how soon is a review published",
        "how long is the research kept",
        "by when are the lessons due",
        "do I have to read the briefing",
        "must we share the findings",
        "whom is the learning for",
        "who writes the report on a death",
        "a briefing, who has it",
    ],
)
def test_a_question_of_what_to_do_is_no_wish_to_learn(text: str) -> None:
    assert not wants_learning(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a baby with fractures",
        "what is a rapid review",
        "the case is closed",
        "he is already unlearned",
        "who is the LADO",
    ],
)
def test_a_text_that_names_nothing_to_learn_from_is_no_wish_to_learn(text: str) -> None:
    assert not wants_learning(text)


@given(st.text())
def test_any_text_is_read_and_more_words_of_what_to_do_never_make_it_a_wish(text: str) -> None:
    assert not wants_learning(f"{text} what should I do")
    assert wants_learning(text) in {True, False}
