"""Words are really painted, in the font that comes with the guide."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import resvg_py

from bot.drawing.png import FONT_FILES, png
from bot.drawing.shapes import Drawing, Ink, Words
from bot.drawing.svg import svg
from bot.drawing.text_width import text_width
from bot.drawing.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy as np
    import numpy.typing as npt

    Pixels = npt.NDArray[np.uint8]

EMPTY = Drawing("test", "A title", "A description", 600, 40, ())


def of_words(text: str, *, bold: bool = False) -> Drawing:
    return replace(EMPTY, parts=(Words(10, 28, text, 20, Ink.TEXT, bold),))


def ink_columns(painted: Pixels) -> list[int]:
    """Columns in which something other than the paper was painted."""
    paper = painted[0, 0]
    return [int(column) for column in (painted != paper).any(axis=(0, 2)).nonzero()[0]]


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
@pytest.mark.parametrize(
    "text",
    ["Friday 20 November 2026", "No later than", "New Year\N{RIGHT SINGLE QUOTATION MARK}s Day"],
)
def test_words_are_painted_as_wide_as_they_were_measured(
    pixels: Callable[[bytes], Pixels], text: str, theme: Theme, bold: bool
) -> None:
    columns = ink_columns(pixels(png(of_words(text, bold=bold), theme, zoom=1)))

    assert columns[0] == pytest.approx(11, abs=2)
    painted = columns[-1] - 10
    measured = text_width(text, 20, bold=bold)
    assert 0.95 * measured <= painted <= measured, "kerning narrows a little, and never widens"


def test_without_the_fonts_of_the_guide_no_words_are_painted(
    pixels: Callable[[bytes], Pixels],
) -> None:
    """The painter leaves words out without an error: this is why the guide brings its fonts."""
    bare = resvg_py.svg_to_bytes(
        svg_string=svg(of_words("Friday"), Theme.LIGHT), skip_system_fonts=True
    )

    assert ink_columns(pixels(bare)) == []


def test_bold_words_differ_from_regular_ones() -> None:
    assert png(of_words("Friday")) != png(of_words("Friday", bold=True))


def test_a_picture_of_pixels_needs_a_theme() -> None:
    with pytest.raises(ValueError, match="Choose light or dark"):
        png(EMPTY, Theme.AUTO)


def test_the_fonts_are_small_and_come_with_their_licence() -> None:
    folder = Path(FONT_FILES[0]).parent

    assert sum(Path(path).stat().st_size for path in FONT_FILES) <= 80_000
    assert "Bitstream" in (folder / "LICENSE.txt").read_text(encoding="utf-8")
