"""Lists to browse: reviews, national learning, topics, themes, and what narrows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.address import MAX_BYTES, address
from bot.library.alike import reviews_alike
from bot.library.browse import (
    Filters,
    cards_of,
    counts,
    narrowed,
    sort_of,
    year_of,
)
from bot.library.model import AgeGroup, Review
from bot.screen import Action, Block, Entries, Entry, Heading, Paragraph, Screen
from bot.screens import cards, pathway
from bot.screens.basis import START

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from bot.library.model import Card
    from bot.screens.basis import Basis
    from bot.screens.pathway import Pathway

PAGE = 10
_NAMES = {"theme": "By theme", "year": "By year", "age": "By age", "kind": "By kind"}
_KIND_WORDS = {kind.value.lower(): name for kind, name in cards.KIND_NAMES.items()}
_LIKE = "Cases that share an age group or being looked after. No case is the same as another."


def list_screen(basis: Basis, kind: str, filters: Filters, page: int) -> Screen:
    """One page of the cards of a kind."""
    found = narrowed(cards_of(basis.knowledge.library, kind), filters)
    page, pages = _within(found, page)
    here = _address(kind, filters, page)
    return Screen(
        address=here,
        title=_title(basis, kind, filters),
        blocks=(
            *_introduction(basis, kind, here),
            Paragraph(_count(len(found), page, pages)),
            _page_of(found, page),
        ),
        actions=(
            *_turns(page, pages, lambda number: _address(kind, filters, number)),
            *_narrow(kind, filters),
            *((Action("all", "Show all", kind),) if filters != Filters() else ()),
            START,
        ),
    )


def filter_screen(basis: Basis, kind: str, filters: Filters) -> Screen:
    """What can narrow a list, each with the number of cards it would leave."""
    found = narrowed(cards_of(basis.knowledge.library, kind), filters)
    return Screen(
        address=address("filter", kind, *filters.tokens()),
        title=f"Narrow: {_title(basis, kind, filters)}",
        blocks=tuple(_facets(basis, kind, filters, found)),
        actions=(Action("back", "Back to the list", _address(kind, filters, 1)), START),
    )


def themes_screen(basis: Basis) -> Screen:
    """Every theme that some card has, with the number of its cards."""
    library = basis.knowledge.library
    count = {theme: len(found) for theme, found in library.with_theme.items()}
    return Screen(
        address="themes",
        title=cards.title_of(basis, "themes"),
        blocks=(
            *_introduction(basis, "themes", "themes"),
            Entries(
                tuple(
                    Entry(theme.title, f"theme_{theme.id}", _cards(count[theme.id]))
                    for theme in sorted(library.themes.values(), key=lambda one: one.title)
                    if theme.id in count
                )
            ),
        ),
        actions=(START,),
    )


def theme_cards(basis: Basis, theme_id: str) -> tuple[Card, ...]:
    """The cards of a theme: local reviews first, then national learning, then topics."""
    return basis.knowledge.library.with_theme.get(theme_id, ())


def theme_screen(basis: Basis, theme_id: str, page: int = 1) -> Screen:
    theme = basis.knowledge.library.themes[theme_id]
    found = theme_cards(basis, theme_id)
    page, pages = _within(found, page)
    return Screen(
        address=_theme_address(theme_id, page),
        title=theme.title,
        blocks=(
            Paragraph(_count(len(found), page, pages)),
            _page_of(found, page),
        ),
        actions=(
            *_turns(page, pages, lambda number: _theme_address(theme_id, number)),
            Action("list", "All themes", "themes"),
            START,
        ),
    )


def alike_screen(basis: Basis, way: Pathway) -> Screen:
    """Learning from cases like this one."""
    found = reviews_alike(basis.knowledge.library, way.path)[:PAGE]
    return Screen(
        address=pathway.at(basis, "like", way),
        title="Learning from cases like this",
        blocks=(Paragraph(_LIKE), Entries(tuple(_entry(card) for card in found))),
        actions=(
            Action("back", "Back to the outcome", pathway.at(basis, "outcome", way)),
            Action("list", "All reviews", "reviews"),
            START,
        ),
    )


def _address(kind: str, filters: Filters, page: int) -> str:
    pages = (f"page-{page}",) if page > 1 else ()
    tokens = (*filters.tokens(), *pages)
    return address("list", kind, *tokens) if tokens else kind


def _theme_address(theme_id: str, page: int) -> str:
    return address("theme", theme_id, f"page-{page}" if page > 1 else "")


def _title(basis: Basis, kind: str, filters: Filters) -> str:
    title = cards.title_of(basis, kind)
    words = [_word(basis, *token.split("-", 1)) for token in filters.tokens()]
    return f"{title}: {', '.join(words)}" if words else title


def _word(basis: Basis, name: str, value: str) -> str:
    if name == "theme":
        return cards.title_of(basis, f"theme_{value}")
    if name == "kind":
        return _KIND_WORDS.get(value, value.replace("-", " "))
    ages = value.replace("under-", "under ").replace("-plus", " or over").replace("-", " to ")
    return {"since": f"since {value}", "age": f"age {ages}"}.get(name, value)


def _introduction(basis: Basis, kind: str, here: str) -> Iterator[Block]:
    card = basis.knowledge.library.screens.get(kind)
    if card and here == kind:
        yield from cards.summary(card)
        yield from cards.parts(basis, card.body)


def _count(number: int, page: int, pages: int) -> str:
    if not number:
        return "No card fits. Show all, or browse by theme."
    where = f" Page {page} of {pages}." if pages > 1 else ""
    return f"{_cards(number)}.{where}"


def _cards(number: int) -> str:
    return f"{number} card" if number == 1 else f"{number} cards"


def _entry(card: Card) -> Entry:
    year = year_of(card)
    return Entry(
        card.title, card.address, " · ".join(filter(None, (_kind(card), str(year or ""))))
    )


def _kind(card: Card) -> str:
    if isinstance(card, Review):
        return f"{card.area}, {cards.KIND_NAMES[card.review_kind]}"
    return (sort_of(card) or "").replace("-", " ")


def _within(found: Sequence[Card], page: int) -> tuple[int, int]:
    """The page, or the last one where there are not so many; and how many there are."""
    pages = max(1, -(-len(found) // PAGE))
    return min(page, pages), pages


def _page_of(found: Sequence[Card], page: int) -> Entries:
    return Entries(tuple(_entry(card) for card in found[(page - 1) * PAGE : page * PAGE]))


def _turns(page: int, pages: int, address_of: Callable[[int], str]) -> Iterator[Action]:
    for number, label in ((page - 1, "Page before"), (page + 1, "Next page")):
        if 1 <= number <= pages:
            yield Action("page", label, address_of(number))


def _narrow(kind: str, filters: Filters) -> Iterator[Action]:
    where = address("filter", kind, *filters.tokens())
    if kind != "topics" and _fits(where):
        yield Action("filter", "Narrow this list", where)


def _facets(basis: Basis, kind: str, filters: Filters, found: Sequence[Card]) -> Iterator[Block]:
    for name, values in counts(found).items():
        left = tuple(
            Entry(_word(basis, name, value), where, _cards(number))
            for value, number in _in_order(name, values)
            if getattr(filters, name) != value
            and _fits(where := _address(kind, filters.with_(name, value), 1))
        )
        if left:
            yield Heading(_NAMES[name])
            yield Entries(left)


def _in_order(name: str, values: Mapping[str, int]) -> list[tuple[str, int]]:
    """Years newest first and ages youngest first; all else by the number of cards."""
    if name == "year":
        return sorted(values.items(), reverse=True)
    if name == "age":
        youngest_first = [age.value for age in AgeGroup]
        return sorted(values.items(), key=lambda pair: youngest_first.index(pair[0]))
    return sorted(values.items(), key=lambda pair: (-pair[1], pair[0]))


def _fits(where: str) -> bool:
    return len(where) <= MAX_BYTES
