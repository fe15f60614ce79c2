"""What nobody uses: sources that carry nothing, themes without a card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.knowledge_base.checks.addresses import cards
from bot.knowledge_base.shapes import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.knowledge_base.sections import Sections


def sources_are_used(sections: Sections) -> Iterator[Problem]:
    """Every source carries something."""
    used = {
        name
        for _, entry in sections.entries
        for name in (*getattr(entry, "sources", ()), getattr(entry, "source", None))
        if isinstance(name, str)
    }
    for at, source in enumerate(sections.sources):
        if source.id not in used:
            message = f"nothing stands on the source `{source.id}`; name it or delete it"
            yield Problem(("sources", at, "id"), message)


def themes_lead_somewhere(sections: Sections) -> Iterator[Problem]:
    """Every theme has a card, so that nobody opens an empty list."""
    used = {theme for _, _, card in cards(sections) for theme in card.themes}
    for at, theme in enumerate(sections.themes):
        if theme.id not in used:
            message = f"no card has the theme `{theme.id}`; add it to a card or delete the theme"
            yield Problem(("themes", at, "id"), message)
