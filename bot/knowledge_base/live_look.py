"""The points that somebody with a browser settles, page by page, and what they found written down.

The files are read as their authors wrote them, so that an answer goes to the very lines it is about.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.knowledge_base.files import read_files
from bot.knowledge_base.marked_yaml import place_of, read_yaml
from bot.knowledge_base.splicing import SplicingError, read_whole, spliced, write_whole

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from bot.knowledge_base.splicing import Way

_POINT, _LIVE_LOOK = "to_confirm", "live-look"
_NOT_SHOWN = frozenset({"id", "status", "confirm", "role", "kind", "duty", "checked"})


class Finding(StrEnum):
    """What somebody found on the page."""

    SAME = "same"
    """it says what we say"""
    CHANGED = "changed"
    """it says something else now"""
    NO = "no"
    """it does not say this"""


@dataclass(frozen=True, slots=True)
class Point:
    """One point to look at.

    Args:
        file: the file that holds it.
        way: leads to the entry in that file.
        line: where its point stands, counted from one.
        point: what is to be confirmed.
        words: what we say there, name by name.
        evidence: what was seen before, or "".
        page: the id of the page to look at.
        answered: somebody has looked already.
    """

    file: Path
    way: Way
    line: int
    point: str
    words: tuple[tuple[str, str], ...]
    evidence: str
    page: str
    answered: bool


@dataclass(frozen=True, slots=True)
class LookedAt:
    """A page with the points that it settles. `url` is "" where no address is known."""

    id: str
    title: str
    url: str
    evidence: str
    points: tuple[Point, ...]


def pages_to_look_at(folders: Sequence[Path]) -> tuple[LookedAt, ...]:
    """Every page that settles a point, in the order of the section `pages`; others come last."""
    files, _ = read_files(folders)
    values = [(Path(file.name), file.text, read_yaml(file.text)) for file in files]
    points = [point for path, text, value in values for point in _points(path, text, value)]
    pages = [page for _, _, value in values for page in _section(value, "pages")]
    known = {str(page.get("id")): page for page in pages}
    order = dict.fromkeys((*known, *(point.page for point in points)))
    found = []
    for page_id in order:
        own = tuple(point for point in points if point.page == page_id)
        page = known.get(page_id, {})
        if own:
            said = {name: _one_line(page.get(name) or "") for name in ("title", "url", "evidence")}
            title = said["title"] or page_id
            found.append(LookedAt(page_id, title, said["url"], said["evidence"], own))
    return tuple(found)


def write_finding(point: Point, finding: Finding, *, on: date, role: str, source: str) -> None:
    """Write down what was found, at once. What is the same is confirmed and loses its mark."""
    values = {"found": finding.value, "checked": on.isoformat(), "by": role}
    if source:
        values["source"] = source
    text = read_whole(point.file)
    if point.point not in {
        one.point for one in _points(point.file, text, read_yaml(text)) if one.way == point.way
    }:
        raise SplicingError("the file was changed meanwhile; start again")
    text = spliced(text, (*point.way, _POINT), values)
    if finding is Finding.SAME:
        text = spliced(text, point.way, {"status": "confirmed"}, without=("confirm",))
    write_whole(point.file, text)


def _points(path: Path, text: str, value: Any) -> Iterator[Point]:  # noqa: ANN401  what a file holds
    for way, entry in _entries(value, ()):
        point = entry.get(_POINT)
        if not isinstance(point, dict) or point.get("kind") != _LIVE_LOOK:
            continue
        yield Point(
            file=path,
            way=way,
            line=place_of(text, (*way, _POINT), key=True)[0],
            point=_one_line(point.get("point") or ""),
            words=tuple(_words(entry)),
            evidence=_one_line(point.get("evidence") or ""),
            page=str(point.get("page") or ""),
            answered="found" in point,
        )


def _entries(value: Any, way: Way) -> Iterator[tuple[Way, dict[str, Any]]]:  # noqa: ANN401  as above
    if isinstance(value, dict):
        yield way, value
        for name, inner in value.items():
            yield from _entries(inner, (*way, name))
    elif isinstance(value, list):
        for at, inner in enumerate(value):
            yield from _entries(inner, (*way, at))


def _words(entry: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """What an entry says, in one line a name; lists of texts are joined."""
    for name, value in entry.items():
        if name in _NOT_SHOWN:
            continue
        if isinstance(value, str):
            yield name, _one_line(value)
        elif isinstance(value, int) and not isinstance(value, bool):
            yield name.replace("_", " "), str(value)


def _section(value: Any, name: str) -> Iterator[dict[str, Any]]:  # noqa: ANN401  as above
    section = value.get(name) if isinstance(value, dict) else None
    yield from (entry for entry in section or () if isinstance(entry, dict))


def _one_line(text: object) -> str:
    return " ".join(str(text).split())
