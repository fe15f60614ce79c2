"""A screen: what is shown, bound to no channel.

A screen is a title, blocks of plain text, and actions that carry addresses. Nothing in it is
markup: each channel renders the blocks in its own way, so no text can break out of its place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from bot.criteria.model import CriterionState


_SENTENCE = re.compile(r"\S.{0,300}?[.?](?=\s|$)")


class Tone(StrEnum):
    """How a notice is meant. A channel may colour it; the words alone must carry it."""

    URGENT = "urgent"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str


@dataclass(frozen=True, slots=True)
class Heading:
    text: str


@dataclass(frozen=True, slots=True)
class Notice:
    tone: Tone
    text: str


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a statute or of guidance, as they stand there."""

    text: str
    source: str


@dataclass(frozen=True, slots=True)
class Bullets:
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Steps:
    """Numbered lines, one verb each."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a summary list: what, the answer, and where it can be changed."""

    term: str
    detail: str
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Rows:
    items: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class ContactLine:
    """A way to reach someone. `confirm` is shown beside it until a person has confirmed it."""

    label: str
    phone: str | None = None
    email: str | None = None
    hours: str | None = None
    note: str | None = None
    confirm: str | None = None
    page: Link | None = None


@dataclass(frozen=True, slots=True)
class SourceLine:
    """Where a statement comes from and when that was last checked."""

    label: str
    url: str | None
    checked: date


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a list of cards."""

    label: str
    address: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Entries:
    items: tuple[Entry, ...]


class Part(StrEnum):
    """What a line of a first screen is for; `first` of the JSON and `data-part` on the web name it."""

    DANGER = "danger"
    TITLE = "title"
    DO = "do"
    DO_HELP = "do-help"
    MANAGER = "manager"
    DUE = "due"
    STATE = "state"
    CALL = "call"
    OTHER = "other"
    CONFIRM = "confirm"
    SAY = "say"
    WHEN = "when"
    THEN = "then"
    NEXT = "next"


RING = frozenset({Part.STATE, Part.CALL, Part.OTHER, Part.CONFIRM})
"""The parts of a ring card: whom to ring at this moment, and at any other."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a first screen.

    Args:
        part: what the line is for; lines of one part stand together.
        text: the whole line, as it can be read out anywhere.
        phone: the number in the text that can be rung.
        link: the page out of the guide that the line leads to; its label is words of the text.
        address: the screen that the line leads to.
        label: what a channel with columns puts before the line, such as "By when".
    """

    part: Part
    text: str
    phone: str | None = None
    link: Link | None = None
    address: str | None = None
    label: str = ""

    @property
    def under_label(self) -> str:
        """The line as it stands beside its label: without saying it again."""
        rest = self.text.removeprefix(f"{self.label}: ")
        return rest[:1].upper() + rest[1:]


@dataclass(frozen=True, slots=True)
class Lines:
    """A first screen, or the ring card of one, in reading order."""

    items: tuple[Line, ...]


Block = (
    Paragraph
    | Heading
    | Notice
    | Quote
    | Bullets
    | Steps
    | Rows
    | ContactLine
    | SourceLine
    | Entries
    | Lines
)


@dataclass(frozen=True, slots=True)
class Link:
    """A link out of the guide. The label says what the page is, above all when it is not the report."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Action:
    """Something the reader can do next. `id` is stable for scripts; `address` is the next screen."""

    id: str
    label: str
    address: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One option of the open question."""

    id: str
    label: str
    address: str
    help: str = ""


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """The question that is open.

    Args:
        id: the question's id.
        label: the question.
        choices: its options, in order.
        help: the one line under the question, as `Choice.help` is under an option.
        progress: the one line under the options: which question it is, of how many.
        numbered: a typed number chooses an option; not where a number is an answer, such as an age.
    """

    id: str
    label: str
    choices: tuple[Choice, ...]
    help: str = ""
    progress: str = ""
    numbered: bool = True


@dataclass(frozen=True, slots=True)
class TextField:
    """The screen takes typed text (a date). `address` is where the typed text is understood."""

    label: str
    hint: str
    address: str


@dataclass(frozen=True, slots=True)
class ShownCriterion:
    id: str
    state: CriterionState
    source: str


@dataclass(frozen=True, slots=True)
class ConditionalDuty:
    duty: str
    condition: str


@dataclass(frozen=True, slots=True)
class ShownDeadline:
    duty: str
    due: date
    counted_from: date
    basis: str


@dataclass(frozen=True, slots=True)
class ShownCall:
    """Whom to ring at this moment: a contact's id, its number, and until when that holds."""

    to: str | None
    phone: str | None
    state: str
    until: str | None


@dataclass(frozen=True, slots=True)
class ShownOutcome:
    """The outcome as scripts read it; the blocks of the same screen say it in words."""

    verdict: str
    rules: tuple[str, ...]
    now: tuple[str, ...]
    if_: tuple[ConditionalDuty, ...]
    notifier: str | None
    criteria: tuple[ShownCriterion, ...]
    deadlines: tuple[ShownDeadline, ...] = ()
    first: tuple[Line, ...] = ()
    call: ShownCall | None = None
    reader: str | None = None

    @property
    def say(self) -> tuple[str, ...]:
        """The two sentences to say on the phone, or none."""
        said = next((line.text for line in self.first if line.part is Part.SAY), "")
        return tuple(_SENTENCE.findall(said.strip("“”")))


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that the screen offers. `address` opens it: channels ask the guide for its bytes."""

    name: str
    type: str
    address: str
    label: str


@dataclass(frozen=True, slots=True)
class Fold:
    """What need not be read before the call: folded under its heading, and a screen of its own.

    Args:
        id: stable for scripts, such as `steps`.
        title: the heading; it says what is inside, and how much.
        address: the screen that shows the same blocks alone.
        blocks: what is inside, in reading order.
        open: shown unfolded from the start.
    """

    id: str
    title: str
    address: str
    blocks: tuple[Block, ...]
    open: bool = False


@dataclass(frozen=True, slots=True)
class Screen:
    """What one address shows.

    Args:
        address: the canonical address of this screen, at most 64 bytes.
        title: one line.
        blocks: what is said, in reading order.
        question: the open question, with an address for each option; None where there is none.
        outcome: the outcome, on outcome screens only.
        field: a field for typed text, where the screen takes some.
        actions: what can be done next, in the order in which it is shown.
        links: links out of the guide.
        attachments: files to take away.
        known: False when the address was not understood (the web answers it with status 404).
        folds: what stands folded under the blocks, in order.
        danger: the text of the 999 strip; the guide fills in the general one where it is empty.
        has_clock: the screen names this moment, so no page of it may be kept.
    """

    address: str
    title: str
    blocks: tuple[Block, ...] = ()
    question: OpenQuestion | None = None
    outcome: ShownOutcome | None = None
    field: TextField | None = None
    actions: tuple[Action, ...] = ()
    links: tuple[Link, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    known: bool = True
    folds: tuple[Fold, ...] = ()
    danger: str = ""
    has_clock: bool = False

    def below(self, *blocks: Block) -> Screen:
        """This screen with more blocks put first."""
        return replace(self, blocks=(*blocks, *self.blocks))


class ReplyKind(StrEnum):
    """What became of a typed text (the `kind` of the JSON for scripts)."""

    COMMAND = "command"
    ANSWER = "answer"
    CHOICES = "choices"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class RankedCard:
    """One card or screen that the matcher found, with its confidence from 0 to 1."""

    address: str
    title: str
    score: float


@dataclass(frozen=True, slots=True)
class Reply:
    """The answer to a typed text: the screens to show, in order, and what scripts want to know.

    Args:
        query: the text as typed.
        kind: what became of it.
        address: the address of the screen that answers, or None.
        screens: what is shown, in order; never empty.
        matches: up to five cards or screens, best first.
        urgent: the text describes danger now or a disclosure just made.
        alarm: how surely it does: "loud", "quiet" or None.
        why: the evidence for what was read, for an author's own screen.
        personal_data: kinds of identifying details found in it, such as `nhs_number`.
        facts: answers picked up from the sentence, question id to option id.
    """

    query: str
    kind: ReplyKind
    address: str | None
    screens: tuple[Screen, ...]
    matches: tuple[RankedCard, ...] = ()
    urgent: bool = False
    alarm: str | None = None
    why: tuple[str, ...] = ()
    personal_data: tuple[str, ...] = ()
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class File:
    """A file to take away: a calendar, a record, a picture."""

    name: str
    type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Shown:
    """What a channel keeps of a screen that it showed: where its numbers and words lead.

    An answer can have more ways on than the screen of its address: the cards to choose from.

    Args:
        address: the address of the screen.
        numbers: where each number leads, from 1 on.
        words: the words that lead on, each with its address.
        before: the entries of the list that was shown before this screen, for "the other one".
    """

    address: str
    numbers: tuple[str, ...]
    words: tuple[tuple[str, str], ...]
    before: tuple[str, ...] = ()


def shown(screen: Screen, earlier: Shown | None = None) -> Shown:
    """What to keep of a screen, to understand what is typed under it.

    Args:
        screen: as it is shown.
        earlier: what was kept of the screen before it.
    """
    numbers = tuple(address for _, address in numbered(screen))
    lists = any(isinstance(block, Entries) for block in screen.blocks)
    before: tuple[str, ...] = ()
    if earlier is not None:
        before = earlier.numbers if screen.address in earlier.numbers else earlier.before
    return Shown(
        screen.address,
        numbers,
        tuple((action.id, action.address) for action in screen.actions),
        numbers if lists and not before else before,
    )


def numbered(screen: Screen) -> tuple[tuple[str, str], ...]:
    """What a typed number chooses on a screen, as (label, address), in the order of the numbers.

    Where a question is open, only its options have numbers, and its ways on are named by words:
    an age that someone types must never choose a way on. Elsewhere the entries of lists come
    first, then the ways on.
    """
    if screen.question and not screen.question.numbered:
        return ()
    if screen.question:
        return tuple((choice.label, choice.address) for choice in screen.question.choices)
    entries = [
        entry for block in screen.blocks if isinstance(block, Entries) for entry in block.items
    ]
    return (
        *((entry.label, entry.address) for entry in entries),
        *((action.label, action.address) for action in screen.actions),
    )
