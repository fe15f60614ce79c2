"""Every address of the knowledge base, with the places where it stands, and which are safe to open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from bot.knowledge_base.files import read_files
from bot.knowledge_base.marked_yaml import place_of, read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.knowledge_base.splicing import Way

_LOCAL_NAMES = (".localhost", ".local", ".internal", ".lan", ".home", ".test")


@dataclass(frozen=True, slots=True)
class Place:
    """Where an address stands: the entry that holds it, and its line."""

    file: Path
    way: Way
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True)
class Address:
    """An address with every place where it stands. `linked` is false where none leads a reader there."""

    url: str
    places: tuple[Place, ...]
    linked: bool
    reached: date | None


def addresses_in(folders: Sequence[Path]) -> tuple[Address, ...]:
    """Every address below `url:` in the folders, each once, in the order of the files."""
    places: dict[str, list[Place]] = {}
    linked: dict[str, bool] = {}
    reached: dict[str, date] = {}
    files, _ = read_files(folders)
    for file in files:
        for way, entry in entries(read_yaml(file.text)):
            url = entry.get("url")
            if not isinstance(url, str):
                continue
            line = place_of(file.text, (*way, "url"), key=True)[0]
            places.setdefault(url, []).append(Place(Path(file.name), way, line))
            linked[url] = linked.get(url, False) or entry.get("linked") is not False
            day = _day(entry.get("reached"))
            if day is not None:
                reached[url] = max(day, reached.get(url, day))
    return tuple(
        Address(url, tuple(found), linked[url], reached.get(url)) for url, found in places.items()
    )


def entries(value: Any, way: Way = ()) -> Iterator[tuple[Way, dict[str, Any]]]:  # noqa: ANN401  what a file holds
    """Every entry of lines `name: value`, with the way to it."""
    if isinstance(value, dict):
        yield way, value
        for name, inner in value.items():
            yield from entries(inner, (*way, name))
    elif isinstance(value, list):
        for at, inner in enumerate(value):
            yield from entries(inner, (*way, at))


def is_safe(url: str) -> bool:
    """Whether a reader may be sent there: a web address with a public name, and no name and password."""
    try:
        parts = urlsplit(url)
        host, _ = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return False
    if parts.scheme not in {"http", "https"} or parts.username or parts.password:
        return False
    if not host.isascii() or "xn--" in host or "." not in host or host.endswith(_LOCAL_NAMES):
        return False
    return not _is_a_number(host)


def _is_a_number(host: str) -> bool:
    """An address of a machine, in any way of writing it; pages for readers have names."""
    try:
        ip_address(host)
    except ValueError:
        return host.rsplit(".", 1)[-1].isdigit()
    return True


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
