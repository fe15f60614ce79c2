"""A page: one screen or several, arranged as a reader of a web page meets them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby
from typing import TYPE_CHECKING

from bot.channels.web.places import START
from bot.screen import (
    RING,
    Block,
    Bullets,
    ContactLine,
    Entries,
    Heading,
    Lines,
    Notice,
    Paragraph,
    Quote,
    Row,
    Rows,
    SourceLine,
    Steps,
    Tone,
)
from bot.screen import (
    Part as LinePart,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.guide import Guide
    from bot.screen import Action, Attachment, Fold, Line, Reply, Screen

_DRAWING = "image/svg+xml"
_MAIN_ACTIONS = frozenset({"outcome", "confirm", "next"})
_ROWS = frozenset({"learning", "reader", "sofar"})
_ROWS_OF_START = frozenset({"notify", "reviews", "learning", "topics"})
_IN_THE_MENU = frozenset({"start"})
_SHOWN_APART = _MAIN_ACTIONS | _ROWS | {"back", "change", "page", "filter", "help", "record"}
_IN_THE_FOOT = frozenset({"about", "changes", "contacts", "help", "privacy", "themes"})
_LONGEST_DESCRIPTION = 160


class GroupKind(StrEnum):
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    NOTICE = "notice"
    QUOTE = "quote"
    BULLETS = "bullets"
    STEPS = "steps"
    ROWS = "rows"
    ENTRIES = "entries"
    CONTACTS = "contacts"
    RING = "ring"
    LEAD = "lead"
    SAY = "say"
    FACTS = "facts"


_KINDS: dict[type[Block], GroupKind] = {
    Paragraph: GroupKind.PARAGRAPH,
    Heading: GroupKind.HEADING,
    Notice: GroupKind.NOTICE,
    Quote: GroupKind.QUOTE,
    Bullets: GroupKind.BULLETS,
    Steps: GroupKind.STEPS,
    Rows: GroupKind.ROWS,
    Entries: GroupKind.ENTRIES,
    ContactLine: GroupKind.CONTACTS,
}


@dataclass(frozen=True, slots=True)
class Group:
    """Blocks of one kind that stand together; contacts in a row make one list.

    The lines of a first screen stand together by what they are for.
    """

    kind: GroupKind
    blocks: tuple[Block, ...] = ()
    lines: tuple[Line, ...] = ()

    @property
    def labelled(self) -> tuple[tuple[str, tuple[Line, ...]], ...]:
        """The lines under their labels."""
        return tuple(
            (label, tuple(run)) for label, run in groupby(self.lines, key=lambda line: line.label)
        )


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to narrow a list, with a link and a count for each value."""

    heading: str
    entries: Entries


@dataclass(frozen=True, slots=True)
class FoldPart:
    """A fold, with its blocks as they stand together."""

    fold: Fold
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One screen of a page, with its ways on sorted by how they are shown."""

    screen: Screen
    groups: tuple[Group, ...]
    sources: tuple[SourceLine, ...]
    facets: tuple[Facet, ...]
    folds: tuple[FoldPart, ...]
    back: Action | None
    page_turns: tuple[Action, ...]
    main_actions: tuple[Action, ...]
    rows: tuple[Action, ...]
    changes: tuple[Action, ...]
    other_actions: tuple[Action, ...]

    @property
    def picture(self) -> Attachment | None:
        return next((one for one in self.screen.attachments if one.type == _DRAWING), None)

    def addresses(self) -> Iterator[str]:
        """Every address that this part links, in order."""
        screen = self.screen
        if screen.question:
            yield from (choice.address for choice in screen.question.choices)
        for block in _all_blocks(screen):
            if isinstance(block, Entries):
                yield from (entry.address for entry in block.items)
            if isinstance(block, Rows | Lines):
                yield from (row.address for row in block.items if row.address)
        yield from (action.address for action in screen.actions)
        for facet in self.facets:
            yield from (entry.address for entry in facet.entries.items)


@dataclass(frozen=True, slots=True)
class FieldError:
    """What is wrong with a typed text, and the text, so that nobody types it twice."""

    message: str
    typed: str


@dataclass(frozen=True, slots=True)
class Page:
    """What one response shows.

    Args:
        parts: the screens, in order; never empty.
        at: the address under which a typed text is understood.
        address: the address of the page itself; None where it has none (an answer, an error).
        description: one line about the page, for search engines and previews of links.
        indexed: search engines may list it.
        asks_first: the question box stands before everything else.
        error: what is wrong with the text that was typed into the date field.
        ask_error: what is wrong with the text that was typed into the question box.
        status: the HTTP status.
    """

    parts: tuple[Part, ...]
    at: str
    description: str
    address: str | None = None
    indexed: bool = False
    asks_first: bool = False
    error: FieldError | None = None
    ask_error: str | None = None
    status: int = 200

    @property
    def title(self) -> str:
        title = self.parts[0].screen.title
        return f"Error: {title}" if self.error or self.ask_error else title

    @property
    def danger(self) -> str:
        """The words of the 999 strip."""
        return next(
            (part.screen.danger for part in reversed(self.parts) if part.screen.danger), ""
        )

    @property
    def has_clock(self) -> bool:
        """The page names this moment, so nobody may keep it."""
        return any(part.screen.has_clock for part in self.parts)

    @property
    def back(self) -> Action | None:
        return self.parts[0].back


def page_of_screen(guide: Guide, screen: Screen, *, indexed: bool = False) -> Page:
    return Page(
        parts=(_part(guide, screen),),
        at=screen.address,
        description=_description(screen),
        address=screen.address if screen.known else None,
        indexed=indexed and screen.known,
        asks_first=screen.address == START and screen.known,
        status=200 if screen.known else 404,
    )


def page_of_own_screen(guide: Guide, screen: Screen, *, indexed: bool = False) -> Page:
    """A screen that only the web has; a text typed under it is understood as on the start page."""
    return Page(
        parts=(_part(guide, screen),),
        at=START,
        description=_description(screen),
        address=screen.address,
        indexed=indexed,
    )


def problem_page(guide: Guide, screen: Screen, status: int) -> Page:
    return Page(
        parts=(_part(guide, screen),), at=START, description=_description(screen), status=status
    )


def page_of_reply(guide: Guide, reply: Reply, at: str | None) -> Page:
    """The answer to a typed text. A date that was not understood is an error at its field."""
    first, last = reply.screens[0], reply.screens[-1]
    message = _not_taken(first, at)
    if message is not None:
        first = _without(first, (Notice(Tone.WARNING, message),))
    shown = (first, *reply.screens[1:])
    return Page(
        parts=tuple(_part(guide, screen) for screen in shown),
        at=last.address,
        description=_description(first),
        error=FieldError(message, reply.query) if message is not None else None,
    )


def _not_taken(screen: Screen, at: str | None) -> str | None:
    """Why a typed date was not taken: the date screen comes back with a warning."""
    if screen.field is None or screen.address != at:
        return None
    return next(
        (
            block.text
            for block in screen.blocks
            if isinstance(block, Notice) and block.tone is Tone.WARNING
        ),
        None,
    )


def _without(screen: Screen, blocks: tuple[Block, ...]) -> Screen:
    return replace(screen, blocks=tuple(one for one in screen.blocks if one not in blocks))


def _part(guide: Guide, screen: Screen) -> Part:
    blocks = screen.blocks
    shown = {row.address for block in _all_blocks(screen) for row in _rows_of(block)}
    shown |= {fold.address for fold in screen.folds}
    actions = [one for one in screen.actions if one.address not in shown and one.id != "filter"]
    actions = [one for one in actions if one.id not in _IN_THE_MENU]
    rows = _ROWS
    if screen.address == START:
        actions = [one for one in actions if one.id not in _IN_THE_FOOT]
        rows = _ROWS_OF_START
    if screen.outcome:
        actions = [one for one in actions if one.id != "notify"]
    main = tuple(one for one in actions if one.id in _MAIN_ACTIONS or _starts_a_check(screen, one))
    return Part(
        screen=screen,
        groups=tuple(_groups(blocks)),
        sources=tuple(dict.fromkeys(one for one in screen.blocks if isinstance(one, SourceLine))),
        facets=tuple(_facets(guide, screen)),
        folds=tuple(FoldPart(one, tuple(_groups(one.blocks))) for one in screen.folds),
        back=next((one for one in screen.actions if one.id == "back"), None),
        page_turns=tuple(one for one in actions if one.id == "page"),
        main_actions=main,
        rows=tuple(one for one in actions if one.id in rows),
        changes=tuple(one for one in actions if one.id == "change"),
        other_actions=tuple(
            one for one in actions if one.id not in _SHOWN_APART | rows and one not in main
        ),
    )


def _starts_a_check(screen: Screen, action: Action) -> bool:
    return screen.address == START and action.id == "check"


def _rows_of(block: Block) -> tuple[Row, ...]:
    return block.items if isinstance(block, Rows) else ()


def _all_blocks(screen: Screen) -> Iterator[Block]:
    yield from screen.blocks
    for fold in screen.folds:
        yield from fold.blocks


def _groups(blocks: Iterable[Block]) -> Iterator[Group]:
    shown = (block for block in blocks if not isinstance(block, SourceLine))
    for kind, run in groupby(shown, key=lambda block: _KINDS.get(type(block))):
        if kind is GroupKind.CONTACTS:
            yield Group(kind, tuple(run))
        elif kind is None:
            yield from (group for block in run for group in _groups_of_lines(block))
        else:
            yield from (Group(kind, (block,)) for block in run)


def _groups_of_lines(block: Block) -> Iterator[Group]:
    """The lines of a first screen: the ring card, what to say, and the rest under their labels."""
    lines = block.items if isinstance(block, Lines) else ()
    for kind, run in groupby(lines, key=_kind_of_line):
        yield Group(kind, lines=tuple(run))


def _kind_of_line(line: Line) -> GroupKind:
    if line.part in RING:
        return GroupKind.RING
    if line.part is LinePart.SAY:
        return GroupKind.SAY
    return GroupKind.FACTS if line.label else GroupKind.LEAD


def _facets(guide: Guide, screen: Screen) -> Iterator[Facet]:
    """What narrows this list, taken from the screen that its "narrow" action opens."""
    narrow = next((one for one in screen.actions if one.id == "filter"), None)
    if narrow is None:
        return
    heading = ""
    for block in guide.open(narrow.address).blocks:
        if isinstance(block, Heading):
            heading = block.text
        elif isinstance(block, Entries):
            yield Facet(heading, block)


def _description(screen: Screen) -> str:
    for block in screen.blocks:
        if isinstance(block, Paragraph):
            return _shortened(block.text)
    return screen.title


def _shortened(text: str) -> str:
    if len(text) <= _LONGEST_DESCRIPTION:
        return text
    return text[:_LONGEST_DESCRIPTION].rpartition(" ")[0].rstrip(",;:") + " …"
