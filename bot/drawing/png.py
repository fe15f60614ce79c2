"""A drawing as PNG. The fonts come with the guide: without any, the painter leaves words out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from bot.drawing.svg import svg
from bot.drawing.theme import Theme

if TYPE_CHECKING:
    from bot.drawing.shapes import Drawing

FONT_FILES = tuple(
    str(Path(__file__).parent / "fonts" / name) for name in ("regular.ttf", "bold.ttf")
)
_SHARP_ON_A_PHONE = 2.0


def png(drawing: Drawing, theme: Theme = Theme.LIGHT, zoom: float = _SHARP_ON_A_PHONE) -> bytes:
    """The drawing in one theme, painted `zoom` times as large as it is."""
    import resvg_py  # noqa: PLC0415  only who takes the picture pays for the import

    if theme is Theme.AUTO:
        raise ValueError("A picture of pixels cannot follow a setting. Choose light or dark.")
    return resvg_py.svg_to_bytes(
        svg_string=svg(drawing, theme),
        skip_system_fonts=True,
        font_files=list(FONT_FILES),
        zoom=zoom,
    )
