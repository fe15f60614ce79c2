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
    from bot.library.model import Contact

TEMPLATES = Path(__file__).parent / "templates"
PAGE_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
    "form-action 'self'; base-uri 'none'"
)
"""What a page may load: only its own style sheet, script and pictures."""

_DANGER_TOPIC = "immediate-danger"
_FRONT_DOOR = "front door"


@dataclass(frozen=True, slots=True)
class Number:
    """A telephone number of the line that stands on every page."""

    label: str
    phone: str
    hours: str
    to_confirm: bool


@dataclass(frozen=True, slots=True)
class Site:
    """What stands on every page."""

    name: str
    danger: str
    danger_number: str
    numbers: tuple[Number, ...]
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
        environment.filters.update(day=short_date, dialled=_dialled, site=_site)
        environment.globals.update(site=site_of(guide, public_url), places=places)
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
    danger = basis.knowledge.guidance.danger_line
    contacts = _danger_contacts(guide)
    return Site(
        name=basis.knowledge.library.screens["start"].title,
        danger=danger,
        danger_number=next(one.phone for one in contacts if one.phone and one.phone in danger),
        numbers=tuple(
            _number(guide, one) for one in contacts if one.phone and one.phone not in danger
        ),
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


def _danger_contacts(guide: Guide) -> list[Contact]:
    """Whom to call when a child is in danger, as the topic about danger lists them."""
    library = guide.knowledge.library
    return [library.contacts[one] for one in library.topics[_DANGER_TOPIC].contacts]


def _number(guide: Guide, contact: Contact) -> Number:
    """The front door under its short name with its hours; any other label says when it is for."""
    is_front_door = _FRONT_DOOR in contact.aliases
    return Number(
        label=guide.knowledge.names["front_door"] if is_front_door else contact.label,
        phone=contact.phone or "",
        hours=(contact.hours or "") if is_front_door else "",
        to_confirm=bool(contact.confirm),
    )


def _dialled(phone: str) -> str:
    """The number as a telephone dials it: digits only, and a plus in front where there is one."""
    return re.sub(r"[^+0-9]", "", phone)


def _site(url: str) -> str:
    """The name of the site that a link leads to, so that the reader knows before following it."""
    return (urlsplit(url).hostname or "").removeprefix("www.")
