"""What a question says that it does not mean is taken out, and kept apart."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.search.negation import without_negated


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("not about neglect, the one on exploitation", "neglect"),
        ("suicide rather than self-neglect", "self-neglect"),
        ("I don't mean the full review, I mean the rapid one", "the full review"),
        ("Child Q but not the Croydon one", "Croydon one"),
        ("nothing to do with parents, it is a member of staff", "parents"),
        ("everything except neglect", "neglect"),
        ("the rapid review, not the full review", "the full review"),
        ("thresholds for early help, not neglect", "neglect"),
        ("rapid review \u2014 not the full one", "the full one"),
        ("not the full review, the rapid one", "full review"),
        ("not neglect, the one on exploitation", "neglect"),
        ("No, not neglect. Exploitation", "neglect"),
        ("this isn't a complaint, it is an allegation", "complaint"),
        ("this is not a complaint but an allegation", "complaint"),
        ("I am not asking about neglect, I mean exploitation", "neglect"),
        ("we're not looking for the contacts, just the form", "the contacts"),
        ("I\u2019m not talking about adults, what about children", "adults"),
    ],
)
def test_it_knows_what_is_not_meant(text: str, negated: str) -> None:
    kept, taken = without_negated(text)
    assert taken.strip() == negated
    assert negated not in kept


@pytest.mark.parametrize(
    "text",
    [
        "I am not sure if this counts",
        "the child is not looked after",
        "what if abuse is not known",
        "they did not meet the criteria",
        "we do not agree with the decision",
        "not sure, what is a rapid review",
        "not sure if this counts, who do I ask",
        "the baby is not breathing",
        "not breathing, what do I do",
        "he was found, not breathing",
        "not brought to hospital, is that neglect",
        "the child, not brought to appointments, died",
        "I don't want to upset anybody, whom do I tell",
        "I don't want anyone to know, whom do I tell",
        "not in Croydon, who notifies",
        "17 years old, not known to services",
        "is that a child who is not in school",
    ],
)
def test_an_ordinary_not_stays(text: str) -> None:
    assert without_negated(text) == (text, "")


def test_a_whole_sentence_after_not_is_no_aside() -> None:
    text = "suicide, not the first time that a boy of this school has taken his own life"
    assert without_negated(text) == (text, "")


def test_a_text_that_is_all_negation_is_kept_whole() -> None:
    assert without_negated("not about neglect") == ("not about neglect", "")


@settings(deadline=None)
@given(st.text())
def test_any_text_keeps_something(text: str) -> None:
    kept, _ = without_negated(text)
    assert bool(kept.strip()) == bool(text.strip())


def test_where_nothing_telling_is_left_the_whole_is_looked_up() -> None:
    said = "he isn't a looked after child"
    assert without_negated(said) == (said, "")
