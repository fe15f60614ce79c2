"""A screen as Telegram messages: HTML text in reading order, and the buttons under the last one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from bot.channels.telegram.keyboard import Keyboard, keyboard
from bot.channels.telegram.markup import (
    Line,
    Page,
    Prepared,
    Text,
    bold,
    italic,
    line,
    link,
    pack,
    prepare,
    text,
)
from bot.notification.dates_in_words import short_date
from bot.screen import (
    Bullets,
    ContactLine,
    Entries,
    Heading,
    Lines,
    Notice,
    Paragraph,
    Quote,
    Rows,
    SourceLine,
    Steps,
    Tone,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.screen import Block, Link, Screen

SEPARATOR = " · "
_KNOWLEDGE = (ContactLine, Entries, Heading, Quote)


@dataclass(frozen=True, slots=True)
class Rendered:
    """What stands in the chat for a screen: one page for each message, buttons under the last."""

    pages: tuple[Page, ...]
    keyboard: Keyboard = ()


def render(screen: Screen, share: str = "") -> Rendered:
    """The screen for a private chat; `share` is the link to this very screen."""
    return Rendered(pack(texts(screen)), keyboard(screen, share))


def plain(words: str, buttons: Keyboard = ()) -> Rendered:
    """A short message of the channel itself."""
    return Rendered(pack([text(line(words))]), buttons)


def texts(screen: Screen, *, ways_on: bool = True) -> Iterator[Text | Prepared]:
    """Everything on the screen that can be read, and what a typed number or word chooses."""
    if screen.danger:
        yield text(line(bold(screen.danger)))
    yield text(line(bold(screen.title)))
    number = 1
    sources: list[SourceLine] = []
    for block in screen.blocks:
        if isinstance(block, SourceLine):
            sources.append(block)
            continue
        yield (
            _of_knowledge(block, number) if isinstance(block, _KNOWLEDGE) else _text(block, number)
        )
        if isinstance(block, Entries):
            number += len(block.items)
    for fold in screen.folds:
        yield text(line(bold(fold.title)))
        for block in fold.blocks:
            if isinstance(block, SourceLine):
                sources.append(block)
            else:
                yield _text(block, number)
    yield from _question(screen)
    if screen.field:
        yield text(line(bold(screen.field.label)), line(screen.field.hint))
    if screen.links:
        yield _links(screen.links)
    if sources:
        yield _sources(tuple(dict.fromkeys(sources)))
    if ways_on and screen.actions:
        yield text(line(_ways_on(screen, number)))


@lru_cache(maxsize=4096)
def _of_knowledge(block: Block, number: int) -> Prepared:
    """A block that comes from the knowledge base as it stands. No answer of anybody is in it."""
    return prepare(_text(block, number))


@lru_cache(maxsize=1024)
def _sources(sources: tuple[SourceLine, ...]) -> Prepared:
    return prepare(text(line(italic("Sources")), *map(_source, sources), folded=True))


@lru_cache(maxsize=1024)
def _links(links: tuple[Link, ...]) -> Prepared:
    return prepare(text(*(line(link(one.label, one.url)) for one in links)))


def _text(block: Block, number: int) -> Text:
    return text(*_lines(block, number), folded=isinstance(block, Quote))


def _question(screen: Screen) -> Iterator[Text]:
    if screen.question is None:
        return
    if screen.question.label != screen.title:
        yield text(line(bold(screen.question.label)))
    if screen.question.help:
        yield text(line(screen.question.help))
    yield text(*_numbered((one.label, one.help) for one in screen.question.choices))


def _ways_on(screen: Screen, number: int) -> str:
    """What to type where buttons are out of reach: the same words and numbers as everywhere."""
    if screen.question:
        words = SEPARATOR.join(f"“{one.id}” {one.label}" for one in screen.actions)
        return f"Or type {words}"
    numbers = SEPARATOR.join(
        f"{index} {one.label}" for index, one in enumerate(screen.actions, start=number)
    )
    return f"Go on: {numbers}"


def _lines(block: Block, number: int) -> Iterator[Line]:
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
            yield from _numbered((item, "") for item in items)
        case Rows(rows):
            yield from (line(bold(f"{row.term}: "), row.detail) for row in rows)
        case ContactLine():
            yield from _contact(block)
        case Entries(entries):
            yield from _numbered(((one.label, one.detail) for one in entries), number)
        case Lines(lines):
            yield from (line(one.text) for one in lines)
        case SourceLine():
            yield _source(block)


def _numbered(items: Iterable[tuple[str, str]], first: int = 1) -> Iterator[Line]:
    for number, (label, detail) in enumerate(items, start=first):
        yield line(f"{number}. {label}", f" ({detail})" if detail else "")


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
