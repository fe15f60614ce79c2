"""Names that are published: whole names, and first names that stand alone in the name of a review."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.privacy.tokens import Kind, Tokens

if TYPE_CHECKING:
    from collections.abc import Collection

_LONGEST_NAME = 4
_NO_NAME = frozenset({Kind.FIELD, Kind.NONE})


def published(names: Collection[str]) -> frozenset[str]:
    """Folded: pairs of words of the names, and single names of those that are no sentence."""
    return _published(frozenset(names))


@cache
def _published(names: frozenset[str]) -> frozenset[str]:
    found: set[str] = set()
    for name in {*names, *(name.replace("-", " ") for name in names)}:
        tokens = Tokens(name)
        words = tokens.words
        found |= {
            f"{one} {two}" for one, two in pairwise(words) if one[0].isalnum() and two[0].isalnum()
        }
        if sum(word[0].isalpha() for word in words) <= _LONGEST_NAME:
            found |= _alone(tokens)
    return frozenset(found)


def _alone(tokens: Tokens) -> set[str]:
    """Words with a capital beside which no other such word stands: "Jack" in "Emily & Jack"."""
    names = [
        typed[0].isupper() and kind not in _NO_NAME
        for typed, kind in zip(tokens.typed, tokens.kinds, strict=True)
    ]
    return {
        tokens.words[at]
        for at, is_name in enumerate(names)
        if is_name and not any(names[max(0, at - 1) : at] + names[at + 1 : at + 2])
    }
