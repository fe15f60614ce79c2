"""Notification guidance, one step a screen, for another agency and for the council."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.address import address
from bot.criteria.answers_in_address import Reader
from bot.screen import (
    Action,
    Entries,
    Entry,
    Line,
    Lines,
    Notice,
    Paragraph,
    Part,
    Screen,
    Tone,
)
from bot.screens import cards
from bot.screens import pathway as pathways
from bot.screens.basis import START, page_link
from bot.screens.first_screen import first_of_nothing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.notification.model import GuidanceStep, Role
    from bot.screen import Block
    from bot.screens.basis import Basis
    from bot.screens.pathway import Pathway


def tell_screen(basis: Basis, pathway: Pathway) -> Screen:
    """Whom to tell today, before anything is answered, and the steps of the reader's side."""
    words = basis.knowledge.first_screen
    first = first_of_nothing(basis, pathway.reader)
    role = role_of(basis, pathway.reader or Reader.AGENCY)
    steps = tuple(
        Entry(step.title, address("notify", role.id, str(number)))
        for number, step in enumerate(role.steps, start=1)
    )
    other = Reader.AGENCY if pathway.reader is Reader.COUNCIL else Reader.COUNCIL
    label = words.readers.agency if other is Reader.AGENCY else words.readers.council
    return Screen(
        address=address_for(basis, pathway.reader),
        title=words.notify.title,
        blocks=(Lines(tuple(_in_general(basis, first.lines()))), Entries(steps)),
        actions=(
            Action("check", words.start.ways_on["check"], pathways.at(basis, "check", pathway)),
            Action("reader", label, address_for(basis, other)),
            START,
        ),
        has_clock=basis.now() is not None,
    )


def address_for(basis: Basis, reader: Reader | None) -> str:
    """The address of the steps in the words of this reader."""
    return address("notify", basis.version, reader.pair) if reader else "notify"


def role_of(basis: Basis, reader: Reader) -> Role:
    return next(one for one in basis.knowledge.guidance.roles if one.id == reader.value)


def _in_general(basis: Basis, lines: Lines) -> Iterator[Line]:
    """The lines of a report as a query, with a sentence that fits a death as well as harm."""
    for line in lines.items:
        said = line.part is Part.SAY
        yield replace(line, text=basis.knowledge.first_screen.notify.say) if said else line


def step_screen(basis: Basis, role_id: str, number: str) -> Screen | None:
    """One step of a role, or None when there is no such step."""
    role = next((one for one in basis.knowledge.guidance.roles if one.id == role_id), None)
    if role is None or not number.isdecimal() or not 1 <= int(number) <= len(role.steps):
        return None
    step = role.steps[int(number) - 1]
    return Screen(
        address=address("notify", role.id, str(int(number))),
        title=f"Step {int(number)} of {len(role.steps)}: {step.title}",
        blocks=(
            *((Paragraph(role.introduction),) if int(number) == 1 else ()),
            *(Paragraph(text) for text in step.text),
            *basis.contacts(step.contacts),
            *_to_confirm(step),
            *basis.sources(step.sources),
        ),
        links=tuple(
            page_link(link)
            for topic in step.links
            if (card := cards.find(basis, topic))
            for link in card.links
        ),
        actions=tuple(_turns(role, int(number))),
    )


def _to_confirm(step: GuidanceStep) -> Iterator[Block]:
    if step.confirm:
        yield Notice(Tone.WARNING, step.confirm)


def _turns(role: Role, number: int) -> Iterator[Action]:
    if number < len(role.steps):
        yield Action("next", "Next step", address("notify", role.id, str(number + 1)))
    if number > 1:
        yield Action("back", "Back", address("notify", role.id, str(number - 1)))
    else:
        yield Action("back", "Back", "notify")
    yield Action("check", "Does this meet the criteria?", "check")
    yield START
