"""Which address on a partnership's own list of publications belongs to which review, by its title."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from rapidfuzz import fuzz, utils

from bot.knowledge_base.files import read_files
from bot.knowledge_base.marked_yaml import read_yaml
from bot.links.addresses import Place, entries, is_safe

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

LEAST = 70
"""Confidence below which nothing is proposed."""
_MUCH_BETTER = 5


@dataclass(frozen=True, slots=True)
class Proposal:
    """An address that may belong to a document of a review; a person accepts it or does not.

    Args:
        place: the document's entry.
        review: the title of the review.
        document: the title of the document.
        url: the address.
        label: the words of the link.
        confidence: how alike the titles are, of 100.
        doubt: why to look twice, or "".
    """

    place: Place
    review: str
    document: str
    url: str
    label: str
    confidence: int
    doubt: str


@dataclass(frozen=True, slots=True)
class Link:
    label: str
    url: str


def links_of(html: str, base: str) -> tuple[Link, ...]:
    """Every link of a page with words in it, with its whole address."""
    reader = _Links(base)
    reader.feed(html)
    reader.close()
    return tuple(reader.found)


def proposals(
    folders: Sequence[Path], links: Iterable[Link], *, host: str = ""
) -> tuple[Proposal, ...]:
    """The best address for each document that has none; those on unsafe hosts are never proposed."""
    safe = [link for link in links if is_safe(link.url)]
    found = [
        proposal
        for place, review, document in _without_an_address(folders)
        if (proposal := _best(place, review, document, safe, host)) is not None
    ]
    return tuple(sorted(found, key=lambda one: -one.confidence))


def _best(
    place: Place, review: str, document: str, links: Sequence[Link], host: str
) -> Proposal | None:
    name = review.partition(" (")[0]
    scored = sorted(
        ((_likeness(name, document, link.label), link) for link in links),
        key=lambda one: -one[0],
    )
    if not scored or scored[0][0] < LEAST:
        return None
    confidence, link = scored[0]
    others = [
        one
        for score, one in scored[1:]
        if score > confidence - _MUCH_BETTER and one.url != link.url
    ]
    doubts = []
    if others:
        doubts.append(f"as like: {others[0].label}")
    if host and urlsplit(link.url).hostname != host:
        doubts.append(f"on another host: {urlsplit(link.url).hostname}")
    return Proposal(place, review, document, link.url, link.label, confidence, "; ".join(doubts))


def _likeness(name: str, document: str, label: str) -> int:
    """The name of the review must be in the label; then the nearer the whole title, the better."""
    named = fuzz.partial_ratio(name, label, processor=utils.default_process)
    whole = fuzz.token_set_ratio(document, label, processor=utils.default_process)
    return round(min(named, (2 * named + whole) / 3))


def _without_an_address(folders: Sequence[Path]) -> Iterator[tuple[Place, str, str]]:
    files, _ = read_files(folders)
    for file in files:
        value = read_yaml(file.text)
        for way, entry in entries(value):
            if len(way) != 2 or way[0] != "reviews":  # noqa: PLR2004  a review of the section
                continue
            for at, document in enumerate(entry.get("documents") or ()):
                if not document.get("url"):
                    place = Place(Path(file.name), (*way, "documents", at), 0)
                    yield place, str(entry.get("title")), str(document.get("title"))


class _Links(HTMLParser):
    def __init__(self, base: str) -> None:
        super().__init__()
        self.found: list[Link] = []
        self._base = base
        self._open: str | None = None
        self._words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self._end()
            self._open = dict(attrs).get("href")
        if tag == "base" and (base := dict(attrs).get("href")):
            self._base = urljoin(self._base, base)

    def handle_data(self, data: str) -> None:
        if self._open is not None:
            self._words.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self._end()

    def close(self) -> None:
        super().close()
        self._end()

    def _end(self) -> None:
        label = " ".join(" ".join(self._words).split())
        if self._open and label:
            with suppress(ValueError):
                self.found.append(Link(label, urljoin(self._base, self._open.strip())))
        self._open, self._words = None, []
