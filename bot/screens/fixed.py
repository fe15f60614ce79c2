"""Screens with a name of their own: start, help, about, privacy, contacts, changes; and unknown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.notification.dates_in_words import long_date
from bot.screen import Action, Block, Heading, Notice, Paragraph, Screen, Tone
from bot.screens import cards
from bot.screens.basis import START, page_link

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.screens.basis import Basis

MAIN = ("check", "notify", "reviews", "learning", "topics", "themes", "contacts")
MORE = ("help", "privacy", "about", "changes")


def start_screen(basis: Basis) -> Screen:
    """Who runs it, what it is, the 999 line, and what it can do."""
    card = basis.knowledge.library.screens["start"]
    return Screen(
        address="start",
        title=card.title,
        blocks=(basis.danger(), *cards.summary(card), *cards.parts(basis, card.body)),
        actions=tuple(ways_on(basis, *MAIN, *MORE)),
    )


def ways_on(basis: Basis, *names: str) -> Iterator[Action]:
    """Actions that lead to fixed screens, labelled with their titles."""
    for name in names:
        yield Action(name, cards.title_of(basis, name), name)


def worded_screen(basis: Basis, name: str) -> Screen:
    """A fixed screen whose words stand whole in the knowledge base."""
    card = basis.knowledge.library.screens[name]
    return Screen(
        address=name,
        title=card.title,
        blocks=(
            *cards.summary(card),
            *cards.parts(basis, card.body),
            *_facts_about(basis, name),
            *cards.to_confirm(card),
            *basis.sources(card.sources),
        ),
        links=tuple(page_link(link) for link in card.links),
        actions=tuple(ways_on(basis, "check", "contacts", "start")),
    )


def contacts_screen(basis: Basis) -> Screen:
    """Every way to reach someone."""
    card = basis.knowledge.library.screens["contacts"]
    return Screen(
        address="contacts",
        title=card.title,
        blocks=(
            basis.danger(),
            *cards.summary(card),
            *cards.parts(basis, card.body),
            *basis.contacts(basis.knowledge.library.contacts),
            *basis.sources(
                source
                for contact in basis.knowledge.library.contacts.values()
                for source in contact.sources
            ),
        ),
        actions=tuple(ways_on(basis, "notify", "check", "start")),
    )


def changes_screen(basis: Basis) -> Screen:
    """What changed in the guidance, and since when, newest first."""
    card = basis.knowledge.library.screens["changes"]
    blocks: list[Block] = [*cards.summary(card), *cards.parts(basis, card.body)]
    sources: list[str] = []
    for change in basis.knowledge.library.changes:
        blocks.append(Heading(f"{long_date(change.since)}: {change.title}"))
        blocks.append(Paragraph(change.what))
        if change.confirm:
            blocks.append(Notice(Tone.WARNING, change.confirm))
        sources.extend(change.sources)
    return Screen(
        address="changes",
        title=card.title,
        blocks=(*blocks, *basis.sources(sources)),
        actions=(Action("topics", "All topics", "topics"), START),
    )


def danger_now(basis: Basis) -> tuple[Block, ...]:
    """What is said first of all when a message describes danger now."""
    card = basis.knowledge.library.topics["immediate-danger"]
    return (
        basis.danger(),
        Paragraph("If this is happening now, act first and read later."),
        *basis.numbers(card.contacts),
    )


def leave_details_out() -> Notice:
    """A gentle line when a message holds details that could identify someone."""
    return Notice(
        Tone.WARNING,
        "Please leave out names, dates of birth, addresses and numbers. "
        "Nothing was kept. The answer does not need them.",
    )


def unknown_screen(basis: Basis) -> Screen:
    """What any text gets that is no address of a screen. The text itself is not shown again."""
    return Screen(
        address="start",
        title="This guide does not know that address",
        blocks=(
            basis.danger(),
            Paragraph(
                "The link may be cut short, or from another guide. Nothing is lost: "
                "an address holds only codes for answers."
            ),
            Paragraph("Start the questions again, browse, or ask in your own words."),
        ),
        actions=tuple(ways_on(basis, *MAIN, "help")),
        known=False,
    )


def _facts_about(basis: Basis, name: str) -> Iterator[Block]:
    if name == "about":
        version = basis.knowledge.criteria.version
        yield Paragraph(f"Knowledge base {basis.knowledge.version}. Criteria version {version}.")
