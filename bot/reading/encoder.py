"""The vector of a text: all-MiniLM-L6-v2 with weights of one byte, read with numpy alone.

`workshop/encoder_file.py` writes the file and says how. Only what is compared is kept: two texts
that mean the same lie near each other, whatever their words.
"""

from __future__ import annotations

import re
import unicodedata
from contextlib import contextmanager
from functools import cache
from threading import local
from typing import TYPE_CHECKING, Any

import numpy as np

from bot.built_files import path_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

FILE = "encoder.npz"
WIDTH = 384
HEADS = 12
LAYERS = 6
MOST_PIECES = 64  # a longer text is cut here, so that none is slow
LONGEST_WORD = 100  # letters; a longer run is one unknown piece, as in the model's own reading
UNKNOWN, START, END = 100, 101, 102
_RUNS = re.compile(r"[^\W_]+|[^\w\s]|_")
_EPSILON = np.float32(1e-12)
_ERROR_FUNCTION = (0.254829592, -0.284496736, 1.421413741, -1.453152027, 1.061405429)
"""Abramowitz and Stegun 7.1.26: wrong by less than 1.5e-7."""


class Encoder:
    """Gives texts their vectors.

    Args:
        stored: the arrays of the built file.
    """

    width = WIDTH

    def __init__(self, stored: Mapping[str, NDArray[Any]]) -> None:
        self._message = local()
        pieces = stored["pieces"].tobytes().decode("utf-8").split("\n")
        self._number_of = {piece: number for number, piece in enumerate(pieces)}
        self._longest = max(map(len, pieces))
        self._words, self._scales = stored["words"], stored["words.scale"]
        places = stored["places"] * stored["places.scale"]
        self._places: Floats = places[:MOST_PIECES] + stored["kind"]
        self._norm = (stored["norm.weight"], stored["norm.bias"])
        self._layers = [_Layer(stored, number) for number in range(LAYERS)]

    @contextmanager
    def one_message(self) -> Iterator[None]:
        """Within this, no text is read twice; after it nothing of it is kept."""
        self._message.read = {}
        try:
            yield
        finally:
            del self._message.read

    def vector_of(self, text: str) -> Floats:
        """The vector of a text, of length one."""
        read: dict[str, Floats] = getattr(self._message, "read", {})
        if text not in read:
            read[text] = self._vector_of(text)
        return read[text]

    def _vector_of(self, text: str) -> Floats:
        vectors: Floats = self._read(np.array([self._pieces_of(text)]))
        first: Floats = vectors[0]
        return first

    def vectors_of(self, texts: Sequence[str]) -> Iterator[tuple[list[int], Floats]]:
        """The vectors of many texts, those with the same number of pieces together."""
        by_length: dict[int, list[tuple[int, list[int]]]] = {}
        for place, text in enumerate(texts):
            pieces = self._pieces_of(text)
            by_length.setdefault(len(pieces), []).append((place, pieces))
        for length, same in sorted(by_length.items()):
            at_once = max(1, 1024 // length)
            for first in range(0, len(same), at_once):
                some = same[first : first + at_once]
                rows = np.array([pieces for _, pieces in some])
                yield [place for place, _ in some], self._read(rows)

    def _pieces_of(self, text: str) -> list[int]:
        """The numbers of the pieces of a text, between a start and an end."""
        marked = unicodedata.normalize("NFD", text.lower())
        plain = "".join(one for one in marked if unicodedata.category(one) != "Mn")
        pieces = [START]
        for run in _RUNS.finditer(plain):
            pieces += self._pieces_in(run[0])
            if len(pieces) >= MOST_PIECES:
                break
        return [*pieces[: MOST_PIECES - 1], END]

    def _pieces_in(self, word: str) -> list[int]:
        """The longest known pieces of a word from the left."""
        if len(word) > LONGEST_WORD:
            return [UNKNOWN]
        found: list[int] = []
        start = 0
        while start < len(word):
            inside = "##" if start else ""
            for end in range(min(len(word), start + self._longest), start, -1):
                number = self._number_of.get(inside + word[start:end])
                if number is not None:
                    found.append(number)
                    start = end
                    break
            else:
                return [UNKNOWN]
        return found

    def _read(self, pieces: NDArray[np.int64]) -> Floats:
        """The vectors of texts of one length: pieces, six layers, the mean of what came out."""
        state = self._words[pieces] * self._scales[pieces]
        state = _normed(state + self._places[: pieces.shape[1]], *self._norm)
        for layer in self._layers:
            state = layer.after(state)
        vectors: Floats = state.mean(axis=1)
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
        return vectors


class _Layer:
    """One layer: what each piece takes from the others, then what it makes of itself."""

    def __init__(self, stored: Mapping[str, NDArray[Any]], number: int) -> None:
        def dense(name: str) -> tuple[Floats, Floats]:
            key = f"{number}.{name}"
            weights = stored[f"{key}.weight"] * stored[f"{key}.scale"]
            return np.ascontiguousarray(weights.T), stored[f"{key}.bias"]

        def norm(name: str) -> tuple[Floats, Floats]:
            return stored[f"{number}.{name}.weight"], stored[f"{number}.{name}.bias"]

        asked = [dense(name) for name in ("query", "key", "value")]
        self._asked = np.hstack([weights for weights, _ in asked])
        self._asked_bias = np.hstack([bias for _, bias in asked])
        self._taken, self._wide, self._narrow = dense("taken"), dense("wide"), dense("narrow")
        self._first, self._second = norm("first"), norm("second")

    def after(self, state: Floats) -> Floats:
        """The state after this layer."""
        texts, length, _ = state.shape
        asked = (state @ self._asked + self._asked_bias).reshape(texts, length, 3, HEADS, -1)
        query, key, value = asked.transpose(2, 0, 3, 1, 4)
        scores = query @ key.swapaxes(-1, -2) / np.float32((WIDTH / HEADS) ** 0.5)
        scores = np.exp(scores - scores.max(axis=-1, keepdims=True))
        scores /= scores.sum(axis=-1, keepdims=True)
        taken = (scores @ value).swapaxes(1, 2).reshape(texts, length, WIDTH)
        state = _normed(_through(taken, *self._taken) + state, *self._first)
        inner = _through(_gelu(_through(state, *self._wide)), *self._narrow)
        return _normed(inner + state, *self._second)


@cache
def stored_encoder() -> Encoder:
    """The encoder of the built file.

    Raises:
        BuiltFileError: the file is missing or is not the one that was built.
    """
    with np.load(path_of(FILE)) as stored:
        return Encoder({name: stored[name] for name in stored.files})


def _through(state: Floats, weights: Floats, bias: Floats) -> Floats:
    changed: Floats = state @ weights + bias
    return changed


def _normed(state: Floats, weight: Floats, bias: Floats) -> Floats:
    centred = state - state.mean(axis=-1, keepdims=True)
    spread = np.sqrt((centred * centred).mean(axis=-1, keepdims=True) + _EPSILON)
    normed: Floats = centred / spread * weight + bias
    return normed


def _gelu(state: Floats) -> Floats:
    """X times the chance that a normal number is below x."""
    size = np.abs(state) * np.float32(0.5**0.5)
    step = 1 / (1 + np.float32(0.3275911) * size)
    total = np.zeros_like(step)
    for factor in reversed(_ERROR_FUNCTION):
        total = (total + np.float32(factor)) * step
    error = np.sign(state) * (1 - total * np.exp(-size * size))
    result: Floats = state * np.float32(0.5) * (1 + error)
    return result
