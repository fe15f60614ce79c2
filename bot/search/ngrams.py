"""Letter groups of words: two to four neighbouring letters, the ends of the word marked.

A group is one number: seven bits for each of its letters, so that no two groups share one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.search.sparse import Ints

LONGEST = 4
BITS = 7
BEFORE_A_SPACE = ord(" ") - 1


def groups_of(word: str) -> list[int]:
    """The letter groups of a word of plain letters and digits."""
    codes = [ord(letter) - BEFORE_A_SPACE for letter in f" {word} "]
    every: list[int] = []
    groups = codes
    for more in range(1, LONGEST):
        groups = [group << BITS | code for group, code in zip(groups, codes[more:], strict=False)]
        every += groups
    return every


def groups_of_all(words: Sequence[str]) -> tuple[Ints, Ints]:
    """The letter groups of many words at once: the number of the word, and the group."""
    marked = [f" {word} " for word in words]
    letters = np.frombuffer("".join(marked).encode("ascii"), np.uint8)
    codes = letters.astype(np.int64) - BEFORE_A_SPACE
    owners = np.repeat(np.arange(len(words)), [len(word) for word in marked])
    found_owners, found = [], []
    groups = codes
    for more in range(1, LONGEST):
        groups = groups[: max(len(codes) - more, 0)] << BITS | codes[more:]
        inside = owners[: len(groups)] == owners[more:]
        found_owners.append(owners[: len(groups)][inside])
        found.append(groups[inside])
    return np.concatenate(found_owners), np.concatenate(found)
