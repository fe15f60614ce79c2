"""Telegram's HTML by construction: flat spans in lines in paragraphs, packed into messages.

A span knows its text and its style; markup is written only here, and only around escaped text. A
message can therefore be cut anywhere between two characters without breaking a tag.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

TEXT_LIMIT = 4096
"""UTF-16 units of a message after its markup is read. https://core.telegram.org/bots/api"""
ENTITY_LIMIT = 100
RAW_LIMIT = 30_000
"""Bytes with markup; Telegram takes 32 KiB."""


class Style(StrEnum):
    PLAIN = "plain"
    BOLD = "b"
    ITALIC = "i"
    LINK = "a"


@dataclass(frozen=True, slots=True)
class Span:
    """Text in one style. `url` belongs to links."""

    text: str
    style: Style = Style.PLAIN
    url: str = ""

    @property
    def html(self) -> str:
        text = escape(self.text, quote=False)
        if self.style is Style.PLAIN:
            return text
        if self.style is Style.LINK:
            return f'<a href="{escape(self.url)}">{text}</a>'
        return f"<{self.style}>{text}</{self.style}>"


Line = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph: lines that belong together. Folded, it shows three lines until it is tapped."""

    lines: tuple[Line, ...]
    folded: bool = False

    @property
    def html(self) -> str:
        lines = "\n".join("".join(span.html for span in line) for line in self.lines)
        return f"<blockquote expandable>{lines}</blockquote>" if self.folded else lines

    @property
    def plain(self) -> str:
        return "\n".join("".join(span.text for span in line) for line in self.lines)

    def part(self, lines: Iterable[Line]) -> Text:
        return replace(self, lines=tuple(lines))


@dataclass(frozen=True, slots=True)
class Page:
    """One message: as HTML, and as plain text for the day when Telegram refuses the HTML."""

    html: str
    plain: str


@dataclass(slots=True)
class _Size:
    units: int = 0
    entities: int = 0
    raw: int = 0

    def fits(self) -> bool:
        return self.units <= TEXT_LIMIT and self.entities <= ENTITY_LIMIT and self.raw <= RAW_LIMIT

    def __add__(self, other: _Size) -> _Size:
        return _Size(
            self.units + other.units, self.entities + other.entities, self.raw + other.raw
        )


def units(text: str) -> int:
    """How long Telegram says that a text is: in units of UTF-16."""
    if text.isascii():
        return len(text)
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def bold(text: str) -> Span:
    return Span(text, Style.BOLD)


def italic(text: str) -> Span:
    return Span(text, Style.ITALIC)


def link(label: str, url: str) -> Span:
    return Span(label, Style.LINK, url)


def line(*spans: Span | str) -> Line:
    return tuple(_sound(Span(one) if isinstance(one, str) else one) for one in spans)


def text(*lines: Line, folded: bool = False) -> Text:
    return Text(lines, folded)


@dataclass(frozen=True, slots=True)
class Prepared:
    """A paragraph with its two forms written and its length counted."""

    text: Text
    html: str
    plain: str
    size: _Size


def prepare(text: Text) -> Prepared:
    html, plain = text.html, text.plain
    entities = sum(span.style is not Style.PLAIN for line in text.lines for span in line)
    size = _Size(units(plain) + 2, entities + text.folded, len(html.encode()) + 2)
    return Prepared(text, html, plain, size)


def pack(texts: Iterable[Text | Prepared]) -> tuple[Page, ...]:
    """The paragraphs in as few messages as hold them, split between paragraphs where possible."""
    pages: list[list[Prepared]] = [[]]
    filled = _Size()
    for one in texts:
        prepared = one if isinstance(one, Prepared) else prepare(one)
        if not prepared.text.lines:
            continue
        for part in _parts(prepared):
            if pages[-1] and not (filled + part.size).fits():
                pages.append([])
                filled = _Size()
            pages[-1].append(part)
            filled += part.size
    return tuple(_page(parts) for parts in pages if parts)


def _page(parts: list[Prepared]) -> Page:
    return Page(
        html="\n\n".join(part.html for part in parts),
        plain="\n\n".join(part.plain for part in parts),
    )


_FOLDED = _Size(units=4, entities=1, raw=len("<blockquote expandable></blockquote>") + 4)
"""What a paragraph may take besides its lines."""


def _sound(span: Span) -> Span:
    """The span without what UTF-8 cannot carry."""
    if span.text.isascii():
        return span
    return replace(span, text=span.text.encode("utf-8", "replace").decode())


def _line_size(line: Line) -> _Size:
    size = _Size(units=1, raw=1)
    for span in line:
        size += _span_size(span)
    return size


def _span_size(span: Span) -> _Size:
    return _Size(units(span.text), int(span.style is not Style.PLAIN), len(span.html.encode()))


def _parts(prepared: Prepared) -> Iterator[Prepared]:
    """The paragraph whole, or in parts that each fit into a message."""
    if prepared.size.fits():
        yield prepared
        return
    text = prepared.text
    part: list[Line] = []
    filled = _FOLDED
    for line in text.lines:
        for piece in _pieces(line):
            size = _line_size(piece)
            if part and not (filled + size).fits():
                yield prepare(text.part(part))
                part, filled = [], _FOLDED
            part.append(piece)
            filled += size
    if part:
        yield prepare(text.part(part))


def _pieces(line: Line) -> Iterator[Line]:
    """The line whole, or cut between words into lines that each fit into a message."""
    if (_line_size(line) + _FOLDED).fits():
        yield line
        return
    piece: list[Span] = []
    filled = _FOLDED
    for span in line:
        for cut in _cut(span):
            size = _span_size(cut)
            if piece and not (filled + size).fits():
                yield tuple(piece)
                piece, filled = [], _FOLDED
            piece.append(cut)
            filled += size
    if piece:
        yield tuple(piece)


def _cut(span: Span, longest: int = TEXT_LIMIT // 2) -> Iterator[Span]:
    """The span in parts of at most so many units, cut after a space where there is one."""
    rest = span.text
    while units(rest) > longest:
        end = _end(rest, longest)
        yield replace(span, text=rest[:end])
        rest = rest[end:]
    if rest:
        yield replace(span, text=rest)


def _end(text: str, longest: int) -> int:
    """Where to cut: after the last space that still fits, else where the room ends."""
    end = longest
    while units(text[:end]) > longest:
        end -= max(1, (units(text[:end]) - longest) // 2)
    space = text.rfind(" ", 1, end)
    return space + 1 if space > 0 else end
