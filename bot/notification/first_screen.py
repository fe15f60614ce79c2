"""The words of a first screen, each with the facts under which it is said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.criteria.answers_in_address import Reader
from bot.criteria.model import Condition, DutyId, Verdict
from bot.criteria.table import satisfies
from bot.library.model import ContactRole
from bot.notification.opening_hours import ClockState
from bot.screen import Part
from bot.strict import Slotted, Strict

if TYPE_CHECKING:
    from collections.abc import Iterable

GIVEN_SLOTS = frozenset(
    {
        *("time", "day", "opens", "closes", "today", "due", "aware"),
        *("front_door_number", "out_of_hours_number", "child_death_number"),
    }
)
"""What a moment, a date and the contacts fill in; the pieces fill in the rest."""


FOLLOWING: Mapping[str, tuple[str, ...]] = {
    "verdict": tuple(Verdict),
    "reader": tuple(Reader),
    "report": ("yes", "no"),
    "call": ("yes", "no"),
    "clock": tuple(ClockState),
    **dict.fromkeys(DutyId, ("now", "if", "no")),
}
"""What follows from answers, and the words that it can be: conditions name it like an answer.

One more is `notifier`: an option of the question about the place, or "none".
"""


@dataclass(frozen=True, kw_only=True)
class Words(Strict):
    """One way to say a line. Said when any of `when` holds; without `when`, always.

    `ring` names whose number in the text can be rung, `page` whose page the `page_words` lead to.
    `date` leads to the question when the council became aware, `change` to an answer.
    """

    text: Slotted
    when: tuple[Condition, ...] = ()
    ring: ContactRole | None = None
    page: ContactRole | None = None
    page_words: str = ""
    date: bool = False
    change: str | None = None


@dataclass(frozen=True, kw_only=True)
class Piece(Strict):
    """Words that fill the slot of its name, in the pieces below it and in the lines."""

    name: str
    words: tuple[Words, ...]


@dataclass(frozen=True, kw_only=True)
class FirstLine(Strict):
    """A line of the first screen; `label` stands before it where there are columns."""

    part: Part
    words: tuple[Words, ...]
    label: str = ""


@dataclass(frozen=True, kw_only=True)
class RingWords(Strict):
    """Whom to ring at this moment, and at any other; `leads` stand before where no call is owed."""

    leads: tuple[Words, ...]
    state: tuple[Words, ...]
    call: tuple[Words, ...]
    other: tuple[Words, ...]
    confirm: tuple[Words, ...]


@dataclass(frozen=True, kw_only=True)
class FoldTitles(Strict):
    """The headings of the folds."""

    answers: Slotted
    steps: Slotted
    why: Slotted
    turns: Slotted
    alsoif: Slotted
    council: Slotted
    council_for_itself: Slotted
    sources_checked: Slotted
    takeaway: Slotted


@dataclass(frozen=True, kw_only=True)
class ReaderWords(Strict):
    """What a reader says to be shown the words of their own side."""

    agency: str
    council: str


@dataclass(frozen=True, kw_only=True)
class StartWords(Strict):
    """The start page; `ways_on` names screens and how the start page leads to each."""

    title: str
    check_help: str
    about: str
    ways_on: Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class NotifyWords(Strict):
    """Whom to tell before anything was answered; `say` is read out on the phone."""

    title: str
    say: str


@dataclass(frozen=True, kw_only=True)
class NumbersWords(Strict):
    title: str
    fold: Slotted


@dataclass(frozen=True, kw_only=True)
class DangerWords(Strict):
    """What is said when a message describes danger now."""

    title: str
    text: str
    check: str


@dataclass(frozen=True, kw_only=True)
class FirstScreen(Strict):
    """Everything that a first screen can say; of each list the first that fits is said."""

    danger: tuple[Words, ...]
    titles: tuple[Words, ...]
    pieces: tuple[Piece, ...]
    lines: tuple[FirstLine, ...]
    ring: RingWords
    passed: str
    folds: FoldTitles
    readers: ReaderWords
    start: StartWords
    notify: NotifyWords
    numbers: NumbersWords
    danger_now: DangerWords
    unknown: str


def first_that_fits(words: Iterable[Words], facts: Mapping[str, str]) -> Words | None:
    """The words that are said under these facts, or None where none are."""
    return next((one for one in words if fits(one, facts)), None)


def fits(words: Words, facts: Mapping[str, str]) -> bool:
    return not words.when or any(satisfies(facts, one) for one in words.when)


def pieces_of(
    pieces: Iterable[Piece], facts: Mapping[str, str], given: Mapping[str, str]
) -> dict[str, str]:
    """What each slot says, those given and those of the pieces; a piece without words is empty."""
    said = dict(given)
    for piece in pieces:
        found = first_that_fits(piece.words, facts)
        said[piece.name] = filled(found.text, said) if found else ""
    return said


def filled(text: str, said: Mapping[str, str]) -> str:
    """The text with its slots filled in."""
    return text.format_map(said)
