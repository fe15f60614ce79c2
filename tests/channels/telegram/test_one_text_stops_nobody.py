"""A text that never ends keeps nobody waiting, and ends no process twice."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from bot.channels.telegram import wording
from tests.channels.telegram.server import stuck
from tests.channels.telegram.server.faults import Fault, Wrong
from tests.channels.telegram.server.player import Player
from tests.channels.telegram.server.process import Process
from tests.channels.telegram.server.refusals import too_many_requests
from tests.channels.telegram.server.strict import BotApi

PROGRAM = (str(Path(stuck.__file__)),)
SECONDS = 8
"""From SIGTERM to the end, in every state."""
COMMANDS = pytest.mark.parametrize(
    "command", ["telegram", pytest.param("serve", marks=pytest.mark.slow)]
)


def _stuck(api: BotApi, command: str, tmp_path: Path, *kinds: str) -> Process:
    notes = {"RUNTIME_DIRECTORY": str(tmp_path)}
    return Process(api, command, entry=PROGRAM, options=kinds, environment=notes)


@COMMANDS
def test_a_text_that_never_ends_keeps_nobody_waiting(
    api: BotApi, command: str, tmp_path: Path
) -> None:
    one, other = Player(api.world, 10), Player(api.world, 11)
    with _stuck(api, command, tmp_path) as process:
        process.start()
        other.says("/about")
        one.types(stuck.TURNS)
        time.sleep(0.3)
        began = time.monotonic()
        other.types("what is a rapid review")
        api.world.wait(lambda: len(other.reads()) == 2, 3, "the other was not answered")
        assert time.monotonic() - began < 3
        api.world.wait(lambda: bool(one.reads()), 10, "nothing was said about the endless text")
        (said,) = one.reads()
        assert "took too long" in said.text
        assert "999" in said.text
        assert said.buttons
        assert process.terminate() == 0


@COMMANDS
def test_an_update_that_ended_the_process_is_not_read_again(
    api: BotApi, command: str, tmp_path: Path
) -> None:
    one, other = Player(api.world, 10), Player(api.world, 11)
    with _stuck(api, command, tmp_path) as process:
        process.start()
        other.says("/about")
        one.types(stuck.HOLDS)
        assert process.ends(20) != 0
        other.types("/about")
        process.start()
        api.world.wait(lambda: len(other.reads()) == 2, 10, "the other was not answered")
        api.world.settle()
        (said,) = one.reads()
        assert "I could not answer your last message" in said.text
        assert "999" in said.text
        assert process.terminate() == 0
    assert list(tmp_path.glob("*/*")) == []


@COMMANDS
def test_an_error_of_the_guide_ends_in_a_message_with_a_reference(
    api: BotApi, command: str, tmp_path: Path
) -> None:
    user = Player(api.world, 10)
    with _stuck(api, command, tmp_path) as process:
        process.start()
        (said,) = user.says(stuck.FAILS)
        words, reference = wording.WENT_WRONG.split("{}")[0], said.text.split("Reference ")[1][:6]
        assert said.text.startswith(words)
        assert "999" in said.text
        assert f"reference {reference}: KeyError at " in process.log()
        assert "for ever" not in process.log()
        assert process.terminate() == 0


@COMMANDS
def test_a_killed_process_leaves_no_note_of_what_it_was_not_reading(
    api: BotApi, command: str, tmp_path: Path
) -> None:
    api.world.faults.order(Fault(Wrong.HANG, frozenset({"sendMessage"}), times=1, seconds=60))
    one = Player(api.world, 10)
    with _stuck(api, command, tmp_path) as process:
        process.start()
        one.types("what is a rapid review")
        api.world.wait(lambda: bool(api.world.calls("getMe")), 20, "the process did not come up")
        time.sleep(2)
        process.restart()
        api.world.settle()
    assert "Rapid review" in one.reads()[0].text.split("\n\n")[:2]


def _ends_in_time(process: Process, *, clean: bool = True) -> None:
    began = time.monotonic()
    process.running.send_signal(signal.SIGTERM)
    code = process.ends(20)
    assert time.monotonic() - began < SECONDS
    if clean:
        assert code == 0, process.log()
        assert "Traceback" not in process.log()


def _until(holds: Callable[[], bool]) -> None:
    until = time.monotonic() + 30
    while not holds():
        assert time.monotonic() < until
        time.sleep(0.05)


MANY = 1000
HANGS = {
    "telegram": ("getMe", "deleteWebhook", "setMyCommands", "getUpdates"),
    "serve": ("getMe", "setWebhook", "setMyCommands"),
}


@pytest.mark.parametrize(
    ("command", "method"), [(command, one) for command, all_ in HANGS.items() for one in all_]
)
def test_sigterm_ends_it_in_time_while_telegram_hangs(
    api: BotApi, command: str, method: str, tmp_path: Path
) -> None:
    fault = Fault(Wrong.HANG, frozenset({method}), times=MANY, seconds=60)
    api.world.faults.order(fault)
    with _stuck(api, command, tmp_path) as process:
        process.start()
        _until(lambda: (fault.times or 0) < MANY)
        _ends_in_time(process)


ANSWERS = {
    "an answer that hangs": Fault(Wrong.HANG, frozenset({"sendMessage"}), seconds=60),
    "an answer that is refused for a minute": Fault(
        Wrong.REFUSE, frozenset({"sendMessage"}), refusal=too_many_requests(60)
    ),
    "an answer that fails and fails": Fault(Wrong.DROP_BEFORE, frozenset({"sendMessage"})),
    "no state at all": Fault(Wrong.SLOW, frozenset({"nothing"})),
}
TEXTS = {"a text that turns": stuck.TURNS, "a text that sleeps": stuck.SLEEPS}


@pytest.mark.parametrize("state", [*ANSWERS, *TEXTS])
@COMMANDS
def test_sigterm_ends_it_in_time_with_something_in_hand(
    api: BotApi, command: str, state: str, tmp_path: Path
) -> None:
    user = Player(api.world, 10)
    with _stuck(api, command, tmp_path) as process:
        process.start()
        user.says("/about")
        if state in ANSWERS:
            api.world.faults.order(ANSWERS[state])
        user.types(TEXTS.get(state, "/privacy"))
        time.sleep(0.5)
        _ends_in_time(process)


@COMMANDS
def test_sigterm_ends_it_in_time_when_one_call_holds_everything(
    api: BotApi, command: str, tmp_path: Path
) -> None:
    user = Player(api.world, 10)
    with _stuck(api, command, tmp_path) as process:
        process.start()
        user.says("/about")
        user.types(stuck.HOLDS)
        time.sleep(0.5)
        _ends_in_time(process, clean=False)


@COMMANDS
def test_sigterm_ends_it_in_time_while_no_name_is_found(
    api: BotApi, command: str, tmp_path: Path
) -> None:
    with _stuck(api, command, tmp_path, "deaf") as process:
        process.environment["BOT_BASE_URL"] = api.base_url.replace("127.0.0.1", "localhost")
        process.start()
        process.says("cannot be reached yet")
        _ends_in_time(process)


@COMMANDS
def test_sigterm_ends_it_in_time_while_it_starts(
    api: BotApi, command: str, tmp_path: Path
) -> None:
    with Process(api, command, environment={"RUNTIME_DIRECTORY": str(tmp_path)}) as process:
        process.start()
        process.says("answering")
        _ends_in_time(process)


@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGINT])
@COMMANDS
def test_it_runs_and_stops_where_the_loop_knows_no_signals(
    api: BotApi, command: str, sent: signal.Signals, tmp_path: Path
) -> None:
    user = Player(api.world, 10)
    with _stuck(api, command, tmp_path, "windows") as process:
        process.start()
        user.says("/about")
        process.running.send_signal(sent)
        assert process.ends(SECONDS) == 0, process.log()
        assert "Traceback" not in process.log()


def test_the_page_answers_others_while_a_text_is_read(api: BotApi, tmp_path: Path) -> None:
    with _stuck(api, "serve", tmp_path) as process:
        process.start()
        page = f"http://127.0.0.1:{process.port}"
        Player(api.world, 10).says("/about")
        with httpx.Client(timeout=10) as client:
            Player(api.world, 11).types(stuck.TURNS)
            time.sleep(0.3)
            began = time.monotonic()
            assert client.get(f"{page}/check").status_code == httpx.codes.OK
            assert time.monotonic() - began < 1
            sent = client.post(f"{page}/ask", data={"text": stuck.TURNS, "at": "start"})
        assert "took too long" in sent.text
        assert "999" in sent.text
