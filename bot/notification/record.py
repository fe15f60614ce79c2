"""The record of what was done: one page to fill in, for the child's file. It names nobody.

A record is one list of rows. Plain text and Word each walk over it, so that neither says less.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.notification.first_screen import Words, filled, fits
from bot.strict import Slotted, Strict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

BOX = "\N{BALLOT BOX}"
_TICK = f"{BOX} "
_NO_HEADING = "-"

SLOTS_OF_A_RECORD = frozenset({"answers", "verdict", "last_days_heading", "last_days"})
"""What a record fills in its rows, besides what a first screen does."""

Cell = tuple[str, ...]
"""The lines of a cell, one under the other; none is a cell to write in."""


@dataclass(frozen=True, kw_only=True)
class RecordRow(Strict):
    """A row that may stand in the record: where any of the words of its label fit."""

    label: tuple[Words, ...]
    entries: tuple[Words, ...] = ()


@dataclass(frozen=True, kw_only=True)
class RecordBlock(Strict):
    """Rows under one row of headings."""

    headings: tuple[str, ...]
    rows: tuple[RecordRow, ...]


@dataclass(frozen=True, kw_only=True)
class RecordWords(Strict):
    """Everything that a record can say, and when."""

    title: str
    note: str
    made: Slotted
    blocks: tuple[RecordBlock, ...]
    last_days: str
    foot: Slotted


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the record. A heading begins a table, which has as many columns as it has cells."""

    cells: tuple[Cell, ...]
    heading: bool = False

    @property
    def is_to_fill_in(self) -> bool:
        return not all(self.cells)


@dataclass(frozen=True, slots=True)
class Record:
    """A record of one case.

    Args:
        title: what it is.
        lines: what stands under the title.
        rows: the tables, each begun by its heading.
        foot: on what it rests, in small print.
    """

    title: str
    lines: tuple[str, ...]
    rows: tuple[Row, ...]
    foot: str

    def tables(self) -> Iterator[tuple[Row, tuple[Row, ...]]]:
        """Each heading with the rows below it."""
        starts = [at for at, row in enumerate(self.rows) if row.heading]
        for start, end in zip(starts, (*starts[1:], len(self.rows)), strict=True):
            yield self.rows[start], self.rows[start + 1 : end]


def record_of(words: RecordWords, facts: Mapping[str, str], said: Mapping[str, str]) -> Record:
    """The record for these facts; `said` fills the slots of its words."""
    return Record(
        title=words.title,
        lines=(words.note, filled(words.made, said)),
        rows=tuple(_rows(words.blocks, facts, said)),
        foot=filled(words.foot, said),
    )


def ticked(line: str) -> str | None:
    """The words beside a box to tick, or None where the line has no box."""
    return line.removeprefix(_TICK) if line.startswith(_TICK) else None


def _rows(
    blocks: Iterable[RecordBlock], facts: Mapping[str, str], said: Mapping[str, str]
) -> Iterator[Row]:
    for block in blocks:
        labels = [(_cell(row.label, facts, said), row) for row in block.rows]
        shown = [(label, row) for label, row in labels if label]
        if not shown:
            continue
        yield Row(
            tuple(() if name == _NO_HEADING else (name,) for name in block.headings), heading=True
        )
        more = len(block.headings) - 2
        for label, row in shown:
            yield Row((label, _cell(row.entries, facts, said), *[()] * more))


def _cell(words: Iterable[Words], facts: Mapping[str, str], said: Mapping[str, str]) -> Cell:
    """Every line that fits, with its slots filled; what says nothing is left out."""
    lines = (filled(one.text, said) for one in words if fits(one, facts))
    return tuple(line for line in lines if line)
