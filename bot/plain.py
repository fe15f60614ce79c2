"""A screen as plain text: for the terminal, for scripts, and for pasting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.notification.dates_in_words import short_date
from bot.screen import (
    Bullets,
    ContactLine,
    Entries,
    Entry,
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
    from collections.abc import Iterator

    from bot.screen import Block, Fold, Reply, Screen

_TONES = {Tone.URGENT: "IMPORTANT: ", Tone.WARNING: "Note: ", Tone.NOTE: ""}


def plain_reply(reply: Reply) -> str:
    """Every screen of a reply; only the last one, which is answered next, has numbers."""
    *above, last = reply.screens
    groups = [group for screen in above for group in paragraphs(screen, numbers=False)]
    return "\n\n".join(["\n".join(group) for group in groups] + [plain_text(last)])


def plain_text(screen: Screen) -> str:
    """Everything on the screen, without addresses: title, blocks, options, ways on, links."""
    return "\n".join(
        line for paragraph in paragraphs(screen) for line in (*paragraph, "")
    ).rstrip()


def paragraphs(screen: Screen, *, numbers: bool = True) -> Iterator[list[str]]:
    """The screen as groups of lines, none of them empty.

    Bracketed numbers are those of `numbered`. A screen above the one that is answered has none,
    so that a number never means two things.
    """
    yield [screen.title]
    if screen.danger:
        yield [screen.danger]
    number = 1
    for block in screen.blocks:
        if isinstance(block, Entries):
            yield [
                _numbered_entry(one, number + at, numbers) for at, one in enumerate(block.items)
            ]
            number += len(block.items)
        elif not isinstance(block, SourceLine):
            yield list(lines_of(block))
    yield from _question(screen)
    if screen.field:
        yield [screen.field.hint]
    if screen.links:
        yield ["Links:", *(f"- {link.label}: {link.url}" for link in screen.links)]
    if screen.attachments:
        yield ["To take away:", *(f"- {one.label}: {one.name}" for one in screen.attachments)]
    yield from _folds(screen)
    yield from _sources(_source_lines(screen))
    if screen.actions and numbers:
        yield ["Ways on:", *_ways_on(screen, number)]


def _question(screen: Screen) -> Iterator[list[str]]:
    question = screen.question
    if question is None:
        return
    if question.label != screen.title:
        yield [question.label]
    if question.help:
        yield [question.help]
    yield [
        f"{f'[{number}]' if question.numbered else '-'} {_entry(Entry(one.label, one.address, one.help))}"
        for number, one in enumerate(question.choices, start=1)
    ]
    if question.progress:
        yield [question.progress]


def _folds(screen: Screen) -> Iterator[list[str]]:
    """Each fold under its heading; the sources of all of them stand at the end."""
    for fold in screen.folds:
        yield [fold.title]
        for block in fold.blocks:
            if not isinstance(block, SourceLine):
                yield list(lines_of(block))


def _numbered_entry(entry: Entry, number: int, numbers: bool) -> str:
    return f"[{number}] {_entry(entry)}" if numbers else f"- {_entry(entry)}: {entry.address}"


def _ways_on(screen: Screen, number: int) -> Iterator[str]:
    for index, one in enumerate(screen.actions, start=number):
        yield f"[{one.id if screen.question else index}] {one.label}"


def words_in(fold: Fold) -> int:
    """How many words stand in a fold, its sources not counted."""
    blocks = (block for block in fold.blocks if not isinstance(block, SourceLine))
    return sum(len(line.split()) for block in blocks for line in lines_of(block))


def _source_lines(screen: Screen) -> list[SourceLine]:
    """The sources of the screen and of its folds, each once."""
    blocks = (*screen.blocks, *(block for fold in screen.folds for block in fold.blocks))
    return list(dict.fromkeys(block for block in blocks if isinstance(block, SourceLine)))


def _sources(sources: list[SourceLine]) -> Iterator[list[str]]:
    """The sources, with the date on which they were checked once where it is the same for all."""
    if not sources:
        return
    if len({one.checked for one in sources}) > 1:
        yield ["Sources:", *(f"- {_source(one)}" for one in sources)]
        return
    yield [
        f"Sources, checked {short_date(sources[0].checked)}:",
        *(f"- {one.label}{f': {one.url}' if one.url else ''}" for one in sources),
    ]


def lines_of(block: Block) -> Iterator[str]:
    """The lines of one block."""
    match block:
        case Paragraph(text):
            yield text
        case Heading(text):
            yield text.upper()
        case Notice(tone, text):
            yield f"{_TONES[tone]}{text}"
        case Quote(text, source):
            yield f"“{text}” ({source})"
        case Bullets(items):
            yield from (f"- {item}" for item in items)
        case Steps(items):
            yield from (f"{number}. {item}" for number, item in enumerate(items, start=1))
        case Rows(rows):
            yield from (f"{row.term}: {row.detail}" for row in rows)
        case ContactLine():
            yield from _contact(block)
        case SourceLine():
            yield _source(block)
        case Entries(entries):
            yield from (_entry(entry) for entry in entries)
        case Lines(lines):
            yield from (line.text for line in lines)


def _contact(contact: ContactLine) -> Iterator[str]:
    parts = (contact.phone, contact.email, contact.hours, contact.note)
    line = f"{contact.label}: {'; '.join(part for part in parts if part)}".removesuffix(": ")
    yield f"{line} ({contact.confirm}.)" if contact.confirm else line
    if contact.page:
        yield f"  {contact.page.label}: {contact.page.url}"


def _entry(entry: Entry) -> str:
    label, detail = entry.label, entry.detail
    return f"{label} ({detail})" if detail else label


def _source(line: SourceLine) -> str:
    return (
        f"{line.label} (checked {short_date(line.checked)}){f': {line.url}' if line.url else ''}"
    )
