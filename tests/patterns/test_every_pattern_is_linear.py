"""No text can stop the guide: every pattern in it takes time in proportion to what it reads."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.patterns.pumping import LONGEST, pumped, pumps, seconds

ROOT = Path(__file__).resolve().parents[2]
GATHERING = Path(__file__).with_name("gathering.py")
ENDINGS = ("", "\n#")
LENGTHS = (*(round(16 * 1.12**step) for step in range(31)), 512, 1024, 2048, LONGEST)
"""Close together at first, so that what doubles with each word is met before it takes minutes."""
NOTHING = 0.004
"""Seconds that no reader notices, and that a clock cannot be sure of."""
GROWTH = 1.75
"""How much faster than the text the time may grow from a quarter of the length to the whole."""
_COMPILES = {
    "compile",
    "match",
    "fullmatch",
    "search",
    "sub",
    "subn",
    "split",
    "findall",
    "finditer",
}


@dataclass(frozen=True)
class Gathered:
    """A pattern of the product, and where it is compiled."""

    pattern: str
    flags: int
    places: tuple[str, ...]


@pytest.fixture(scope="module")
def gathered() -> tuple[Gathered, ...]:
    shown = subprocess.run(
        [sys.executable, GATHERING], capture_output=True, text=True, check=True, cwd=ROOT
    )
    found = (json.loads(line) for line in shown.stdout.splitlines())
    return tuple(Gathered(one["pattern"], one["flags"], tuple(one["places"])) for one in found)


def test_every_pattern_in_the_product_is_linear(gathered: tuple[Gathered, ...]) -> None:
    slow = [found for one in gathered if (found := too_slow(one.pattern, one.flags, one.places))]
    assert not slow, "\n".join(slow)


def test_every_place_that_compiles_a_pattern_was_looked_at(
    gathered: tuple[Gathered, ...],
) -> None:
    seen = {place.rpartition(":")[0] for one in gathered for place in one.places}
    missing = {place for place in _modules_with_patterns() if place not in seen}
    assert not missing


@pytest.mark.parametrize(
    "pattern",
    [
        r"(?:(?:urgent|question|urgent question) )*(?:what|who)\b",
        r"(?:[a-z]+)*!",
        r"\b(?:tell|know)\b.*\b(?:who|what)\b",
        r"\s+[-:]\s+",
        r"\d+%",
    ],
)
def test_a_pattern_that_is_not_linear_is_found(pattern: str) -> None:
    assert too_slow(pattern, 0)


@pytest.mark.parametrize(
    "pattern", [r"\A(?:(?:urgent|question) )*(?:what|who)\b", r"\b(?:tell|know)\b", r"\d{1,3}%"]
)
def test_a_pattern_that_is_linear_is_let_be(pattern: str) -> None:
    assert too_slow(pattern, 0) is None


def too_slow(pattern: str, flags: int, places: tuple[str, ...] = ()) -> str | None:
    """The text under which the time of a pattern grows faster than the text; None for no such text."""
    compiled = re.compile(pattern, flags)
    for unit in dict.fromkeys(pumps(pattern, flags)):
        for ending in ENDINGS if unit else ():
            found = _grows(compiled, unit, ending)
            # A busy machine slows one measurement; what truly grows, grows each time.
            if found and all(_grows(compiled, unit, ending) for _ in range(2)):
                return f"{', '.join(places)} {pattern[:70]!r}: {unit!r} … {ending!r} {found}"
    return None


def _grows(compiled: re.Pattern[str], unit: str, ending: str) -> str | None:
    taken: dict[int, float] = {}
    for length in LENGTHS:
        taken[length] = seconds(compiled, pumped(unit, length, ending))
        before = max((one for one in taken if one < length), default=0)
        share = length / before if before else 1
        if taken[length] > NOTHING and taken[length] > (share * 2) ** 1.5 * taken.get(before, 1):
            return f"{taken[before] * 1000:.1f} ms at {before}, {taken[length] * 1000:.1f} at {length}"
    quarter, whole = taken[LONGEST // 4], taken[LONGEST]
    if whole > NOTHING and whole > 4 * GROWTH * quarter:
        return f"{quarter * 1000:.1f} ms at {LONGEST // 4}, {whole * 1000:.1f} at {LONGEST}"
    return None


def _modules_with_patterns() -> set[str]:
    """The modules that call a function of `re`."""
    return {
        str(module.relative_to(ROOT))
        for module in (ROOT / "bot").rglob("*.py")
        if any(_calls_re(node) for node in ast.walk(ast.parse(module.read_text("utf-8"))))
    }


def _calls_re(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id == "re"
        and node.func.attr in _COMPILES
    )
