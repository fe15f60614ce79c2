"""The page as files: every card and the whole dialogue, for a site without a server."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.channels.web import feeds
from bot.channels.web.assets import assets
from bot.channels.web.own_screens import OWN_SCREENS
from bot.channels.web.page import page_of_own_screen, page_of_screen
from bot.channels.web.pages import is_listed
from bot.channels.web.places import (
    ACCESSIBILITY,
    CHANGES_FEED,
    LEAVE,
    REVIEWS_FEED,
    START,
    FilePlaces,
)
from bot.channels.web.rendering import Renderer
from bot.screens.fixed import MAIN, MORE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from bot.channels.web.page import Page
    from bot.guide import Guide

_NEEDS_A_SERVER = frozenset({"date", "filter"})
"""Screens that take typed text, and lists of filters (which stand on the lists themselves)."""


class ExportError(Exception):
    """The files cannot be written there; says why."""


def export(
    guide: Guide,
    folder: Path,
    *,
    public_url: str = "",
    progress: Callable[[int, int], None] = lambda written, known: None,  # noqa: ARG005  (shows nothing)
) -> int:
    """Writes every page below `folder`, and gives their number. The same guide and day give the same files.

    Args:
        guide: what is written.
        folder: a folder that is empty or does not exist.
        public_url: where the files will stand, for the site map and the feeds; "" when not known.
        progress: called after each page with the pages written and the pages known so far.

    Raises:
        ExportError: there are other files in the folder.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise ExportError(f"{folder} is not empty. Name a new folder, or empty this one.")
    folder.mkdir(parents=True, exist_ok=True)
    guide = guide.without_clock()
    site = public_url.rstrip("/")
    renderer = Renderer(guide, FilePlaces(), f"{site}/" if site else "")
    written = _write_pages(guide, renderer, folder, progress)
    _write_documents(guide, renderer, folder, f"{site}/" if site else "")
    _write_assets(folder)
    return written


def _write_pages(
    guide: Guide, renderer: Renderer, folder: Path, progress: Callable[[int, int], None]
) -> int:
    known = dict.fromkeys((START, ACCESSIBILITY, LEAVE, *MAIN, *MORE))
    waiting = list(known)
    written = 0
    while waiting:
        address = waiting.pop()
        page = _page(guide, address)
        for found in _led_to(page):
            if found not in known:
                known[found] = None
                waiting.append(found)
        _write(folder / renderer.places.screen(address), renderer.html(page))
        written += 1
        progress(written, len(known))
    return written


def _page(guide: Guide, address: str) -> Page:
    own = OWN_SCREENS.get(address)
    if own is not None:
        return page_of_own_screen(guide, own(guide), indexed=is_listed(address))
    return page_of_screen(guide, guide.open(address), indexed=is_listed(address))


def _led_to(page: Page) -> Iterator[str]:
    """The addresses that a page links, in order."""
    for part in page.parts:
        for address in part.addresses():
            if address.partition("_")[0] not in _NEEDS_A_SERVER:
                yield address


def _write_documents(guide: Guide, renderer: Renderer, folder: Path, base: str) -> None:
    _write(folder / CHANGES_FEED, feeds.changes_feed(guide, renderer, base))
    _write(folder / REVIEWS_FEED, feeds.reviews_feed(guide, renderer, base))
    unknown = page_of_screen(guide, guide.open(""))
    _write(folder / "404.html", renderer.html(unknown))
    if base:
        _write(folder / "sitemap.xml", feeds.sitemap(guide, renderer, base))


def _write_assets(folder: Path) -> None:
    (folder / "static").mkdir()
    for asset in assets().values():
        (folder / "static" / asset.name).write_bytes(asset.content)


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
