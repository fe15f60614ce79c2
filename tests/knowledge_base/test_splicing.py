"""A value is written into a YAML file, and every other byte stays as it was."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge_base.marked_yaml import read_yaml
from bot.knowledge_base.splicing import SplicingError, read_whole, spliced, write_whole

if TYPE_CHECKING:
    from pathlib import Path

TEXT = """\
# Numbers that are rung.
contacts:

  - id: mash   # the front door
    status: to-confirm   # since 2026
    confirm: To confirm on the page
    to_confirm:
      point: "the numbers: both"
      kind: live-look
      evidence: >-
        Seen on a stored copy,
        undated.

    # the council's own page
    page:
      label: 'A page'

  - id: last
    to_confirm:
      point: ends here
"""
POINT = ("contacts", 0, "to_confirm")
FOUND = {"found": "same", "checked": "2026-12-05", "by": "business manager"}


def changed(before: str, after: str) -> list[str]:
    lines = difflib.ndiff(before.splitlines(), after.splitlines())
    return [line for line in lines if line[:1] in "+-"]


def test_lines_are_added_at_the_end_of_the_entry_and_nothing_else_moves() -> None:
    assert changed(TEXT, spliced(TEXT, POINT, FOUND)) == [
        "+       found: same",
        "+       checked: 2026-12-05",
        "+       by: business manager",
    ]
    assert "undated.\n      found: same\n" in spliced(TEXT, POINT, FOUND)


def test_a_value_that_stands_there_is_replaced_and_its_remark_stays() -> None:
    after = spliced(TEXT, ("contacts", 0), {"status": "confirmed"})

    assert changed(TEXT, after) == [
        "-     status: to-confirm   # since 2026",
        "+     status: confirmed   # since 2026",
    ]


def test_a_line_is_taken_out() -> None:
    after = spliced(TEXT, ("contacts", 0), {}, without=["confirm", "not_there"])

    assert changed(TEXT, after) == ["-     confirm: To confirm on the page"]


def test_the_last_entry_of_a_file_without_an_end_of_line_can_be_written_to() -> None:
    text = TEXT.rstrip("\n")

    after = spliced(text, ("contacts", 1, "to_confirm"), {"found": "no"})

    assert after.endswith("point: ends here\n      found: no\n")


def test_line_ends_of_windows_and_a_byte_order_mark_stay(tmp_path: Path) -> None:
    path = tmp_path / "contacts.yaml"
    whole = "\ufeff" + TEXT.replace("\n", "\r\n")
    path.write_bytes(whole.encode())
    path.chmod(0o640)

    write_whole(path, spliced(read_whole(path), POINT, FOUND))

    after = path.read_bytes().decode()
    assert after.startswith("\ufeff#")
    assert after.count("\n") == after.count("\r\n") == whole.count("\r\n") + 3
    assert path.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("text", "way", "name"),
    [
        ("a: {b: c}\n", ("a",), "found"),
        ("a:\n  b: >-\n    long\n    text\n", ("a",), "b"),
        ("a:\n  b: c\n", ("a", "b"), "found"),
        ("a:\n  b: c\n", ("x",), "found"),
    ],
)
def test_what_cannot_be_changed_by_itself_is_refused(
    text: str, way: tuple[str, ...], name: str
) -> None:
    with pytest.raises(SplicingError):
        spliced(text, way, {name: "x"})


@given(
    value=st.text(st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp"]), min_size=1)
)
def test_any_text_is_read_back_as_it_was_written(value: str) -> None:
    after = read_yaml(spliced(TEXT, POINT, {"by": value}))

    assert isinstance(after, dict)
    assert after["contacts"][0]["to_confirm"]["by"] == value  # type: ignore[call-overload, index]  # a nested value
