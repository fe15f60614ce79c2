"""Letter groups of words: two to four neighbouring letters, the ends of the word marked.

A group is one number: seven bits for each of its letters, so that no two groups share one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.matching.arrays import Ints

SIZES = (2, 3, 4)
BITS = 7
BEFORE_A_SPACE = ord(" ") - 1


def groups_of(word: str) -> list[int]:
    """The letter groups of a word of plain letters and digits."""
    codes = [ord(letter) - BEFORE_A_SPACE for letter in f" {word} "]
    groups = []
    for size in SIZES:
        for start in range(len(codes) - size + 1):
            group = 0
            for code in codes[start : start + size]:
                group = group << BITS | code
            groups.append(group)
    return groups


def groups_of_all(words: Sequence[str]) -> tuple[Ints, Ints]:
    """The letter groups of many words at once: the number of the word, and the group."""
    marked = [f" {word} " for word in words]
    letters = np.frombuffer("".join(marked).encode("ascii"), np.uint8)
    codes = letters.astype(np.int64) - BEFORE_A_SPACE
    owners = np.repeat(np.arange(len(words)), [len(word) for word in marked])
    found_owners, found = [], []
    for size in SIZES:
        group = np.zeros(max(len(codes) - size + 1, 0), np.int64)
        for place in range(size):
            group = group << BITS | codes[place : place + len(group)]
        inside = owners[: len(group)] == owners[size - 1 : size - 1 + len(group)]
        found_owners.append(owners[: len(group)][inside])
        found.append(group[inside])
    return np.concatenate(found_owners), np.concatenate(found)
