"""A screen as Telegram messages: HTML text in reading order, and the buttons under the last one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from bot.channels.telegram import wording
from bot.channels.telegram.keyboard import Keyboard, files_of, is_start, keyboard
from bot.channels.telegram.markup import (
    Line,
    Page,
    Prepared,
    Span,
    Text,
    bold,
    italic,
    line,
    link,
    pack,
    prepare,
    text,
)
from bot.channels.telegram.phones import international
from bot.notification.dates_in_words import short_date
from bot.screen import (
    RING,
    Bullets,
    ContactLine,
    Entries,
    Heading,
    Lines,
    Notice,
    Paragraph,
    Part,
    Quote,
    Rows,
    SourceLine,
    Steps,
    Tone,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bot.screen import Block, Choice, Entry, Link, Screen
    from bot.screen import Line as FirstLine

ANSWERS = "answers"
CALL = "Call 999"
_KNOWLEDGE = (ContactLine, Entries, Heading, Quote)


@dataclass(frozen=True, slots=True)
class Rendered:
    """What stands in the chat for a screen: one page for each message, buttons under the last."""

    pages: tuple[Page, ...]
    keyboard: Keyboard = ()


def render(screen: Screen, share: str = "") -> Rendered:
    """The screen for a private chat; `share` is the link to this very screen."""
    return Rendered(pack(texts(screen, share)), keyboard(screen))


def plain(words: str, buttons: Keyboard = ()) -> Rendered:
    """A short message of the channel itself."""
    return Rendered(pack([text(line(words))]), buttons)


def texts(screen: Screen, share: str = "", *, danger: bool = True) -> Iterator[Text | Prepared]:
    """Everything on the screen that can be read; what is folded stands behind its button."""
    if is_start(screen) and any(isinstance(one, Lines) for one in screen.blocks):
        yield from _start(screen)
        return
    warned = danger and _warns(screen)
    if warned:
        yield text(line(*_danger(screen.danger)))
    yield text(line(bold(screen.title)))
    sources: list[SourceLine] = []
    for block in screen.blocks:
        if isinstance(block, SourceLine):
            sources.append(block)
        elif isinstance(block, Lines):
            yield from _first_screen(block)
        elif not (warned and isinstance(block, Notice) and block.tone is Tone.URGENT):
            yield _of_knowledge(block) if isinstance(block, _KNOWLEDGE) else _text(block)
    yield from _open_folds(screen)
    named = [(label, one) for label, one in files_of(screen) if label != one.label]
    if named:
        yield text(*(line(f"\N{BULLET} {label}: {one.label}") for label, one in named))
    if any(action.id == "change" for action in screen.actions) and screen.outcome is None:
        yield text(line(wording.TO_CHANGE))
    yield from _question(screen)
    if screen.field:
        yield text(line(bold(screen.field.label)), line(screen.field.hint))
    if screen.links:
        yield _links(screen.links)
    if sources:
        yield _sources(tuple(dict.fromkeys(sources)))
    yield text(*_at_the_end(screen, share))


def _start(screen: Screen) -> Iterator[Text]:
    """The first page in sixty words: whom to ring, and that one may simply type."""
    yield text(line(*_danger(screen.danger)))
    yield text(line(bold(screen.title)))
    for block in screen.blocks:
        if isinstance(block, Lines):
            yield from _first_screen(block)
    yield text(line(wording.START))


def _open_folds(screen: Screen) -> Iterator[Text]:
    for fold in screen.folds:
        if fold.open:
            yield text(line(bold(fold.title)))
            yield from (_text(one) for one in fold.blocks if not isinstance(one, SourceLine))


def _at_the_end(screen: Screen, share: str) -> Iterator[Line]:
    """The answers in one line, and the link to this very screen: a reply finds its place by it."""
    yield from (line(italic(one.title)) for one in screen.folds if one.id == ANSWERS)
    if share:
        yield line(link(wording.SHARE, share))


def _warns(screen: Screen) -> bool:
    """Whether the line for danger stands first: not above cards and lists, which are only read."""
    asked = any(
        isinstance(one, Lines) or (isinstance(one, Notice) and one.tone is Tone.URGENT)
        for one in screen.blocks
    )
    told = screen.question is not None or asked or screen.address == "start"
    return bool(screen.danger) and told


def _danger(words: str) -> tuple[Span | str, ...]:
    before, call, after = words.rpartition(CALL)
    return (before, bold(call + after)) if call else (bold(words),)


@lru_cache(maxsize=4096)
def _of_knowledge(block: Block) -> Prepared:
    """A block that comes from the knowledge base as it stands. No answer of anybody is in it."""
    return prepare(_text(block))


@lru_cache(maxsize=1024)
def _sources(sources: tuple[SourceLine, ...]) -> Prepared:
    return prepare(text(line(italic("Sources")), *map(_source, sources), folded=True))


@lru_cache(maxsize=1024)
def _links(links: tuple[Link, ...]) -> Prepared:
    return prepare(text(*(line(link(one.label, one.url)) for one in links)))


def _text(block: Block) -> Text:
    lines = (tuple(map(_dialled, one)) for one in _lines(block))
    return text(*lines, folded=isinstance(block, Quote))


def _dialled(span: Span) -> Span:
    return replace(span, text=international(span.text))


def _question(screen: Screen) -> Iterator[Text]:
    """The question, the line under it, and its options with theirs. A button has the same words."""
    if screen.question is None:
        return
    if screen.question.label != screen.title:
        yield text(line(bold(screen.question.label)))
    if screen.question.help:
        yield text(line(screen.question.help))
    yield text(*(_option(one) for one in screen.question.choices))


def _option(choice: Choice) -> Line:
    return line(f"• {choice.label}", f": {choice.help}" if choice.help else "")


def _first_screen(lines: Lines) -> Iterator[Text]:
    """The ring card, what to say, and the rest: each part once, and its label in front."""
    ring = [one for one in lines.items if one.part in RING]
    where = next((index for index, one in enumerate(lines.items) if one.part in RING), 0)
    for part in (
        [one for one in lines.items[:where] if one.part not in RING],
        ring,
        [one for one in lines.items[where:] if one.part is Part.SAY],
        [one for one in lines.items[where:] if one.part not in RING | {Part.SAY}],
    ):
        if part:
            yield text(*(_labelled(label, list(same)) for label, same in groupby(part, _label)))


def _label(one: FirstLine) -> str:
    return one.label or one.text


def _labelled(label: str, same: list[FirstLine]) -> Line:
    """The lines of one label as one line."""
    first = same[0]
    if first.part is Part.CALL:
        return line(bold(international(first.text)))
    if first.part is Part.CONFIRM:
        return line(*_linked(first, italic))
    said: list[Span | str] = [bold(f"{label}: ")] if first.label else []
    for index, one in enumerate(same):
        said += [" "] if index else []
        said += _linked(one, Span)
    return line(*said)


def _linked(one: FirstLine, style: Callable[[str], Span]) -> list[Span]:
    """The words of a line, those of its link tappable."""
    words = international(one.under_label if one.label else one.text)
    if one.link is None:
        return [style(words)]
    before, found, after = words.partition(one.link.label)
    if not found:
        return [style(f"{words} "), link(one.link.label, one.link.url)]
    parts = [style(before), link(found, one.link.url), style(after)]
    return [part for part in parts if part.text]


def _lines(block: Block) -> Iterator[Line]:
    match block:
        case Paragraph(words):
            yield line(words)
        case Heading(words):
            yield line(bold(words))
        case Notice(tone, words):
            yield line(italic(words) if tone is Tone.NOTE else bold(words))
        case Quote(words, source):
            yield line(words)
            yield line(f"({source})")
        case Bullets(items):
            yield from (line(f"• {item}") for item in items)
        case Steps(items):
            yield from (line(f"{number}. {item}") for number, item in enumerate(items, start=1))
        case Rows(rows):
            yield from (line(bold(f"{row.term}: "), row.detail) for row in rows)
        case ContactLine():
            yield from _contact(block)
        case Entries(entries):
            yield from (_entry(one) for one in entries)
        case Lines(lines):
            yield from (line(one.text) for one in lines)
        case SourceLine():
            yield _source(block)


def _entry(entry: Entry) -> Line:
    return line(f"• {entry.label}", f" ({entry.detail})" if entry.detail else "")


def _contact(contact: ContactLine) -> Iterator[Line]:
    yield line(bold(contact.label))
    reaches = [one for one in (contact.phone, contact.email) if one]
    if reaches:
        yield line(", ".join(reaches))
    for words in (contact.hours, contact.note):
        if words:
            yield line(words)
    if contact.confirm:
        yield line(italic(f"{contact.confirm}."))
    if contact.page:
        yield line(link(contact.page.label, contact.page.url))


def _source(source: SourceLine) -> Line:
    checked = f" (checked {short_date(source.checked)})"
    if source.url is None:
        return line(source.label, checked)
    return line(link(source.label, source.url), checked)
