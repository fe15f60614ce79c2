"""A message edited in the chat corrects its own answer, in the live process."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.channels.telegram.server.player import Player


def _types(user: Player, text: str) -> int:
    number = user.types(text)
    user.world.settle()
    return number


def test_an_edited_answer_is_read_under_its_own_question(user: Player) -> None:
    _types(user, "check")
    aged = _types(user, "he is 14")
    _types(user, "they have died")
    (shown, *_) = user.edits(aged, "he is 16")
    assert shown.message["reply_to_message"]["message_id"] == aged
    assert any("_atod" in one for one in shown.addresses)
    assert not any("_acod" in one for one in shown.addresses)


def test_an_edited_no_answers_no_other_question(user: Player) -> None:
    _types(user, "check")
    user.taps("Under 16")
    user.taps("They have died")
    user.presses("check_1_acodnn", user.reads()[-1].message)
    user.world.settle()
    said = _types(user, "no")
    (shown, *_) = user.edits(said, "yes")
    assert any("ly" in one for one in shown.addresses)
    assert not any("ln" in one for one in shown.addresses)


def test_a_caption_that_is_edited_is_read_as_it_was(user: Player) -> None:
    _types(user, "check")
    photo = user.sends(
        {
            "photo": [{"file_id": "p", "file_unique_id": "p", "width": 9, "height": 9}],
            "caption": "he is 14",
        }
    )
    user.world.settle()
    user.chat.messages[photo]["caption"] = "he is 16"
    before = user.snapshot()
    with user.world.lock:
        message = user.chat.messages[photo]
        message["edit_date"] = message["date"]
        user.world.put("edited_message", dict(message))
    user.world.settle()
    assert any("_at" in one for shown in user.since(before) for one in shown.addresses)
