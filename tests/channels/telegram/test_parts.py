"""The parts that need no Telegram: what is confirmed, order, pace, links, logs, liveness."""

from __future__ import annotations

import asyncio
import logging
import socket
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram.request import BaseRequest

from bot.channels.telegram import wording
from bot.channels.telegram.commands import COMMANDS
from bot.channels.telegram.lanes import Lanes
from bot.channels.telegram.last_screens import LastScreens
from bot.channels.telegram.links import deep_link, shareable, shared_address, without_case
from bot.channels.telegram.liveness import Liveness
from bot.channels.telegram.logs import RedactingFormatter, without_words
from bot.channels.telegram.pace import Pace, anonymous
from bot.channels.telegram.polling import Cut, Polling, Rhythm
from bot.channels.telegram.reception import Reception
from bot.channels.telegram.unfinished import Unfinished
from bot.correcting import Read
from bot.guide import Guide
from bot.opening import open_guide, settings_of
from bot.screen import Screen, Shown
from tests.channels.telegram.server import refusals

if TYPE_CHECKING:
    from bot.channels.telegram.desk import Desk


@given(st.lists(st.tuples(st.sampled_from(["take", "finish", "poll"]), st.integers(1, 30))))
def test_no_unanswered_update_is_ever_confirmed(steps: list[tuple[str, int]]) -> None:
    unfinished = Unfinished(clock=lambda: 0)
    in_hand: set[int] = set()
    newest = told = 0
    for step, number in steps:
        if step == "take" and number > newest:
            newest = number
            assert unfinished.take(number)
            in_hand.add(number)
        elif step == "finish":
            unfinished.finish(number)
            in_hand.discard(number)
        elif step == "poll":
            offset = unfinished.offset()
            told = max(told, offset or 0)
            unfinished.confirm(offset)
        assert all(number >= told for number in in_hand)
    unfinished.confirm(unfinished.offset())
    assert in_hand or unfinished.offset() is None


def test_an_update_that_is_stuck_holds_the_others_back_for_a_while_only() -> None:
    now = 0.0
    unfinished = Unfinished(hold=100, clock=lambda: now)
    unfinished.take(1)
    unfinished.take(2)
    unfinished.finish(2)
    assert unfinished.offset() == 1
    now = 101
    assert unfinished.offset() == 3


def test_an_update_that_comes_again_is_not_taken_twice() -> None:
    unfinished = Unfinished()
    assert unfinished.take(5)
    assert not unfinished.take(5)
    unfinished.finish(5)
    assert not unfinished.take(5)


async def test_a_lane_keeps_its_order_and_lanes_run_side_by_side() -> None:
    lanes, done = Lanes(), list[str]()

    def job(name: str, seconds: float) -> None:
        async def run() -> None:
            await asyncio.sleep(seconds)
            done.append(name)

        lanes.put(int(name[0]), run)

    job("1 first", 0.05)
    job("1 second", 0)
    job("2 first", 0.01)
    await lanes.stop(grace=5)
    assert done == ["2 first", "1 first", "1 second"]
    assert lanes.waiting == {}


async def test_what_does_not_finish_within_the_grace_is_dropped() -> None:
    lanes = Lanes()
    lanes.put(1, lambda: asyncio.sleep(60))
    await lanes.stop(grace=0.01)
    assert not lanes.running


async def test_the_pace_counts_by_the_minute_of_the_message() -> None:
    pace = Pace(2)
    assert [await pace.allows(1, 60) for _ in range(3)] == [True, True, False]
    assert await pace.allows(1, 120)
    assert await pace.allows(2, 60)
    assert [await pace.first_refusal(1, 60) for _ in range(2)] == [True, False]


def test_a_person_is_counted_under_a_salted_hash() -> None:
    first, second = Pace(2), Pace(2)
    assert anonymous(7, first.salt) == anonymous(7, first.salt)
    assert anonymous(7, first.salt) != anonymous(7, second.salt)
    assert "7654321" not in anonymous(7_654_321, first.salt)


def test_the_last_screens_are_bounded_and_hold_no_chat() -> None:
    screens = LastScreens(most=2)
    for chat in (123_456_001, 123_456_002, 123_456_003):
        screens.note(chat, Screen(f"check_{chat % 10}", "A title that the reader typed"))
    assert screens.of(123_456_001) is None
    assert screens.of(123_456_003) == Shown("check_3", (), ())
    assert "123456" not in str(screens.chats)
    assert "typed" not in str(screens.of(123_456_003))


def test_how_messages_were_read_is_bounded_in_each_chat() -> None:
    screens = LastScreens(most_messages=2)
    for number in (1, 2, 3):
        screens.note_read(7, number, Read(None, f"check_{number}"))
    assert screens.read_of(7, 1) is None
    assert screens.read_of(7, 3) == Read(None, "check_3")
    assert screens.read_of(8, 3) is None


@pytest.mark.parametrize(
    ("address", "shared"),
    [
        ("outcome_2_acod_20261126", "outcome_2_acod"),
        ("outcome_2_acod_20261126_a1b2c3", "outcome_2_acod"),
        ("outcome_2_acod", "outcome_2_acod"),
        ("topic_rapid-review", "topic_rapid-review"),
    ],
)
def test_a_shared_address_has_no_date(address: str, shared: str) -> None:
    assert shareable(address) == shared
    assert shared_address(deep_link("a_bot", shared)) == shared


@pytest.mark.parametrize("address", ["check_2_ac", "outcome_2_acod", "help_2_ac", "date_2_acod"])
def test_a_case_never_stands_in_a_link_for_a_group(address: str) -> None:
    assert without_case(address) == "check"


@given(st.text())
def test_a_deep_link_is_one_that_telegram_takes_or_there_is_none(address: str) -> None:
    link = deep_link("a_bot", address)
    assert link in {"", f"https://t.me/a_bot?start={address}"}
    assert shared_address(link) == (address if link else None)


@pytest.fixture(scope="module")
def guide() -> Guide:
    return open_guide(settings_of())


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_the_address_of_a_screen(guide: Guide, command: object) -> None:
    name = getattr(command, "name", "")
    assert guide.open(name).known
    assert guide.open(name).address == name


def test_what_the_channel_says_fits_and_gives_the_emergency_number() -> None:
    assert len(wording.DESCRIPTION) <= refusals.DESCRIPTION_LIMIT
    assert len(wording.SHORT_DESCRIPTION) <= refusals.SHORT_DESCRIPTION_LIMIT
    for alert in (wording.TOO_MANY_TAPS, wording.NOT_ALLOWED):
        assert len(alert) <= refusals.CALLBACK_ANSWER_LIMIT
    waiting = (wording.TEXT_ONLY, wording.NOT_READ, wording.WENT_WRONG, wording.TOO_MANY)
    assert all("999" in one for one in (*waiting, wording.NOT_ALLOWED, wording.IN_PRIVATE))


def _raised(error: Exception) -> Exception:
    try:
        raise error
    except type(error) as raised:
        return raised


def test_the_formatter_takes_secrets_out_of_messages_and_tracebacks() -> None:
    error = _raised(ValueError("https://api.telegram.org/bot12345:secret/getMe"))
    trace = (type(error), error, error.__traceback__)
    record = logging.LogRecord("x", logging.ERROR, "f", 1, "url %s", ("bot12345:secret",), trace)
    written = RedactingFormatter(["12345:secret", None]).format(record)
    assert "12345:secret" not in written
    assert written.count("[secret]") == 2
    assert "Traceback" in written


def test_an_error_is_logged_without_its_words() -> None:
    written = without_words(_raised(KeyError("what a person typed")))
    assert written.startswith("KeyError at test_parts.py:")
    assert "person" not in written


def test_alive_means_that_telegram_answered_lately(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
        systemd.bind(str(tmp_path / "notify"))
        monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "notify"))
        now = 10.0
        liveness = Liveness(clock=lambda: now)
        assert liveness.age() is None
        liveness.good()
        now = 15
        assert liveness.age() == 5
        liveness.good()
        heard = [systemd.recv(64) for _ in range(3)]
    assert heard == [b"READY=1", b"WATCHDOG=1", b"WATCHDOG=1"]


class _Silent(BaseRequest):
    """A network that never answers."""

    read_timeout = 1.0

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_request(self, *_: object, **__: object) -> tuple[int, bytes]:
        await asyncio.sleep(60)
        raise AssertionError


async def test_a_poll_that_hangs_is_cut_off_and_a_fresh_process_asked_for() -> None:
    liveness = Liveness()
    liveness.good()
    rhythm = Rhythm(poll=0, margin=0.01, first_pause=0.01, longest_pause=0.01, give_up=0.1)
    reception = Reception(cast("Desk", SimpleNamespace(inline_mode=False)))
    polling = Polling(_Silent(), "https://x", reception, liveness, rhythm, asyncio.Event())
    with pytest.raises(Cut):
        await asyncio.wait_for(polling.run(), 5)
