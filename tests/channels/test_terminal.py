"""The terminal as a person and a script meet it: the real process."""

from __future__ import annotations

import os
import pty
import re
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bot.guide import Guide
from bot.screen import ReplyKind

ROOT = Path(__file__).resolve().parents[2]
BOT = [sys.executable, "-m", "bot"]


def _piped(text: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*BOT, *arguments], input=text, capture_output=True, text=True, cwd=ROOT, check=False
    )


def test_a_piped_conversation_reaches_an_outcome_with_dates() -> None:
    typed = "check\n1\ndied\nsuspected\nno\nIn Croydon\nadd_date\n23/11/2026\nyes\nquit\n"
    ended = _piped(typed, "--today", "2026-11-26")
    assert ended.returncode == 0
    assert "Report now: this appears to meet the criteria for notification" in ended.stdout
    assert "Notification to the Panel: Monday 30 November 2026" in ended.stdout
    assert "Rapid review, counted from awareness: Monday 14 December 2026" in ended.stdout
    assert "Rapid review, counted from the notification: Monday 21 December 2026" in ended.stdout
    assert re.search(r"\[outcome_2_[a-z0-9]+_20261123_[0-9a-f]{6}\]", ended.stdout)
    assert not ended.stderr


def test_the_end_of_input_ends_the_conversation_cleanly() -> None:
    ended = _piped("check\n1\n2\n")
    assert ended.returncode == 0
    assert ended.stdout.rstrip().endswith("Nothing was kept. Goodbye.")


def test_no_colour_reaches_a_pipe() -> None:
    assert "\x1b" not in _piped("check\n").stdout


def test_the_999_line_stands_above_every_question() -> None:
    shown = _piped("check\n1\n1\n3\nno\nyes\n").stdout
    for screen in shown.split("[check")[1:]:
        assert "Call 999" in screen or "Goodbye" in screen


def test_every_screen_prints_its_address() -> None:
    assert "[topic_rapid-review]" in _piped("topic_rapid-review\n").stdout


def test_text_that_is_no_utf8_ends_nothing() -> None:
    ended = subprocess.run(
        BOT, input=b"\xff\xfe\nquit\n", capture_output=True, cwd=ROOT, check=False
    )
    assert ended.returncode == 0
    assert b"Traceback" not in ended.stderr


class _Typist:
    """Types into the real process over a pseudo-terminal."""

    def __init__(self, columns: int = 80, lines: int = 1000, **environment: str) -> None:
        self.leader, follower = pty.openpty()
        size = {"COLUMNS": str(columns), "LINES": str(lines)}
        variables = {**os.environ, "TERM": "xterm", **size, **environment}
        self.ended = subprocess.Popen(
            BOT, stdin=follower, stdout=follower, stderr=follower, cwd=ROOT, env=variables
        )
        os.close(follower)

    def read_until(self, wanted: str, seconds: float = 30) -> str:
        shown = b""
        until = time.monotonic() + seconds
        while wanted.encode() not in shown:
            ready, _, _ = select.select([self.leader], [], [], max(0, until - time.monotonic()))
            assert ready, f"{wanted!r} did not come: {shown.decode(errors='replace')[-400:]}"
            try:
                shown += os.read(self.leader, 65536)
            except OSError:
                break
        return shown.decode(errors="replace")

    def type(self, text: str) -> None:
        os.write(self.leader, text.encode())

    def end(self) -> int:
        code = self.ended.wait(timeout=30)
        os.close(self.leader)
        return code


def test_quit_ends_with_exit_code_0() -> None:
    typist = _Typist()
    typist.read_until("> ")
    typist.type("quit\n")
    typist.read_until("Goodbye")
    assert typist.end() == 0


def test_control_c_ends_cleanly() -> None:
    typist = _Typist()
    typist.read_until("> ")
    time.sleep(1)  # a person is never as quick as the line editor is to start waiting
    typist.ended.send_signal(signal.SIGINT)
    shown = typist.read_until("Goodbye")
    assert "Traceback" not in shown
    assert typist.end() == 130


def test_control_d_ends_cleanly() -> None:
    typist = _Typist()
    typist.read_until("> ")
    typist.type("\x04")
    typist.read_until("Goodbye")
    assert typist.end() == 0


def test_a_name_is_completed_with_tab() -> None:
    typist = _Typist()
    typist.read_until("> ")
    typist.type("topic_rapid\t\n")
    assert "[topic_rapid-review]" in typist.read_until("[topic_rapid-review]")
    typist.type("quit\n")
    assert typist.end() == 0


@pytest.mark.parametrize("columns", [30, 200])
def test_lines_fit_the_window(columns: int) -> None:
    typist = _Typist(columns, NO_COLOR="1")
    shown = typist.read_until("> ")
    for line in shown.replace("\r", "").splitlines():
        assert len(line) <= max(columns, max((len(word) for word in line.split()), default=0))
    typist.type("quit\n")
    assert typist.end() == 0


def test_a_long_screen_waits_for_the_reader() -> None:
    typist = _Typist(lines=24)
    typist.read_until("> ")
    typist.type("topic_timescales\n")
    first = typist.read_until("Press Enter to read on")
    assert "[topic_timescales]" not in first
    shown = ""
    while "[topic_timescales]" not in shown:
        typist.type("\n")
        shown += typist.read_until("> ")
    typist.type("quit\n")
    assert typist.end() == 0


def test_the_record_is_saved_where_the_reader_is_and_never_over_another(tmp_path: Path) -> None:
    typed = "outcome_2_acodnslnph\nrecord.docx\nsave record.docx\nquit\n"
    variables = {**os.environ, "PYTHONPATH": str(ROOT)}
    ended = subprocess.run(
        BOT, input=typed, capture_output=True, text=True, cwd=tmp_path, env=variables, check=False
    )
    assert ended.returncode == 0, ended.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["record-2.docx", "record.docx"]
    assert "Saved as" in ended.stdout


def test_a_number_never_means_two_things() -> None:
    shown = _piped("check_2_ac\nwhat does a rapid review do\nquit\n").stdout
    answered = shown.split("[check_2_ac]")[1]
    assert answered.count("[1] ") == 1


def test_a_number_chooses_among_the_cards_that_were_offered(guide: Guide) -> None:
    asked = ("thresholds", "pupil voice", "the threshold", "gangs", "parents", "2018 ones")
    text, reply = next(
        (text, reply) for text in asked if (reply := guide.ask(text)).kind is ReplyKind.CHOICES
    )
    shown = _piped(f"{text}\n1\n").stdout
    assert shown.index("Which of these do you mean?") < shown.index(
        f"[{reply.matches[0].address}]"
    )


def test_colour_is_used_only_where_it_is_wanted() -> None:
    coloured, plain = _Typist(), _Typist(NO_COLOR="1")
    assert "\x1b[1m" in coloured.read_until("> ")
    assert "\x1b[1m" not in plain.read_until("> ")
    for typist in (coloured, plain):
        typist.type("quit\n")
        typist.end()
