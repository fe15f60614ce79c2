"""A drawing as SVG.

The colours stand on the shapes themselves; only the switch to dark is a style sheet. Where a page
forbids style sheets the drawing stays light and readable.
"""

from __future__ import annotations

import re
from functools import singledispatchmethod
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from bot.drawing.shapes import Box, Disc, Drawing, Ink, Line, Shape, Words
from bot.drawing.theme import DARK_COLOURS, Theme, colours

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.drawing.shapes import Part

FONT_FAMILY = "DejaVu Sans, Verdana, Arial, sans-serif"
_NOT_IN_XML = re.compile(r"[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def svg(drawing: Drawing, theme: Theme = Theme.AUTO) -> str:
    """The drawing with its title and description; `AUTO` turns dark with the reader's setting."""
    pen = _Pen(drawing.name, colours(theme))
    return "\n".join(
        (
            _opening(drawing),
            f'<title id="{drawing.name}-title">{_text(drawing.title)}</title>',
            f'<desc id="{drawing.name}-description">{_text(drawing.description)}</desc>',
            *([_dark_style(drawing.name)] if theme is Theme.AUTO else []),
            pen.arrow_head(),
            pen.draw(Box(0, 0, drawing.width, drawing.height, fill=Ink.PAPER)),
            *(pen.draw(part) for part in drawing.parts),
            "</svg>\n",
        )
    )


def _opening(drawing: Drawing) -> str:
    width, height = _number(drawing.width), _number(drawing.height)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"'
        f' viewBox="0 0 {width} {height}" role="img" font-family="{FONT_FAMILY}"'
        f' aria-labelledby="{drawing.name}-title {drawing.name}-description">'
    )


class _Pen:
    """Writes shapes in the colours of a theme."""

    def __init__(self, name: str, palette: Mapping[Ink, str]) -> None:
        self._name = name
        self._palette = palette

    def arrow_head(self) -> str:
        return (
            f'<defs><marker id="{self._name}-arrow" viewBox="0 0 10 10" refX="9" refY="5"'
            ' markerWidth="9" markerHeight="9" orient="auto" markerUnits="userSpaceOnUse">'
            f'<path d="M0 0L10 5L0 10z"{self._colours(Ink.RULE, None)}/></marker></defs>'
        )

    @singledispatchmethod
    def draw(self, part: Part) -> str:
        raise TypeError(f"Cannot draw {part!r}.")

    @draw.register
    def _(self, part: Box) -> str:
        radius = f' rx="{_number(part.radius)}"' if part.radius else ""
        return (
            f'<rect x="{_number(part.x)}" y="{_number(part.y)}" width="{_number(part.width)}"'
            f' height="{_number(part.height)}"{radius}'
            f"{self._colours(part.fill, part.stroke, part.stroke_width)}/>"
        )

    @draw.register
    def _(self, part: Disc) -> str:
        return (
            f'<circle cx="{_number(part.x)}" cy="{_number(part.y)}" r="{_number(part.radius)}"'
            f"{self._colours(part.fill, part.stroke, part.stroke_width)}/>"
        )

    @draw.register
    def _(self, part: Line) -> str:
        dashes = ' stroke-dasharray="4 4"' if part.dashed else ""
        arrow = f' marker-end="url(#{self._name}-arrow)"' if part.arrow else ""
        return (
            f'<polyline points="{_points(part.points)}"{dashes}{arrow}'
            f"{self._colours(None, part.stroke, part.stroke_width)}/>"
        )

    @draw.register
    def _(self, part: Shape) -> str:
        return f'<polygon points="{_points(part.points)}"{self._colours(part.fill, part.stroke)}/>'

    @draw.register
    def _(self, part: Words) -> str:
        weight = ' font-weight="700"' if part.bold else ""
        return (
            f'<text x="{_number(part.x)}" y="{_number(part.y)}" font-size="{_number(part.size)}"'
            f' text-anchor="{part.anchor}"{weight}{self._colours(part.ink, None)}>'
            f"{_text(part.text)}</text>"
        )

    def _colours(self, fill: Ink | None, stroke: Ink | None, stroke_width: float = 1.5) -> str:
        """The colours as attributes, and the same roles as classes for the switch to dark."""
        roles = [f"fill-{fill}"] * (fill is not None) + [f"stroke-{stroke}"] * (stroke is not None)
        painted = f' fill="{self._palette[fill]}"' if fill else ' fill="none"'
        if stroke:
            painted += f' stroke="{self._palette[stroke]}" stroke-width="{_number(stroke_width)}"'
        return f" class={quoteattr(' '.join(f'{self._name}-{role}' for role in roles))}{painted}"


def _dark_style(name: str) -> str:
    rules = "".join(
        f".{name}-fill-{ink}{{fill:{colour}}}.{name}-stroke-{ink}{{stroke:{colour}}}"
        for ink, colour in DARK_COLOURS.items()
    )
    return f"<style>@media (prefers-color-scheme:dark){{{rules}}}</style>"


def _text(text: str) -> str:
    return escape(_NOT_IN_XML.sub("", text))


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _points(points: tuple[tuple[float, float], ...]) -> str:
    return " ".join(f"{_number(x)},{_number(y)}" for x, y in points)
