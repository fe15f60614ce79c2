"""Answers in an address: keyed by question, never by position."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.criteria.answers_in_address import decode, encode
from bot.criteria.dialogue import paths
from bot.criteria.table import DecisionTable


def test_what_is_encoded_is_decoded(table: DecisionTable) -> None:
    for path in paths(table):
        decoded = decode(table.criteria, encode(table.criteria, path))
        assert decoded is not None
        assert (decoded.answers, decoded.suggested, decoded.unknown) == (path, frozenset(), 0)


def test_a_suggested_answer_stays_marked(table: DecisionTable) -> None:
    code = encode(table.criteria, {"age": "0-15", "outcome": "died"}, {"outcome"})
    assert code.endswith("-")
    decoded = decode(table.criteria, code)
    assert decoded is not None
    assert decoded.suggested == {"outcome"}


def test_the_first_answer_to_a_question_counts(table: DecisionTable) -> None:
    once = encode(table.criteria, {"age": "0-15"})
    twice = once + encode(table.criteria, {"age": "25+"})
    decoded = decode(table.criteria, twice)
    assert decoded is not None
    assert decoded.answers == {"age": "0-15"}


def test_a_pair_that_the_criteria_do_not_know_is_counted_and_left_out(
    table: DecisionTable,
) -> None:
    decoded = decode(table.criteria, "zz" + encode(table.criteria, {"age": "0-15"}))
    assert decoded is not None
    assert (decoded.answers, decoded.unknown) == ({"age": "0-15"}, 1)


def test_what_is_not_made_of_pairs_is_none(table: DecisionTable) -> None:
    for text in ("", "a", "abc", "-", "a-", "ab--", "AB", "ä1"):
        assert decode(table.criteria, text) is None


@given(text=st.text(max_size=64))
def test_any_text_is_decoded_or_none(text: str, table: DecisionTable) -> None:
    decoded = decode(table.criteria, text)
    assert decoded is None or decoded.suggested <= decoded.answers.keys()
