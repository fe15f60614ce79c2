"""Whether a text tells of a child in danger now: readable signs, weighed, beside the text's vector.

The signs are lists of phrases in danger.yaml. No sign alarms by itself; the workshop fits what each
weighs (`workshop/danger_file.py`) on labelled messages and on ordinary sentences of work.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from bot.built_files import path_of
from bot.reading.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from bot.reading.language import Language

    Floats = NDArray[np.float32]

LISTS = "danger"  # the language file
FILE = "danger.json"
EXAMPLES = "danger.npz"
FEW = 3  # messages that count as near
DENIES, ASKS = "denies", "asks"
BESIDE = ("here", "telling", "is_doing")  # lists that change what another tells, in one sentence
REACH = 5  # words that a "not" reaches
LENGTHS = (4, 8, 16, 32)
LONG = 24  # words from which on the part that tells most is looked at for itself
PART = 18  # words of that part
BEFORE = 4  # words before its first sign
MARGIN = 1e-2
COST = 2.0  # what a part must be above the whole, since it was chosen for telling most
MOST_SHOWN = 3


class Strength(StrEnum):
    """How loud an alarm is: nothing, one line with the number, or the title of the screen."""

    NONE = "none"
    QUIET = "quiet"
    LOUD = "loud"


class Mark(NamedTuple):
    """A list of danger.yaml of which a phrase stands from one word up to another."""

    name: str
    start: int
    end: int


def marks_of(language: Language, text: Text) -> tuple[Mark, ...]:
    """Where phrases of danger.yaml stand in a text."""
    found = language.marks(text).below(LISTS)
    return tuple(Mark(one.name.removeprefix(f"{LISTS}/"), one.start, one.end) for one in found)


@dataclass(frozen=True, slots=True)
class Danger:
    """What a text tells of danger now, and the signs that speak for it, the weightiest first."""

    strength: Strength
    signs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Weights:
    """What the signs of a text weigh together, fitted with the vector or without it.

    Args:
        intercept: what every text has.
        signs: the weight of each sign.
        vector: the weight of each number of the vector.
        near: the weights of what `nearness` says.
        quiet_from, loud_from: from which totals on an alarm is raised.
    """

    intercept: float
    signs: Mapping[str, float]
    vector: tuple[float, ...]
    near: tuple[float, ...]
    quiet_from: float
    loud_from: float


class Alarm:
    """Weighs what a text tells of danger now.

    Args:
        with_encoder: what signs weigh beside a vector; the stored weights unless given.
        without_encoder: what they weigh alone.
        examples: labelled messages that a vector is compared with.
    """

    def __init__(
        self,
        with_encoder: Weights | None = None,
        without_encoder: Weights | None = None,
        examples: Examples | None = None,
    ) -> None:
        self.with_encoder = with_encoder or stored_weights(with_encoder=True)
        self.without_encoder = without_encoder or stored_weights(with_encoder=False)
        self._examples = examples or stored_examples()

    def danger_of(
        self,
        text: Text,
        marks: Sequence[Mark],
        vector: Floats | None,
        encode: Callable[[str], Floats] | None = None,
    ) -> Danger:
        """What a text tells of danger now: the whole of it, or the part that tells most.

        Args:
            text: the text in its normal form.
            marks: where phrases of danger.yaml stand.
            vector: the vector of the text, or None without an encoder.
            encode: gives a part of the text its vector.
        """
        if not text.words:
            return Danger(Strength.NONE)
        weights = self.without_encoder if vector is None else self.with_encoder
        found = signs_in(text, marks)
        total = self._total(found, vector)
        part = telling_part(text, marks, weights.signs)
        if part is not None:
            inside, marks_inside = part
            signs = signs_in(inside, marks_inside)
            seen = encode(inside.typed) if encode and vector is not None else None
            beside = round(self._total(signs, seen) - COST, 3)
            if beside > total:
                found, total = signs, beside
        if total < weights.quiet_from:
            return Danger(Strength.NONE)
        telling = sorted(found, key=lambda sign: (-weights.signs.get(sign, 0.0), sign))
        shown = tuple(sign for sign in telling[:MOST_SHOWN] if weights.signs.get(sign, 0.0) > 0)
        return Danger(Strength.LOUD if total >= weights.loud_from else Strength.QUIET, shown)

    def _total(self, found: frozenset[str], vector: Floats | None) -> float:
        weights = self.without_encoder if vector is None else self.with_encoder
        total = weights.intercept + sum(weights.signs.get(sign, 0.0) for sign in found)
        if vector is not None:
            total += float(vector @ np.array(weights.vector, np.float32))
            total += float(self._examples.nearness(vector) @ np.array(weights.near, np.float32))
        return round(total, 3)


def telling_part(
    text: Text, marks: Sequence[Mark], weights: Mapping[str, float]
) -> tuple[Text, tuple[Mark, ...]] | None:
    """The words of a longer text in which the signs weigh most, and their marks; None in a short one.

    Danger is often told beside much else, and the vector of a long text is the mean of it all.
    """
    many = len(text.words)
    if many < LONG:
        return None
    weighty = [(mark, weights.get(mark.name, 0.0)) for mark in marks]
    gains = [0.0] * (many + PART)
    for mark, weight in weighty:
        gains[mark.start] += max(weight, 0.0)
    total = sum(gains[:PART])
    best, start = total, 0
    for place in range(1, many - PART // 2):
        total += gains[place + PART - 1] - gains[place - 1]
        if total > best + MARGIN:
            best, start = total, place
    if best <= 0:
        return None
    start = max(0, min(start - BEFORE, many - PART))
    end = min(start + PART, many)
    words = tuple(text.words[start:end])
    ends = tuple(min(one, end) - start for one in text.ends[start:end])
    normal = text.normal[start:end]
    inside = Text(text.span(start, end), words, text.sentence_of[start:end], ends, normal)
    moved = (
        Mark(name, at - start, to - start) for name, at, to in marks if start <= at and to <= end
    )
    return inside, tuple(moved)


class Examples:
    """The vectors of labelled messages.

    Args:
        vectors: one row for each message, one byte a number.
        urgent: for each whether it tells of danger now.
    """

    def __init__(self, vectors: NDArray[np.int8], urgent: NDArray[np.bool_]) -> None:
        rows = vectors.astype(np.float32) / np.float32(127)
        self._urgent, self._ordinary = rows[urgent], rows[~urgent]

    def nearness(self, vector: Floats) -> Floats:
        """How near the nearest message of danger is, the nearest ordinary one, and a few of each."""
        return nearness_of(self._urgent @ vector, self._ordinary @ vector)


def nearness_of(urgent: NDArray[Any], ordinary: NDArray[Any]) -> Floats:
    """The highest of some likenesses, and the mean of the highest few, of each kind."""
    few = [np.partition(one, -FEW)[-FEW:] for one in (urgent, ordinary)]
    return np.array([*(one.max() for one in few), *(one.mean() for one in few)], np.float32)


def signs_in(text: Text, marks: Sequence[Mark]) -> frozenset[str]:
    """The signs of a text, each by a name that an author can read."""
    return frozenset(_signs(text, marks))


def _signs(text: Text, marks: Sequence[Mark]) -> Iterator[str]:
    many = len(text.words)
    yield from (f"at least {length} words" for length in LENGTHS if many >= length)
    if "?" in text.typed:
        yield "a question mark"
    denied = _denied(text, marks)
    in_sentence: dict[int, set[str]] = {}
    counts: dict[str, int] = {}
    for name, start, _ in marks:
        if name == DENIES:
            continue
        if name == ASKS and start:
            continue
        said = f"not {name}" if denied[start] else name
        yield said
        if not denied[start]:
            counts[name] = counts.get(name, 0) + 1
            in_sentence.setdefault(text.sentence_of[start], set()).add(name)
    yield from (f"{name} twice" for name, count in counts.items() if count > 1)
    for together in in_sentence.values():
        for name in together:
            yield from (
                f"{name} beside {other}" for other in BESIDE if other in together and other != name
            )


def _denied(text: Text, marks: Sequence[Mark]) -> list[bool]:
    """For each word whether a "not" of its sentence reaches it."""
    reached = [False] * len(text.words)
    for name, _, end in marks:
        if name == DENIES and end <= len(reached):
            for place in range(end, min(end + REACH, len(reached))):
                if (
                    text.sentence_of[place] != text.sentence_of[end - 1]
                    or "," in text.words[place].before
                ):
                    break
                reached[place] = True
    return reached


@cache
def stored_weights(*, with_encoder: bool) -> Weights:
    """The stored weights, with the encoder or without."""
    read = json.loads(path_of(FILE).read_text(encoding="utf-8"))
    return weights_of(read["with_encoder" if with_encoder else "without_encoder"])


def weights_of(read: Mapping[str, Any]) -> Weights:
    """Weights from their JSON."""
    vector, near = tuple(read["vector"]), tuple(read["near"])
    return Weights(**{**read, "vector": vector, "near": near})


@cache
def stored_examples() -> Examples:
    """The stored vectors of labelled messages."""
    with np.load(path_of(EXAMPLES)) as stored:
        return Examples(stored["vectors"], stored["urgent"])
