"""What one entry says of another: it exists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.knowledge_base.checks.addresses import cards, known_addresses
from bot.knowledge_base.shapes import Problem
from bot.knowledge_base.suggestion import did_you_mean
from bot.library.model import Card, Change
from bot.notification.model import GuidanceStep

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from bot.knowledge_base.fault import Path
    from bot.knowledge_base.sections import Sections
    from bot.library.model import Part

NAMED_BY_ID = {"sources": "source", "contacts": "contact", "themes": "theme"}


def references_lead_somewhere(sections: Sections) -> Iterator[Problem]:
    """Every source, contact and theme that an entry names is there."""
    known = {name: {entry.id for entry in getattr(sections, name)} for name in NAMED_BY_ID}
    for path, entry in sections.entries:
        for name, kind in NAMED_BY_ID.items():
            for at, named in enumerate(getattr(entry, name, ()) if path else ()):
                if named not in known[name]:
                    yield _unknown((*path, name, at), kind, named, known[name])


def related_cards_exist(sections: Sections) -> Iterator[Problem]:
    """Every address that an entry names opens, and no card names itself or a card twice."""
    known = known_addresses(sections)
    for path, address in _addresses_named(sections):
        if address not in known:
            yield _unknown(path, "address", address, known)
    for section, at, card in cards(sections):
        for number, address in enumerate(card.related):
            path = (section, at, "related", number)
            if address == card.address:
                yield Problem(path, "a card is not related to itself; delete this line")
            if address in card.related[:number]:
                yield Problem(path, f"`{address}` is named twice; delete this line")


def quotes_name_their_source(sections: Sections) -> Iterator[Problem]:
    """A quotation names a source that exists; nothing else does."""
    known = {source.id for source in sections.sources}
    for section, at, card in cards(sections):
        for number, part in enumerate(card.body):
            yield from _quote(part, (section, at, "body", number), known)


def _quote(part: Part, path: Path, known: Collection[str]) -> Iterator[Problem]:
    if part.quote and not part.source:
        yield Problem(path, "a quotation names where it stands; add a line `source: …`")
    if part.source and not part.quote:
        message = "only a quotation has a `source` of its own; delete the line"
        yield Problem((*path, "source"), message)
    if part.source and part.source not in known:
        yield _unknown((*path, "source"), "source", part.source, known)


def _addresses_named(sections: Sections) -> Iterator[tuple[Path, str]]:
    for path, entry in sections.entries:
        if isinstance(entry, Card):
            yield from _numbered((*path, "related"), entry.related)
        if isinstance(entry, Change):
            yield from _numbered((*path, "cards"), entry.cards)
        if isinstance(entry, GuidanceStep):
            for place, link in _numbered((*path, "links"), entry.links):
                if not link.startswith("http"):
                    yield place, link


def _numbered(path: Path, named: Iterable[str]) -> Iterator[tuple[Path, str]]:
    for at, one in enumerate(named):
        yield (*path, at), one


def _unknown(path: Path, kind: str, named: str, known: Collection[str]) -> Problem:
    cure = did_you_mean(named, known) or "correct it, or add the entry that it names"
    return Problem(path, f"there is no {kind} `{named}`; {cure}")
