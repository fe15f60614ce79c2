"""A person alone with the bot: buttons, typed answers, and everything that is no text."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING

import pytest

from bot.channels.telegram import wording
from bot.channels.telegram.commands import COMMANDS
from tests.channels.telegram.server.faults import Fault, Wrong
from tests.channels.telegram.server.player import CONTENTS, Player, Seen
from tests.channels.telegram.server.refusals import Refusal
from tests.channels.telegram.server.world import BOT, TOKEN

if TYPE_CHECKING:
    from tests.channels.telegram.server.process import Process

JOURNEY = ("Under 16", "They have died", "someone suspects it", "No", "In Croydon")


def test_start_shows_the_emergency_number_and_the_ways_on(user: Player) -> None:
    (shown,) = user.says("/start")
    assert "call 999" in shown.text.lower()
    assert "check" in shown.addresses


@pytest.mark.parametrize("name", [command.name for command in COMMANDS])
def test_every_command_opens_the_screen_of_its_name(user: Player, name: str) -> None:
    shown = user.says(f"/{name}")
    assert shown
    assert "that page is not" not in shown[0].text.lower()
    assert shown[0].text == user.says(f"/{name}@{BOT['username']}")[0].text


def test_the_whole_dialogue_stays_in_one_message(user: Player) -> None:
    user.says("check")
    for tap in JOURNEY:
        changed = user.taps(tap)
        assert len(changed) == 1, tap
    (outcome,) = user.reads()
    assert "\n\nReport now" in outcome.text
    user.taps("All your steps")
    user.taps("Back to the outcome")
    assert [_without_time(one.text) for one in user.reads()] == [_without_time(outcome.text)]


def test_typed_answers_lead_where_buttons_lead(user: Player) -> None:
    user.says("check")
    for tap in JOURNEY:
        user.taps(tap)
    (tapped,) = user.reads()
    user.says("check")
    for typed in ("under 16", "they have died", "2", "no", "1"):
        (*_, typed_out) = user.says(typed)
    assert _without_time(typed_out.text) == _without_time(tapped.text)
    assert typed_out.addresses == tapped.addresses


def _without_time(text: str) -> str:
    """The text of an outcome without the minute at which it was made."""
    return re.sub("At [0-9:]+[ap]m", "At", text)


def test_a_reply_answers_the_question_replied_to_and_not_the_last_one(user: Player) -> None:
    (asked,) = user.says("check")
    user.says("/about")
    (shown,) = user.says("under 16", reply_to=asked.id)
    assert "What has happened?" in shown.text


def test_a_question_in_the_middle_is_answered_and_the_open_question_shown_again(
    user: Player,
) -> None:
    (asked,) = user.says("check")
    answer, again = user.says("what is a rapid review")
    assert "Rapid review" in answer.text.split("\n\n")[:2]
    assert again.addresses == asked.addresses


def test_a_deep_link_opens_its_address(user: Player) -> None:
    (shown,) = user.says("/start topic_rapid-review")
    assert "Rapid review" in shown.text.split("\n\n")[:2]


@pytest.mark.parametrize("payload", ["nothing-known", "!!", "x" * 200, "check_999_zz"])
def test_any_deep_link_at_all_gives_a_screen(user: Player, payload: str) -> None:
    (shown,) = user.says(f"/start {payload}")
    assert shown.buttons


@pytest.mark.parametrize(
    "data", ["nothing", "check_2_zzzz", "\N{SNOWMAN}" * 9, "x" * 64, "_", "/"]
)
def test_any_button_at_all_gives_a_screen(user: Player, data: str) -> None:
    (shown,) = user.says("/start")
    user.presses(data, shown.message)
    user.world.settle()
    assert user.reads()[0].buttons


def test_a_second_tap_changes_nothing_and_breaks_nothing(user: Player) -> None:
    (shown,) = user.says("check")
    user.taps("Under 16", on=shown)
    assert user.taps("Under 16", on=shown) == []
    assert len(user.reads()) == 1


def test_every_tap_is_acknowledged(user: Player) -> None:
    (shown,) = user.says("check")
    query = user.touches("Under 16", on=shown)
    user.world.settle()
    assert query in user.world.callback_answers


def test_a_tap_that_waited_too_long_is_answered_all_the_same(user: Player) -> None:
    (shown,) = user.says("check")
    user.touches("Under 16", on=shown, stale=True)
    user.world.settle()
    assert "What has happened?" in user.reads()[0].text


@pytest.mark.parametrize("kind", ["deleted", "too old", "a photo", "inaccessible"])
def test_where_a_message_cannot_be_edited_the_screen_comes_anew_and_once(
    user: Player, kind: str
) -> None:
    (shown,) = user.says("check")
    message = dict(shown.message)
    stored = user.chat.messages
    if kind == "deleted":
        del stored[shown.id]
    if kind == "too old":
        stored[shown.id]["from"] = {"id": 5, "is_bot": True, "first_name": "Not we"}
    if kind == "a photo":
        del stored[shown.id]["text"]
    if kind == "inaccessible":
        message = {"message_id": shown.id, "chat": user.chat.shown(), "date": 0}
    before = user.snapshot()
    user.presses(shown.addresses[0], message)
    user.world.settle()
    (anew,) = user.since(before)
    assert "What has happened?" in anew.text
    assert anew.id != shown.id


def test_an_edited_message_is_answered_again_as_a_reply(user: Player) -> None:
    number = user.types("what is a rapid reviw")
    user.world.settle()
    shown = user.edits(number, "what is a rapid review")
    assert "Rapid review" in shown[0].text.split("\n\n")[:2]
    assert shown[0].message["reply_to_message"]["message_id"] == number


@pytest.mark.parametrize("kind", sorted(CONTENTS))
def test_everything_that_is_no_text_gets_a_kind_line(user: Player, kind: str) -> None:
    (shown,) = user.shows(kind)
    assert shown.text == wording.TEXT_ONLY


def test_a_caption_is_answered_after_the_kind_line(user: Player) -> None:
    kind_line, *answer = user.shows({**CONTENTS["photo"], "caption": "what is a rapid review"})
    assert kind_line.text == wording.TEXT_ONLY
    assert "Rapid review" in answer[0].text.split("\n\n")[:2]


def test_a_checklist_is_read(user: Player) -> None:
    tasks = [{"id": 1, "text": "rapid review"}]
    shown = user.shows({"checklist": {"title": "what is a", "tasks": tasks}})
    assert "Rapid review" in shown[0].text.split("\n\n")[:2]


def test_an_album_gets_one_kind_line(user: Player) -> None:
    before = user.snapshot()
    for _ in range(4):
        user.sends({**CONTENTS["photo"], "media_group_id": f"album{user.id}"})
    user.world.settle()
    assert [one.text for one in user.since(before)] == [wording.TEXT_ONLY]


def test_what_telegram_says_by_itself_is_not_answered(user: Player) -> None:
    assert (
        user.shows({"message_auto_delete_timer_changed": {"message_auto_delete_time": 60}}) == []
    )


def test_a_message_that_the_library_cannot_read_is_answered_and_stops_nobody(
    user: Player,
) -> None:
    before = user.snapshot()
    user.world.put_raw({"message": {"chat": {"id": user.id, "type": "private"}, "from": 3}})
    user.world.put_raw({"message": "broken"})
    user.world.put_raw({})
    user.types("/about")
    user.world.settle()
    first, second = user.since(before)
    assert first.text == wording.NOT_READ
    assert second.text.startswith("About")


def test_identifying_details_come_with_an_offer_to_delete_the_message(user: Player) -> None:
    number = user.types("please mail sam.example@example.org about the rapid review")
    user.world.settle()
    (shown,) = user.since({})
    (said, *_) = user.taps(wording.DELETE_OFFER, on=shown)
    assert number not in user.chat.messages
    left = next(one for one in user.reads() if one.id == shown.id)
    assert wording.DELETE_OFFER not in [one["text"] for one in left.buttons]
    assert wording.DELETED in {said.text, user.reads()[-1].text}


def test_where_a_message_cannot_be_deleted_the_bot_says_so(user: Player) -> None:
    number = user.types("please mail sam.example@example.org about the rapid review")
    user.world.settle()
    user.chat.messages[number]["date"] -= 60 * 3600
    user.taps(wording.DELETE_OFFER)
    assert user.reads()[-1].text == wording.NOT_DELETED
    assert number in user.chat.messages


def _dated(user: Player) -> Seen:
    """An outcome with the day on which the council became aware."""
    user.says("check")
    for tap in (*JOURNEY, "Add the date", "Today"):
        user.taps(tap)
    if "Yes" in str(user.reads()[-1].buttons):
        user.taps("Yes")
    return user.reads()[-1]


def test_files_come_as_documents_and_the_picture_as_a_picture(user: Player) -> None:
    _dated(user)
    (away, *_) = user.taps("Record to fill in")
    names = []
    for button in away.buttons:
        if button.get("callback_data", "").startswith(("record", "calendar", "timeline")):
            (sent,) = user.taps(button["callback_data"], on=away)
            names.append(
                "photo" if "photo" in sent.message else sent.message["document"]["file_name"]
            )
    assert "photo" in names
    assert any(name.endswith(".docx") for name in names)
    assert any(name.endswith(".ics") for name in names)


def _shared(seen: Seen) -> str:
    """The address in the link of a message to itself."""
    (url,) = [one["url"] for one in seen.message["entities"] if "?start=" in one.get("url", "")]
    return str(url.rpartition("start=")[2])


def test_a_shared_link_leaves_the_date_out(user: Player) -> None:
    assert _shared(_dated(user)).count("_") == 2


def test_a_list_is_turned_with_more_and_back(user: Player) -> None:
    (first,) = user.says("/topics")
    (second,) = user.taps("More")
    assert second.id == first.id
    assert second.text != first.text
    (back,) = user.taps("Back")
    assert back.text == first.text
    (typed,) = user.says("more")
    assert typed.text == second.text


def test_link_previews_are_off(user: Player) -> None:
    for shown in user.says("/contacts"):
        assert shown.message["link_preview_options"] == {"is_disabled": True}


def test_telephone_numbers_can_be_copied(user: Player) -> None:
    copied = [one["copy_text"] for one in user.says("/contacts")[-1].buttons if "copy_text" in one]
    assert {"text": "020 8255 2888"} in copied or {"text": "020 8726 6400"} in copied


def test_too_many_messages_of_one_minute_get_one_friendly_line(user: Player) -> None:
    minute = (time.time() // 60) * 60
    before = user.snapshot()
    for _ in range(35):
        user.types("/about", date=minute)
    user.world.settle()
    texts = [one.text for one in user.since(before)]
    assert len(texts) == 31
    assert texts.count(wording.TOO_MANY) == 1


def test_a_backlog_of_many_minutes_is_not_abuse(user: Player) -> None:
    minute = (time.time() // 60) * 60
    before = user.snapshot()
    for number in range(60):
        user.types("/about", date=minute - 60 * (number % 4))
    user.world.settle(60)
    assert len(user.since(before)) == 60


def test_markup_that_telegram_refuses_goes_out_as_plain_text(user: Player) -> None:
    refusal = Refusal.ENTITIES.refused("Unsupported start tag")
    fault = Fault(Wrong.REFUSE, frozenset({"sendMessage"}), user.id, times=1, refusal=refusal)
    user.world.faults.order(fault)
    (shown,) = user.says("/about")
    assert "entities" not in shown.message
    assert shown.text.startswith("About")


def test_the_log_names_the_route_and_nothing_of_the_person(user: Player, live: Process) -> None:
    someone = Player(user.world, 7_654_321_987)
    someone.says("what if jayden quimby dies in a rapid review")
    someone.says("check")
    someone.taps("Under 16")
    log = live.log()
    assert "route=check" in log
    for secret in ("jayden", "quimby", str(someone.id), "check_1", TOKEN):
        assert secret not in log
