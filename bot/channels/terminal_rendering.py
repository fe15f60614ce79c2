"""A screen in a terminal: the first screen in columns, folds behind their words, no pager needed."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from bot.plain import lines_of, paragraphs
from bot.screen import RING, Lines, Notice, Part, SourceLine, Tone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.screen import Block, Line, Screen

AGE = "age"
COLUMN = 9
"""Where the text of a first screen begins; what stands before it is its label."""

_LABELS = {**dict.fromkeys(RING, "Ring"), Part.SAY: "Say", Part.WHEN: "When"}


def groups_of(screen: Screen) -> Iterator[list[str]]:
    """The screen as groups of lines, none of them empty: danger, title, what to do, ways on."""
    if not (screen.question or screen.outcome):
        yield from _danger(screen)
        yield from paragraphs(screen)
        return
    yield from _danger(screen)
    yield [screen.title]
    if screen.question and screen.question.help:
        yield [screen.question.help]
    for block in screen.blocks:
        if isinstance(block, Lines):
            yield list(_in_columns(block))
        elif not isinstance(block, SourceLine):
            yield list(lines_of(block))
    for fold in screen.folds:
        if fold.open:
            yield [fold.title, *(line for one in fold.blocks for line in _told(one))]
    yield from _options(screen)
    yield [*_answers(screen), _typed_ways(screen)]


def _told(block: Block) -> Iterator[str]:
    if not isinstance(block, SourceLine):
        yield from lines_of(block)


def _danger(screen: Screen) -> Iterator[list[str]]:
    """The 999 line, unless the screen says it itself."""
    said = any(isinstance(one, Notice) and one.tone is Tone.URGENT for one in screen.blocks)
    if screen.danger and not said:
        yield [screen.danger]


def _in_columns(block: Lines) -> Iterator[str]:
    for label, lines in groupby(block.items, key=_label_of):
        before = label
        for line in lines:
            yield f"  {before:<{COLUMN - 2}}{line.under_label}"
            before = ""


def _label_of(line: Line) -> str:
    return _LABELS.get(line.part) or line.label or "Do"


def _options(screen: Screen) -> Iterator[list[str]]:
    """The options with their numbers; at the age question a number is an age."""
    question = screen.question
    if question is None:
        return
    lines = []
    for number, choice in enumerate(question.choices, start=1):
        mark = "-" if question.id == AGE else f"[{number}]"
        lines.append(f"{mark} {choice.label}{f' ({choice.help})' if choice.help else ''}")
    yield lines
    if question.progress:
        yield [question.progress]


def _answers(screen: Screen) -> Iterator[str]:
    yield from (fold.title for fold in screen.folds if fold.id == "answers")


def _typed_ways(screen: Screen) -> str:
    """The words that lead on, in one line."""
    return f"Type: {', '.join(dict.fromkeys(action.id for action in screen.actions))}"
