"""Addresses: short enough for a button, and each leads somewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.address import MAX_BYTES, SCREENS
from bot.knowledge_base.shapes import Problem
from bot.knowledge_base.suggestion import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.knowledge_base.sections import Sections
    from bot.library.model import Card

DATE_AND_REFERENCE = "_20261123_abcdefgh"
"""What may follow the answers: a day, and a reference of at most eight letters."""


def addresses_fit(sections: Sections) -> Iterator[Problem]:
    """No address is longer than a button can carry, not even that of the longest dialogue."""
    for section, at, card in cards(sections):
        if len(card.address.encode()) > MAX_BYTES:
            message = (
                f"the address `{card.address}` is over {MAX_BYTES} characters; shorten the id"
            )
            yield Problem((section, at, "id"), message)
    for at, theme in enumerate(sections.themes):
        if len(f"theme_{theme.id}".encode()) > MAX_BYTES:
            message = (
                f"the address `theme_{theme.id}` is over {MAX_BYTES} characters; shorten the id"
            )
            yield Problem(("themes", at, "id"), message)
    answers = "qo-" * len(sections.criteria.questions)
    longest = f"outcome_{sections.criteria.version}_{answers}{DATE_AND_REFERENCE}"
    if len(longest) > MAX_BYTES:
        message = f"answers to so many questions do not fit into {MAX_BYTES} characters; ask fewer"
        yield Problem(("criteria", "questions"), message, key=True)


def screens_are_reachable(sections: Sections) -> Iterator[Problem]:
    """The words of a screen belong to a screen that exists."""
    for at, screen in enumerate(sections.screens):
        if screen.id not in SCREENS:
            hint = did_you_mean(screen.id, SCREENS) or f"the screens are {', '.join(SCREENS)}"
            message = f"no screen is called `{screen.id}`, so nothing leads here; {hint}"
            yield Problem(("screens", at, "id"), message)


def known_addresses(sections: Sections) -> frozenset[str]:
    """Every address that a text of the knowledge base may name."""
    return frozenset(
        {
            *SCREENS,
            *(card.address for _, _, card in cards(sections)),
            *(f"theme_{theme.id}" for theme in sections.themes),
        }
    )


def cards(sections: Sections) -> Iterator[tuple[str, int, Card]]:
    """Every card with its section and its position there."""
    for section in ("topics", "reviews", "learning", "screens"):
        for at, card in enumerate(getattr(sections, section)):
            yield section, at, card
