"""Texts that make a pattern work hard: what stands in it, over and over, and then what it does not take.

A pattern is taken apart by the parser of `re` itself. Its words, samples of each of its repeats, and
samples of the whole are repeated to a given length.
"""

from __future__ import annotations

import importlib
import time
from collections.abc import Iterator
from random import Random
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import re

_parser: Any = importlib.import_module("re._parser")
Given = Any
"""What stands beside an operation in the tree of a pattern: the parser of `re` has no types."""
LONGEST = 4096
SAMPLES = 4
MOST_WORDS = 6
WORD = 3  # letters, from which on a run of letters in a pattern is pumped alone
WORTH_A_SECOND_LOOK, CLEARLY_MUCH = 0.0005, 0.2
_OF_CATEGORY = {
    "CATEGORY_DIGIT": "7",
    "CATEGORY_NOT_DIGIT": "x",
    "CATEGORY_SPACE": " ",
    "CATEGORY_NOT_SPACE": "x",
    "CATEGORY_WORD": "w",
    "CATEGORY_NOT_WORD": ",",
}


def pumps(pattern: str, flags: int) -> Iterator[str]:
    """What to repeat, each with what stands before it, drawn from the pattern itself."""
    chance = Random(pattern)
    tree = list(_parser.parse(pattern, flags))
    yield from _words(tree, chance)
    for _ in range(SAMPLES):
        sample = _sample(tree, chance)
        yield sample
        yield f"{sample} "
    for body in _repeated(tree):
        for _ in range(SAMPLES):
            yield _sample(body, chance)
            yield f"{_sample(body, chance)}{_sample(body, chance)}"


def pumped(unit: str, length: int, ending: str) -> str:
    """The unit repeated to this length, and then the ending."""
    return (unit * (length // len(unit) + 1))[: length - len(ending)] + ending


def seconds(pattern: re.Pattern[str], text: str) -> float:
    """What the processor needs to find the pattern all over the text: where it is much, the least."""
    first = _once(pattern, text)
    if not WORTH_A_SECOND_LOOK < first < CLEARLY_MUCH:
        return first
    return min(first, *(_once(pattern, text) for _ in range(4)))


def _once(pattern: re.Pattern[str], text: str) -> float:
    began = time.thread_time()
    for _ in pattern.finditer(text):
        pass
    return time.thread_time() - began


def _words(tree: list[Any], chance: Random) -> Iterator[str]:
    found = sorted({word for word in _runs(tree) if len(word) >= WORD})
    chance.shuffle(found)
    chosen = found[:MOST_WORDS]
    yield from (f"{word} " for word in chosen)
    yield from chosen
    if len(found) > 1:
        yield " ".join(chosen) + " "
        yield from (f"{' '.join(chance.sample(found, 2))} " for _ in range(MOST_WORDS))


def _runs(tree: list[Any]) -> Iterator[str]:
    """The runs of letters that stand in a pattern."""
    run = ""
    for operation, given in tree:
        if str(operation) == "LITERAL":
            run += chr(given)
            continue
        yield from run.split()
        run = ""
        for branch in _branches(operation, given):
            yield from _runs(branch)
    yield from run.split()


def _repeated(tree: list[Any]) -> Iterator[list[Any]]:
    """What stands under each repeat of a pattern."""
    for operation, given in tree:
        branches = list(_branches(operation, given))
        if "REPEAT" in str(operation):
            yield branches[0]
        for branch in branches:
            yield from _repeated(branch)


def _branches(operation: object, given: Given) -> Iterator[list[Any]]:
    match str(operation):
        case "BRANCH":
            yield from (list(one) for one in given[1])
        case "SUBPATTERN":
            yield list(given[-1])
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            yield list(given[2])
        case "ATOMIC_GROUP":
            yield list(given)
        case "ASSERT" | "ASSERT_NOT":
            yield list(given[1])


def _sample(tree: list[Any], chance: Random) -> str:
    """A text that the pattern takes, but for what it looks at around it."""
    return "".join(_sample_of(str(operation), given, chance) for operation, given in tree)


def _sample_of(operation: str, given: Given, chance: Random) -> str:
    match operation:
        case "LITERAL":
            return chr(given)
        case "NOT_LITERAL" | "ANY":
            return "x"
        case "IN":
            return _one_of(given, chance)
        case "BRANCH" | "SUBPATTERN" | "ATOMIC_GROUP":
            return _sample(chance.choice(list(_branches(operation, given))), chance)
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            least, most, body = given
            times = chance.randint(int(least), min(int(most), int(least) + 3))
            return "".join(_sample(list(body), chance) for _ in range(times))
    return ""


def _one_of(items: list[Any], chance: Random) -> str:
    """A letter that a set of letters takes; of a negated one, a letter that is not named in it."""
    if str(items[0][0]) == "NEGATE":
        return "x"
    operation, given = chance.choice(items)
    match str(operation):
        case "LITERAL":
            return chr(given)
        case "RANGE":
            return chr(chance.randint(given[0], given[1]))
    return _OF_CATEGORY.get(str(given), "x")
