"""The record as plain text, to paste into a case system and fill in there."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.notification.record import Cell, Record, Row

BLANK = "____________"


def record_text(record: Record) -> str:
    """The whole record as plain text: one line a row, or one a box to tick."""
    return "\n".join((record.title, *record.lines, *_rows(record), "", record.foot)) + "\n"


def _rows(record: Record) -> Iterator[str]:
    for heading, rows in record.tables():
        yield from ("", " ".join(heading.cells[0]), "")
        for row in rows:
            yield from _row(row, heading.cells)


def _row(row: Row, headings: tuple[Cell, ...]) -> Iterator[str]:
    label, *cells = row.cells
    yield " ".join(label) + ("" if headings[1] else ":")
    for heading, cell in zip(headings[1:], cells, strict=True):
        name = f"{' '.join(heading)}: " if heading else ""
        yield from (f"  {name}{_to_write(line)}" for line in cell or ("",))


def _to_write(line: str) -> str:
    """The line, with room to write where it asks for something."""
    return f"{line} {BLANK}".strip() if not line or line.endswith(":") else line
