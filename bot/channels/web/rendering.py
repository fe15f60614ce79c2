"""A page as HTML."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.channels.web.assets import asset_path
from bot.channels.web.places import ACCESSIBILITY
from bot.notification.dates_in_words import short_date
from bot.screen import Action
from bot.screens.fixed import MAIN, MORE, ways_on

if TYPE_CHECKING:
    from bot.channels.web.page import Page
    from bot.channels.web.places import Places
    from bot.guide import Guide

TEMPLATES = Path(__file__).parent / "templates"
PAGE_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
    "form-action 'self'; base-uri 'none'"
)
"""What a page may load: only its own style sheet, script and pictures."""

_COUNTRY = "+44"
_WHOLE_NUMBER = 10
_EMERGENCY = "999"


@dataclass(frozen=True, slots=True)
class Site:
    """What stands on every page."""

    name: str
    menu: tuple[Action, ...]
    about: tuple[Action, ...]
    style: str
    script: str
    icon: str
    policy: str
    public_url: str


class Renderer:
    """Writes pages as HTML, with links as one edition of the page needs them."""

    def __init__(self, guide: Guide, places: Places, public_url: str = "") -> None:
        environment = Environment(
            loader=FileSystemLoader(TEMPLATES),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        environment.filters.update(day=short_date, dialled=_dialled, parted=_parted, site=_site)
        environment.globals.update(
            site=site_of(guide, public_url), places=places, emergency=_EMERGENCY
        )
        self.places = places
        self.public_url = public_url
        self._page = environment.get_template("page.html")
        self._environment = environment

    def html(self, page: Page) -> str:
        return self._page.render(page=page)

    def write(self, template: str, **facts: object) -> str:
        """Another document, such as a feed."""
        return self._environment.get_template(template).render(**facts)


def site_of(guide: Guide, public_url: str) -> Site:
    basis = guide.basis
    return Site(
        name=basis.knowledge.library.screens["start"].title,
        menu=tuple(ways_on(basis, *MAIN, "help")),
        about=(
            *(one for one in ways_on(basis, *MORE) if one.id != "help"),
            Action(ACCESSIBILITY, "Accessibility", ACCESSIBILITY),
        ),
        style=asset_path("page.css"),
        script=asset_path("page.js"),
        icon=asset_path("icon.svg"),
        policy=PAGE_POLICY,
        public_url=public_url,
    )


def _dialled(phone: str) -> str:
    """The number as a telephone dials it anywhere: a whole number with the country in front."""
    digits = re.sub(r"[^+0-9]", "", phone)
    whole = digits.startswith("0") and len(digits) >= _WHOLE_NUMBER
    return _COUNTRY + digits[1:] if whole else digits


def _parted(text: str, words: str) -> tuple[str, str, str]:
    """What stands before the words in a text, the words, and what stands after them."""
    at = text.casefold().rfind(words.casefold())
    if at < 0:
        return f"{text} ", words, ""
    return text[:at], text[at : at + len(words)], text[at + len(words) :]


def _site(url: str) -> str:
    """The name of the site that a link leads to, so that the reader knows before following it."""
    return (urlsplit(url).hostname or "").removeprefix("www.")
