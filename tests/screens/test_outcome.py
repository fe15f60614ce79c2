"""Every outcome, over all ways through the dialogue: what its folds hold, and what it never says."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime

import pytest

from bot.clock import ENGLAND
from bot.criteria.answers_in_address import Reader, encode
from bot.criteria.dialogue import paths
from bot.guide import Guide
from bot.knowledge import Knowledge
from bot.plain import plain_text
from bot.screen import Fold, Line, Lines, Screen, SourceLine

Outcomes = list[tuple[dict[str, str], Screen]]
NOW = datetime(2026, 12, 1, 16, 20, tzinfo=ENGLAND)
MOST_WORDS = 600
UNTIL_THE_SOURCES = "sources"


@pytest.fixture(scope="module")
def guide(knowledge: Knowledge) -> Guide:
    return Guide(knowledge, now=lambda: NOW, new_reference=lambda: "a1b2c3")


@pytest.fixture(scope="module")
def outcomes(guide: Guide) -> Outcomes:
    return [(path, guide.open(_address(guide, path))) for path in paths(guide.basis.table)]


def _address(guide: Guide, path: dict[str, str], reader: Reader | None = None) -> str:
    pairs = encode(guide.knowledge.criteria, path, (), reader)
    return f"outcome_{guide.basis.version}_{pairs}"


def _lines(screen: Screen) -> tuple[Line, ...]:
    return tuple(
        line for block in screen.blocks if isinstance(block, Lines) for line in block.items
    )


def _fold(screen: Screen, name: str) -> Fold:
    return next(fold for fold in screen.folds if fold.id == name)


def _said(screen: Screen) -> str:
    """Everything before the sources, in small letters."""
    folds = tuple(
        replace(fold, blocks=tuple(one for one in fold.blocks if not isinstance(one, SourceLine)))
        for fold in screen.folds
        if fold.id != UNTIL_THE_SOURCES
    )
    shown = Screen(screen.address, screen.title, screen.blocks, folds=folds)
    return plain_text(shown).lower()


def test_an_outcome_with_all_its_folds_is_short(outcomes: Outcomes) -> None:
    for path, screen in outcomes:
        assert len(_said(screen).split()) <= MOST_WORDS, path


def test_an_outcome_for_the_council_is_short_with_its_dates(guide: Guide) -> None:
    for path in paths(guide.basis.table):
        screen = guide.open(_address(guide, path, Reader.COUNCIL))
        assert len(_said(screen).split()) <= MOST_WORDS, path


def test_no_outcome_promises_a_review(outcomes: Outcomes) -> None:
    for _, screen in outcomes:
        assert "a review will happen" not in _said(screen)
        if screen.outcome and screen.outcome.verdict == "meets":
            assert "appears to meet the criteria for notification" in screen.title


def test_a_bare_spoc_is_never_printed(outcomes: Outcomes) -> None:
    for _, screen in outcomes:
        assert "spoc" not in plain_text(screen).lower().split()


def test_a_death_is_told_nothing_that_holds_for_the_living(outcomes: Outcomes) -> None:
    wrong = re.compile(
        r"harm was not serious|this or any other child|even if they recover|harm turns out"
    )
    for path, screen in outcomes:
        if path.get("outcome") == "died":
            assert not wrong.search(_said(screen)), path


def test_nobody_who_lives_is_told_of_a_death(outcomes: Outcomes) -> None:
    for path, screen in outcomes:
        if path.get("outcome") in {"seriously_harmed", "not_seriously_harmed"}:
            lines = " ".join(line.text for line in _lines(screen)).lower()
            steps = plain_text(Screen("x", "x", _fold(screen, "steps").blocks)).lower()
            assert not re.search(r"\bdied\b|\bdeath\b|ecdop", lines + steps), path


def test_where_nobody_suspects_anything_nothing_is_suspected(outcomes: Outcomes) -> None:
    for path, screen in outcomes:
        if path.get("abuse_or_neglect") == "not_known":
            assert "abuse or neglect is suspected" not in _said(screen), path


def test_an_adult_is_never_called_a_child_and_rings_nobody_first(outcomes: Outcomes) -> None:
    for path, screen in outcomes:
        if path["age"] == "25+":
            said = " ".join(line.text for line in _lines(screen))
            assert "this child" not in said.lower(), path
            assert _lines(screen)[0].part == "do", path


def test_no_clock_of_hours_is_set_for_a_death_notice(outcomes: Outcomes) -> None:
    for path, screen in outcomes:
        assert not re.search(r"\b(24|48) hours", _said(screen)), path


def test_every_duty_that_may_be_owed_is_said_with_its_condition(
    guide: Guide, outcomes: Outcomes
) -> None:
    labels = {str(duty.id): duty.label for duty in guide.knowledge.guidance.duties}
    for _, screen in outcomes:
        assert screen.outcome is not None
        for one in screen.outcome.if_:
            assert one.condition
            assert f"If {one.condition}: {labels[one.duty]}." in plain_text(screen)


def test_every_fold_is_a_screen_of_its_own(guide: Guide, outcomes: Outcomes) -> None:
    for _, screen in outcomes[::7]:
        for fold in screen.folds:
            alone = guide.open(fold.address)
            assert alone.known
            assert alone.address == fold.address
            if fold.id != "answers":
                assert (alone.title, alone.blocks) == (fold.title, fold.blocks)
                back = next(action for action in alone.actions if action.id == "back")
                assert back.address == screen.address


def test_every_outcome_has_its_answers_steps_and_reasons(outcomes: Outcomes) -> None:
    for path, screen in outcomes:
        names = {fold.id for fold in screen.folds}
        assert {"answers", "steps", "why", "alsoif", "sources"} <= names, path
        assert screen.outcome is not None
        assert ("council" in names) == (screen.outcome.verdict != "not_on_these_answers")
        assert all(fold.blocks for fold in screen.folds), path


def test_a_date_opens_the_councils_part_right_under_the_first_screen(guide: Guide) -> None:
    first, *_ = guide.open("outcome_2_acodnslnph_20261201_a1b2c3").folds
    assert first.id == "council"
    assert first.open
    text = plain_text(Screen("x", "x", first.blocks))
    assert "No later than" in text
    assert "Notification to the Panel: Tuesday 8 December 2026" in text
    assert text.index("Tuesday 22 December 2026") < text.index("Thursday 31 December 2026")


def test_another_agency_is_shown_no_date_unless_it_gave_one(guide: Guide) -> None:
    agency, council = (guide.open(f"outcome_2_acodnslnph{pair}") for pair in ("ra", "rc"))
    assert "8 December" not in plain_text(agency)
    assert "Tuesday 8 December" in plain_text(council)


def test_one_tap_leads_to_the_words_of_the_other_side_and_back(guide: Guide) -> None:
    agency = guide.open("outcome_2_acodnslnph_20261130_a1b2c3")
    to_council = next(one for one in agency.actions if one.id == "reader")
    council = guide.open(to_council.address)
    assert council.address == "outcome_2_acodnslnphrc_20261130_a1b2c3"
    assert council.title.startswith("Notify:")
    back = next(one for one in council.actions if one.id == "reader")
    assert guide.open(back.address).title == agency.title


def test_an_outcome_without_a_report_asks_for_nobodys_side(outcomes: Outcomes) -> None:
    for _, screen in outcomes:
        assert screen.outcome is not None
        offered = any(one.id == "reader" for one in screen.actions)
        assert offered == (screen.outcome.verdict != "not_on_these_answers")


def test_every_answer_can_be_changed_from_the_outcome(outcomes: Outcomes) -> None:
    for path, screen in outcomes:
        assert len([one for one in screen.actions if one.id == "change"]) == len(path)


@pytest.mark.parametrize("rest", ["", "ra", "rc"])
def test_a_changed_answer_keeps_the_others_the_date_the_reference_and_the_reader(
    guide: Guide, rest: str
) -> None:
    outcome = guide.open(f"outcome_2_acodnslnph{rest}_20261120_a1b2c3")
    for change in (one for one in outcome.actions if one.id == "change"):
        asked = guide.open(change.address)
        assert asked.question is not None
        for choice in asked.question.choices:
            after = guide.open(choice.address)
            assert after.address.endswith("_20261120_a1b2c3"), after.address
            assert rest in after.address
            if after.question is None:
                assert after.outcome is not None


def test_the_date_stays_through_question_help_and_back(guide: Guide) -> None:
    here = guide.open("check_2_acodnsrc_20261120_a1b2c3")
    assert here.question is not None
    for address in (
        *(choice.address for choice in here.question.choices),
        *(one.address for one in here.actions if one.id in {"help", "back", "sofar"}),
    ):
        assert guide.open(address).address.endswith("rc_20261120_a1b2c3")


def test_an_outcome_of_more_than_a_year_ago_still_opens(guide: Guide) -> None:
    screen = guide.open("outcome_2_acodnslnph_20250101_a1b2c3")
    assert screen.known
    assert screen.outcome is not None
    assert screen.address.endswith("_20250101_a1b2c3")


def test_every_outcome_leads_to_the_card_on_disagreement(outcomes: Outcomes) -> None:
    for _, screen in outcomes:
        assert "topic_escalation" in {action.address for action in screen.actions}


def test_learning_like_this_offers_reviews_of_the_same_age(guide: Guide) -> None:
    alike = guide.open("like_2_atodnslyph")
    assert "review_chloe-2023" in str(alike.blocks)
    assert "review_baby-eva-2024" not in str(alike.blocks)


def test_a_deadline_that_has_passed_says_so(guide: Guide) -> None:
    text = plain_text(guide.open("outcome_2_acodnslnph_20261102"))
    assert "This day has passed, so report now: Monday 9 November 2026" in text


def test_a_deadline_that_ends_today_says_so(guide: Guide) -> None:
    text = plain_text(guide.open("outcome_2_acodnslnph_20261124"))
    assert "Today, Tuesday 1 December 2026" in text


def test_a_date_beyond_the_published_bank_holidays_is_said_and_not_guessed(guide: Guide) -> None:
    screen = guide.open("outcome_2_acodnslnph_20281229")
    assert screen.outcome is not None
    assert not screen.outcome.deadlines
    assert "No date is shown beyond it" in plain_text(screen)


def test_a_number_that_can_be_rung_stands_in_its_line(outcomes: Outcomes) -> None:
    for path, screen in outcomes:
        for line in _lines(screen):
            assert (line.phone or "") in line.text, path
            assert (line.link.label if line.link else "") in line.text, path


def test_what_stops_short_is_told_what_to_do_on_the_answers_so_far(guide: Guide) -> None:
    asked = guide.open("check_2_acod")
    so_far = next(one for one in asked.actions if one.id == "sofar")
    screen = guide.open(so_far.address)
    assert screen.title == "Report as a query today: the council decides"
    assert "On these answers so far" in plain_text(screen)
    back = next(one for one in screen.actions if one.id == "check")
    assert guide.open(back.address).question == asked.question
