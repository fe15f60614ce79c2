"""Every theme can be read: contrast as WCAG 2.2 counts it."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest

from bot.drawing.shapes import Ink
from bot.drawing.theme import DARK_COLOURS, LIGHT_COLOURS

if TYPE_CHECKING:
    from collections.abc import Mapping

PALETTES = [LIGHT_COLOURS, DARK_COLOURS]


def luminance(colour: str) -> float:
    parts = [int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("palette", PALETTES)
def test_every_role_has_a_colour(palette: Mapping[Ink, str]) -> None:
    assert set(palette) == set(Ink)


@pytest.mark.parametrize("palette", PALETTES)
def test_words_contrast_with_paper_and_bands_at_7_or_more(palette: Mapping[Ink, str]) -> None:
    assert contrast(palette[Ink.TEXT], palette[Ink.BAND]) >= 7
    for ink in (Ink.TEXT, Ink.QUIET, Ink.MARK, Ink.CALM):
        assert contrast(palette[ink], palette[Ink.PAPER]) >= 7, ink


@pytest.mark.parametrize("palette", PALETTES)
def test_lines_contrast_with_paper_at_3_or_more(palette: Mapping[Ink, str]) -> None:
    for ink, ground in product((Ink.RULE, Ink.TEXT), (Ink.PAPER,)):
        assert contrast(palette[ink], palette[ground]) >= 3, ink
