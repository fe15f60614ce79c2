"""Screens that only the web page has: ask, accessibility, leave, and what an error says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.channels.web.places import ACCESSIBILITY, ASK, LEAVE
from bot.screen import Action, Bullets, Heading, Paragraph, Screen
from bot.screens.fixed import MAIN, ways_on

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.guide import Guide
    from bot.screen import Block

_LEAVE_OUT = (
    "Ask in your own words. Leave out names, dates of birth, addresses and numbers of a child, "
    "a family or a colleague."
)


def ask_screen(guide: Guide) -> Screen:
    return Screen(
        address=ASK,
        title="Ask a question",
        blocks=(
            Paragraph(_LEAVE_OUT),
            Paragraph(
                "The text is sent once, to be answered. It never stands in the address of a page, "
                "and it is neither stored nor logged."
            ),
        ),
        actions=tuple(ways_on(guide.basis, "check", "topics", "themes", "contacts", "start")),
    )


def leave_screen(guide: Guide) -> Screen:
    """A page that shows nothing of what was read before it."""
    start = guide.open("start")
    return Screen(
        address=LEAVE,
        title="You have left the page",
        blocks=(
            Paragraph("Nothing of what you looked at stands here. You can close this window."),
            Heading("What stays"),
            Bullets(
                (
                    "Pages that you opened stay in this browser's history.",
                    "Their addresses hold the answers that were chosen, as letters.",
                    "Files that you downloaded stay on this device.",
                    "Typed questions do not stay. They never stand in an address.",
                )
            ),
            Paragraph(
                "To remove the pages, delete the last hour of this browser's history, or use a "
                "private window next time."
            ),
        ),
        actions=(Action("start", start.title, start.address),),
    )


def accessibility_screen(guide: Guide) -> Screen:
    """The accessibility statement of this page."""
    names = guide.knowledge.names
    return Screen(
        address=ACCESSIBILITY,
        title="Accessibility",
        blocks=(
            *_how_it_is_built(),
            *_what_does_not(),
            Heading("Tell us"),
            Paragraph(
                f"Is something hard to use, or do you need it in another form? Tell "
                f"{names['partnership']}. Its contacts are on the contacts page."
            ),
            Paragraph(
                "Not happy with the answer? The Equality Advisory and Support Service gives "
                "advice. The Equality and Human Rights Commission enforces the accessibility "
                "regulations of 2018 for public bodies."
            ),
            Heading("How this statement was made"),
            Paragraph(
                "The people who wrote the guide tested it themselves, with the axe rules in "
                "Chromium and with the keyboard. No outside audit has been done, and people who "
                "use a screen reader every day have not tested it yet. Prepared on "
                "26 November 2026."
            ),
        ),
        actions=tuple(ways_on(guide.basis, "contacts", "about", "start")),
    )


def _how_it_is_built() -> tuple[Block, ...]:
    return (
        Paragraph(
            "This page is meant to be usable by everyone. It aims at the Web Content "
            "Accessibility Guidelines 2.2, level AA."
        ),
        Heading("What you can count on"),
        Bullets(
            (
                "Everything works with a keyboard alone, and where you are is always visible.",
                "Everything works without JavaScript.",
                "Text can be enlarged to 400 percent without sideways scrolling.",
                "Links and buttons are at least 44 pixels high, apart from links inside a sentence.",
                "Colours follow your light or dark setting. No meaning rests on colour alone.",
                "There is no time limit, and nothing moves.",
                "A date that was not understood stays in its field, to be mended.",
                "The timeline picture repeats what stands on the page in words.",
            )
        ),
    )


def _what_does_not() -> tuple[Block, ...]:
    return (
        Heading("What may be hard"),
        Bullets(
            (
                "Pages and reports of other sites, which this guide links, may not be accessible.",
                "The Word record was not tested with a screen reader.",
                "Law and guidance use hard words. The help of each question explains them.",
            )
        ),
    )


OWN_SCREENS: Mapping[str, Callable[[Guide], Screen]] = {
    ASK: ask_screen,
    LEAVE: leave_screen,
    ACCESSIBILITY: accessibility_screen,
}


def problem_screen(guide: Guide, title: str, *lines: str) -> Screen:
    """A page for a request that could not be answered, with every way on."""
    return Screen(
        address="start",
        title=title,
        blocks=tuple(Paragraph(line) for line in lines),
        actions=tuple(ways_on(guide.basis, *MAIN, "help", "start")),
    )
