"""A line that is not what it must be is named by file and line."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workshop.collections import (
    Asked,
    CollectionError,
    read_cards,
    read_questions,
    unknown_gold,
)

if TYPE_CHECKING:
    from pathlib import Path


def _file(folder: Path, *lines: str) -> Path:
    path = folder / "some.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_questions_are_read_with_their_gold_and_slice(tmp_path: Path) -> None:
    path = _file(
        tmp_path, '{"q": "a", "gold": ["x"], "slice": "typo"}', "", '{"q": "b", "gold": []}'
    )
    assert read_questions(path) == (
        Asked("a", frozenset({"x"}), "typo"),
        Asked("b", frozenset()),
    )


def test_cards_are_read_with_their_examples(tmp_path: Path) -> None:
    cards = read_cards(_file(tmp_path, '{"id": "x", "examples": ["one", "two"]}'))
    assert [(card.address, card.examples) for card in cards] == [("x", ("one", "two"))]


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("{", "is not JSON"),
        ("[]", "must be a JSON object"),
        ('{"gold": []}', 'needs "q" with a text'),
        ('{"q": "a"}', 'needs "gold" with a list of texts'),
        ('{"q": "a", "gold": [1]}', 'needs "gold" with a list of texts'),
        ('{"q": "a", "gold": "x"}', 'needs "gold" with a list of texts'),
        ('{"q": "a", "gold": [], "slice": 1}', 'needs "slice" with a text'),
    ],
)
def test_a_faulty_question_is_named_by_its_line(tmp_path: Path, line: str, fault: str) -> None:
    path = _file(tmp_path, '{"q": "a", "gold": []}', line)
    with pytest.raises(CollectionError, match=rf"some\.jsonl:2: .*{fault}"):
        read_questions(path)


def test_an_id_that_stands_twice_is_named(tmp_path: Path) -> None:
    path = _file(tmp_path, '{"id": "x", "examples": []}', '{"id": "x", "examples": []}')
    with pytest.raises(CollectionError, match=r'some\.jsonl:2: the id "x" stands'):
        read_cards(path)


def test_a_file_without_cards_and_a_missing_file_are_named(tmp_path: Path) -> None:
    with pytest.raises(CollectionError, match="there is no card"):
        read_cards(_file(tmp_path, ""))
    with pytest.raises(CollectionError, match=r"none\.jsonl: cannot be read"):
        read_cards(tmp_path / "none.jsonl")


def test_a_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    path = tmp_path / "some.jsonl"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(CollectionError, match="is not UTF-8"):
        read_questions(path)


def test_gold_that_no_card_has_is_told() -> None:
    asked = (Asked("a", frozenset({"x", "y"})),)
    assert unknown_gold(asked, ["x"]) == ("y",)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text())
def test_any_text_is_read_or_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "any.jsonl"
    path.write_text(text, encoding="utf-8", errors="surrogatepass", newline="\n")
    with suppress(CollectionError):
        read_questions(path)
