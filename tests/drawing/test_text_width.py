"""Words are measured in the font itself, and broken where they no longer fit."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.drawing.png import FONT_FILES
from bot.drawing.text_width import _widths, text_width, wrapped

USED = (
    string.ascii_letters
    + string.digits
    + string.punctuation
    + " \N{RIGHT SINGLE QUOTATION MARK}\N{EN DASH}\N{POUND SIGN}\u00e9"
)


@pytest.mark.parametrize("bold", [False, True])
def test_the_font_has_every_letter_that_the_guide_uses(bold: bool) -> None:
    assert {ord(letter) for letter in USED} <= set(_widths(FONT_FILES[bold]))


def test_widths_grow_with_size_and_weight() -> None:
    assert text_width("Friday", 32) == pytest.approx(2 * text_width("Friday", 16))
    assert text_width("Friday", 16, bold=True) > text_width("Friday", 16)
    assert text_width("iii", 16) < text_width("mmm", 16)


def test_a_letter_that_the_font_lacks_counts_as_its_widest() -> None:
    assert text_width("\N{HIRAGANA LETTER A}", 16) >= text_width("W", 16)


@given(st.text(), st.floats(min_value=1, max_value=500))
def test_wrapping_keeps_every_word_and_no_line_with_two_words_is_too_wide(
    text: str, width: float
) -> None:
    lines = wrapped(text, width, 16)

    assert " ".join(lines).split() == text.split()
    assert all(text_width(line, 16) <= width for line in lines if " " in line)
