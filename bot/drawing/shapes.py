"""What a drawing is made of. Colours are roles; a theme gives each role its colour."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Ink(StrEnum):
    """The role of a colour. No meaning stands on a colour alone: shapes and words carry it too."""

    PAPER = "paper"
    TEXT = "text"
    QUIET = "quiet"
    RULE = "rule"
    BAND = "band"
    MARK = "mark"
    CALM = "calm"


class Anchor(StrEnum):
    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True, slots=True)
class Box:
    x: float
    y: float
    width: float
    height: float
    fill: Ink | None = None
    stroke: Ink | None = None
    radius: float = 0
    stroke_width: float = 1.5


@dataclass(frozen=True, slots=True)
class Disc:
    x: float
    y: float
    radius: float
    fill: Ink | None = None
    stroke: Ink | None = None
    stroke_width: float = 2


@dataclass(frozen=True, slots=True)
class Line:
    """A line through two or more points; `dashed` and `arrow` are how it is drawn."""

    points: tuple[tuple[float, float], ...]
    stroke: Ink
    stroke_width: float = 1.5
    dashed: bool = False
    arrow: bool = False


@dataclass(frozen=True, slots=True)
class Shape:
    """A filled outline through three or more points."""

    points: tuple[tuple[float, float], ...]
    fill: Ink
    stroke: Ink | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text; `y` is its base line."""

    x: float
    y: float
    text: str
    size: float
    ink: Ink = Ink.TEXT
    bold: bool = False
    anchor: Anchor = Anchor.START


Part = Box | Disc | Line | Shape | Words


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture.

    Args:
        name: tells the ids of one picture from those of another on the same page.
        title: what the picture is.
        description: the same facts as words, for those who do not see it.
        width: in pixels at full size.
        height: in pixels at full size.
        parts: in the order in which they are painted.
    """

    name: str
    title: str
    description: str
    width: float
    height: float
    parts: tuple[Part, ...]
