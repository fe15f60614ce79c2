r"""Fits weights.json to labelled messages.

Run it after messages, signs, cues or plain words change:

    python -m bot.safety.fitting tests/questions/danger.jsonl \
        --ordinary tests/questions/development.jsonl \
        --knowledge knowledge/england --knowledge knowledge/croydon \
        --into bot/safety/weights.json

Every message of a set says whether it is danger now. Ordinary questions, and the examples of the
cards, are none, except where they lead to a card about a child who may be unsafe at this moment.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click
import numpy as np

from bot.knowledge_base.loader import read_knowledge
from bot.safety.signs import Kind, signs_of
from bot.safety.weighing import Weights
from bot.search.targets import targets_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from numpy.typing import NDArray

CARDS_OF_A_CHILD_NOW = frozenset(
    {"topic_immediate-danger", "topic_bruising-non-mobile-babies", "topic_referral"}
)
FIT = 100.0  # how much a wrong message costs beside large weights
ORDINARY_TOGETHER = 1.5  # of the weight of the labelled messages that are no danger
LEAST_SEEN = 4  # a sign in fewer labelled messages is not known,
LEAST_SEEN_IN_ORDINARY = 6  # unless so many ordinary questions have it
FOLDS = 5
MISSED_COSTS = 1.5  # a false alarm costs 1
STEPS = tuple(step / 10 for step in range(-30, 31))
PLACES = 1


@dataclass(frozen=True, slots=True)
class Labelled:
    """A message, its signs, and whether it is danger now.

    Args:
        ordinary: it is a question to the library, which weighs less.
    """

    signs: Mapping[Kind, AbstractSet[str]]
    urgent: bool
    ordinary: bool = False


@dataclass(frozen=True, slots=True)
class Figures:
    """How many labelled messages were told wrong by weights that had not seen them."""

    dangers: int
    missed: int
    others: int
    false: int


def fitted(messages: Sequence[Labelled]) -> tuple[Weights, Figures]:
    """The weights for messages, with the alarm set where unseen ones are told best."""
    weighed = np.asarray(_weighed_unseen(messages))
    dangers = weighed[[one.urgent for one in messages]]
    others = weighed[[not (one.urgent or one.ordinary) for one in messages]]

    def worse_share(alarm_from: float) -> float:
        missed, false = (dangers <= alarm_from).mean(), (others > alarm_from).mean()
        return float(max(MISSED_COSTS * missed, false))

    alarm_from = min(STEPS, key=worse_share)
    figures = Figures(
        dangers=len(dangers),
        missed=int((dangers <= alarm_from).sum()),
        others=len(others),
        false=int((others > alarm_from).sum()),
    )
    return weights_for(messages, alarm_from), figures


def _weighed_unseen(messages: Sequence[Labelled]) -> list[float]:
    """What each message weighs by a fit to the other parts of all messages."""
    weighed = [0.0] * len(messages)
    for fold in range(FOLDS):
        weights = weights_for([one for at, one in enumerate(messages) if at % FOLDS != fold])
        for at in range(fold, len(messages), FOLDS):
            weighed[at] = weights.of(messages[at].signs)
    return weighed


def _shares(messages: Sequence[Labelled]) -> NDArray[np.float64]:
    """The weight of each message: the many ordinary questions do not outweigh the labelled ones."""
    ordinary = np.asarray([one.ordinary for one in messages])
    others = sum(not one.urgent and not one.ordinary for one in messages)
    return np.where(
        ordinary, min(1.0, ORDINARY_TOGETHER * others / max(int(ordinary.sum()), 1)), 1.0
    )


def weights_for(messages: Sequence[Labelled], alarm_from: float = 0.0) -> Weights:
    """Logistic regression in which danger and all else weigh the same."""
    # Only for fitting, so not among what the guide needs; neither has types.
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415  (only for fitting)

    known = _known(messages)
    urgent = np.asarray([one.urgent for one in messages])
    share = _shares(messages)
    share[urgent] *= share[~urgent].sum() / share[urgent].sum()
    regression = LogisticRegression(C=FIT, tol=1e-6, max_iter=5000)
    regression.fit(_rows(messages, known), urgent, sample_weight=share)
    signs: dict[Kind, dict[str, float]] = {kind: {} for kind in Kind}
    for (kind, name), weight in zip(known, regression.coef_[0], strict=True):
        signs[kind][name] = round(float(weight), PLACES) + 0.0
    return Weights(alarm_from, round(float(regression.intercept_[0]), PLACES), signs)


def _known(messages: Sequence[Labelled]) -> list[tuple[Kind, str]]:
    """The signs that enough messages have, in a fixed order."""
    labelled = _counted(one for one in messages if not one.ordinary)
    ordinary = _counted(one for one in messages if one.ordinary)
    return sorted(
        {sign for sign, times in labelled.items() if times >= LEAST_SEEN}
        | {sign for sign, times in ordinary.items() if times >= LEAST_SEEN_IN_ORDINARY}
    )


def _counted(messages: Iterable[Labelled]) -> Counter[tuple[Kind, str]]:
    return Counter(
        (kind, name) for one in messages for kind, names in one.signs.items() for name in names
    )


def _rows(messages: Sequence[Labelled], known: Sequence[tuple[Kind, str]]) -> object:
    """A row for each message with a column for each known sign, every row of length 1."""
    from scipy.sparse import csr_array  # noqa: PLC0415  (only for fitting)

    column = {sign: place for place, sign in enumerate(known)}
    columns: list[int] = []
    ends = [0]
    values: list[NDArray[np.float64]] = []
    for one in messages:
        pairs = ((kind, name) for kind, names in one.signs.items() for name in names)
        found = sorted(column[sign] for sign in pairs if sign in column)
        columns.extend(found)
        ends.append(len(columns))
        values.append(np.full(len(found), 1 / max(len(found), 1) ** 0.5))
    return csr_array((np.concatenate(values), columns, ends), shape=(len(messages), len(known)))


def read_messages(paths: Iterable[Path], area: str) -> list[Labelled]:
    """The labelled messages of some files, one JSON object a line."""
    lines = [json.loads(line) for path in paths for line in _lines(path)]
    return [Labelled(signs_of(one["text"], area), one["urgent"]) for one in lines]


def read_ordinary(questions: Iterable[Path], knowledge: Sequence[Path]) -> list[Labelled]:
    """The questions and examples that no card about a child at this moment answers."""
    read = read_knowledge(knowledge)
    lines = [json.loads(line) for path in questions for line in _lines(path)]
    texts = [one["q"] for one in lines if CARDS_OF_A_CHILD_NOW.isdisjoint(one["gold"])]
    for target in targets_of(read):
        if target.address not in CARDS_OF_A_CHILD_NOW:
            texts.extend(target.examples)
    texts.extend(read.out_of_scope)
    area = read.names["area"]
    return [
        Labelled(signs_of(one, area), urgent=False, ordinary=True) for one in dict.fromkeys(texts)
    ]


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def written(weights: Weights) -> str:
    """The weights as the JSON that is stored, a sign a line."""
    stored = {
        "alarm_from": weights.alarm_from,
        "start": weights.start,
        "signs": {kind.value: dict(sorted(of.items())) for kind, of in weights.signs.items()},
    }
    return json.dumps(stored, indent=0, ensure_ascii=False) + "\n"


@click.command()
@click.argument("messages", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--ordinary", multiple=True, type=click.Path(path_type=Path))
@click.option("--knowledge", multiple=True, required=True, type=click.Path(path_type=Path))
@click.option("--into", required=True, type=click.Path(path_type=Path))
def main(
    messages: tuple[Path, ...],
    ordinary: tuple[Path, ...],
    knowledge: tuple[Path, ...],
    into: Path,
) -> None:
    """Fit the weights to labelled MESSAGES and write them."""
    area = read_knowledge(knowledge).names["area"]
    weights, figures = fitted(
        [*read_messages(messages, area), *read_ordinary(ordinary, knowledge)]
    )
    into.write_text(written(weights), encoding="utf-8")
    click.echo(
        f"Unseen: {figures.missed} of {figures.dangers} dangers missed, "
        f"{figures.false} of {figures.others} others an alarm, from {weights.alarm_from}."
    )


if __name__ == "__main__":
    main()
