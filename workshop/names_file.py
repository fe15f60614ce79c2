"""Fits what the clues of a name weigh, to labelled messages.

A message that names somebody says so, but not where. So the likeliest name in it is taken for the
name, and the weights are fitted to that, and again. Each message is read as typed, in small
letters, in capitals, and with a part of the listed names forgotten, so that a name is known by
what stands around it as well.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zlib import crc32

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from bot.listed_names import given_names, surnames
from bot.privacy.clues import Message
from bot.privacy.names import START, weight
from bot.privacy.published import published
from bot.privacy.words import is_english
from workshop.labelled import to_learn_from

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from bot.knowledge import Knowledge

RECIPE = "workshop/names_file.py: logistic regression on the likeliest name of each message of details.jsonl without its kept fifth"
QUESTIONS = Path(__file__).resolve().parent.parent / "tests" / "questions"
FIT = 0.3  # how much a wrong reading costs beside large weights
A_NAME = 2.0  # of the weight of a reading that is none
ORDINARY = 0.3  # of the weight of a labelled message: they are many
LEAST_SEEN = 6  # a clue in fewer readings is not known
ROUNDS = 6
LEAST_WEIGHT = 0.02
PLACES = 2
FORGOTTEN = 0.25  # of the listed names
_FIRST_GUESS = frozenset({
    "ages", "owner-of-person", "called", "title", "role", "verb-after", "age-after", "more-words",
    "little", "age-unit",
})  # fmt: skip
_NAMES_IN_FIRST_GUESS = ("given", "sure+")
Readings = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A message as it was read, whether it names somebody, and how much it counts."""

    readings: Readings
    names: bool
    counts: float


def labelled(
    messages: Iterable[tuple[str, bool]], ordinary: Iterable[str], public: Collection[str]
) -> list[Labelled]:
    """The messages in all their readings, and the ordinary ones as typed."""
    told = list(messages)
    found = [
        Labelled(tuple(Message(change(text), public, gone).readings()), names, counts)
        for change, gone, counts in _views()
        for text, names in told
    ]
    found += [
        Labelled(tuple(Message(text, public).readings()), names=False, counts=ORDINARY)
        for text in ordinary
    ]
    return found


def fitted(messages: Sequence[Labelled]) -> dict[str, float]:
    """The weights that tell the messages apart best."""
    weights: Mapping[str, float] = {}
    guess: Callable[[Sequence[str]], float] = _first_guess
    for _ in range(ROUNDS):
        weights = _fit(messages, guess)
        guess = _by(weights)
    kept = {clue: round(value, PLACES) for clue, value in weights.items()}
    start = kept.pop(START)
    return {START: start} | {
        clue: kept[clue] for clue in sorted(kept) if abs(kept[clue]) > LEAST_WEIGHT
    }


def _fit(
    messages: Sequence[Labelled], guess: Callable[[Sequence[str]], float]
) -> dict[str, float]:
    rows: list[Mapping[str, float]] = []
    names: list[bool] = []
    counts: list[float] = []
    for one in messages:
        if one.names and one.readings:
            likeliest = max(one.readings, key=guess)
            rows.append(dict.fromkeys(likeliest, 1.0))
            names.append(True)
            counts.append(A_NAME * one.counts)
        elif not one.names:
            rows += [dict.fromkeys(reading, 1.0) for reading in one.readings]
            names += [False] * len(one.readings)
            counts += [one.counts] * len(one.readings)
    known = _often_seen(messages)
    table = DictVectorizer(sort=True)
    seen = table.fit_transform([{clue: 1.0 for clue in row if clue in known} for row in rows])
    found = LogisticRegression(C=FIT, max_iter=1000).fit(seen, names, sample_weight=counts)
    by_clue = zip(table.get_feature_names_out(), found.coef_[0], strict=True)
    return {START: float(found.intercept_[0])} | {
        str(clue): float(value) for clue, value in by_clue
    }


def _often_seen(messages: Sequence[Labelled]) -> frozenset[str]:
    times: dict[str, int] = {}
    for one in messages:
        for reading in one.readings:
            for clue in set(reading):
                times[clue] = times.get(clue, 0) + 1
    return frozenset(clue for clue, seen in times.items() if seen >= LEAST_SEEN)


def _first_guess(reading: Sequence[str]) -> float:
    listed = reading[0].startswith(_NAMES_IN_FIRST_GUESS)
    return len(_FIRST_GUESS.intersection(reading)) + 3.0 * listed


def _by(weights: Mapping[str, float]) -> Callable[[Sequence[str]], float]:
    return lambda reading: weight(reading, weights)


def _views() -> tuple[tuple[Callable[[str], str], frozenset[str], float], ...]:
    """Ways to read a message: how it is typed, which names are forgotten, and how much it counts."""
    return (
        (str, frozenset(), 0.6),
        (str, _forgotten("a"), 0.3),
        (str.lower, frozenset(), 0.2),
        (str.lower, _forgotten("b"), 0.2),
        (str.upper, frozenset(), 0.2),
    )


def _forgotten(lot: str) -> frozenset[str]:
    """A part of the listed names, drawn by their letters and so the same each time."""
    return frozenset(
        name
        for name in given_names() | surnames()
        if crc32(f"{lot}{name}".encode()) % 1000 < 1000 * FORGOTTEN and not is_english(name)
    )


def written(weights: Mapping[str, float]) -> str:
    """The weights as the JSON that is stored, a clue a line."""
    return json.dumps(weights, indent=0, ensure_ascii=False) + "\n"


def write(knowledge: Knowledge, path: Path) -> None:
    """Fits and writes the weights."""
    public = published(knowledge.published_names)
    found = fitted(labelled(messages(), ordinary(knowledge), public))
    path.write_text(written(found), encoding="utf-8")


def messages() -> list[tuple[str, bool]]:
    """The labelled messages that a fit may see, and whether each names somebody."""
    told = [(one["text"], "name" in one["kinds"]) for one in _lines("details.jsonl")]
    return list(to_learn_from(told, lambda one: one[0]))


def ordinary(knowledge: Knowledge) -> list[str]:
    """Questions and sentences of work, which name nobody; those that a fit may see."""
    cards = (*knowledge.library.cards(), *knowledge.library.screens.values())
    plain = [
        *(one["q"] for one in _lines("development.jsonl")),
        *(example for card in cards for example in card.examples),
        *knowledge.out_of_scope,
        *(
            str(one)
            for theme in knowledge.language().sentences["ordinary"].values()
            for one in theme
        ),
    ]
    return list(to_learn_from(plain, str))


def _lines(name: str) -> list[dict[str, Any]]:
    lines = (QUESTIONS / name).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]
