"""One walk over every kind of page in a browser, and everything that was seen on the way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from axe_playwright_python.base import (  # type: ignore[import-untyped]  # it has no types
    AXE_SCRIPT,
)
from playwright.sync_api import Browser, ConsoleMessage, Page

from bot.guide import Guide
from tests.channels.web import walks

NARROW, WIDE = 320, 1280
SMALLEST_TARGET = 44
LOOKS: tuple[tuple[int, Literal["light", "dark"], bool], ...] = (
    (NARROW, "light", True),
    (NARROW, "dark", False),
    (WIDE, "dark", True),
    (WIDE, "light", False),
)
"""Width, scheme, and whether all rules of axe are run, or those alone that look at colour and size."""

_ALL_RULES = {"resultTypes": ["violations"]}
_LOOKING_RULES = {
    "resultTypes": ["violations"],
    "runOnly": ["color-contrast", "link-in-text-block", "target-size"],
}
_RUN_AXE = """(options) => axe.run(options).then((found) => found.violations.map(
  (one) => one.id + ": " + one.nodes.map((node) => node.html).join(" ")))"""
_TOO_SMALL = f"""() => [...document.querySelectorAll("a, button, input:not([type=hidden]), summary")]
  .filter((one) => one.checkVisibility() && !one.matches(".skip"))
  .filter((one) => one.getBoundingClientRect().height < {SMALLEST_TARGET} - 0.5)
  .map((one) => one.outerHTML)"""
_OPEN_ALL = """document.querySelectorAll("details:not(.menu)")
  .forEach((one) => { one.open = true })"""
_STORED = "localStorage.length + sessionStorage.length + document.cookie.length"
_EXPECTED = ("404", "422")


@dataclass
class Survey:
    """What was seen, each with the kind of page on which it was seen."""

    kinds: list[str] = field(default_factory=list)
    violations: list[str] = field(default_factory=list)
    sideways: list[str] = field(default_factory=list)
    small_targets: list[str] = field(default_factory=list)
    stored: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


def survey(browser: Browser, origin: str, guide: Guide) -> Survey:
    seen = Survey()
    context = browser.new_context()
    context.on("request", lambda request: seen.requests.append(request.url))
    context.on("console", lambda message: _note(message, seen))
    page = context.new_page()
    for name in _every_kind(page, origin, guide):
        seen.kinds.append(name)
        if page.evaluate(_STORED) or context.cookies():
            seen.stored.append(name)
        page.evaluate(_OPEN_ALL)
        page.evaluate(AXE_SCRIPT)
        for width, scheme, whole in LOOKS:
            page.set_viewport_size({"width": width, "height": 800})
            page.emulate_media(color_scheme=scheme)
            look = f"{name}, {width}, {scheme}"
            rules = _ALL_RULES if whole else _LOOKING_RULES
            seen.violations += [f"{look}: {one}" for one in page.evaluate(_RUN_AXE, rules)]
            seen.small_targets += [f"{look}: {one}" for one in page.evaluate(_TOO_SMALL)]
            if page.evaluate("document.documentElement.scrollWidth") > width:
                seen.sideways.append(look)
    context.close()
    return seen


def _every_kind(page: Page, origin: str, guide: Guide) -> Iterator[str]:
    for name, path in walks.kinds_of_page(guide).items():
        page.goto(origin + path)
        yield name
    page.goto(origin)
    page.locator(".menu summary").click()
    yield "the menu, open"
    for name, at, text in (
        ("an answer", "start", "what is a rapid review"),
        ("an answer under a question", "check", "what is a rapid review"),
        ("no answer", "start", "zebra crossing timetable"),
        ("danger now", "start", "a child is being hurt right now"),
        ("details left out", "start", "Jayden Smith, born 3 May 2019, NHS number 943 476 5919"),
        ("nothing typed", "start", ""),
        ("a wrong date", walks.date(guide), "31/02/2026"),
    ):
        page.goto(f"{origin}/{at}")
        form = page.locator("form.date, form.ask").first
        form.locator("input[type=text]").fill(text)
        form.locator("button").click()
        yield name


def _note(message: ConsoleMessage, seen: Survey) -> None:
    if message.type in {"error", "warning"} and not any(one in message.text for one in _EXPECTED):
        seen.complaints.append(message.text)
