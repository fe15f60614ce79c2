"""What the guide asks for by name: it is there, whoever writes the knowledge base."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.knowledge_base.checks.addresses import cards
from bot.knowledge_base.shapes import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.knowledge_base.sections import Sections

NAMES = ("area", "partnership", "front_door")
CARDS = (
    "topic_immediate-danger",
    "topic_escalation",
    "start",
    "notify",
    "contacts",
    "changes",
    "help",
    "privacy",
    "about",
)
"""The addresses of cards without which a screen could not be shown."""


def what_the_guide_names_exists(sections: Sections) -> Iterator[Problem]:
    """No screen fails for want of a name or a card, least of all the one about danger now."""
    path = ("names",)
    for name in NAMES:
        if name not in sections.names:
            yield Problem(path, f"`{name}` is missing; add a line for it", key=True)
    given = {card.address for _, _, card in cards(sections)}
    for address in CARDS:
        if address not in given:
            kind, _, name = address.rpartition("_")
            where = f"`{kind}s`" if kind else "`screens`"
            message = f"`{name}` is missing under {where}, and the guide leads there; add it"
            yield Problem(path, message, key=True)
