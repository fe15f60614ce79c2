"""The command line: what scripts rely on, and errors with their cure."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent


def _run(*arguments: str, text: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "bot", *arguments]
    return subprocess.run(command, input=text, capture_output=True, cwd=ROOT, check=False)


def _objects(*arguments: str, text: bytes = b"") -> list[dict[str, Any]]:
    ended = _run(*arguments, text=text)
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.isascii()
    return [json.loads(line) for line in ended.stdout.split(b"\n")[:-1]]


def test_every_line_gives_exactly_one_object_a_blank_one_too() -> None:
    text = "what is a SIN\n\n\x0b\u2028caf\u00e9\nyes".encode()
    replies = _objects("ask", "--jsonl", text=text)
    assert [reply["query"] for reply in replies] == [
        "what is a SIN",
        "",
        "\x0b\u2028caf\u00e9",
        "yes",
    ]
    assert [reply["kind"] for reply in replies][1] == "none"


def test_a_reply_has_every_key_that_scripts_read() -> None:
    (reply,) = _objects("ask", "--json", "who do I tell about a child death")
    assert list(reply) == [
        "query",
        "kind",
        "address",
        "matches",
        "urgent",
        "alarm",
        "personal_data",
        "facts",
        "text",
    ]


def test_a_screen_has_every_key_that_scripts_read() -> None:
    (screen,) = _objects(
        "open", "--json", "outcome_2_acodnslnph_20261123", "--today", "2026-11-26"
    )
    assert list(screen) == [
        "address",
        "title",
        "text",
        "question",
        "outcome",
        "folds",
        "actions",
        "links",
        "attachments",
    ]
    assert screen["question"] is None
    assert list(screen["outcome"]["first"][0]) == ["part", "text"]
    assert [one["part"] for one in screen["outcome"]["first"]][:3] == ["danger", "title", "state"]
    assert screen["outcome"]["call"] == {
        "to": "mash",
        "phone": "020 8255 2888",
        "state": "open",
        "until": "2026-11-26T17:00",
    }
    assert len(screen["outcome"]["say"]) == 2
    assert screen["outcome"]["reader"] is None
    assert {*screen["folds"][0]} == {"id", "title", "address", "words"}
    assert screen["outcome"]["deadlines"][0] == {
        "duty": "panel",
        "due": "2026-11-30",
        "counted_from": "2026-11-23",
        "basis": screen["outcome"]["deadlines"][0]["basis"],
    }
    assert {action["id"] for action in screen["actions"]} >= {
        "back",
        "change",
        "restart",
        "add_date",
        "learning",
    }


def test_a_typed_answer_needs_the_screen_under_which_it_is_typed() -> None:
    (reply,) = _objects("ask", "--json", "not sure", "--at", "check")
    assert reply["kind"] == "answer"
    assert reply["address"].startswith("check_2_")


def test_today_is_fixed_before_and_after_the_command() -> None:
    address = "date_2_atodnxly"
    before = _objects("--today", "2026-12-24", "open", "--json", address)
    after = _objects("open", "--json", address, "--today", "2026-12-24")
    assert before == after
    assert "24 December 2026" in before[0]["text"]


def test_help_teaches_with_examples() -> None:
    shown = _run("--help").stdout.decode()
    assert "Examples" in shown
    assert "python -m bot ask" in shown


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("ask",), "Give a question"),
        (("open",), "Give an address"),
        (("--today", "yesterday"), "Write it as 2026-11-23"),
        (("evaluate", "nowhere.jsonl"), "does not exist"),
        (("--config", "nowhere.yaml", "check"), "nowhere.yaml"),
    ],
)
def test_wrong_input_gives_one_clear_line_and_exit_code_2(
    arguments: tuple[str, ...], said: str
) -> None:
    ended = _run(*arguments)
    assert ended.returncode == 2
    assert said in ended.stderr.decode()
    assert b"Traceback" not in ended.stderr


def test_the_knowledge_base_is_sound() -> None:
    ended = _run("check", "--today", "2026-11-26")
    assert ended.returncode == 0, ended.stdout.decode()


def test_what_a_person_must_confirm_is_listed() -> None:
    ended = _run("check", "--to-confirm")
    assert ended.returncode == 0
    assert b"knowledge/croydon/contacts.yaml" in ended.stdout


def test_a_full_disk_is_told_in_one_line() -> None:
    with Path("/dev/full").open("w") as full:
        ended = subprocess.run(
            [sys.executable, "-m", "bot", "open", "start"],
            stdout=full,
            stderr=subprocess.PIPE,
            cwd=ROOT,
            check=False,
        )
    assert ended.returncode == 2
    assert ended.stderr.decode().splitlines() == ["No space left on device"]


def test_a_day_in_which_nothing_can_be_counted_is_refused() -> None:
    ended = _run("open", "date_2_atodnxly", "--today", "0001-01-01")
    assert ended.returncode == 2
    assert b"Traceback" not in ended.stderr


def test_a_very_long_line_gives_its_object_too() -> None:
    (reply,) = _objects("ask", "--jsonl", text=b"a" * 1_000_000)
    assert reply["kind"] == "none"
    assert len(reply["query"]) == 1_000_000


@pytest.mark.parametrize("command", [[], ["ask"], ["open"], ["check"], ["serve"], ["telegram"]])
def test_no_help_shows_a_control_character_or_its_name(command: list[str]) -> None:
    shown = _run(*command, "--help").stdout.decode()
    assert "\\b" not in shown
    assert all(letter.isprintable() or letter == "\n" for letter in shown)


def test_each_example_of_a_help_stands_on_a_line_of_its_own() -> None:
    lines = [line.strip() for line in _run("ask", "--help").stdout.decode().splitlines()]
    assert "python -m bot ask --jsonl < questions.txt" in lines


def test_a_mark_of_byte_order_and_carriage_returns_are_no_part_of_a_question() -> None:
    typed = b"\xef\xbb\xbfwhat is a rapid review\r\nlado\r\n"
    queries = [reply["query"] for reply in _objects("ask", "--jsonl", text=typed)]
    assert queries == ["what is a rapid review", "lado"]


@pytest.mark.parametrize("encoding", ["cp437", "ascii", "utf-8"])
def test_an_encoding_that_cannot_show_a_letter_ends_nothing(encoding: str) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "bot"],
        input=b"check\nhe is 14 \xff\ndied\nquit\n",
        capture_output=True,
        cwd=ROOT,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": encoding},
    )
    assert ended.returncode == 0
    assert b"Traceback" not in ended.stderr
    assert b"Nothing was kept" in ended.stdout
