"""A sheet that lines of text are written on, one below the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.drawing.shapes import Ink, Words

if TYPE_CHECKING:
    from bot.drawing.shapes import Part

SIZE = 14
LINE = 18


class Sheet:
    """The parts of a drawing, in the order in which they are painted."""

    def __init__(self) -> None:
        self.parts: list[Part] = []

    def write(
        self,
        lines: tuple[str, ...],
        x: float,
        y: float,
        *,
        size: float = SIZE,
        bold: bool = False,
        ink: Ink = Ink.TEXT,
    ) -> float:
        """Writes lines from `y` downwards and tells where they end."""
        for line in lines:
            self.parts.append(Words(x, y + size, line, size, ink, bold))
            y += size + LINE - SIZE
        return y
