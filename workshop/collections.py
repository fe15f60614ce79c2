"""Question sets and collections of cards, one JSON object a line."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.search.model import Target

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path


class CollectionError(ValueError):
    """A line of a question set or of a collection is not what it must be."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One question of a set.

    Args:
        q: the question as typed.
        gold: the addresses that answer it; none when it must not be answered.
        slice: the kind of question, where the set names it.
    """

    q: str
    gold: frozenset[str]
    slice: str = ""


def read_questions(path: Path) -> tuple[Asked, ...]:
    """The questions of a file, lines `{"q": "...", "gold": ["address", ...]}`."""
    return tuple(
        Asked(_text(line, "q", where), frozenset(_texts(line, "gold", where)), _slice(line, where))
        for where, line in _lines(path)
    )


def read_cards(path: Path) -> tuple[Target, ...]:
    """The cards of a file, lines `{"id": "...", "examples": ["...", ...]}`."""
    cards: dict[str, Target] = {}
    for where, line in _lines(path):
        card_id = _text(line, "id", where)
        if card_id in cards:
            raise CollectionError(f'{where}: the id "{card_id}" stands on an earlier line too')
        cards[card_id] = Target(card_id, "", examples=_texts(line, "examples", where))
    if not cards:
        raise CollectionError(f"{path}: there is no card in this file")
    return tuple(cards.values())


def unknown_gold(questions: Iterable[Asked], addresses: Iterable[str]) -> tuple[str, ...]:
    """The gold addresses that no card has, for a set that does not fit its collection."""
    known = frozenset(addresses)
    return tuple(sorted({gold for asked in questions for gold in asked.gold} - known))


def _lines(path: Path) -> Iterator[tuple[str, dict[str, object]]]:
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as fault:
        raise CollectionError(f"{path}: cannot be read ({fault.strerror})") from fault
    except UnicodeDecodeError as fault:
        raise CollectionError(f"{path}: is not UTF-8 text (byte {fault.start})") from fault
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            where = f"{path}:{number}"
            yield where, _object(line, where)


def _object(line: str, where: str) -> dict[str, object]:
    try:
        read = json.loads(line)
    except ValueError as fault:
        raise CollectionError(f"{where}: is not JSON ({fault})") from fault
    except RecursionError as fault:
        raise CollectionError(f"{where}: is nested too deeply") from fault
    if not isinstance(read, dict):
        raise CollectionError(f"{where}: must be a JSON object in braces")
    return read


def _text(line: dict[str, object], key: str, where: str) -> str:
    value = line.get(key)
    if not isinstance(value, str):
        raise CollectionError(f'{where}: needs "{key}" with a text')
    return value


def _texts(line: dict[str, object], key: str, where: str) -> tuple[str, ...]:
    value = line.get(key)
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise CollectionError(f'{where}: needs "{key}" with a list of texts')
    return tuple(value)


def _slice(line: dict[str, object], where: str) -> str:
    return _text(line, "slice", where) if "slice" in line else ""
