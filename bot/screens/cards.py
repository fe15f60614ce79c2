"""One card: what it is, date, kind, summary, documents and links, sources, related cards."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.library.model import Learning, Review, ReviewKind, ScreenCard
from bot.library.related import related
from bot.notification.dates_in_words import short_date
from bot.screen import (
    Action,
    Block,
    Bullets,
    Entries,
    Entry,
    Fold,
    Heading,
    Line,
    Lines,
    Notice,
    Paragraph,
    Quote,
    Row,
    Rows,
    Screen,
    Steps,
    Tone,
)
from bot.screen import (
    Part as LinePart,
)
from bot.screens.basis import START, page_link

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from bot.library.model import Card, Part
    from bot.screens.basis import Basis

KIND_NAMES = {
    ReviewKind.SPR: "Safeguarding Practice Review",
    ReviewKind.SCR: "Serious Case Review",
    ReviewKind.THEMATIC: "Thematic review",
}
_NO_ADDRESS = "No address of its own was found."
_NO_SUMMARY = "No source that we read says what this review is about."
_NOTHING_SAID = "No source that we read says what it is about."
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
    """A card: the answer first, the way to the document, and all else folded."""
    list_address, list_label = _LISTS.get(card.kind, ("topics", "All topics"))
    answer, *_ = _sections(card.body)
    return Screen(
        address=card.address,
        title=card.title,
        blocks=(
            *summary(card),
            *parts(basis, answer),
            *_published(card),
            *to_confirm(card),
            *_way_to_it(card),
        ),
        folds=card_folds(basis, card),
        actions=(Action("list", list_label, list_address), START),
    )


def card_fold_screen(basis: Basis, card: Card, fold_id: str) -> Screen | None:
    """One fold of a card as a screen of its own."""
    fold = next((one for one in card_folds(basis, card) if one.id == fold_id), None)
    if fold is None:
        return None
    return Screen(
        address=fold.address,
        title=f"{card.title}: {fold.title[:1].lower()}{fold.title[1:]}",
        blocks=fold.blocks,
        actions=(Action("back", f"Back: {card.title}", card.address), START),
    )


def card_folds(basis: Basis, card: Card) -> tuple[Fold, ...]:
    """What stands folded under a card, in order."""
    _, *sections = _sections(card.body)
    found: list[tuple[str, str, tuple[Block, ...]]] = [
        (f"part-{number}", section[0].heading or "", tuple(parts(basis, _headless(section))))
        for number, section in enumerate(sections, start=1)
    ]
    others = tuple(_entries(basis, related(basis.knowledge.library, card)))
    themes = tuple(_entries(basis, (f"theme_{theme}" for theme in card.themes)))
    documents = tuple(_documents(card))
    links = tuple(_other_links(card, basis.today()))
    about_date = card.date_note if isinstance(card, Review) else None
    whom = "If the report is not there" if isinstance(card, Review) else "Whom to ask"
    sources = basis.sources(card.sources)
    found += [
        ("documents", _counted("Documents", documents), _with_note(documents, about_date)),
        ("links", _counted("Links", links), (Lines(links),) if links else ()),
        ("like", _counted("Others like this", others), (Entries(others),) if others else ()),
        ("themes", _counted("Themes", themes), (Entries(themes),) if themes else ()),
        ("ask", whom, tuple(basis.contacts(card.contacts))),
        ("sources", _counted("Sources, and when each was checked", sources), sources),
    ]
    return tuple(
        Fold(name, title, f"{card.address}_{name}", blocks)
        for name, title, blocks in found
        if blocks
    )


def _with_note(documents: tuple[Row, ...], note: str | None) -> tuple[Block, ...]:
    if not documents:
        return ()
    return (Rows(documents), Paragraph(note)) if note else (Rows(documents),)


def _counted(title: str, things: Sequence[object]) -> str:
    return f"{title} ({len(things)})"


def _sections(body: tuple[Part, ...]) -> list[tuple[Part, ...]]:
    """The text before the first heading, then each heading with what follows it."""
    sections: list[tuple[Part, ...]] = [()]
    for part in body:
        if part.heading:
            sections.append((part,))
        else:
            sections[-1] += (part,)
    return sections


def _headless(section: tuple[Part, ...]) -> tuple[Part, ...]:
    first, *rest = section
    return (replace(first, heading=None), *rest)


def _published(card: Card) -> Iterator[Block]:
    """What the card is and when it was published, in one quiet line."""
    if isinstance(card, Review):
        note = f" Speaks of {card.sensitive}." if card.sensitive else ""
        kind = KIND_NAMES[card.review_kind].capitalize()
        yield Paragraph(f"{kind} \N{MIDDLE DOT} {short_date(card.published)}.{note}")
    if isinstance(card, Learning):
        said = (card.publisher, card.published, f"{card.document_kind}, {card.standing.value}")
        yield Paragraph(" \N{MIDDLE DOT} ".join(said))


def _way_to_it(card: Card) -> Iterator[Block]:
    """One tap to the document, or to the best page that is known for it."""
    if card.links:
        link = page_link(card.links[0])
        yield Lines((Line(LinePart.DO, link.label, link=link),))


def _other_links(card: Card, today: date) -> Iterator[Line]:
    for one in card.links[1:]:
        if not one.leads_on(today):
            continue
        link = page_link(one)
        yield Line(LinePart.NEXT, link.label, link=link)


def summary(card: Card) -> Iterator[Block]:
    if card.summary:
        yield Paragraph(card.summary)
    elif not isinstance(card, ScreenCard):
        yield Paragraph(_NO_SUMMARY if isinstance(card, Review) else _NOTHING_SAID)


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


def _documents(card: Card) -> Iterator[Row]:
    if isinstance(card, Review):
        for one in card.documents:
            said = ". ".join(filter(None, (one.url, one.note))) or _NO_ADDRESS
            yield Row(one.title, said)


def _entries(basis: Basis, addresses: Iterable[str]) -> Iterator[Entry]:
    for address in addresses:
        yield Entry(title_of(basis, address), address)
