"""An incident told in a message: the dialogue with what was said picked up in it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.address import address
from bot.criteria.answers_in_address import encode
from bot.screen import Action, Notice, RankedCard, Reply, ReplyKind, Tone
from bot.screens.answers import MATCHES_SHOWN
from bot.screens.routes import open_at

if TYPE_CHECKING:
    from bot.incident import Incident
    from bot.screens.basis import Basis

_SURE = 0.9


def with_the_dialogue(basis: Basis, reply: Reply, incident: Incident) -> Reply:
    """The dialogue with what the sentence clearly says, to be confirmed answer by answer.

    Where the sentence does not ask for a decision in so many words and one card surely answers
    it, the card answers, and the dialogue is one step away.
    """
    dialogue = RankedCard("check", open_at(basis, "check").title, 1.0)
    answers = reply.matches if reply.kind is ReplyKind.ANSWER else ()
    best = next(iter(answers), dialogue)
    sure = best.address != dialogue.address and best.score >= _SURE
    if sure and not incident.asks_for_a_decision:
        return beside_the_dialogue(basis, reply, incident)
    screen = open_at(basis, _dialogue_of(basis, incident))
    criteria = basis.knowledge.criteria
    words = ", ".join(criteria.answer_in_words(*fact) for fact in incident.facts.items())
    note = f"Picked up from your words, for you to confirm at the end: {words}."
    cards = tuple(one for one in reply.matches if one.address != dialogue.address)
    matches = (dialogue, *cards)
    if sure:
        # Its word is the address, for the dialogue is opened anew and does not know this way on.
        way_on = Action(cards[0].address, f"Read: {cards[0].title}", cards[0].address)
        screen = replace(screen, actions=(*screen.actions, way_on))
        matches = (cards[0], dialogue, *cards[1:])
    return replace(
        reply,
        kind=ReplyKind.ANSWER,
        address=screen.address,
        screens=(screen.below(Notice(Tone.NOTE, note)),),
        matches=matches[:MATCHES_SHOWN],
    )


def beside_the_dialogue(basis: Basis, reply: Reply, incident: Incident) -> Reply:
    """The reply, with the dialogue one step away and what was told picked up in it."""
    way_on = Action("check", "Check this against the criteria", _dialogue_of(basis, incident))
    first, *rest = reply.screens
    first = replace(first, actions=(way_on, *(one for one in first.actions if one.id != "check")))
    return replace(reply, screens=(first, *rest))


def _dialogue_of(basis: Basis, incident: Incident) -> str:
    pairs = encode(basis.knowledge.criteria, incident.facts, incident.facts)
    return address("check", basis.version, pairs)
