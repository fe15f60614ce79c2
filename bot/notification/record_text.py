"""The record as plain text, to paste into a case system: one line a paragraph, no ornaments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.notification.record import Listed, Numbered, Table, sections

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.notification.record import Part, Record

_PAIR = 2


def record_text(record: Record) -> str:
    """The whole record as plain text."""
    lines = [record.title]
    for section in sections(record):
        lines += ["", section.heading, ""]
        for part in section.parts:
            lines += _lines(part)
    return "\n".join(lines) + "\n"


def _lines(part: Part) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, Numbered):
        yield from (f"{number}. {item}" for number, item in enumerate(part.items, start=1))
    elif isinstance(part, Listed):
        yield from (f"- {item}" for item in part.items)
    else:
        yield from _table_lines(part)


def _table_lines(table: Table) -> Iterator[str]:
    """A table of pairs as "Question? Answer"; a wider one as a few named lines a row."""
    for row in table.rows:
        if len(row) == _PAIR:
            colon = "" if row[0].endswith("?") else ":"
            yield f"{row[0]}{colon} {row[1]}".rstrip()
            continue
        yield f"- {row[0]}"
        named = zip(table.columns[1:], row[1:], strict=True)
        yield from (f"  {column}: {cell}" for column, cell in named if cell)
