"""The flowchart for a reader: a child under 18, on one page of A4.

Every question has a column, every result a row. An answer stands in the column of its question,
as high as all the results that it leads to; arrows lead from answer to answer.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.criteria.model import DutyId, Verdict
from bot.drawing.shapes import Box, Drawing, Ink, Line
from bot.drawing.text_width import wrapped
from bot.flowchart.diagram import Result, asked, main_branch, results
from bot.flowchart.sheet import LINE, SIZE, Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.criteria.table import DecisionTable
    from bot.flowchart.diagram import Ask
    from bot.flowchart.wording import Wording

TITLE = "Does this meet the criteria? A child under 18"
PAGE = (1040, 1471)
_EDGE = 24
_GAP = 24
_COLUMNS = {"outcome": 120, "abuse_or_neglect": 180, "looked_after": 140, "warning_signs": 120}
_COLUMN = 120
_PAD = 6
_ROW_GAP = 6
_STRIPE = 8
_VERDICT_INK = {
    Verdict.MEETS: Ink.MARK,
    Verdict.OTHER_DUTY: Ink.MARK,
    Verdict.CONSULT: Ink.CALM,
    Verdict.NOT_ON_THESE_ANSWERS: Ink.RULE,
}


def reader_picture(table: DecisionTable, wording: Wording) -> Drawing:
    """The main branch as a picture of one page."""
    page = _Page(main_branch(table), wording)
    return Drawing(
        name="flowchart",
        title=TITLE,
        description=" ".join(reader_lines(table, wording)),
        width=PAGE[0],
        height=PAGE[1],
        parts=tuple(page.parts),
    )


def reader_lines(table: DecisionTable, wording: Wording) -> tuple[str, ...]:
    """The same as text, one line for each way through the chart."""
    return tuple(_ways(main_branch(table), wording, ()))


def duties_by_number(node: Ask, wording: Wording) -> dict[DutyId, int]:
    """Each duty of the chart with its number, in the order of the knowledge base."""
    used = {duty for result in results(node) for duty in result.duties}
    return {
        duty: number
        for number, duty in enumerate((one for one in wording.duties if one in used), start=1)
    }


def _ways(node: Ask | Result, wording: Wording, before: tuple[str, ...]) -> Iterator[str]:
    if isinstance(node, Result):
        duties = (
            "; ".join(wording.duties[duty] for duty in node.duties)
            or "The steps that always apply"
        )
        yield f"{'. '.join(before)}. {wording.verdicts[node.verdict].rstrip(':')}. {duties}."
        return
    for branch in node.branches:
        answer = f"{wording.short(node.question)}: {wording.branch(branch, node.question)}"
        yield from _ways(branch.then, wording, (*before, answer))


@dataclass(slots=True)
class _Cell:
    """An answer or a result: its column, its rows, its lines of text; a result has a title too."""

    column: int
    first: int
    last: int
    lines: tuple[str, ...]
    before: _Cell | None
    title: tuple[str, ...] = ()
    verdict: Verdict | None = None

    @property
    def height(self) -> float:
        """The height of its text."""
        return (len(self.title) + len(self.lines)) * LINE


class _Page(Sheet):
    def __init__(self, root: Ask, wording: Wording) -> None:
        super().__init__()
        self._wording = wording
        self._numbers = duties_by_number(root, wording)
        order = [question.id for question in wording.criteria.questions]
        self._questions = sorted(set(asked(root)), key=order.index)
        self._cells: list[_Cell] = []
        self._rows = 0
        self._place(root, None)
        top = self._heading()
        self._edges = self._row_edges(top)
        for cell in self._cells:
            self._draw(cell)
        self._foot(self._edges[-1] + 6)

    def _place(self, node: Ask | Result, before: _Cell | None) -> None:
        """Give every answer and result its column and rows."""
        if isinstance(node, Result):
            row, self._rows = self._rows, self._rows + 1
            title, do = self._result_lines(node)
            cell = _Cell(len(self._questions), row, row, do, before, title, node.verdict)
            self._cells.append(cell)
            return
        for branch in node.branches:
            text = self._wording.branch(branch, node.question)
            column = self._questions.index(node.question)
            cell = _Cell(column, self._rows, self._rows, self._wrap(text, column), before)
            self._cells.append(cell)
            self._place(branch.then, cell)
            cell.last = self._rows - 1

    def _result_lines(self, result: Result) -> tuple[tuple[str, ...], tuple[str, ...]]:
        column = len(self._questions)
        room = self._width(column) - _STRIPE - 2 * _PAD
        title = wrapped(self._wording.verdicts[result.verdict], room, SIZE, bold=True)
        return title, wrapped(self._who_does(result), room, SIZE)

    def _who_does(self, result: Result) -> str:
        """The numbers of the duties, the reader's and the council's apart."""
        owed = [duty for duty in self._numbers if duty in result.duties]
        yours = ", ".join(str(self._numbers[duty]) for duty in owed if duty not in _OF_THE_COUNCIL)
        councils = ", ".join(str(self._numbers[duty]) for duty in owed if duty in _OF_THE_COUNCIL)
        you = f"You: {yours}" if yours else "You: the steps that always apply"
        return f"{you}. The council: {councils}" if councils else you

    def _wrap(self, text: str, column: int) -> tuple[str, ...]:
        return wrapped(text, self._width(column) - 2 * _PAD, SIZE)

    def _left(self, column: int) -> float:
        return _EDGE + sum(self._width(before) + _GAP for before in range(column))

    def _width(self, column: int) -> float:
        if column < len(self._questions):
            return _COLUMNS.get(self._questions[column], _COLUMN)
        return PAGE[0] - _EDGE - self._left(column)

    def _row_edges(self, top: float) -> list[float]:
        """The upper edge of each row and the lower edge of the last, so that all text fits."""
        heights = [0.0] * self._rows
        for cell in sorted(self._cells, key=lambda cell: cell.last - cell.first):
            have = sum(heights[cell.first : cell.last + 1])
            need = cell.height + 2 * _PAD + _ROW_GAP
            missing = max(0, need - have) / (cell.last - cell.first + 1)
            for row in range(cell.first, cell.last + 1):
                heights[row] += missing
        edges = [top]
        for height in heights:
            edges.append(edges[-1] + height)
        return edges

    def _heading(self) -> float:
        y = self.write((TITLE,), _EDGE, 20, size=26, bold=True)
        y = self.write(
            wrapped(self._wording.danger_line, PAGE[0] - 2 * _EDGE, SIZE, bold=True),
            _EDGE,
            y + 6,
            bold=True,
            ink=Ink.MARK,
        )
        y += 10
        ends = [
            self.write(
                wrapped(self._wording.question(question), self._width(column), SIZE, bold=True),
                self._left(column),
                y,
                bold=True,
            )
            for column, question in enumerate(self._questions)
        ]
        column = len(self._questions)
        self.write(("What to do",), self._left(column), y, bold=True)
        y = max(ends) + 6
        self.parts.append(Line(((_EDGE, y), (PAGE[0] - _EDGE, y)), Ink.TEXT, 2))
        return y + 10

    def _draw(self, cell: _Cell) -> None:
        x, width = self._left(cell.column), self._width(cell.column)
        top, bottom = self._edges[cell.first], self._edges[cell.last + 1] - _ROW_GAP
        if cell.before is not None:
            self._arrow(cell.before, x, (top + bottom) / 2)
        self.parts.append(Box(x, top, width, bottom - top, Ink.PAPER, Ink.RULE, radius=3))
        y = (top + bottom - cell.height) / 2
        x += _PAD
        if cell.verdict is not None:
            self.parts.append(
                Box(x - _PAD, top, _STRIPE, bottom - top, _VERDICT_INK[cell.verdict])
            )
            x += _STRIPE
        y = self.write(cell.title, x, y, bold=True)
        self.write(cell.lines, x, y)

    def _arrow(self, before: _Cell, to_x: float, to_y: float) -> None:
        """From the right edge of an answer to the next cell, bent in the gap between."""
        x = self._left(before.column) + self._width(before.column)
        top, bottom = self._edges[before.first], self._edges[before.last + 1] - _ROW_GAP
        from_y = min(max(to_y, top + _PAD), bottom - _PAD)
        points = ((x, from_y), (x + _GAP / 2, from_y), (x + _GAP / 2, to_y), (to_x, to_y))
        kept = [points[0], *(b for a, b in pairwise(points) if a != b)]
        self.parts.append(Line(tuple(kept), Ink.RULE, arrow=True))

    def _foot(self, y: float) -> None:
        width = PAGE[0] - 2 * _EDGE
        for duty, number in self._numbers.items():
            y = self.write(
                wrapped(f"{number}. {self._wording.duties[duty]}.", width, SIZE), _EDGE, y
            )
        y += 8
        for note in _notes(self._wording):
            y = self.write(wrapped(note, width, SIZE), _EDGE, y)


_OF_THE_COUNCIL = {DutyId.PANEL, DutyId.OFSTED_SOS}
_LISTED = "warning_signs"
_NOT_SURE = (
    '"Not sure" is an answer to every question. It never counts as a "no": the guide then tells'
    " what holds in every case that is left."
)
_NOT_DRAWN = (
    "Not drawn: an unborn child, someone of 18 or over, an age that is not certain, and the place,"
    " which decides which council notifies the Panel. Ask the guide."
)


def _notes(wording: Wording) -> tuple[str, ...]:
    signs = wording.criteria.question(_LISTED)
    version = f"Drawn from the decision table, criteria version {wording.criteria.version}."
    return (
        f"{signs.short}: {signs.meaning}",
        wording.council_decides,
        _NOT_SURE,
        _NOT_DRAWN,
        version,
    )
