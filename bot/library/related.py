"""Related cards: a relation named on one card holds for both.

So a national card names no local review, and still leads to those that name it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.library.model import Card, Library


def related(library: Library, card: Card) -> tuple[str, ...]:
    """The addresses that a card names, then those of the cards that name it."""
    return tuple(dict.fromkeys((*card.related, *library.naming.get(card.address, ()))))
