"""Fits the heads of the search on the examples of a library, with scikit-learn.

Every example, title and other name of a card is one line of its class; the questions that must
not be answered are one class more. Themes are no class: their examples are those of their cards.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from bot.reading.encoder import WIDTH
from bot.search.heads import NONE, STEP, features_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from bot.search.model import Target
    from workshop.vectors import Vectors

RECIPE = (
    "workshop/heads_file.py: logistic regression (C 10, no intercept) over TF-IDF of stems and pairs, "
    "and over twice the sentence vector; vectors of the examples to int8"
)
STRENGTH = 10.0
OF_THE_VECTOR = 2.0
BINARY = 2  # classes, for which one column of weights is fitted
UNTAUGHT = frozenset({"theme"})
SEEN_TWICE_FROM = 2_000  # lines, from which on a feature must come twice


def lines_of(targets: Sequence[Target], outside: Sequence[str]) -> list[tuple[str, str]]:
    """The lines to learn from with their class, in the order of the classes."""
    found: list[tuple[str, str]] = []
    for target in targets:
        if target.kind not in UNTAUGHT:
            texts = (*target.examples, target.title, *target.aliases)
            found += [(text, target.address) for text in dict.fromkeys(texts) if text.strip()]
    return found + [(text, NONE) for text in dict.fromkeys(outside)]


def fitted(lines: Sequence[tuple[str, str]], vectors: Vectors | None) -> dict[str, NDArray[Any]]:
    """The arrays of the built file, from lines and their classes; without an encoder no vectors."""
    classes = list(dict.fromkeys(name for _, name in lines))
    place = {name: number for number, name in enumerate(classes)}
    owners = np.array([place[name] for _, name in lines], np.int16)
    texts = [text for text, _ in lines]
    rows = vectors.rows_of(texts) if vectors else np.zeros((len(texts), WIDTH), np.int8)
    least = 2 if len(lines) >= SEEN_TWICE_FROM else 1
    reading = TfidfVectorizer(analyzer=features_of, sublinear_tf=True, min_df=least)
    seen = reading.fit_transform(texts)
    by_vector = _weights(rows * (OF_THE_VECTOR * STEP), owners, len(classes) if vectors else 1)
    return {
        "features": _joined(reading.get_feature_names_out()),
        "rarity": reading.idf_.astype(np.float32),
        "words": _weights(seen, owners, len(classes)).astype(np.float16),
        "vector": (by_vector * OF_THE_VECTOR).astype(np.float16),
        "classes": _joined(classes),
        "examples": rows,
        "owners": owners,
    }


def _weights(rows: Any, owners: NDArray[np.int16], classes: int) -> NDArray[np.float32]:  # noqa: ANN401  (sparse or full)
    """One column of weights for each class."""
    if classes == 1:
        return np.zeros((rows.shape[1], 1), np.float32)
    model = LogisticRegression(C=STRENGTH, fit_intercept=False, max_iter=300, tol=1e-3)
    model.fit(rows, owners)
    weights: NDArray[np.float32] = model.coef_.astype(np.float32)
    return np.vstack([-weights, weights]).T if classes == BINARY else weights.T


def _joined(names: Iterable[str]) -> NDArray[np.uint8]:
    return np.frombuffer("\n".join(names).encode("utf-8"), np.uint8)
