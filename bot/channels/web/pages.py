"""Every page of the site, rendered: from an address, from a reply, for a problem."""

from __future__ import annotations

from dataclasses import replace
from http import HTTPStatus
from typing import TYPE_CHECKING

from bot.address import parse
from bot.channels.web.own_screens import OWN_SCREENS, problem_screen
from bot.channels.web.page import (
    FieldError,
    page_of_own_screen,
    page_of_reply,
    page_of_screen,
    problem_page,
)
from bot.channels.web.page_store import PageStore, rendered
from bot.channels.web.places import ACCESSIBILITY, ASK

if TYPE_CHECKING:
    from bot.channels.web.page import Page
    from bot.channels.web.page_store import RenderedPage
    from bot.channels.web.rendering import Renderer
    from bot.guide import Guide
    from bot.screen import Reply

LISTED = frozenset(
    (
        *("start", "check", "notify", "reviews", "learning", "topics", "themes", "contacts"),
        *("privacy", "about", "changes", "help", ACCESSIBILITY),
    )
)
"""Fixed screens that search engines may list and browsers may keep."""

_LISTED_FAMILIES = frozenset({"topic", "review", "learning", "theme"})
_KEPT_FAMILIES = _LISTED_FAMILIES | {"list", "filter", "notify"}
_DATED_FAMILIES = frozenset({"outcome", "date"})
_ANSWERS_ONLY = 2

_NO_QUESTION = "Type a question, a number or an answer."
_PROBLEMS = {
    HTTPStatus.METHOD_NOT_ALLOWED: (
        "This page cannot be used in that way",
        "Follow a link, or use the question box.",
    ),
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: (
        "The text is too long",
        "Ask in one or two sentences.",
    ),
    HTTPStatus.INTERNAL_SERVER_ERROR: (
        "Something went wrong in this guide",
        "Nothing that you typed was kept. Try again, or ring a number above.",
    ),
}
_OTHER_PROBLEM = (
    "That request was not understood",
    "Follow a link, or use the question box.",
)


def is_listed(address: str) -> bool:
    """The page is about the guide, the law or a review, and never about anyone's answers."""
    return address in LISTED or (address.partition("_")[0] in _LISTED_FAMILIES and "_" in address)


def may_be_kept(address: str) -> bool:
    """A browser may keep the page. Nothing of the dialogue may be kept."""
    return is_listed(address) or address.partition("_")[0] in _KEPT_FAMILIES


class Pages:
    """Renders pages. Pages without a date are rendered once a day."""

    def __init__(self, guide: Guide, renderer: Renderer) -> None:
        self._guide = guide
        self._renderer = renderer
        self._store = PageStore()

    def of_address(self, address: str) -> RenderedPage:
        day = self._guide.basis.today()
        kept = self._store.get(address, day)
        if kept is not None:
            return kept
        page = self._render(self._page(address))
        if page.status == HTTPStatus.OK and not page.has_clock and not _holds_a_date(address):
            self._store.keep(address, day, page)
        return page

    def of_reply(self, reply: Reply, at: str) -> RenderedPage:
        return self._render(page_of_reply(self._guide, reply, at))

    def nothing_typed(self, at: str) -> RenderedPage:
        """The page again, with what is missing said at the field."""
        screen = self._guide.open(at)
        page = replace(
            page_of_screen(self._guide, screen),
            address=None,
            indexed=False,
            status=HTTPStatus.UNPROCESSABLE_ENTITY,
        )
        if screen.field is not None:
            return self._render(replace(page, error=FieldError(screen.field.hint, "")))
        return self._render(replace(page, ask_error=_NO_QUESTION))

    def problem(self, status: int, *lines: str) -> RenderedPage:
        """A page that helps, for a request that has no answer."""
        title, line = _PROBLEMS.get(HTTPStatus(status), _OTHER_PROBLEM)
        screen = problem_screen(self._guide, title, *(lines or (line,)))
        return self._render(problem_page(self._guide, screen, status))

    def unexpected(self, reference: str) -> RenderedPage:
        _, line = _PROBLEMS[HTTPStatus.INTERNAL_SERVER_ERROR]
        return self.problem(
            HTTPStatus.INTERNAL_SERVER_ERROR,
            line,
            f"If it happens again, tell those who run the guide this reference: {reference}.",
        )

    def _page(self, address: str) -> Page:
        own = OWN_SCREENS.get(address)
        if own is None:
            screen = self._guide.open(address)
            return page_of_screen(self._guide, screen, indexed=is_listed(address))
        return page_of_own_screen(self._guide, own(self._guide), indexed=is_listed(address))

    def _render(self, page: Page) -> RenderedPage:
        return rendered(
            self._renderer.html(page),
            status=page.status,
            indexed=page.indexed,
            has_clock=page.has_clock,
        )


def shown_at(guide: Guide, reply: Reply) -> str | None:
    """The address that shows this reply just as it is, or None.

    A reader who is sent there can go back and reload without sending the text again.
    """
    if reply.address is None or len(reply.screens) != 1 or reply.address == ASK:
        return None
    shown, opened = reply.screens[0], guide.open(reply.address)
    same = opened.known and (opened.title, opened.blocks) == (shown.title, shown.blocks)
    return opened.address if same else None


def _holds_a_date(address: str) -> bool:
    parsed = parse(address)
    return (
        parsed is not None
        and parsed.screen in _DATED_FAMILIES
        and len(parsed.arguments) > _ANSWERS_ONLY
    )
