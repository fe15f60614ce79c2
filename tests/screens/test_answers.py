"""Answers: danger comes before a screen or choices, and a list with the card that fits best."""

from __future__ import annotations

import pytest

from bot.guide import Guide
from bot.screen import Entries, Entry, Reply, ReplyKind, Screen, numbered
from bot.screens import answers
from bot.screens.answers import DANGER
from bot.search.model import Decision, Found, Matched

TEXT = "he is hitting her right now"
SCREEN_FIRST = (
    Found("contacts", 0.9),
    Found("topic_rapid-review", 0.8),
    Found("topic_lado", 0.6),
    Found("topic_adults", 0.5),
    Found("check", 0.4),
)
CARD_FIRST = (Found("topic_rapid-review", 0.9), Found("contacts", 0.8))


def _reply(guide: Guide, decision: Decision, found: tuple[Found, ...] = ()) -> Reply:
    return answers.answer(guide.basis, TEXT, Matched(decision, found, 0.9))


def _near(screen: Screen) -> tuple[Entry, ...]:
    last = screen.blocks[-1]
    assert isinstance(last, Entries)
    return last.items


@pytest.mark.parametrize("decision", [Decision.ANSWER, Decision.CHOICES])
def test_a_screen_gives_way_to_the_card_on_danger_now(guide: Guide, decision: Decision) -> None:
    reply = answers.danger_alone(guide.basis, _reply(guide, decision, SCREEN_FIRST))
    assert (reply.kind, reply.address) == (ReplyKind.ANSWER, DANGER)
    (screen,) = reply.screens
    assert screen.address == DANGER
    assert [one.address for one in _near(screen)] == ["contacts", "topic_rapid-review"]
    assert [one.address for one in reply.matches] == [
        DANGER,
        "contacts",
        "topic_rapid-review",
        "topic_lado",
        "topic_adults",
    ]
    assert reply.matches[0].score == 1.0


def test_the_card_on_danger_now_is_not_near_itself(guide: Guide) -> None:
    found = (Found("contacts", 0.9), Found(DANGER, 0.8))
    reply = answers.danger_alone(guide.basis, _reply(guide, Decision.ANSWER, found))
    assert [one.address for one in reply.matches] == [DANGER, "contacts"]
    assert [one.address for one in _near(reply.screens[0])] == ["contacts"]


def test_where_nothing_answers_the_card_on_danger_does(guide: Guide) -> None:
    for found in ((), SCREEN_FIRST):
        reply = answers.danger_alone(guide.basis, _reply(guide, Decision.NONE, found))
        assert (reply.kind, reply.address) == (ReplyKind.ANSWER, DANGER)


@pytest.mark.parametrize("decision", [Decision.ANSWER, Decision.CHOICES])
def test_a_card_stays(guide: Guide, decision: Decision) -> None:
    reply = _reply(guide, decision, CARD_FIRST)
    assert answers.danger_alone(guide.basis, reply) == reply


def test_a_list_of_a_theme_stays(guide: Guide) -> None:
    matched = Matched(
        Decision.ANSWER, (Found("review_baby-eva-2024", 0.9),), 0.9, browse="theme_fractures"
    )
    reply = answers.answer(guide.basis, TEXT, matched)
    assert answers.danger_alone(guide.basis, reply) == reply


def test_the_second_of_two_questions_is_still_answered(guide: Guide) -> None:
    first = Matched(Decision.ANSWER, (Found("contacts", 0.9),), 0.9)
    second = Matched(Decision.ANSWER, CARD_FIRST, 0.9)
    both = Matched(Decision.ANSWER, first.found, 0.9, parts=(first, second))
    reply = answers.danger_alone(guide.basis, answers.answer(guide.basis, TEXT, both))
    assert [screen.address for screen in reply.screens] == [DANGER, "topic_rapid-review"]


def test_a_list_comes_with_the_card_that_fits_best_above_it(guide: Guide) -> None:
    reply = guide.ask("anything on neglect in Croydon")
    assert reply.address == "theme_neglect"
    (first, *_) = numbered(reply.screens[0])
    assert first[1] == reply.matches[0].address
    assert reply.matches[0].score == max(one.score for one in reply.matches)
