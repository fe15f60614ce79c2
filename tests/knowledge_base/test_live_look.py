"""Somebody settles points page by page; what is written is what they answered, and nothing else."""

from __future__ import annotations

import difflib
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli import main
from bot.knowledge_base.live_look import Finding, pages_to_look_at, write_finding
from bot.knowledge_base.splicing import SplicingError

ROOT = Path(__file__).resolve().parents[2]
PAGES = """\
# In the order to look at them.
pages:
  - id: numbers
    title: the page of numbers
    url: https://example.org/numbers
  - id: rules
    title: the page of rules
"""


def _contact(number: int, page: str) -> str:
    return f"""\
  - id: contact-{number}  # kept
    label: Contact {number}
    phone: "020 0000 000{number}"
    status: to-confirm
    confirm: To confirm on the page
    to_confirm:
      point: the number {number}
      kind: live-look
      page: {page}

"""


ENTRIES = [_contact(number, "numbers" if number < 6 else "rules") for number in range(12)]
CONTACTS = "contacts:\n" + "".join(ENTRIES) + "# The end.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "knowledge"
    folder.mkdir()
    (folder / "pages.yaml").write_text(PAGES, "utf-8")
    (folder / "contacts.yaml").write_text(CONTACTS, "utf-8")
    (tmp_path / "config.yaml").write_text("knowledge: [knowledge]\n", "utf-8")
    return folder


def _arguments(folder: Path, *more: str) -> list[str]:
    config = str(folder.parent / "config.yaml")
    fixed = ("--no-open", "--by", "business manager", "--today", "2026-12-05")
    return ["confirm", *fixed, *more, "--config", config]


def _changes(folder: Path) -> list[str]:
    after = (folder / "contacts.yaml").read_text("utf-8")
    lines = difflib.ndiff(CONTACTS.splitlines(), after.splitlines())
    return [line for line in lines if line[:1] in "+-"]


def _confirmed(source: str) -> list[str]:
    return [
        "-     status: to-confirm",
        "-     confirm: To confirm on the page",
        "+     status: confirmed",
        "+       found: same",
        "+       checked: 2026-12-05",
        "+       by: business manager",
        f"+       source: {source}",
    ]


def test_ten_points_are_settled_with_a_break_and_the_diff_holds_only_them(folder: Path) -> None:
    first = CliRunner().invoke(main, _arguments(folder), input="y\n" * 4)
    second = CliRunner().invoke(
        main, _arguments(folder), input="y\ny\ny\nhttps://example.org/r\n" + "y\n" * 3 + "s\nq\n"
    )

    assert first.exit_code == second.exit_code == 0
    assert "Page 1 of 2: the page of numbers" in first.output
    assert "the same command goes on from here" in first.output
    assert "5 of 6. To confirm: the number 4" in second.output
    assert "the number 3" not in second.output
    assert "Page 2 of 2: the page of rules" in second.output
    assert sorted(_changes(folder)) == sorted(
        _confirmed("https://example.org/numbers") * 6 + _confirmed("https://example.org/r") * 4
    )


def test_a_process_that_is_killed_loses_nothing_that_was_answered(folder: Path) -> None:
    running = subprocess.Popen(
        [sys.executable, "-m", "bot", *_arguments(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=ROOT,
        text=True,
    )
    assert running.stdin is not None
    assert running.stdout is not None
    running.stdin.write("y\n" * 3)
    running.stdin.flush()
    written = 0
    while written < 3:
        written += "Written: confirmed" in running.stdout.readline()
    running.kill()
    running.wait()
    running.stdin.close()
    running.stdout.close()

    assert sorted(_changes(folder)) == sorted(_confirmed("https://example.org/numbers") * 3)
    after = CliRunner().invoke(main, _arguments(folder), input="q\n")
    assert "4 of 6. To confirm: the number 3" in after.output


def test_what_is_changed_or_not_there_stays_open(folder: Path) -> None:
    shown = CliRunner().invoke(main, _arguments(folder), input="c\nn\nq\n")

    assert "mend our words" in shown.output
    assert "stays open" in shown.output
    text = (folder / "contacts.yaml").read_text("utf-8")
    assert text.count("status: to-confirm") == 12
    assert text.count("confirm: To confirm on the page") == 12
    assert "found: changed" in text
    assert "found: no\n" in text


def test_our_words_are_shown_and_a_skipped_point_is_asked_again(folder: Path) -> None:
    first = CliRunner().invoke(main, _arguments(folder), input="s\nq\n")
    second = CliRunner().invoke(main, _arguments(folder), input="q\n")

    assert "phone: 020 0000 0000" in first.output
    assert "label: Contact 0" in first.output
    assert "1 of 6. To confirm: the number 0" in second.output
    assert _changes(folder) == []


def test_one_page_alone_and_the_list(folder: Path) -> None:
    only = CliRunner().invoke(main, _arguments(folder, "--only", "rules"), input="q\n")
    listed = CliRunner().invoke(main, _arguments(folder, "--list"))
    wrong = CliRunner().invoke(main, _arguments(folder, "--only", "nothing"))

    assert "Page 1 of 1: the page of rules" in only.output
    assert "We know no address" in only.output
    assert "numbers: the page of numbers (0 of 6 answered)" in listed.output
    assert wrong.exit_code == 2


def test_nothing_left_says_so(folder: Path) -> None:
    CliRunner().invoke(
        main, _arguments(folder), input="y\n" * 7 + "https://example.org/r\n" + "y\n" * 5
    )

    assert "Nothing is left" in CliRunner().invoke(main, _arguments(folder)).output


def test_an_entry_that_moved_meanwhile_is_not_written_to(folder: Path) -> None:
    (page, *_) = pages_to_look_at([folder])
    moved = "contacts:\n" + "".join(ENTRIES[1:])
    (folder / "contacts.yaml").write_text(moved, "utf-8")

    with pytest.raises(SplicingError, match="changed meanwhile"):
        write_finding(
            page.points[0], Finding.SAME, on=date(2026, 12, 5), role="r", source="https://e.org"
        )
    assert (folder / "contacts.yaml").read_text("utf-8") == moved
