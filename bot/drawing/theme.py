"""The colours of a drawing, in light and in dark."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from bot.drawing.shapes import Ink

if TYPE_CHECKING:
    from collections.abc import Mapping


class Theme(StrEnum):
    """How a drawing is coloured. `AUTO` follows the reader's setting and is for the web only."""

    AUTO = "auto"
    LIGHT = "light"
    DARK = "dark"


LIGHT_COLOURS: Mapping[Ink, str] = {
    Ink.PAPER: "#ffffff",
    Ink.TEXT: "#0b0c0c",
    Ink.QUIET: "#484c50",
    Ink.RULE: "#6f777b",
    Ink.BAND: "#d3d7da",
    Ink.MARK: "#9c1c1c",
    Ink.CALM: "#0b5394",
}
DARK_COLOURS: Mapping[Ink, str] = {
    Ink.PAPER: "#15181b",
    Ink.TEXT: "#f3f2f1",
    Ink.QUIET: "#c4c9cd",
    Ink.RULE: "#8d959b",
    Ink.BAND: "#3d444a",
    Ink.MARK: "#ff9c94",
    Ink.CALM: "#8fc4ff",
}


def colours(theme: Theme) -> Mapping[Ink, str]:
    """The colours of a theme; those of light where the reader's setting decides later."""
    return DARK_COLOURS if theme is Theme.DARK else LIGHT_COLOURS
