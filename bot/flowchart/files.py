"""The flowcharts as files, and whether the files still say what the decision table says."""

from __future__ import annotations

import hashlib
import struct
import zlib
from typing import TYPE_CHECKING

from bot.criteria.table import DecisionTable
from bot.drawing.png import png
from bot.drawing.svg import svg
from bot.flowchart.mermaid import reader_mermaid, rules_mermaid
from bot.flowchart.reader_picture import reader_picture
from bot.flowchart.rules_picture import rules_picture
from bot.flowchart.wording import Wording

if TYPE_CHECKING:
    from pathlib import Path

    from bot.drawing.shapes import Drawing
    from bot.knowledge import Knowledge

_AFTER_THE_HEADER = 33
_DRAWN_FROM = b"drawn-from\0"


def write_flowcharts(knowledge: Knowledge, folder: Path) -> tuple[str, ...]:
    """Write every flowchart into the folder and tell the names of the files."""
    folder.mkdir(parents=True, exist_ok=True)
    texts = _texts(knowledge)
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    pictures = _drawings(knowledge)
    for name, drawing in pictures.items():
        (folder / f"{name}.png").write_bytes(_stamped(png(drawing, zoom=_zoom(drawing)), drawing))
    return (*texts, *(f"{name}.png" for name in pictures))


def stale_flowcharts(knowledge: Knowledge, folder: Path) -> tuple[str, ...]:
    """The names of files that are missing or no longer say what the decision table says.

    A PNG is compared by the drawing that it says it was made from, because two machines may paint
    the same drawing with pixels that differ a little.
    """
    stale = [name for name, text in _texts(knowledge).items() if _read(folder / name) != text]
    stale += [
        f"{name}.png"
        for name, drawing in _drawings(knowledge).items()
        if not _is_made_from(folder / f"{name}.png", drawing)
    ]
    return tuple(stale)


def _drawings(knowledge: Knowledge) -> dict[str, Drawing]:
    wording = Wording(knowledge)
    return {
        "criteria": reader_picture(DecisionTable(knowledge.criteria), wording),
        "criteria-rules": rules_picture(wording),
    }


def _texts(knowledge: Knowledge) -> dict[str, str]:
    wording = Wording(knowledge)
    return {
        "criteria.mmd": reader_mermaid(DecisionTable(knowledge.criteria), wording),
        "criteria-rules.mmd": rules_mermaid(wording),
        **{f"{name}.svg": svg(drawing) for name, drawing in _drawings(knowledge).items()},
    }


def _zoom(drawing: Drawing) -> float:
    """Sharp for one page; a long picture is kept to its own size."""
    return 1.5 if drawing.height <= 2 * drawing.width else 1.0


def _read(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.is_file() else None


def _stamped(picture: bytes, drawing: Drawing) -> bytes:
    """The PNG with a text chunk that names the drawing it was made from."""
    text = b"tEXt" + _DRAWN_FROM + _fingerprint(drawing)
    chunk = struct.pack(">I", len(text) - 4) + text + struct.pack(">I", zlib.crc32(text))
    return picture[:_AFTER_THE_HEADER] + chunk + picture[_AFTER_THE_HEADER:]


def _is_made_from(path: Path, drawing: Drawing) -> bool:
    return path.is_file() and _DRAWN_FROM + _fingerprint(drawing) in path.read_bytes()


def _fingerprint(drawing: Drawing) -> bytes:
    return hashlib.sha256(svg(drawing).encode()).hexdigest().encode("ascii")
