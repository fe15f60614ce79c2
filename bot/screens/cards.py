"""One card: what it is, date, kind, summary, documents and links, sources, related cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.library.model import Learning, Review, ReviewKind, ScreenCard
from bot.library.related import related
from bot.notification.dates_in_words import long_date
from bot.screen import (
    Action,
    Block,
    Bullets,
    Entries,
    Entry,
    Heading,
    Notice,
    Paragraph,
    Quote,
    Row,
    Rows,
    Screen,
    Steps,
    Tone,
)
from bot.screens.basis import START, page_link

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.library.model import Card, Part
    from bot.screens.basis import Basis

KIND_NAMES = {
    ReviewKind.SPR: "Safeguarding Practice Review",
    ReviewKind.SCR: "Serious Case Review",
    ReviewKind.THEMATIC: "Thematic review",
}
_NO_ADDRESS = "No address of its own was found."
_NO_SUMMARY = "No source that we read says what it is about."
_LISTS = {"review": ("reviews", "All reviews"), "learning": ("learning", "All national learning")}


def find(basis: Basis, address: str) -> Card | None:
    """The card of an address, or None."""
    library = basis.knowledge.library
    screen, _, card_id = address.partition("_")
    shelves = {"topic": library.topics, "review": library.reviews, "learning": library.learning}
    shelf = shelves.get(screen)
    return shelf.get(card_id) if shelf is not None else None


def title_of(basis: Basis, address: str) -> str:
    """The title of a card, theme or screen by its address; the address itself if there is none."""
    card = find(basis, address) or basis.knowledge.library.screens.get(address)
    if card is not None:
        return card.title
    theme = basis.knowledge.library.themes.get(address.removeprefix("theme_"))
    return theme.title if theme else address


def card_screen(basis: Basis, card: Card) -> Screen:
    """A card, whole."""
    list_address, list_label = _LISTS.get(card.kind, ("topics", "All topics"))
    return Screen(
        address=card.address,
        title=card.title,
        blocks=(
            *_about(card),
            *summary(card),
            *parts(basis, card.body),
            *_documents(card),
            *basis.contacts(card.contacts),
            *to_confirm(card),
            *_related(basis, card),
            *basis.sources(card.sources),
        ),
        links=tuple(page_link(link) for link in card.links if link.leads_on(basis.today())),
        actions=(Action("list", list_label, list_address), START),
    )


def summary(card: Card) -> Iterator[Block]:
    if card.summary:
        yield Paragraph(card.summary)
    elif not isinstance(card, ScreenCard):
        yield Paragraph(_NO_SUMMARY)


def parts(basis: Basis, body: tuple[Part, ...]) -> Iterator[Block]:
    """The parts of a card's text as blocks."""
    for part in body:
        if part.heading:
            yield Heading(part.heading)
        if part.text:
            yield Paragraph(part.text)
        if part.dated:
            yield Paragraph(part.dated.on(basis.today()))
        if part.bullets:
            yield Bullets(part.bullets)
        if part.steps:
            yield Steps(part.steps)
        if part.quote:
            yield Quote(part.quote, basis.knowledge.library.sources[part.source or ""].title)


def to_confirm(card: Card) -> Iterator[Block]:
    if card.confirm:
        yield Notice(Tone.WARNING, card.confirm)


def _about(card: Card) -> Iterator[Block]:
    if isinstance(card, Review):
        rows = [
            Row("Kind", KIND_NAMES[card.review_kind]),
            Row("Area", card.area),
            Row("Published", long_date(card.published)),
        ]
        if card.date_note:
            rows.append(Row("About the date", card.date_note))
        if card.sensitive:
            yield Notice(Tone.NOTE, f"Speaks of {card.sensitive}.")
        yield Rows(tuple(rows))
    if isinstance(card, Learning):
        rows = [
            Row("Publisher", card.publisher),
            Row("Published", card.published),
            Row("Kind", f"{card.document_kind}, {card.standing.value}"),
        ]
        if card.search_title:
            rows.append(Row("Search GOV.UK for", card.search_title))
        yield Rows(tuple(rows))


def _documents(card: Card) -> Iterator[Block]:
    if not isinstance(card, Review) or not card.documents:
        return
    yield Heading("Documents")
    yield Rows(
        tuple(
            Row(one.title, ". ".join(filter(None, (one.url, one.note))) or _NO_ADDRESS)
            for one in card.documents
        )
    )


def _related(basis: Basis, card: Card) -> Iterator[Block]:
    themes = [f"theme_{theme}" for theme in card.themes]
    entries = tuple(
        Entry(title_of(basis, address), address)
        for address in (*related(basis.knowledge.library, card), *themes)
    )
    if entries:
        yield Heading("Related")
        yield Entries(entries)
