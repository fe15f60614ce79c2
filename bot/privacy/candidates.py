"""Where in a message the name of a person could stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from bot.listed_names import surnames
from bot.privacy.ages import AGE_AT_ONCE
from bot.privacy.tokens import Case, Kind
from bot.privacy.words import (
    AFTER_NAMING,
    LITTLE,
    NAMING,
    PARTICLES,
    PLACES,
    PROJECTS,
    RARELY_A_NAME,
    TITLES,
    VERBS,
    WORDS_WHEN_SMALL,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from bot.privacy.tokens import Tokens

_LONGEST_NAME = 4  # words
_FARTHEST = 4  # words between "called" and the name
_CAPITALS = frozenset({Case.CAPITAL, Case.START})
_OF_A_NAME = re.compile(r"'s$|\u2019s$", re.IGNORECASE)
_BESIDE_NAMES = LITTLE | TITLES | PROJECTS
LIKE_A_NAME = frozenset(
    {Kind.GIVEN, Kind.GIVEN_OR_WORD, Kind.SURNAME, Kind.SURNAME_OR_WORD, Kind.STRANGE}
)
_NEVER = frozenset({Kind.NONE, Kind.FIELD})
SURELY_A_NAME = frozenset({Kind.GIVEN, Kind.SURNAME})


class Candidate(NamedTuple):
    """Words that could be a name: where the first stands, and where the text goes on."""

    start: int
    end: int


def candidates(tokens: Tokens, published: Collection[str]) -> Iterator[Candidate]:
    """Every place where a name could stand that is not a published one."""
    public = _public(tokens, published)
    at = 0
    while at < len(tokens):
        if at in public or not _could_start(tokens, at):
            at += 1
            continue
        end = _end(tokens, at, public)
        if not _is_a_place(tokens, at, end):
            yield Candidate(at, end)
        at = end


def is_named(tokens: Tokens, at: int) -> bool:
    """A word before this one says that a name comes: "called", "her name is"."""
    before = at - 1
    while at - before <= _FARTHEST and tokens.word(before) in AFTER_NAMING:
        before -= 1
    word = tokens.word(before)
    if word in {"name", "names"}:
        return before < at - 1 or bool(_OF_A_NAME.search(tokens.typed[before]))
    return word in NAMING


def _public(tokens: Tokens, published: Collection[str]) -> frozenset[int]:
    words = tokens.words
    return frozenset(
        place
        for at, word in enumerate(words)
        for place in (at, at + 1)
        if f"{word} {tokens.word(at + 1)}" in published
        or (place == at and word.replace("-", " ") in published and "-" in word)
    )


def _is_a_place(tokens: Tokens, start: int, end: int) -> bool:
    """A ward, a house, a school that bears a name: "Mary Seacole ward", "Davis House"."""
    if tokens.is_owner(end - 1) or is_named(tokens, start):
        return False
    last = tokens.words[end - 1] in PLACES and end - start > 1
    return last or (tokens.beside(end - 1) and tokens.word(end) in PLACES)


def _could_start(tokens: Tokens, at: int) -> bool:
    word, kind, case = tokens.words[at], tokens.kinds[at], tokens.cases[at]
    if kind in _NEVER or word in _BESIDE_NAMES or tokens.word(at - 1) in PROJECTS:
        return False
    if case is Case.ALL:
        return kind in SURELY_A_NAME
    if kind in LIKE_A_NAME:
        small = case is Case.SMALL and (word in VERBS or word in WORDS_WHEN_SMALL)
        return not small and (word not in RARELY_A_NAME or _is_somebody(tokens, at))
    return case is Case.CAPITAL or _stands_as_a_name(tokens, at)


def _stands_as_a_name(tokens: Tokens, at: int) -> bool:
    """A plain word is called a name, has an age, or opens a sentence before another name."""
    if tokens.cases[at] is Case.START and tokens.beside(at):
        return tokens.cases[at + 1] is Case.CAPITAL and tokens.kinds[at + 1] in LIKE_A_NAME
    return is_named(tokens, at) or bool(AGE_AT_ONCE.match(tokens.after(at)))


def _is_somebody(tokens: Tokens, at: int) -> bool:
    """A word such as "May" does something, has an age or a surname, or is called a name."""
    following = tokens.word(at + 1)
    if following in VERBS or is_named(tokens, at) or AGE_AT_ONCE.match(tokens.after(at)):
        return True
    if not tokens.beside(at) or following in RARELY_A_NAME:
        return False
    return tokens.cases[at + 1] is Case.CAPITAL and tokens.kinds[at + 1] in LIKE_A_NAME


def _end(tokens: Tokens, start: int, public: Collection[int]) -> int:
    end = start + 1
    while end - start < _LONGEST_NAME and tokens.beside(end - 1):
        if tokens.is_owner(end - 1) or end in public or not _goes_on(tokens, start, end):
            break
        end += 1
    return end


def _goes_on(tokens: Tokens, start: int, at: int) -> bool:
    """The word at a place belongs to the name that starts before it."""
    word, kind, case = tokens.words[at], tokens.kinds[at], tokens.cases[at]
    if word in PARTICLES:
        return at - start < _LONGEST_NAME - 1
    if case is Case.CAPITAL and tokens.cases[start] in _CAPITALS:
        named = tokens.kinds[at - 1] is Kind.GIVEN and word in surnames()
        return named or kind is not Kind.FIELD
    return case is tokens.cases[start] and kind in LIKE_A_NAME and word not in VERBS
