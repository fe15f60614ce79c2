"""Screens with a name of their own: start, help, about, privacy, contacts, changes; and unknown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.address import address
from bot.library.model import ContactRole
from bot.notification.dates_in_words import long_date
from bot.notification.first_screen import filled
from bot.screen import (
    Action,
    Block,
    Fold,
    Heading,
    Notice,
    Paragraph,
    Row,
    Rows,
    Screen,
    Tone,
)
from bot.screens import cards
from bot.screens.basis import START, page_link
from bot.screens.first_screen import ring_card

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.screens.basis import Basis

MAIN = ("check", "notify", "reviews", "learning", "topics", "themes", "contacts")
_ON_THE_CARD = (ContactRole.FRONT_DOOR, ContactRole.OUT_OF_HOURS)
MORE = ("help", "privacy", "about", "changes")


def start_screen(basis: Basis) -> Screen:
    """Danger, the check, whom to ring now, and the ways to everything else."""
    words = basis.knowledge.first_screen.start
    return Screen(
        address="start",
        title=words.title,
        blocks=(Paragraph(words.check_help), ring_card(basis), Paragraph(words.about)),
        actions=_from_start(basis),
        has_clock=basis.now() is not None,
    )


def _from_start(basis: Basis) -> tuple[Action, ...]:
    words = basis.knowledge.first_screen.start.ways_on
    return tuple(Action(name, label, name) for name, label in words.items())


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
    """Whom to ring now, then who is reached for what; everything else folded."""
    fold = _every_contact(basis)
    short = tuple(
        Row(one.short or one.label, "; ".join(filter(None, (one.phone, one.email, one.hours))))
        for one in basis.knowledge.library.contacts.values()
        if one.role not in {None, *_ON_THE_CARD} and one.phone
    )
    return Screen(
        address="contacts",
        title=basis.knowledge.first_screen.numbers.title,
        blocks=(ring_card(basis), Rows(short)),
        folds=(fold,),
        actions=tuple(ways_on(basis, "notify", "check", "start")),
        has_clock=basis.now() is not None,
    )


def every_contact_screen(basis: Basis) -> Screen:
    fold = _every_contact(basis)
    return Screen(
        address=fold.address,
        title=fold.title,
        blocks=fold.blocks,
        actions=(Action("back", "Back", "contacts"), START),
    )


def _every_contact(basis: Basis) -> Fold:
    contacts = basis.knowledge.library.contacts
    title = filled(basis.knowledge.first_screen.numbers.fold, {"count": str(len(contacts))})
    sources = (source for contact in contacts.values() for source in contact.sources)
    blocks: tuple[Block, ...] = (*basis.contacts(contacts), *basis.sources(sources))
    return Fold("all", title, address("contacts", "all"), blocks)


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
    words = basis.knowledge.first_screen.danger_now
    return (Notice(Tone.URGENT, words.title), Paragraph(words.text), ring_card(basis))


def danger_screen(basis: Basis, check: str = "check") -> Screen:
    """Danger now as a screen of its own.

    Args:
        basis: what screens stand on.
        check: the address of the check, with the answers that were understood.
    """
    words = basis.knowledge.first_screen.danger_now
    return Screen(
        address="topic_immediate-danger",
        title=words.title,
        blocks=(Paragraph(words.text), ring_card(basis)),
        actions=(Action("check", words.check, check), START),
        has_clock=basis.now() is not None,
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
        title=basis.knowledge.first_screen.unknown,
        actions=_from_start(basis),
        known=False,
    )


def _facts_about(basis: Basis, name: str) -> Iterator[Block]:
    if name == "about":
        version = basis.knowledge.criteria.version
        yield Paragraph(f"Knowledge base {basis.knowledge.version}. Criteria version {version}.")
