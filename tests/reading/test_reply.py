"""What is typed at a place does what was meant: development turns by kind."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.guide import Guide
from bot.reading.act import ActKind
from bot.reply import ROWS

TURNS = [
    ("check", "5", "check_2_ac"),
    ("check", "hes 14", "check_2_ac"),
    ("check", "seventeen", "check_2_at"),
    ("check", "not a child, she's 26", "check_2_ao"),
    ("check", "year 3", "check_2_ac"),
    ("check", "the last option", "check_2_ax"),
    ("check_2_ac", "passed away", "check_2_acod"),
    ("check_2_ac", "on a ventilator", "check_2_acoh"),
    ("check_2_ac", "she was badly injured, life changing", "check_2_acoh"),
    ("check_2_acod", "nobody suspects anything", "check_2_acodnn"),
    ("check_2_acod", "can't rule it out", "check_2_acodnx"),
    ("check_2_acod", "one", "check_2_acodnk"),
    ("check_2_acod", "wait, he's 16 not 14", "check_2_atod"),
    ("check_2_acod", "actually no he hasn't died, he's critical", "check_2_acoh"),
    ("check_2_acod", "actually no hes critical", "check_2_acoh"),
    ("check_2_acod", "sorry go back", "check_2_ac"),
    ("check_2_acodns", "no he lived with mum and dad", "check_2_acodnsln"),
    ("check_2_acodns", "thanks", "check_2_acodns"),
    ("check_2_acodnsln", "thornton heath", "outcome_2_acodnslnph"),
    ("check_2_acodnsln", "ilford", "outcome_2_acodnslnpe"),
]


@pytest.mark.parametrize(("at", "typed", "then"), TURNS)
def test_a_turn_leads_where_it_was_meant(guide: Guide, at: str, typed: str, then: str) -> None:
    assert guide.ask(typed, at).screens[-1].address == then


def test_a_yes_that_does_not_fit_is_asked_back(guide: Guide) -> None:
    reply = guide.ask("yep", "check_2_acod")
    assert reply.screens[-1].address == "check_2_acod"


def test_an_alarm_stands_above_the_place_and_the_answer_counts(guide: Guide) -> None:
    reply = guide.ask("seriously hurt, bleeding badly right now", "check_2_ac")
    assert (reply.screens[0].title, reply.alarm) == ("Call 999 now", "loud")
    assert reply.screens[-1].address.startswith("check_2_acoh")


@pytest.mark.parametrize(
    "typed", ["no the baby died", "no she is not critical", "no he lived with mum and dad"]
)
def test_a_no_to_something_else_is_no_no_to_abuse(guide: Guide, typed: str) -> None:
    assert "nn" not in (guide.ask(typed, "check_2_acod").address or "")


def test_every_act_has_a_row() -> None:
    assert set(ROWS) | {ActKind.DATE} == set(ActKind)


def test_an_edit_changes_the_answer_that_it_gave(guide: Guide) -> None:
    reply = guide.ask("he is 16", "check_2_acod", correcting="check")
    assert reply.screens[-1].address == "check_2_atod"


@given(number=st.integers(0, 120))
@settings(max_examples=40, deadline=None)
def test_at_the_age_question_a_number_is_an_age(guide: Guide, number: int) -> None:
    option = "c" if number < 16 else "t" if number < 18 else "y" if number < 25 else "o"
    assert guide.ask(str(number), "check").screens[-1].address.startswith(f"check_2_a{option}")
