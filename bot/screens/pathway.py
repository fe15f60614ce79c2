"""Answers on their way through the dialogue, as an address carries them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from bot.address import address
from bot.criteria.answers_in_address import Decoded, decode, encode
from bot.criteria.dialogue import replay
from bot.screen import Notice, Tone

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from bot.address import Address
    from bot.criteria.answers_in_address import Reader
    from bot.criteria.model import Question
    from bot.screens.basis import Basis

LONGEST_REFERENCE = 8
_DATE_AND_REFERENCE = 2
_DATE = "date"


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
        reader: for whom the reader works, or None where it is not said.
        aware: the day on which the council became aware, or None while it is not known.
        reference: a short random reference that keeps two cases apart, or "".
    """

    path: Mapping[str, str]
    question: Question | None
    pending: Mapping[str, str]
    suggested: frozenset[str]
    foreign: bool = False
    notices: tuple[Notice, ...] = field(default=())
    reader: Reader | None = None
    aware: date | None = None
    reference: str = ""

    @property
    def settled(self) -> bool:
        """Nothing is left to ask or to confirm, so there is an outcome."""
        return not (self.question or self.suggested or self.foreign)

    @property
    def answers(self) -> dict[str, str]:
        return {**self.path, **self.pending}


def nothing_answered(basis: Basis) -> Pathway:
    """The dialogue before any answer."""
    position = replay(basis.table, {})
    return Pathway(position.path, position.question, {}, frozenset())


def of_address(basis: Basis, address: Address) -> tuple[Pathway | None, list[str]]:
    """The pathway of an address with its date, and the arguments that stand between them."""
    version, pairs, *more = (*address.arguments, "")[: max(2, len(address.arguments))]
    found = read(basis, version, pairs)
    aware, reference, rest = _date_at_the_end(more)
    return (replace(found, aware=aware, reference=reference) if found else None), rest


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
        reader=decoded.reader,
    )


def code(basis: Basis, pathway: Pathway) -> str:
    """The answers and the reader as they stand in an address."""
    return encode(basis.knowledge.criteria, pathway.answers, pathway.suggested, pathway.reader)


def at(basis: Basis, screen: str, pathway: Pathway, *more: str) -> str:
    """The address of a screen for this pathway: the reader, the date and the reference go along.

    `check` alone is the first question.
    """
    pairs = code(basis, pathway)
    if screen == "check" and not pairs:
        return "check"
    dated = _dated(screen, pathway) if pathway.answers else ()
    return address(screen, basis.version, pairs, *more, *dated)


def with_answer(basis: Basis, pathway: Pathway, question_id: str, option_id: str) -> str:
    """The address after this answer; no other answer is confirmed by it.

    The answers before it stay, then comes it, then what was pending. The last answer opens the
    outcome, unless answers that were picked up from a sentence wait to be confirmed.
    """
    answered = {**pathway.path, question_id: option_id, **pathway.pending}
    position = replay(basis.table, answered)
    kept = {**position.path, **position.pending}
    after = replace(
        pathway,
        path=position.path,
        question=position.question,
        pending=position.pending,
        suggested=(pathway.suggested - {question_id}) & kept.keys(),
        foreign=False,
    )
    return at(basis, "outcome" if after.settled else "check", after)


def date_question(basis: Basis, pathway: Pathway) -> str:
    """The address of the question when the council became aware; its reference goes along."""
    return at(basis, _DATE, replace(pathway, aware=None))


def with_reader(basis: Basis, screen: str, pathway: Pathway, reader: Reader) -> str:
    """The address of the same screen for a reader who works there."""
    return at(basis, screen, replace(pathway, reader=reader))


def confirmed(basis: Basis, pathway: Pathway, question_ids: Collection[str]) -> str:
    """The address once these answers are confirmed; the outcome when none is left to confirm."""
    after = replace(pathway, suggested=pathway.suggested - frozenset(question_ids))
    return at(basis, "outcome" if after.settled else "check", after)


def stamp(text: str) -> date | None:
    """The date in an address (20261120), or None when it is none."""
    if len(text) != len("20261120") or not text.isdecimal():
        return None
    try:
        return date(int(text[:4]), int(text[4:6]), int(text[6:]))
    except ValueError:
        return None


def _dated(screen: str, pathway: Pathway) -> tuple[str, ...]:
    """The date and the reference; the question about the date keeps the reference alone."""
    if pathway.aware is not None:
        return (f"{pathway.aware:%Y%m%d}", pathway.reference)
    return (pathway.reference,) if screen == _DATE else ()


def _date_at_the_end(more: list[str]) -> tuple[date | None, str, list[str]]:
    """The date and the reference at the end of the arguments, and the arguments before them."""
    if len(more) >= _DATE_AND_REFERENCE and len(more[-1]) <= LONGEST_REFERENCE:
        aware = stamp(more[-2])
        if aware is not None:
            return aware, more[-1], more[:-2]
    aware = stamp(more[-1]) if more else None
    return (aware, "", more[:-1]) if aware else (None, "", more)


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
