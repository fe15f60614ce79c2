"""The outcome says what to do, why, by when, and what would change it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.address import address
from bot.criteria.answers_in_address import encode
from bot.criteria.dialogue import paths
from bot.criteria.model import Verdict
from bot.criteria.told import told
from bot.guide import Guide
from bot.plain import plain_text
from bot.screen import Heading, Screen, Steps


@pytest.fixture(scope="module")
def outcomes(guide: Guide) -> list[tuple[dict[str, str], Screen]]:
    return [
        (
            path,
            guide.open(
                address(
                    "outcome",
                    str(guide.knowledge.criteria.version),
                    encode(guide.knowledge.criteria, path),
                )
            ),
        )
        for path in paths(guide.basis.table)
    ]


def _headings(screen: Screen) -> list[str]:
    return [block.text for block in screen.blocks if isinstance(block, Heading)]


def _steps(screen: Screen) -> Iterator[str]:
    for block in screen.blocks:
        if isinstance(block, Steps):
            yield from block.items


def test_the_headline_is_that_of_the_verdict(
    guide: Guide, outcomes: list[tuple[dict[str, str], Screen]]
) -> None:
    titles = {one.verdict: one.title for one in guide.knowledge.guidance.headlines}
    for path, screen in outcomes:
        assert screen.title == titles[told(guide.basis.table, path).verdict]


def test_no_outcome_promises_a_review(outcomes: list[tuple[dict[str, str], Screen]]) -> None:
    for _, screen in outcomes:
        assert "a review will happen" not in plain_text(screen).lower()
        if screen.outcome and screen.outcome.verdict == Verdict.MEETS:
            assert "appears to meet the criteria for notification" in screen.title


def test_the_council_decides_stands_on_every_outcome(
    guide: Guide, outcomes: list[tuple[dict[str, str], Screen]]
) -> None:
    for _, screen in outcomes:
        assert guide.knowledge.guidance.council_decides in plain_text(screen)


def test_both_the_day_line_and_the_out_of_hours_line_are_always_there(
    outcomes: list[tuple[dict[str, str], Screen]],
) -> None:
    for _, screen in outcomes:
        steps = " ".join(_steps(screen))
        assert "MASH" in steps
        assert "Emergency Duty Team" in steps
        assert "999" in steps


def test_a_bare_spoc_is_never_printed(outcomes: list[tuple[dict[str, str], Screen]]) -> None:
    for _, screen in outcomes:
        assert "spoc" not in plain_text(screen).lower().split()


def test_a_mash_referral_comes_first_where_it_is_a_duty_and_nothing_is_notified(
    outcomes: list[tuple[dict[str, str], Screen]],
) -> None:
    for _, screen in outcomes:
        assert screen.outcome is not None
        first = "Make a MASH referral now." in plain_text(screen)
        owed = screen.outcome.verdict == "not_on_these_answers" and "mash" in screen.outcome.now
        assert first or not owed
        if first:
            assert any("Make a child protection referral now" in step for step in _steps(screen))


def test_two_numbered_blocks_where_the_council_has_a_duty(
    outcomes: list[tuple[dict[str, str], Screen]],
) -> None:
    for _, screen in outcomes:
        assert screen.outcome is not None
        headings = _headings(screen)
        assert "You do now, today" in headings
        if screen.outcome.verdict in {"meets", "other_duty"}:
            assert "The council does, not you" in headings


def test_every_criterion_shown_has_a_source(
    outcomes: list[tuple[dict[str, str], Screen]],
) -> None:
    for _, screen in outcomes:
        assert screen.outcome is not None
        assert screen.outcome.criteria
        assert all(criterion.source for criterion in screen.outcome.criteria)


def test_every_duty_that_may_be_owed_is_said_with_its_condition_or_asked_for_by_a_line(
    guide: Guide, outcomes: list[tuple[dict[str, str], Screen]]
) -> None:
    for _, screen in outcomes:
        assert screen.outcome is not None
        text = plain_text(screen)
        labels = {str(duty.id): duty.label for duty in guide.knowledge.guidance.duties}
        for one in screen.outcome.if_:
            assert one.condition
            covered = any(
                step.covers == one.duty and step.text in text
                for step in guide.knowledge.guidance.you_do_now
            )
            assert covered != (f"If {one.condition}: {labels[one.duty]}." in text)


def test_every_answer_can_be_changed_from_the_outcome(
    outcomes: list[tuple[dict[str, str], Screen]],
) -> None:
    for path, screen in outcomes:
        changes = [action for action in screen.actions if action.id == "change"]
        assert len(changes) == len(path)


def test_changing_an_answer_keeps_the_others(guide: Guide) -> None:
    outcome = guide.open("outcome_2_acodnslnph")
    change = next(
        one for one in outcome.actions if one.id == "change" and "What happened" in one.label
    )
    asked = guide.open(change.address)
    assert asked.question is not None
    harmed = next(one for one in asked.question.choices if one.id == "seriously_harmed")
    after = guide.open(harmed.address)
    assert after.title == "Check your answers"
    assert "Under 16" in plain_text(after)
    assert "No longer used" not in plain_text(after)


def test_every_outcome_leads_to_the_card_on_disagreement(
    outcomes: list[tuple[dict[str, str], Screen]],
) -> None:
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
    text = plain_text(guide.open("outcome_2_acodnslnph_20261119"))
    assert "Today, no later than Thursday 26 November 2026" in text


def test_the_number_to_ring_stands_on_the_line(guide: Guide) -> None:
    steps = " ".join(_steps(guide.open("outcome_2_acodnslnph")))
    assert "MASH: 020 8255 2888" in steps
    assert "Emergency Duty Team: 020 8726 6400" in steps


def test_a_date_beyond_the_published_bank_holidays_is_said_and_not_guessed(guide: Guide) -> None:
    screen = guide.open("outcome_2_acodnslnph_20281229")
    assert screen.outcome is not None
    assert not screen.outcome.deadlines
    assert "No date is shown beyond it" in plain_text(screen)
