"""What a question may be answered with: every card, screen and theme of the knowledge base."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.library.model import Learning, Review
from bot.search.model import Target

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.knowledge import Knowledge
    from bot.library.model import Card, Theme

_BESIDE_THE_NAMES = re.compile(
    r"(?<!\s)\s+[-\u2013\u2014]\s+.*|\b(?:serious case|safeguarding practice|thematic|learning) review\b.*",
    re.IGNORECASE,
)
_PIECES = re.compile(r"(?<!\s)\s*[:()]\s*|(?<!\s)\s+-\s+")
ANOTHER_AREA = "Local review of another area"


def targets_of(knowledge: Knowledge) -> tuple[Target, ...]:
    """Every address that a typed question may be answered with."""
    library = knowledge.library
    cards = (*library.cards(), *library.screens.values())
    return (
        *(_of_card(card, library.themes) for card in cards),
        *(_of_theme(theme) for theme in library.themes.values()),
    )


def _of_card(card: Card, themes: Mapping[str, Theme]) -> Target:
    return Target(
        address=card.address,
        title=card.title,
        aliases=(*card.aliases, card.id.replace("-", " ")),
        examples=card.examples,
        themes=card.themes,
        theme_words=tuple(
            word
            for theme in card.themes
            if theme in themes
            for word in (themes[theme].title, *themes[theme].aliases)
        ),
        summary=_text_of(card),
        search_words=card.search_words,
        names=_names_of(card),
        area=card.area if isinstance(card, Review) else "",
        year=_year_of(card),
        age_groups=card.age_groups if isinstance(card, Review | Learning) else (),
        kind=card.kind,
    )


def _text_of(card: Card) -> str:
    said = [card.summary or ""]
    for part in card.body:
        said += [part.text or "", part.heading or "", *part.bullets, *part.steps]
    return " ".join(piece for piece in said if piece)


def _names_of(card: Card) -> tuple[str, ...]:
    if isinstance(card, Learning):
        own = card.document_kind == ANOTHER_AREA
        return tuple(name for name in _PIECES.split(card.title) if own and "review" not in name)
    if not isinstance(card, Review):
        return ()
    return (_BESIDE_THE_NAMES.sub("", card.title).strip(" '\u2018\u2019"), *card.aliases)


def _year_of(card: Card) -> int | None:
    if isinstance(card, Review):
        return card.published.year
    return card.year if isinstance(card, Learning) else None


def _of_theme(theme: Theme) -> Target:
    return Target(
        address=f"theme_{theme.id}",
        title=theme.title,
        aliases=(*theme.aliases, theme.id.replace("-", " ")),
        examples=theme.examples,
        themes=(theme.id,),
        kind="theme",
    )
