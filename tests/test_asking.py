"""Typed texts: commands, answers, dates, questions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.asking import Asking
from bot.guide import Guide
from bot.plain import plain_text
from bot.screen import Reply, ReplyKind, Screen, Tone, numbered, shown
from bot.search.model import Decision, Found, Matched


def _texts(screen: Screen) -> str:
    return " ".join(str(block) for block in screen.blocks)


@pytest.mark.parametrize("text", ["check", "Check", "/check", "/check@spr_guide_bot", " check "])
def test_the_name_of_a_screen_is_a_command(guide: Guide, text: str) -> None:
    reply = guide.ask(text)
    assert (reply.kind, reply.address) == (ReplyKind.COMMAND, "check")


def test_an_address_is_a_command(guide: Guide) -> None:
    assert guide.ask("topic_rapid-review").kind is ReplyKind.COMMAND


@pytest.mark.parametrize(
    ("text", "option"),
    [
        ("1", "0-15"),
        ("2.", "0-15"),
        ("Under 16", "0-15"),
        ("16 or 17", "16-17"),
        ("not sure", "unsure"),
        ("8", "0-15"),
        ("seventeen", "16-17"),
        ("14 years old", "0-15"),
        ("he is 14", "0-15"),
        ("6 months", "0-15"),
        ("dunno", "unsure"),
        ("idk", "unsure"),
    ],
)
def test_an_answer_is_taken_by_number_and_in_words(guide: Guide, text: str, option: str) -> None:
    reply = guide.ask(text, "check")
    question = guide.open("check").question
    assert question is not None
    expected = next(one.address for one in question.choices if one.id == option)
    assert (reply.kind, reply.address) == (ReplyKind.ANSWER, expected)


def test_an_answer_is_read_back_on_the_next_screen(guide: Guide) -> None:
    screen = guide.ask("25", "check").screens[-1]
    back = next(action for action in screen.actions if action.id == "back")
    assert back.label == "Back: 25 or over"


def test_a_bare_number_at_the_age_is_an_age(guide: Guide) -> None:
    for typed, option in (("5", "under 16"), ("25", "25 or over"), ("3 years old", "under 16")):
        screen = guide.ask(typed, "check").screens[-1]
        back = next(action for action in screen.actions if action.id == "back")
        assert back.label == f"Back: {option}"


def test_a_bare_no_never_means_that_everyone_was_asked(guide: Guide) -> None:
    reply = guide.ask("no", "check_2_acod")
    assert reply.kind is ReplyKind.NONE
    assert reply.screens[-1].question is not None


def test_few_words_that_say_it_clearly_are_an_answer(guide: Guide) -> None:
    assert guide.ask("she died", "check_2_ac").address == "check_2_acod"


def test_danger_is_answered_first_and_the_dialogue_stays_one_step_away(guide: Guide) -> None:
    reply = guide.ask("dad is hitting him right now", "check_2_ac")
    assert reply.urgent
    (screen,) = reply.screens
    assert getattr(screen.blocks[0], "tone", None) is Tone.URGENT
    assert screen.actions[0].address == "check_2_ac"
    assert guide.ask("back", "check_2_ac").kind is ReplyKind.COMMAND


def test_an_answer_can_be_changed_in_words(guide: Guide) -> None:
    assert guide.ask("change age", "check_2_atodnxly").address == "change_2_atodnxly_a"


def test_an_age_that_is_typed_never_chooses_a_way_on(guide: Guide) -> None:
    ways_on = {action.address for action in guide.open("check").actions}
    for number in range(1, 30):
        assert guide.ask(str(number), "check").address not in ways_on


def test_help_under_a_question_means_the_question(guide: Guide) -> None:
    assert guide.ask("help", "check_2_at").address == "help_2_at"
    assert guide.ask("/help", "check_2_at").address == "help"


def test_back_and_start_again_work_in_words(guide: Guide) -> None:
    assert guide.ask("back", "check_2_atod").address == "check_2_at"
    assert guide.ask("start again", "check_2_atod").address == "check"


def test_a_question_in_the_middle_is_answered_and_the_open_question_shown_again(
    guide: Guide,
) -> None:
    reply = guide.ask("what does a rapid review do", "check_2_at")
    assert reply.address == "topic_rapid-review"
    assert [screen.address for screen in reply.screens] == ["topic_rapid-review", "check_2_at"]


def test_a_question_before_the_answers_are_checked_does_not_lose_them(guide: Guide) -> None:
    reply = guide.ask("what does a rapid review do", "check_2_atodnxly")
    assert reply.screens[-1].address == "check_2_atodnxly"


@pytest.mark.parametrize("text", ["yes", "no", "not sure", "", "   ", "\n"])
def test_an_answer_to_nothing_is_answered_with_none(guide: Guide, text: str) -> None:
    reply = guide.ask(text)
    assert (reply.kind, reply.address) == (ReplyKind.NONE, None)
    assert reply.screens


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("yesterday", "date_2_atodnxly_20261125"),
        ("last Friday", "date_2_atodnxly_20261120"),
        ("20/11", "date_2_atodnxly_20261120"),
        ("20 November 2026", "date_2_atodnxly_20261120"),
    ],
)
def test_a_typed_date_is_read_back_in_full_before_anything_is_counted(
    guide: Guide, text: str, address: str
) -> None:
    screen = guide.ask(text, "date_2_atodnxly").screens[-1]
    assert screen.address == address
    assert screen.title.endswith("2026. Is that right?")
    confirmed = guide.ask("yes", address).screens[-1]
    assert confirmed.outcome is not None
    assert confirmed.outcome.deadlines


@pytest.mark.parametrize("text", ["tomorrow", "31/02", "1/1/1999", "20/13/2026"])
def test_a_date_that_cannot_be_says_so_and_asks_again(guide: Guide, text: str) -> None:
    screen = guide.ask(text, "date_2_atodnxly").screens[-1]
    assert screen.address == "date_2_atodnxly"
    assert any(getattr(block, "tone", None) is Tone.WARNING for block in screen.blocks)


def test_another_date_can_be_typed_instead_of_yes(guide: Guide) -> None:
    reply = guide.ask("24/11", "date_2_atodnxly_20261120")
    assert reply.address == "date_2_atodnxly_20261124"


def test_a_corrected_date_keeps_the_reference_of_its_outcome(guide: Guide) -> None:
    outcome = guide.open("outcome_2_atodnxly_20261120_0f0f0f")
    date_screen = guide.ask("add_date", outcome.address).screens[-1]
    read_back = guide.ask("24/11", date_screen.address).screens[-1]
    corrected = guide.ask("yes", read_back.address).screens[-1]
    assert corrected.address == "outcome_2_atodnxly_20261124_0f0f0f"


def test_a_review_that_is_not_in_the_library_is_never_another_childs_review(
    guide: Guide,
) -> None:
    for text in ("Child Z", "the Child Z review", "Baby X in Lambeth"):
        reply = guide.ask(text)
        assert reply.kind is ReplyKind.NONE
        assert not any(card.address.startswith("review_") for card in reply.matches)


def test_out_of_scope_is_answered_with_ways_on(guide: Guide) -> None:
    reply = guide.ask("when is my bin collected")
    assert reply.kind is ReplyKind.NONE
    assert {action.id for action in reply.screens[0].actions} >= {"check", "contacts", "topics"}


def test_a_matched_card_says_what_it_rests_on(guide: Guide) -> None:
    reply = guide.ask("who is allowed to see a rapid review")
    assert reply.kind is not ReplyKind.NONE
    assert "atched on" in _texts(reply.screens[0])


INCIDENT = "a child of 4 died in foster care, does this meet the criteria"
ITS_DIALOGUE = "check_2_ac-od-ly-"
NO_DECISION_ASKED = "a 2 year old died of a head injury"


def _asked(guide: Guide, text: str, *found: tuple[str, float]) -> Reply:
    """The reply to a text that the matcher surely answers with what it found."""
    matched = Matched(Decision.ANSWER, tuple(Found(*one) for one in found), found[0][1])
    return Asking(guide.basis, lambda _: matched).ask(text, None)


def _found(reply: Reply) -> list[str]:
    return [card.address for card in reply.matches]


def test_a_card_that_surely_answers_comes_before_the_dialogue_and_is_one_step_away(
    guide: Guide,
) -> None:
    reply = _asked(
        guide,
        INCIDENT,
        ("topic_looked-after-children", 0.97),
        ("check", 0.96),
        ("topic_rapid-review", 0.9),
    )
    assert (reply.kind, reply.address) == (ReplyKind.ANSWER, ITS_DIALOGUE)
    assert _found(reply) == ["topic_looked-after-children", "check", "topic_rapid-review"]
    (screen,) = reply.screens
    assert screen.question is not None
    near = screen.actions[-1]
    assert near.label == "Read: Looked-after children"
    for way in (near.address, near.id):
        assert guide.ask(way, screen.address).address == "topic_looked-after-children"


def test_the_dialogue_comes_first_where_no_card_surely_answers(guide: Guide) -> None:
    reply = _asked(guide, INCIDENT, ("topic_looked-after-children", 0.6))
    assert reply.address == ITS_DIALOGUE
    assert _found(reply) == ["check", "topic_looked-after-children"]
    assert reply.screens[0].actions == guide.open(reply.screens[0].address).actions


@pytest.mark.parametrize(
    ("text", "dialogue"), [(INCIDENT, ITS_DIALOGUE), (NO_DECISION_ASKED, "check_2_ac-od-")]
)
def test_the_dialogue_itself_is_no_card_that_answers(
    guide: Guide, text: str, dialogue: str
) -> None:
    reply = _asked(guide, text, ("check", 0.97), ("topic_rapid-review", 0.2))
    assert reply.address == dialogue
    assert _found(reply) == ["check", "topic_rapid-review"]
    assert reply.screens[0].actions == guide.open(reply.screens[0].address).actions


def test_without_a_wish_for_a_decision_the_card_answers_and_the_dialogue_is_one_step_away(
    guide: Guide,
) -> None:
    reply = _asked(guide, NO_DECISION_ASKED, ("topic_child-death", 0.97))
    assert reply.address == "topic_child-death"
    assert reply.screens[0].actions[0].address == "check_2_ac-od-"
    assert _found(reply) == ["topic_child-death"]


def test_a_message_that_tells_danger_now_gets_no_screen_of_numbers_for_an_answer(
    guide: Guide,
) -> None:
    reply = _asked(guide, "he is hitting her right now", ("contacts", 0.9), ("topic_lado", 0.5))
    assert reply.urgent
    assert reply.address == "topic_immediate-danger"
    assert _found(reply) == ["topic_immediate-danger", "contacts", "topic_lado"]
    assert getattr(reply.screens[0].blocks[0], "tone", None) is Tone.URGENT


def _sound(reply: Reply) -> None:
    assert reply.screens
    assert reply.kind in ReplyKind
    assert len(reply.matches) <= 5
    assert (reply.address is None) == (reply.kind in {ReplyKind.NONE, ReplyKind.CHOICES})
    scores = [card.score for card in reply.matches]
    assert all(0 <= score <= 1 for score in scores)


_PLACES = st.sampled_from(
    [None, "start", "check", "check_2_at", "date_2_atodnxly", "outcome_2_atodnxly", "nonsense"]
)


@given(text=st.text(max_size=200), at=_PLACES)
def test_any_text_anywhere_gets_a_reply(guide: Guide, text: str, at: str | None) -> None:
    _sound(guide.ask(text, at))


@pytest.fixture
def unsure(guide: Guide) -> Asking:
    """Asks with an answer that leaves two cards to choose from."""
    found = (Found("theme_thresholds", 0.5), Found("topic_referral", 0.4))
    return Asking(guide.basis, lambda _: Matched(Decision.CHOICES, found, 0.5))


def test_a_number_chooses_what_was_shown_and_not_what_the_address_shows_anew(
    unsure: Asking, guide: Guide
) -> None:
    screen = unsure.ask("thresholds", None).screens[-1]
    for number, (_, address) in enumerate(numbered(screen), start=1):
        assert unsure.ask(str(number), shown(screen)).address == guide.open(address).address


def test_a_number_that_was_not_shown_chooses_nothing(unsure: Asking) -> None:
    screen = unsure.ask("thresholds", None).screens[-1]
    assert unsure.ask("99", shown(screen)).kind is ReplyKind.NONE


def test_the_word_check_under_an_answer_keeps_what_was_told(guide: Guide) -> None:
    reply = guide.ask(
        "A baby aged 3 months died yesterday after being shaken, who must we notify?"
    )
    assert reply.facts["outcome"] == "died"
    (way_on,) = (one for one in reply.screens[0].actions if one.id == "check")
    assert way_on.address.startswith("check_")
    assert guide.ask("check", shown(reply.screens[0])).address == way_on.address
    assert guide.ask("check").address == "check"


def test_back_outside_a_question_leads_to_the_start_page(guide: Guide) -> None:
    assert guide.ask("back", "topic_who-to-notify").address == "start"


def test_a_number_that_is_not_on_the_screen_leaves_the_screen_as_it_is(guide: Guide) -> None:
    (screen,) = guide.ask("99", "reviews").screens
    assert screen.address == "reviews"
    assert "There is no 99 here" in plain_text(screen)


def test_a_death_that_is_told_leads_to_the_dialogue(guide: Guide) -> None:
    reply = guide.ask("my pupil is dead")
    assert reply.facts["outcome"] == "died"
    ways = [action.address for screen in reply.screens for action in screen.actions]
    assert any(address.startswith(f"check_{guide.basis.version}_") for address in ways)


def test_a_long_text_is_read_as_far_as_a_message_holds_and_given_back_whole(guide: Guide) -> None:
    text = "what is a rapid review" + " " * 5000 + "?"
    reply = guide.ask(text)
    assert (reply.query, reply.address) == (text, "topic_rapid-review")
