"""Feeds, the map of the site, and what robots are told."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.address import SCREENS
from bot.channels.web.places import ACCESSIBILITY, CHANGES_FEED, REVIEWS_FEED

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from bot.channels.web.rendering import Renderer
    from bot.guide import Guide

_FIXED = (*SCREENS, ACCESSIBILITY)
_NAMESPACE = uuid.UUID("6f0c3a52-6a55-5c0e-9f43-0a7c0b1e8d21")
_DIALOGUE = ("check_", "change_", "date_", "help_", "outcome_", "like_", "ask", "leave")


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One entry of a feed. `id` never changes, whatever site shows it."""

    id: str
    title: str
    link: str
    day: date
    text: str


def changes_feed(guide: Guide, renderer: Renderer, base: str) -> str:
    """The changes in the guidance, newest first, as Atom."""
    return _feed(
        renderer,
        base,
        CHANGES_FEED,
        "Changes in the guidance",
        (
            FeedEntry(
                _identity(f"{one.since} {one.title}"),
                one.title,
                base + renderer.places.screen("changes"),
                one.since,
                one.what,
            )
            for one in guide.knowledge.library.changes
        ),
    )


def reviews_feed(guide: Guide, renderer: Renderer, base: str) -> str:
    """The reviews of this area, newest first, as Atom."""
    reviews = sorted(
        guide.knowledge.library.reviews.values(), key=lambda one: one.published, reverse=True
    )
    return _feed(
        renderer,
        base,
        REVIEWS_FEED,
        "New reviews",
        (
            FeedEntry(
                _identity(one.address),
                one.title,
                base + renderer.places.screen(one.address),
                one.published,
                one.summary or one.title,
            )
            for one in reviews
        ),
    )


def sitemap(guide: Guide, renderer: Renderer, base: str) -> str:
    """Every page that a search engine may list."""
    return renderer.write(
        "sitemap.xml",
        pages=[base + renderer.places.screen(address) for address in listed_addresses(guide)],
    )


def listed_addresses(guide: Guide) -> tuple[str, ...]:
    """Fixed screens, cards and themes; nothing of the dialogue."""
    library = guide.knowledge.library
    return (
        *_FIXED,
        *(card.address for card in library.cards()),
        *(f"theme_{theme}" for theme in library.themes),
    )


def robots(_: Guide, renderer: Renderer, base: str) -> str:
    """The dialogue is not to be listed, the cards are."""
    screen, part = renderer.places.screen, renderer.places.part
    closed = "".join(f"Disallow: {screen(name)}\n" for name in _DIALOGUE)
    return f"User-agent: *\n{closed}\nSitemap: {base}{part('sitemap.xml')}\n"


def _feed(
    renderer: Renderer, base: str, name: str, title: str, entries: Iterable[FeedEntry]
) -> str:
    found = list(entries)
    return renderer.write(
        "feed.xml",
        identity=_identity(name),
        title=title,
        here=base + renderer.places.part(name),
        page=base + renderer.places.screen("start"),
        updated=found[0].day if found else None,
        entries=found,
    )


def _identity(name: str) -> str:
    return f"urn:uuid:{uuid.uuid5(_NAMESPACE, name)}"
