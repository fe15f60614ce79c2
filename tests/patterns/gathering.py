"""Prints every pattern that the product compiles, with the place where it does, one JSON a line.

Run in a process of its own, since what is imported already compiles nothing. Every module is
imported, every screen of a sample opened, and enough asked that what waits for its first use is used.
"""

from __future__ import annotations

import ast
import importlib
import json
import pkgutil
import re
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

    from bot.guide import Guide

ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2026, 12, 1)
ASKED = (
    ("what is a rapid review", None),
    ("a boy of 5 died yesterday in Croydon, mum says nobody suspects abuse", None),
    ("is he breathing? he is bleeding now, and who do I tell", None),
    ("Sam Example, born 3 May 2014, of 12 Example Road, called me on 07700 900123", None),
    ("reviews of 2022 about neglect, not babies", None),
    ("tell me about child q and victoria climbie", None),
    ("he is 14", "check"),
    ("yesterday at noon", "date_1_acodnslnph"),
    ("the 3rd of december 2026", "date_1_acodnslnph"),
    ("12", "check"),
)
OPENED = (
    "start",
    "check_1_acod",
    "outcome_1_acodnslnph_20261123",
    "list_reviews_year-2022_page-2",
    "contacts",
)


def main() -> None:
    engine: Any = re
    compile_ = engine._compile
    found: dict[tuple[str, int], set[str]] = {}

    def recording(pattern: object, flags: int) -> object:
        place = _place(sys._getframe(1))
        if place and isinstance(pattern, str):
            found.setdefault((pattern, int(flags)), set()).add(place)
        return compile_(pattern, flags)

    engine._compile = recording
    for pattern, place in _written():
        found.setdefault((pattern, 0), set()).add(place)
    _use_everything()
    for (pattern, flags), places in sorted(found.items()):
        line = json.dumps({"pattern": pattern, "flags": flags, "places": sorted(places)})
        sys.stdout.write(f"{line}\n")


def _written() -> Iterator[tuple[str, str]]:
    """Patterns that stand in the call itself: some of these run only in a channel."""
    for module in (ROOT / "bot").rglob("*.py"):
        for node in ast.walk(ast.parse(module.read_text("utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("re."):
                first = node.args[0] if node.args else None
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    yield first.value, f"{module.relative_to(ROOT)}:{node.lineno}"


def _place(frame: FrameType | None) -> str:
    """Where in the product a pattern is compiled; empty for somebody else's."""
    while frame is not None and frame.f_globals.get("__name__", "").startswith("re"):
        frame = frame.f_back
    if frame is None:
        return ""
    path = Path(frame.f_code.co_filename)
    if not path.is_relative_to(ROOT / "bot"):
        return ""
    return f"{path.relative_to(ROOT)}:{frame.f_lineno}"


def _use_everything() -> None:
    sys.path.insert(0, str(ROOT))
    package = importlib.import_module("bot")
    for module in pkgutil.walk_packages(package.__path__, "bot."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    guide = _guide()
    for address in OPENED:
        guide.open(address)
        guide.file(address.replace("outcome", "record"))
        guide.file(address.replace("outcome", "calendar"))
    for text, at in ASKED:
        guide.ask(text, at)


def _guide() -> Guide:
    opening = importlib.import_module("bot.opening")
    guide: Guide = opening.open_guide(opening.settings_of(), TODAY)
    return guide


if __name__ == "__main__":
    main()
