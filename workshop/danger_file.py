"""Fits what the signs of danger weigh: logistic regression on labelled messages, with scikit-learn.

Thresholds come from messages that the fit in question has not seen (five parts, each left out once):
quiet where almost no danger would be missed, loud where almost no plain sentence alarms.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from sklearn.linear_model import LogisticRegression

from bot.reading import danger
from bot.reading.danger import Weights, marks_of, nearness_of, signs_in
from workshop.labelled import is_kept_apart

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    from bot.reading.language import Language
    from workshop.vectors import Vectors

    Numbers = NDArray[np.float64]

RECIPE = (
    "workshop/danger_file.py: logistic regression (C 0.3) on signs, four times the vector and the nearest "
    "messages; tests/questions/danger.jsonl, danger-told.yaml, ordinary.yaml, development.jsonl, "
    "each without its kept fifth"
)
QUESTIONS = Path(__file__).resolve().parent.parent / "tests" / "questions"
STRENGTH, OF_THE_VECTOR, OF_NEARNESS = 0.3, 4.0, 4.0
PARTS = 5
MISSED_QUIET, MISSED_LOUD = 0.02, 0.13  # shares of the dangers that may fall below a threshold
MISSED_QUIET_ALONE, MISSED_LOUD_ALONE = 0.04, 0.2  # without a vector
LEAST = 0.01  # a sign that weighs less is left out


@dataclass(frozen=True, slots=True)
class Message:
    """A labelled message, and how much it counts."""

    text: str
    urgent: bool
    weight: float = 1.0


def messages(language: Language) -> list[Message]:
    """All labelled messages, each once."""
    found = [Message(one["text"], one["urgent"]) for one in _lines("danger.jsonl")]
    found += [
        Message(one, urgent=True, weight=2.0) for one in _all(language.sentences["danger-told"])
    ]
    found += [
        Message(one, urgent=False, weight=4.0) for one in _all(language.sentences["ordinary"])
    ]
    found += [Message(one["q"], urgent=False) for one in _lines("development.jsonl")]
    return list({one.text.casefold(): one for one in reversed(found)}.values())[::-1]


class Fitting:
    """Fits on the messages that are not kept apart.

    Args:
        language: the language files.
        vectors: gives messages their vectors.
    """

    def __init__(self, language: Language, vectors: Vectors) -> None:
        self.messages = [one for one in messages(language) if not is_kept_apart(one.text)]
        texts = [language.read(one.text) for one in self.messages]
        signs = [signs_in(text, marks_of(language, text)) for text in texts]
        self._names = sorted({sign for some in signs for sign in some})
        self._signs = np.array([[name in some for name in self._names] for some in signs], float)
        self.rows = vectors.rows_of([one.text for one in self.messages])
        self._vectors = self.rows.astype(float) / 127
        self.urgent = np.array([one.urgent for one in self.messages])
        self._weights = np.array([one.weight for one in self.messages])

    def weights(self, *, with_encoder: bool) -> Weights:
        """The weights of a fit on all messages, the thresholds of fits that saw four fifths."""
        every = np.arange(len(self.urgent))
        unseen = np.zeros(len(every))
        for part in range(PARTS):
            seen = every % PARTS != part
            model = self._fit(self._row(every[seen], every[seen], with_encoder), every[seen])
            row = self._row(every[~seen], every[seen], with_encoder)
            unseen[~seen] = model.decision_function(row)
        model = self._fit(self._row(every, every, with_encoder), every)
        shares = (
            (MISSED_QUIET, MISSED_LOUD)
            if with_encoder
            else (MISSED_QUIET_ALONE, MISSED_LOUD_ALONE)
        )
        quiet, loud = (float(np.quantile(unseen[self.urgent], share)) for share in shares)
        return self._named(model, quiet, loud, with_encoder=with_encoder)

    def _fit(self, rows: Numbers, which: NDArray[np.intp]) -> LogisticRegression:
        model = LogisticRegression(C=STRENGTH, max_iter=2000)
        return model.fit(rows, self.urgent[which], sample_weight=self._weights[which])

    def _row(self, which: NDArray[np.intp], seen: NDArray[np.intp], with_encoder: bool) -> Numbers:
        if not with_encoder:
            return self._signs[which]
        alike = self._vectors[which] @ self._vectors[seen].T
        alike[which[:, None] == seen[None, :]] = -1.0  # no message is near itself
        urgent = self.urgent[seen]
        near = np.array([nearness_of(one[urgent], one[~urgent]) for one in alike])
        return np.hstack(
            [self._signs[which], OF_THE_VECTOR * self._vectors[which], OF_NEARNESS * near]
        )

    def _named(
        self, model: LogisticRegression, quiet: float, loud: float, *, with_encoder: bool
    ) -> Weights:
        found = model.coef_[0]
        signs, rest = found[: len(self._names)], found[len(self._names) :]
        width = self._vectors.shape[1]
        vector = rest[:width] * OF_THE_VECTOR if with_encoder else ()
        near = rest[width:] * OF_NEARNESS if with_encoder else ()
        return Weights(
            intercept=round(float(model.intercept_[0]), 3),
            signs={
                name: round(float(one), 3)
                for name, one in zip(self._names, signs, strict=True)
                if abs(one) >= LEAST
            },
            vector=tuple(round(float(one), 3) for one in vector),
            near=tuple(round(float(one), 3) for one in near),
            quiet_from=round(quiet, 2),
            loud_from=round(loud, 2),
        )


def write(language: Language, vectors: Vectors, folder: Path) -> None:
    """Fits and writes the weights and the vectors of the messages."""
    fitting = Fitting(language, vectors)
    both = {
        "with_encoder": asdict(fitting.weights(with_encoder=True)),
        "without_encoder": asdict(fitting.weights(with_encoder=False)),
    }
    (folder / danger.FILE).write_text(json.dumps(both, indent=1) + "\n", encoding="utf-8")
    np.savez_compressed(
        folder / danger.EXAMPLES, allow_pickle=False, vectors=fitting.rows, urgent=fitting.urgent
    )


def _all(themes: Mapping[str, Sequence[Any]]) -> Iterable[str]:
    return (str(one) for some in themes.values() for one in some)


def _lines(name: str) -> list[dict[str, Any]]:
    lines = (QUESTIONS / name).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]
