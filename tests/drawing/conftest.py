"""Reads a PNG back, so that a test can look at what was painted."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable

import numpy as np
import numpy.typing as npt
import pytest

Pixels = npt.NDArray[np.uint8]


def _read(content: bytes) -> Pixels:
    """Rows of red, green, blue and alpha; only the kind of PNG that the painter makes."""
    assert content.startswith(b"\x89PNG")
    width, height, depth, colour = struct.unpack_from(">IIBB", content, 16)
    assert (depth, colour) == (8, 6)
    packed, at = b"", 8
    while at < len(content):
        length, kind = struct.unpack_from(">I4s", content, at)
        if kind == b"IDAT":
            packed += content[at + 8 : at + 8 + length]
        at += length + 12
    lines = np.frombuffer(zlib.decompress(packed), np.uint8).reshape(height, 1 + 4 * width)
    picture = np.zeros((height, 4 * width), np.uint8)
    above = np.zeros(4 * width, np.uint8)
    for row, line in enumerate(lines):
        above = picture[row] = _unfiltered(line[0], line[1:], above)
    return picture.reshape(height, width, 4)


def _unfiltered(kind: int, line: Pixels, above: Pixels) -> Pixels:
    if kind == 0:
        return line
    if kind == 2:
        return line + above
    found = [0] * 4 + [0] * len(line)
    higher = [0] * 4 + [int(value) for value in above]
    for index, value in enumerate(line.tolist(), start=4):
        left, up, corner = found[index - 4], higher[index], higher[index - 4]
        found[index] = (value + _predicted(kind, left, up, corner)) & 255
    return np.array(found[4:], np.uint8)


def _predicted(kind: int, left: int, up: int, corner: int) -> int:
    if kind == 1:
        return left
    if kind == 3:
        return (left + up) // 2
    best = left + up - corner
    return min((left, up, corner), key=lambda value: abs(best - value))


@pytest.fixture(scope="session")
def pixels() -> Callable[[bytes], Pixels]:
    return _read
