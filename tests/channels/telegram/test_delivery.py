"""Whatever Telegram does, an answer arrives, in order, and usually once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.channels.telegram.server.faults import Fault, Wrong
from tests.channels.telegram.server.player import Player
from tests.channels.telegram.server.process import Process
from tests.channels.telegram.server.refusals import Refusal, Refused, too_many_requests
from tests.channels.telegram.server.world import Flood

SEND = frozenset({"sendMessage"})
BROKEN = Refused(500, "Internal Server Error")
FAULTS = {
    "429": Fault(Wrong.REFUSE, SEND, times=1, refusal=too_many_requests(1)),
    "500": Fault(Wrong.REFUSE, SEND, times=3, refusal=BROKEN),
    "a gateway's page": Fault(Wrong.HTML, SEND, times=2),
    "garbage": Fault(Wrong.GARBAGE, SEND, times=1),
    "an empty answer": Fault(Wrong.EMPTY, SEND, times=1),
    "dropped before": Fault(Wrong.DROP_BEFORE, SEND, times=2),
    "dropped after": Fault(Wrong.DROP_AFTER, SEND, times=1),
    "slow": Fault(Wrong.SLOW, SEND, times=1, seconds=1),
    "hanging": Fault(Wrong.HANG, SEND, times=1, seconds=60),
}


def _order(user: Player, fault: Fault) -> None:
    user.world.faults.order(replace(fault, chat=user.id))


@pytest.mark.parametrize("name", FAULTS)
def test_an_answer_arrives_in_spite_of(user: Player, name: str) -> None:
    _order(user, FAULTS[name])
    shown = user.says("/about")
    assert {one.text.split("\n")[0] for one in shown} == {"About this guide"}
    assert len(shown) == (2 if name == "dropped after" else 1)


@pytest.mark.parametrize("wrong", [Wrong.DROP_BEFORE, Wrong.DROP_AFTER, Wrong.HTML])
@pytest.mark.parametrize("method", ["editMessageText", "answerCallbackQuery"])
def test_a_tap_is_answered_once_in_spite_of(user: Player, wrong: Wrong, method: str) -> None:
    user.says("check")
    user.world.faults.order(Fault(wrong, frozenset({method}), times=1))
    user.taps("Under 16")
    (read,) = user.reads()
    assert "What has happened?" in read.text


def test_retry_after_is_obeyed(user: Player) -> None:
    _order(user, FAULTS["429"])
    user.says("/about")
    first, second = [
        call
        for call in user.world.calls("sendMessage")
        if int(call.parameters["chat_id"]) == user.id
    ]
    assert first.ended == str(Wrong.REFUSE)
    assert second.at - first.at >= 1


def test_telegrams_own_flood_control_delays_answers_and_loses_none(user: Player) -> None:
    user.world.flood = Flood(overall=30, in_a_chat=1)
    before = user.snapshot()
    for _ in range(4):
        user.types("/about")
    user.world.settle(30)
    assert len(user.since(before)) == 4


@pytest.mark.parametrize("refusal", [Refusal.BLOCKED, Refusal.DEACTIVATED, Refusal.CHAT_NOT_FOUND])
def test_a_chat_that_is_closed_to_us_is_information_and_no_error(
    user: Player, live: Process, refusal: Refusal
) -> None:
    user.chat.refusal = refusal
    assert user.says("/about") == []
    last = live.log().strip().splitlines()[-1]
    assert "INFO" in last
    assert "route=gone" in last


def test_answers_in_a_chat_keep_the_order_of_the_questions(user: Player) -> None:
    user.world.faults.order(Fault(Wrong.SLOW, SEND, user.id, times=1, seconds=0.4))
    asked = ["/about", "/privacy", "/help", "/topics"]
    before = user.snapshot()
    for text in asked:
        user.types(text)
    user.world.settle()
    titles = [one.text.split("\n")[0] for one in user.since(before)]
    assert titles == [user.says(text)[0].text.split("\n")[0] for text in asked]


def test_two_different_taps_end_on_the_second(user: Player) -> None:
    (shown,) = user.says("check")
    user.world.faults.order(
        Fault(Wrong.SLOW, frozenset({"editMessageText"}), times=1, seconds=0.4)
    )
    user.touches("Under 16", on=shown)
    user.touches("18 to 24", on=shown)
    user.world.settle()
    assert any("_ay" in one for one in user.reads()[0].addresses)


def test_a_slow_chat_does_not_keep_others_waiting(user: Player) -> None:
    other = Player(user.world, user.id + 100_000)
    user.world.faults.order(Fault(Wrong.SLOW, SEND, user.id, times=1, seconds=3))
    user.types("/about")
    other.types("/about")
    user.world.wait(lambda: bool(other.reads()), 2, "the other chat was not answered")
    user.world.settle()
    assert user.reads()
