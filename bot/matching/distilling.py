r"""Makes the table of meanings from a sentence model.

    python -m bot.matching.distilling MODEL_FOLDER --into bot/matching/meanings.npz

The folder holds `model.safetensors` and `vocab.txt` of all-MiniLM-L6-v2 (Apache License 2.0), as
they are published. Each plain word of its vocabulary is read by the model as a text of its own;
what it makes of the words of one stem is averaged, the common ones counting more, cut to its main
directions and kept in steps of one byte. Neither the model nor this module is needed at run time.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

import click
import numpy as np

from bot.matching.words import stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from bot.matching.arrays import Floats

LAYERS = 6
HEADS = 12
WIDTH = 128  # directions that are kept
AT_ONCE = 512  # words
RARE = 1_000  # the place in the vocabulary from which on a word counts half
STEPS = 127  # on either side of nought
TINY = 1e-12
HEADER = 8  # bytes that give the length of the header
PLAIN = re.compile(r"[a-z]{2,}")


class SentenceModel:
    """A small encoder of texts, run with plain arrays.

    Args:
        weights: its weights by name.
        pieces: its word pieces in order.
    """

    def __init__(self, weights: Mapping[str, Floats], pieces: Sequence[str]) -> None:
        self._weights = weights
        self._number = {piece: number for number, piece in enumerate(pieces)}

    def vectors(self, words: Sequence[str]) -> Floats:
        """One vector for each word: the mean over its pieces and the two marks around them."""
        marked = [[self._number[mark] for mark in ("[CLS]", word, "[SEP]")] for word in words]
        tokens = np.array(marked, np.int64)
        places = np.arange(tokens.shape[1])
        state = (
            self._weights["embeddings.word_embeddings.weight"][tokens]
            + self._weights["embeddings.position_embeddings.weight"][places]
            + self._weights["embeddings.token_type_embeddings.weight"][0]
        )
        state = self._even(state, "embeddings.LayerNorm")
        for layer in range(LAYERS):
            state = self._layer(state, f"encoder.layer.{layer}.")
        mean: Floats = state.mean(axis=1)
        return mean

    def _layer(self, state: Floats, name: str) -> Floats:
        mixed = self._linear(self._attended(state, name), f"{name}attention.output.dense")
        state = self._even(state + mixed, f"{name}attention.output.LayerNorm")
        inner = _gelu(self._linear(state, f"{name}intermediate.dense"))
        outer = self._linear(inner, f"{name}output.dense")
        return self._even(state + outer, f"{name}output.LayerNorm")

    def _attended(self, state: Floats, name: str) -> Floats:
        query, key, value = (
            self._by_heads(self._linear(state, f"{name}attention.self.{part}"))
            for part in ("query", "key", "value")
        )
        fits = query @ key.swapaxes(2, 3) / np.float32(query.shape[3] ** 0.5)
        fits = np.exp(fits - fits.max(axis=3, keepdims=True))
        fits /= fits.sum(axis=3, keepdims=True)
        joined: Floats = (fits @ value).swapaxes(1, 2).reshape(state.shape)
        return joined

    @staticmethod
    def _by_heads(state: Floats) -> Floats:
        many, length, width = state.shape
        heads: Floats = state.reshape(many, length, HEADS, width // HEADS).swapaxes(1, 2)
        return heads

    def _linear(self, state: Floats, name: str) -> Floats:
        flat = state.reshape(-1, state.shape[2]) @ self._weights[f"{name}.weight"].T
        out: Floats = flat.reshape(*state.shape[:2], -1) + self._weights[f"{name}.bias"]
        return out

    def _even(self, state: Floats, name: str) -> Floats:
        apart = state - state.mean(axis=2, keepdims=True)
        apart /= np.sqrt((apart**2).mean(axis=2, keepdims=True) + TINY)
        out: Floats = apart * self._weights[f"{name}.weight"] + self._weights[f"{name}.bias"]
        return out


def _gelu(state: Floats) -> Floats:
    """The Gaussian error linear unit, by its usual approximation."""
    out: Floats = (
        0.5 * state * (1 + np.tanh(0.797_884_56 * (state + 0.044_715 * state * state * state)))
    )
    return out


def read_weights(path: Path) -> dict[str, Floats]:
    """The arrays of a safetensors file."""
    content = path.read_bytes()
    length = int.from_bytes(content[:HEADER], "little")
    told = json.loads(content[HEADER : HEADER + length])
    start = HEADER + length
    arrays = {}
    for name, one in told.items():
        if one.get("dtype") == "F32":
            first, last = one["data_offsets"]
            raw = bytes(content[start + first : start + last])
            arrays[name] = np.frombuffer(raw, np.float32).reshape(one["shape"]).copy()
    return arrays


def table_of(
    words: Sequence[str], vectors: Floats, width: int = WIDTH
) -> tuple[list[str], NDArray[np.int8], Floats]:
    """The stems, their vectors in steps of one byte, and the length of a step in each.

    Args:
        words: the commonest first.
        vectors: one row for each word.
        width: how many directions are kept.
    """
    apart = vectors - vectors.mean(axis=0)
    directions = np.linalg.svd(apart, full_matrices=False)[2][:width]
    cut = apart @ directions.T
    counts = RARE / (np.arange(len(words)) + RARE)
    forms: dict[str, list[int]] = defaultdict(list)
    for number, word in enumerate(words):
        forms[stem(word)].append(number)
    stems = sorted(forms)
    means = np.array(
        [np.average(cut[forms[one]], axis=0, weights=counts[forms[one]]) for one in stems],
        np.float32,
    )
    scales = np.maximum(np.abs(means).max(axis=1) / STEPS, TINY).astype(np.float32)
    return stems, np.round(means / scales[:, None]).astype(np.int8), scales


def _parts(words: Sequence[str]) -> Iterator[Sequence[str]]:
    for first in range(0, len(words), AT_ONCE):
        yield words[first : first + AT_ONCE]


def plain_words(pieces: Iterable[str]) -> list[str]:
    """The pieces that are whole words of plain letters."""
    return [piece for piece in pieces if PLAIN.fullmatch(piece)]


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--into", required=True, type=click.Path(path_type=Path, dir_okay=False))
def main(folder: Path, into: Path) -> None:
    """Make the table of meanings from the model in FOLDER."""
    try:
        _distil(folder, into)
    except OSError as error:
        raise click.FileError(str(error.filename), error.strerror) from error


def _distil(folder: Path, into: Path) -> None:
    pieces = (folder / "vocab.txt").read_text(encoding="utf-8").splitlines()
    model = SentenceModel(read_weights(folder / "model.safetensors"), pieces)
    words = plain_words(pieces)
    with click.progressbar(list(_parts(words)), label=f"{len(words)} words") as parts:
        vectors = np.concatenate([model.vectors(part) for part in parts])
    stems, table, scales = table_of(words, vectors)
    listed = np.frombuffer("\n".join(stems).encode("ascii"), np.uint8)
    with into.open("wb") as file:
        np.savez(file, stems=listed, vectors=table, scales=scales)
    click.echo(f"{len(stems)} stems in {into}, {into.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
