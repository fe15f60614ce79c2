"""Notification guidance, one step a screen, for another agency and for the council."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.address import address
from bot.screen import Action, Choice, Notice, OpenQuestion, Paragraph, Screen, Tone
from bot.screens import cards
from bot.screens.basis import START, page_link

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.notification.model import GuidanceStep, Role
    from bot.screen import Block
    from bot.screens.basis import Basis

_WHO = "Who are you telling for?"


def roles_screen(basis: Basis) -> Screen:
    """Asks for whom the steps are meant."""
    card = basis.knowledge.library.screens["notify"]
    return Screen(
        address="notify",
        title=card.title,
        blocks=(basis.danger(), *cards.summary(card), *cards.parts(basis, card.body)),
        question=OpenQuestion(
            "role",
            _WHO,
            tuple(
                Choice(role.id, role.label, address("notify", role.id, "1"))
                for role in basis.knowledge.guidance.roles
            ),
        ),
        actions=(Action("check", "Does this meet the criteria?", "check"), START),
    )


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
            basis.danger(),
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
