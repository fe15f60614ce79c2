"""Browsing: cards of a kind, narrowed by theme, year, age group and sort, with counts."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING

from bot.library.model import AgeGroup, Learning, Review

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bot.library.model import Card, Library

KINDS = ("reviews", "learning", "topics")
_SEPARATOR = "-"
_LAST_PAGE = 999


@dataclass(frozen=True, slots=True)
class Filters:
    """What narrows a list. Each is a token `name-value` in an address, in this order."""

    kind: str | None = None
    year: str | None = None
    since: str | None = None
    age: str | None = None
    theme: str | None = None

    def tokens(self) -> tuple[str, ...]:
        return tuple(
            f"{one.name}{_SEPARATOR}{value}"
            for one in fields(self)
            if (value := getattr(self, one.name))
        )

    def with_(self, name: str, value: str | None) -> Filters:
        """These filters with one of them set, or taken away by None."""
        return replace(self, **{name: value})


_NONE = Filters()


def read_filters(tokens: Iterable[str]) -> tuple[Filters, int] | None:
    """Filters and page number from the tokens of an address, or None when one is not known."""
    names = {one.name for one in fields(Filters)}
    found: dict[str, str] = {}
    page = 1
    for token in tokens:
        name, _, value = token.partition(_SEPARATOR)
        if name == "page" and value.isdecimal() and 0 < int(value) <= _LAST_PAGE:
            page = int(value)
        elif name in names and value:
            found[name] = value
        else:
            return None
    return Filters(**found), page


def cards_of(library: Library, kind: str) -> tuple[Card, ...]:
    """The cards of a kind, newest first where they have a date."""
    return library.of_kind.get(kind, ())


def narrowed(cards: Iterable[Card], filters: Filters) -> tuple[Card, ...]:
    """The cards that pass every filter."""
    if filters == _NONE:
        return tuple(cards)
    return tuple(card for card in cards if _passes(card, filters))


def counts(cards: Iterable[Card]) -> Mapping[str, Mapping[str, int]]:
    """For each filter, how many of these cards each of its values would leave."""
    found: dict[str, dict[str, int]] = {"theme": {}, "year": {}, "age": {}, "kind": {}}
    for card in cards:
        for name, values in _values(card).items():
            for value in values:
                found[name][value] = found[name].get(value, 0) + 1
    return found


def year_of(card: Card) -> int | None:
    if isinstance(card, Review):
        return card.published.year
    return card.year if isinstance(card, Learning) else None


def ages_of(card: Card) -> tuple[AgeGroup, ...]:
    return card.age_groups if isinstance(card, Review | Learning) else ()


def sort_of(card: Card) -> str | None:
    """The kind of a review (scr, spr, thematic) or of a document."""
    if isinstance(card, Review):
        return card.review_kind.value.lower()
    return card.document_kind.replace(" ", "-").lower() if isinstance(card, Learning) else None


def _values(card: Card) -> dict[str, tuple[str, ...]]:
    year, sort = year_of(card), sort_of(card)
    return {
        "theme": card.themes,
        "year": (str(year),) if year else (),
        "age": tuple(age.value for age in ages_of(card)),
        "kind": (sort,) if sort else (),
    }


def _passes(card: Card, filters: Filters) -> bool:
    values = _values(card)
    wanted = {
        "theme": filters.theme,
        "year": filters.year,
        "age": filters.age,
        "kind": filters.kind,
    }
    if any(value and value not in values[name] for name, value in wanted.items()):
        return False
    if filters.since is None:
        return True
    year = year_of(card)
    return year is not None and filters.since.isdecimal() and year >= int(filters.since)
