"""Answers on their way through the dialogue, as an address carries them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.address import address
from bot.criteria.answers_in_address import Decoded, decode, encode
from bot.criteria.dialogue import replay
from bot.screen import Notice, Tone

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.criteria.model import Question
    from bot.screens.basis import Basis


@dataclass(frozen=True)
class Pathway:
    """Answers on their way through the dialogue, as an address carries them.

    Args:
        path: the answers that were asked for, in order.
        question: the open question, or None when none is left.
        pending: answers for questions that were not reached yet.
        suggested: questions whose answer the reader has not confirmed.
        foreign: the address comes from a version of the criteria that this guide does not know.
        notices: what the reader must be told about the address itself.
    """

    path: Mapping[str, str]
    question: Question | None
    pending: Mapping[str, str]
    suggested: frozenset[str]
    foreign: bool = False
    notices: tuple[Notice, ...] = field(default=())

    @property
    def settled(self) -> bool:
        """Nothing is left to ask or to confirm, so there is an outcome."""
        return not (self.question or self.suggested or self.foreign)

    @property
    def answers(self) -> dict[str, str]:
        return {**self.path, **self.pending}


def read(basis: Basis, version: str, pairs: str) -> Pathway | None:
    """The pathway of an address's version and answers, or None when they are not of that form."""
    if not version.isdecimal():
        return None
    criteria = basis.knowledge.criteria
    decoded = decode(criteria, pairs) if pairs else Decoded()
    if decoded is None:
        return None
    position = replay(basis.table, decoded.answers)
    kept = {**position.path, **position.pending}
    return Pathway(
        path=position.path,
        question=position.question,
        pending=position.pending,
        suggested=decoded.suggested & kept.keys(),
        foreign=int(version) > criteria.version,
        notices=(
            *_version_notices(basis, version),
            *_unused_notices(basis, position.unused, decoded.unknown),
        ),
    )


def code(basis: Basis, pathway: Pathway) -> str:
    return encode(basis.knowledge.criteria, pathway.answers, pathway.suggested)


def at(basis: Basis, screen: str, pathway: Pathway, *more: str) -> str:
    """The address of a screen for this pathway; `check` alone is the first question."""
    pairs = code(basis, pathway)
    if screen == "check" and not pairs:
        return "check"
    return address(screen, basis.version, pairs, *more)


def _version_notices(basis: Basis, version: str) -> tuple[Notice, ...]:
    current = basis.knowledge.criteria.version
    if int(version) == current:
        return ()
    since = next(
        change.since
        for change in basis.knowledge.library.changes
        if change.criteria_version == current
    )
    if int(version) < current:
        text = f"The guidance changed on {since:%-d %B %Y}. Your answers are kept where they still apply."
    else:
        text = "This link comes from another version of the guide. Check each answer."
    return (Notice(Tone.WARNING, text),)


def _unused_notices(basis: Basis, unused: Mapping[str, str], unknown: int) -> tuple[Notice, ...]:
    names = [basis.knowledge.criteria.question(question_id).short for question_id in unused]
    notices = []
    if names:
        notices.append(f"No longer used, because other answers settle it: {', '.join(names)}.")
    if unknown:
        notices.append("This link holds an answer that the guide does not know. It was left out.")
    return tuple(Notice(Tone.NOTE, text) for text in notices)
