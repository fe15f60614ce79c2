"""How wide words are, and where lines break, in the font that comes with the guide.

The widths are read from the font itself (TrueType tables `cmap`, format 4, and `hmtx`). DejaVu is
among the widest of common fonts, so a line that fits here fits in a browser's own font as well.
"""

from __future__ import annotations

import struct
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from bot.drawing.png import FONT_FILES

if TYPE_CHECKING:
    from collections.abc import Mapping


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """The width of one line, in pixels; a letter that the font lacks counts as its widest."""
    widths = _widths(FONT_FILES[bold])
    widest = max(widths.values())
    return sum(widths.get(ord(letter), widest) for letter in text) * size


def wrapped(text: str, width: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """The text in lines that are no wider; a single word that is wider has a line of its own."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, size, bold=bold) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)


@cache
def _widths(path: str) -> Mapping[int, float]:
    """Each character's width as a part of the font's size."""
    font = Path(path).read_bytes()
    tables = _tables(font)
    units = struct.unpack_from(">H", font, tables["head"] + 18)[0]
    measured = struct.unpack_from(">H", font, tables["hhea"] + 34)[0]
    return {
        code: struct.unpack_from(">H", font, tables["hmtx"] + 4 * min(glyph, measured - 1))[0]
        / units
        for code, glyph in _glyphs(font, tables["cmap"]).items()
    }


def _tables(font: bytes) -> dict[str, int]:
    count = struct.unpack_from(">H", font, 4)[0]
    records = (struct.unpack_from(">4sIII", font, 12 + 16 * index) for index in range(count))
    return {tag.decode("ascii"): offset for tag, _, offset, _ in records}


def _glyphs(font: bytes, cmap: int) -> dict[int, int]:
    """Character to glyph, from the first sub-table of format 4.

    The fonts of the guide number the glyphs of each segment in a row, so there is no list of
    glyphs to look into (`idRangeOffset` is 0 throughout).
    """
    count = struct.unpack_from(">H", font, cmap + 2)[0]
    offsets = (struct.unpack_from(">HHI", font, cmap + 4 + 8 * index)[2] for index in range(count))
    table = next(
        cmap + offset
        for offset in offsets
        if struct.unpack_from(">H", font, cmap + offset)[0] == 4  # noqa: PLR2004  the format
    )
    segments = struct.unpack_from(">H", font, table + 6)[0] // 2
    ends = struct.unpack_from(f">{segments}H", font, table + 14)
    starts = struct.unpack_from(f">{segments}H", font, table + 16 + 2 * segments)
    deltas = struct.unpack_from(f">{segments}H", font, table + 16 + 4 * segments)
    return {
        code: (code + delta) % 0x10000
        for first, last, delta in zip(starts, ends, deltas, strict=True)
        for code in range(first, last + 1)
    }
