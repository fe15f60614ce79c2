"""In a group only commands and mentions are answered, and a case moves to a private chat."""

from __future__ import annotations

from itertools import count

import pytest

from bot.channels.telegram import wording
from bot.channels.telegram.links import is_of_a_case
from bot.guide import Guide
from tests.channels.telegram.server.faults import Fault, Wrong
from tests.channels.telegram.server.player import CONTENTS, Player, group
from tests.channels.telegram.server.refusals import migrated
from tests.channels.telegram.server.world import BOT, Chat

_groups = count(5_000)
NAME = f"@{BOT['username']}"


@pytest.fixture(params=["group", "supergroup", "forum"])
def team(request: pytest.FixtureRequest, user: Player) -> Chat:
    kind = "group" if request.param == "group" else "supergroup"
    return group(user.world, -next(_groups), forum=request.param == "forum", kind=kind)


@pytest.mark.parametrize("text", ["hello all", "/check@another_bot", "/unknown", "@someone hello"])
def test_what_is_not_addressed_to_the_bot_is_not_answered(
    user: Player, team: Chat, text: str
) -> None:
    assert user.says(text, chat=team) == []


@pytest.mark.parametrize("text", [f"/check{NAME}", "/check", f"{NAME} check", f"check {NAME}"])
def test_a_dialogue_moves_to_a_private_chat(user: Player, team: Chat, text: str) -> None:
    (shown,) = user.says(text, chat=team)
    (button,) = shown.buttons
    assert button["url"].startswith(f"https://t.me/{BOT['username']}?start=")
    assert "callback_data" not in button


def test_a_case_leaves_no_answers_in_the_link(user: Player, team: Chat) -> None:
    (shown,) = user.says(f"{NAME} check_2_acod", chat=team)
    assert shown.text == wording.IN_PRIVATE
    assert shown.buttons[0]["url"].endswith("?start=check")


OF_A_CASE = (
    "check_2_acod-",
    "check_2_acodnslnph",
    "outcome_2_acodnslnph",
    "outcome_2_acodnslnph_20261123",
    "outcome_2_acodnslnph_20261123_ab12cd",
    "outcome_2_acodnslnphrc",
    "help_2_acod",
    "change_2_acod_a",
    "date_2_acodnslnph",
    "like_2_acodnslnph",
    "sofar_2_acod",
    "steps_2_acodnslnph",
    "why_2_acodnslnph",
    "turns_2_acodnslnph",
    "alsoif_2_acodnslnph",
    "council_2_acodnslnph",
    "sources_2_acodnslnph",
    "takeaway_2_acodnslnph",
)
"""Every family of addresses that holds answers."""


@pytest.mark.parametrize("address", OF_A_CASE)
def test_nothing_of_a_case_stands_in_a_group(user: Player, address: str) -> None:
    team = group(user.world, -next(_groups))
    (shown,) = user.says(f"{NAME} {address}", chat=team)
    assert shown.text == wording.IN_PRIVATE
    (button,) = shown.buttons
    assert "acod" not in button["url"]


def test_every_family_of_a_case_is_among_them(guide: Guide) -> None:
    offered = {
        one
        for screen in map(guide.open, (*OF_A_CASE, "check"))
        for one in (
            *(action.address for action in screen.actions),
            *(fold.address for fold in screen.folds),
            *(attachment.address for attachment in screen.attachments),
        )
        if is_of_a_case(one)
    }
    families = {one.partition("_")[0] for one in OF_A_CASE}
    families |= {"notify"}  # it holds for whom one works, and no answer
    files = {one.partition("_")[0] for one in offered if guide.has_file(one)}
    assert {one.partition("_")[0] for one in offered} - files <= families


@pytest.mark.parametrize(
    "case",
    [
        "a boy of 5 has died in Croydon, abuse is suspected, do we notify?",
        "my pupil of 14 died last night, who do I tell",
        "what counts as serious harm? a girl of 12 was seriously hurt by her dad in Croydon",
    ],
)
def test_a_case_told_in_a_group_is_not_told_back(user: Player, team: Chat, case: str) -> None:
    (shown,) = user.says(f"{NAME} {case}", chat=team)
    assert shown.text == wording.IN_PRIVATE


def test_a_list_has_a_link_for_each_entry(user: Player, team: Chat) -> None:
    (shown,) = user.says(f"{NAME} reviews", chat=team)
    assert len(shown.buttons) > 2
    assert all("?start=" in button["url"] for button in shown.buttons)


def test_a_card_is_shown_whole_with_a_link_into_the_private_chat(user: Player, team: Chat) -> None:
    (shown,) = user.says(f"{NAME} what is a rapid review", chat=team)
    assert "Rapid review" in shown.text.split("\n\n")[:2]
    assert shown.buttons[0]["url"].endswith("?start=topic_rapid-review")


def test_the_answer_is_a_reply_so_that_all_see_to_whom(user: Player, team: Chat) -> None:
    number = user.types("/contacts", chat=team)
    before = user.snapshot(team)
    user.world.settle()
    (shown,) = user.since(before, team) or user.reads(team)
    assert shown.message["reply_to_message"]["message_id"] == number


def test_a_reply_to_the_bot_is_addressed_to_it(user: Player, team: Chat) -> None:
    (shown,) = user.says("/about", chat=team)
    assert user.says("what is a rapid review", chat=team, reply_to=shown.id)


def test_in_a_topic_the_answer_stays_in_the_topic(user: Player) -> None:
    team = group(user.world, -next(_groups), forum=True)
    (shown,) = user.says("/about", chat=team, thread=7)
    assert shown.message["message_thread_id"] == 7


def test_a_topic_that_is_gone_does_not_swallow_the_answer(user: Player) -> None:
    team = group(user.world, -next(_groups), forum=True)
    (shown,) = user.says("/about", chat=team, thread=99)
    assert "message_thread_id" not in shown.message


def test_a_group_that_became_a_supergroup_is_answered_there(user: Player) -> None:
    old, new = group(user.world, -next(_groups), kind="group"), group(user.world, -next(_groups))
    user.world.faults.order(Fault(Wrong.REFUSE, chat=old.id, refusal=migrated(new.id)))
    assert user.says("/about", chat=old) == []
    assert user.reads(new)[0].text.startswith("About")


WORDS = {
    "a caption": {**CONTENTS["photo"], "caption": f"what is a rapid review {NAME}"},
    "a checklist": {
        "checklist": {
            "title": f"{NAME} what is",
            "tasks": [{"id": 1, "text": "a rapid review"}],
        }
    },
}


@pytest.mark.parametrize("kind", WORDS)
def test_whatever_holds_the_name_of_the_bot_is_answered(
    user: Player, team: Chat, kind: str
) -> None:
    (shown,) = user.shows(WORDS[kind], chat=team)
    assert "Rapid review" in shown.text.split("\n\n")[:2]


def test_a_picture_that_answers_the_bot_gets_a_kind_line(user: Player, team: Chat) -> None:
    (shown,) = user.says("/about", chat=team)
    (said,) = user.shows("photo", chat=team, reply_to=shown.id)
    assert said.text == wording.TEXT_ONLY


def test_pictures_in_a_group_are_not_remarked_upon(user: Player, team: Chat) -> None:
    assert user.shows("photo", chat=team) == []


def test_a_button_pressed_in_a_group_leads_to_the_private_chat(user: Player, team: Chat) -> None:
    (shown,) = user.says("/about", chat=team)
    query = user.presses("check_2_ac", shown.message)
    user.world.settle()
    answer = user.world.callback_answers[query]
    assert answer["url"] == f"https://t.me/{BOT['username']}?start=check"


def test_posts_of_a_channel_are_not_answered(user: Player) -> None:
    channel = user.world.open_chat(Chat(-next(_groups), "channel", "News"))
    user.world.put_raw(
        {
            "channel_post": {
                "message_id": 1,
                "chat": channel.shown(),
                "date": 1_795_000_000,
                "text": "/check",
            }
        }
    )
    user.world.settle()
    assert user.reads(channel) == []


@pytest.mark.parametrize(
    ("before", "after", "greeted"), [("left", "member", True), ("member", "kicked", False)]
)
def test_a_new_group_hears_once_how_to_use_the_bot(
    user: Player, team: Chat, before: str, after: str, greeted: bool
) -> None:
    user.world.put("my_chat_member", _member_change(user, team, before, after))
    user.world.settle()
    assert [one.text for one in user.reads(team)] == [
        wording.JOINED.format(BOT["username"])
    ] * greeted


def test_a_person_who_blocks_the_bot_is_not_written_to(user: Player) -> None:
    user.world.put("my_chat_member", _member_change(user, user.chat, "member", "kicked"))
    user.world.settle()
    assert user.reads() == []


def _member_change(user: Player, chat: Chat, before: str, after: str) -> dict[str, object]:
    def member(status: str) -> dict[str, object]:
        until = {"until_date": 0} if status == "kicked" else {}
        return {"user": dict(BOT), "status": status, **until}

    return {
        "chat": chat.shown(),
        "from": user.sender,
        "date": 1_795_000_000,
        "old_chat_member": member(before),
        "new_chat_member": member(after),
    }
