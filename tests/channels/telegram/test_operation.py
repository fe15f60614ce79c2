"""Start, stop, second pollers, refused tokens: each ends with one clear line and an exit code."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator

import httpx
import pytest

from bot.channels.telegram.commands import in_groups, in_private
from tests.channels.telegram.server.faults import Fault, Wrong
from tests.channels.telegram.server.player import Player
from tests.channels.telegram.server.process import ENTRY, PUBLIC, ROOT, SECRET, Process
from tests.channels.telegram.server.refusals import Refusal, Refused
from tests.channels.telegram.server.strict import BotApi
from tests.channels.telegram.server.world import TOKEN

ANOTHER_TOKEN = f"4242:{'x' * 35}"


def _started(process: Process) -> Player:
    """Somebody who has had an answer, so that the process is up."""
    process.start()
    user = Player(process.api.world, 42)
    user.says("/about")
    return user


def test_commands_are_set_by_scope_when_it_starts(hooked: Process) -> None:
    world = hooked.api.world
    world.wait(lambda: "short_description" in world.about, 10, "the introduction is not complete")
    offered = {
        scope: [one["command"] for one in commands] for scope, commands in world.commands.items()
    }
    assert offered == {
        "all_private_chats": [one.name for one in in_private()],
        "all_group_chats": [one.name for one in in_groups()],
    }


@pytest.mark.parametrize("command", ["telegram", "serve"])
def test_a_refused_token_gives_one_line_with_the_cure(api: BotApi, command: str) -> None:
    with Process(api, command, environment={"BOT_TOKEN": ANOTHER_TOKEN}) as process:
        process.start()
        assert process.ends() == 2
        log = process.log()
    lines = [one for one in log.splitlines() if " INFO " not in one]
    assert len(lines) == 1
    assert "@BotFather" in lines[0]
    assert ANOTHER_TOKEN not in log


def test_a_missing_token_gives_one_line_with_the_cure() -> None:
    environment = {name: value for name, value in os.environ.items() if "BOT_" not in name}
    ended = subprocess.run(
        [sys.executable, *ENTRY, "telegram"],
        env=environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 2
    (line,) = ended.stderr.splitlines()
    assert "BOT_TOKEN" in line
    assert "@BotFather" in line


def test_a_second_poller_ends_one_of_them_with_one_clear_message(api: BotApi) -> None:
    with Process(api) as first, Process(api) as second:
        _started(first)
        second.start()
        gone = _first_to_end(first, second)
        assert gone.ends() == 1
        assert gone.log().count("Another process polls Telegram with this token") == 1
        assert "Traceback" not in gone.log()
        left = second if gone is first else first
        assert Player(api.world, 43).says("/about")
        assert left.terminate() == 0


def _first_to_end(*processes: Process, seconds: float = 40) -> Process:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        for process in processes:
            if process.running.poll() is not None:
                return process
        time.sleep(0.05)
    raise AssertionError("\n\n".join(process.log() for process in processes))


def test_it_waits_for_a_network_that_is_not_up_yet(process: Process) -> None:
    api = process.api
    api.stop()
    process.start()
    process.says("cannot be reached yet")
    late = BotApi(port=api.port)
    late.start()
    assert Player(late.world, 42).says(
        "/about",
    )
    late.stop()


def test_a_stop_while_it_waits_for_the_network_is_obeyed(process: Process) -> None:
    process.api.stop()
    process.start()
    process.says("cannot be reached yet")
    assert process.terminate() == 0


def test_sigterm_finishes_what_is_in_hand(process: Process) -> None:
    user = _started(process)
    process.api.world.faults.order(
        Fault(Wrong.SLOW, frozenset({"sendMessage"}), times=1, seconds=1.5)
    )
    user.types("/privacy")
    time.sleep(0.5)
    assert process.terminate() == 0
    assert len(user.reads()) == 2
    assert process.api.world.updates == []


def test_ctrl_c_is_a_clean_stop(process: Process) -> None:
    _started(process)
    process.running.send_signal(signal.SIGINT)
    assert process.ends() == 0
    assert "Traceback" not in process.log()


def test_polling_goes_on_after_every_kind_of_failure(process: Process) -> None:
    user = _started(process)
    for wrong in (Wrong.HTML, Wrong.GARBAGE, Wrong.EMPTY, Wrong.DROP_BEFORE, Wrong.DROP_AFTER):
        process.api.world.faults.order(Fault(wrong, frozenset({"getUpdates"}), times=1))
        assert user.says("/privacy")


def test_a_webhook_that_is_set_is_taken_down_before_polling(process: Process) -> None:
    process.api.world.webhook = {"url": "https://example.org/old"}
    assert _started(process)


def test_a_revoked_token_ends_the_process_with_the_cure(process: Process) -> None:
    user = _started(process)
    refusal = Refusal.UNAUTHORIZED.refused()
    process.api.world.faults.order(Fault(Wrong.REFUSE, frozenset({"getUpdates"}), refusal=refusal))
    user.types("/privacy")
    assert process.ends() == 2
    assert "@BotFather" in process.log()


def test_the_token_is_in_no_log_and_no_traceback(process: Process) -> None:
    user = _started(process)
    faults = process.api.world.faults
    for wrong in (Wrong.HTML, Wrong.GARBAGE, Wrong.DROP_BEFORE, Wrong.EMPTY):
        faults.order(Fault(wrong, times=2))
    faults.order(Fault(Wrong.REFUSE, times=2, refusal=Refused(400, f"Bad Request: {TOKEN}")))
    user.types("/privacy")
    process.api.world.settle(30)
    process.terminate()
    log = process.log()
    assert "failed" in log
    assert TOKEN not in log
    assert TOKEN.partition(":")[2] not in log


@pytest.fixture(scope="module")
def hooked() -> Iterator[Process]:
    """A process that Telegram reaches by webhook."""
    with BotApi() as api, Process(api, "serve") as process:
        _started(process)
        yield process
        assert process.terminate() == 0, process.log()


def _post(process: Process, *, secret: str = SECRET, body: bytes = b"{}") -> int:
    url = f"http://127.0.0.1:{process.port}/telegram"
    headers = {"X-Telegram-Bot-Api-Secret-Token": secret} if secret else {}
    return httpx.post(url, content=body, headers=headers, timeout=20).status_code


def test_the_webhook_is_set_with_its_secret(hooked: Process) -> None:
    webhook = hooked.api.world.webhook
    assert webhook is not None
    assert webhook["url"] == f"{PUBLIC}/telegram"
    assert webhook["secret_token"] == SECRET


def test_the_webhook_is_closed_to_all_but_telegram(hooked: Process) -> None:
    for wrong in ("", "wrong", SECRET.upper(), f"{SECRET}x"):
        assert _post(hooked, secret=wrong) == 403
    assert _post(hooked, body=b"not json") == 400
    assert _post(hooked, body=b"[]") == 400
    assert _post(hooked, body=b'{"update_id": 1}') == 200
    assert _post(hooked, body=b"x" * (1024 * 1024 + 1)) == 413


def test_an_update_that_is_delivered_twice_is_answered_once(hooked: Process) -> None:
    user = Player(hooked.api.world, 42)
    body = (
        b'{"update_id": 7, "message": {"message_id": 900, "date": 1795000000, "text": "/about",'
        b' "chat": {"id": 42, "type": "private"}, "from": {"id": 42, "is_bot": false,'
        b' "first_name": "A"}}}'
    )
    before = len(user.reads())
    assert [_post(hooked, body=body) for _ in range(3)] == [200, 200, 200]
    assert len(user.reads()) == before + 1


def test_the_web_page_is_served_beside_the_webhook(hooked: Process) -> None:
    page = httpx.get(f"http://127.0.0.1:{hooked.port}/check")
    assert page.status_code == 200
    assert "How old were they" in page.text
