"""A sentence model becomes a table of meanings that the guide can read."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

import numpy as np
import pytest
from click.testing import CliRunner, Result

from bot.matching import distilling, meanings
from bot.matching.distilling import SentenceModel, main, plain_words, read_weights, table_of
from bot.matching.meanings import Meanings
from bot.matching.words import stem

if TYPE_CHECKING:
    from bot.matching.arrays import Floats

HEADS, EACH, LAYERS = 12, 2, 6
WIDTH, INNER = HEADS * EACH, 48
MARKS = ("[PAD]", "[UNK]", "[CLS]", "[SEP]")
WORDS = ("child", "review", "children", "school", "baby", "doctor", "babies", "death", "teacher")
PIECES = (*MARKS, *WORDS, "##ing", "1999", "caf\u00e9", "x")
EARLIEST = (1980, 1, 1, 0, 0, 0)  # what a zip file says where no time is kept


def _weights() -> dict[str, Floats]:
    """Random weights under the names of the published model."""
    chance = np.random.default_rng(7)

    def some(*shape: int) -> Floats:
        return chance.normal(0, 0.25, shape).astype(np.float32)

    weights = {
        "embeddings.word_embeddings.weight": 4 * some(len(PIECES), WIDTH),
        "embeddings.position_embeddings.weight": 2 * some(8, WIDTH),
        "embeddings.token_type_embeddings.weight": some(2, WIDTH),
        "embeddings.LayerNorm.weight": 1 + some(WIDTH),
        "embeddings.LayerNorm.bias": some(WIDTH),
    }
    for layer in range(LAYERS):
        shapes = {
            "attention.self.query": (WIDTH, WIDTH),
            "attention.self.key": (WIDTH, WIDTH),
            "attention.self.value": (WIDTH, WIDTH),
            "attention.output.dense": (WIDTH, WIDTH),
            "intermediate.dense": (INNER, WIDTH),
            "output.dense": (WIDTH, INNER),
        }
        for part, shape in shapes.items():
            weights[f"encoder.layer.{layer}.{part}.weight"] = some(*shape)
            weights[f"encoder.layer.{layer}.{part}.bias"] = some(shape[0])
        for part in ("attention.output", "output"):
            weights[f"encoder.layer.{layer}.{part}.LayerNorm.weight"] = 1 + some(WIDTH)
            weights[f"encoder.layer.{layer}.{part}.LayerNorm.bias"] = some(WIDTH)
    return weights


def _safetensors(weights: dict[str, Floats]) -> bytes:
    """The content of a safetensors file: a length, a header in JSON, and the arrays."""
    places = np.arange(8, dtype=np.int64).tobytes()
    header: dict[str, object] = {
        "__metadata__": {"format": "pt"},
        "embeddings.position_ids": {
            "dtype": "I64",
            "shape": [1, 8],
            "data_offsets": [0, len(places)],
        },
    }
    arrays = places
    for name, array in weights.items():
        ends = [len(arrays), len(arrays) + array.nbytes]
        header[name] = {"dtype": "F32", "shape": list(array.shape), "data_offsets": ends}
        arrays += array.tobytes()
    told = json.dumps(header).encode()
    return len(told).to_bytes(8, "little") + told + arrays


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "model"
    made.mkdir()
    (made / "model.safetensors").write_bytes(_safetensors(_weights()))
    (made / "vocab.txt").write_text("\n".join(PIECES) + "\n", encoding="utf-8")
    return made


def _distilled(folder: Path, into: Path) -> Result:
    return CliRunner().invoke(main, [str(folder), "--into", str(into)])


def _slowly(weights: dict[str, Floats], word: str) -> list[float]:
    """What the model makes of one word, written out token by token and head by head."""

    def linear(line: Floats, name: str) -> Floats:
        out: Floats = weights[f"{name}.weight"] @ line + weights[f"{name}.bias"]
        return out

    def even(line: Floats, name: str) -> Floats:
        out: Floats = (line - line.mean()) / line.std() * weights[f"{name}.weight"] + weights[
            f"{name}.bias"
        ]
        return out

    def gelu(number: float) -> float:
        return number * (1 + math.erf(number / math.sqrt(2))) / 2

    embeddings = "embeddings.{}.weight"
    tokens = [
        even(
            weights[embeddings.format("word_embeddings")][PIECES.index(piece)]
            + weights[embeddings.format("position_embeddings")][place]
            + weights[embeddings.format("token_type_embeddings")][0],
            "embeddings.LayerNorm",
        )
        for place, piece in enumerate(("[CLS]", word, "[SEP]"))
    ]
    for layer in range(LAYERS):
        name = f"encoder.layer.{layer}."
        queries, keys, values = (
            [linear(token, f"{name}attention.self.{part}") for token in tokens]
            for part in ("query", "key", "value")
        )
        read = []
        for query in queries:
            joined: list[Floats] = []
            for head in range(HEADS):
                here = slice(head * EACH, head * EACH + EACH)
                fits = [math.exp(float(query[here] @ key[here]) / math.sqrt(EACH)) for key in keys]
                shares = [fit / sum(fits) for fit in fits]
                joined.append(
                    sum(
                        (share * value[here] for share, value in zip(shares, values, strict=True)),
                        np.zeros(EACH, np.float32),
                    )
                )
            read.append(np.concatenate(joined))
        tokens = [
            even(
                token + linear(one, f"{name}attention.output.dense"),
                f"{name}attention.output.LayerNorm",
            )
            for token, one in zip(tokens, read, strict=True)
        ]
        inner = [
            np.array([gelu(float(one)) for one in linear(token, f"{name}intermediate.dense")])
            for token in tokens
        ]
        tokens = [
            even(token + linear(one, f"{name}output.dense"), f"{name}output.LayerNorm")
            for token, one in zip(tokens, inner, strict=True)
        ]
    mean: list[float] = np.mean(tokens, axis=0).tolist()
    return mean


def test_the_arrays_of_a_model_are_read_as_they_were_written(folder: Path) -> None:
    read, written = read_weights(folder / "model.safetensors"), _weights()
    assert read.keys() == written.keys()
    assert all(np.array_equal(read[name], written[name]) for name in written)


@pytest.mark.parametrize("word", ["child", "teacher"])
def test_a_word_is_read_as_the_model_is_described(word: str) -> None:
    weights = _weights()
    vector = SentenceModel(weights, PIECES).vectors([word])[0]
    assert vector.tolist() == pytest.approx(_slowly(weights, word), abs=0.02)


def test_a_words_vector_does_not_depend_on_its_neighbours() -> None:
    model = SentenceModel(_weights(), PIECES)
    together = model.vectors(WORDS)
    assert together.shape == (len(WORDS), WIDTH)
    for place, word in enumerate(WORDS):
        assert together[place] == pytest.approx(model.vectors([word])[0], abs=1e-4)


def test_only_whole_words_of_plain_letters_are_taken() -> None:
    assert plain_words(PIECES) == list(WORDS)


def test_the_guide_reads_back_what_was_made(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    into = tmp_path / "made.npz"
    result = _distilled(folder, into)
    assert result.exit_code == 0, result.output
    monkeypatch.setattr(meanings, "STORED", into)
    read: Meanings = meanings.stored_meanings.__wrapped__()
    stems = sorted({stem(word) for word in WORDS})
    assert f"{len(stems)} stems in" in result.output
    assert [read.row(one) for one in stems] == list(range(len(stems)))
    assert read.row("caf") is None
    expected = table_of(WORDS, SentenceModel(_weights(), PIECES).vectors(WORDS))
    stored = read.of(range(len(stems)))
    assert stored == pytest.approx(expected[1] * expected[2][:, None], abs=0.01)


def test_the_words_are_read_in_parts_with_the_same_result(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, parts = tmp_path / "whole.npz", tmp_path / "parts.npz"
    assert _distilled(folder, whole).exit_code == 0
    monkeypatch.setattr(distilling, "AT_ONCE", 2)
    assert _distilled(folder, parts).exit_code == 0
    with np.load(whole) as one, np.load(parts) as other:
        assert one["stems"].tobytes() == other["stems"].tobytes()
        assert one["scales"] == pytest.approx(other["scales"], rel=1e-3)


def test_what_is_made_is_the_same_to_the_byte_and_tells_no_time(
    folder: Path, tmp_path: Path
) -> None:
    first, second = tmp_path / "first.npz", tmp_path / "second.npz"
    assert _distilled(folder, first).exit_code == 0
    assert _distilled(folder, second).exit_code == 0
    assert first.read_bytes() == second.read_bytes()
    assert {one.date_time for one in ZipFile(first).infolist()} == {EARLIEST}


def _table(words: list[str], vectors: Floats, width: int) -> tuple[list[str], Floats]:
    stems, steps, scales = table_of(words, vectors, width)
    assert steps.dtype == np.int8
    return stems, steps * scales[:, None]


def test_the_forms_of_a_stem_share_a_row_and_the_commoner_counts_more(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(distilling, "RARE", 1)
    review, doctor = [4.0, 0.0, 0.0], [0.0, 4.0, 0.0]
    vectors = np.array([review, doctor, review, doctor], np.float32)
    stems, rows = _table(["review", "reviews", "school", "doctor"], vectors, 3)
    assert stems == ["doctor", "review", "school"]
    shared, as_common, as_rare = (rows[stems.index(one)] for one in ("review", "school", "doctor"))
    assert shared == pytest.approx((as_common + as_rare / 2) / 1.5, abs=0.05)


def test_only_the_main_directions_are_kept() -> None:
    vectors = np.array([[5, 0, 0.1], [-5, 0, 0.1], [0, 2, -0.1], [0, -2, -0.1]], np.float32)
    _, rows = _table(["child", "school", "doctor", "death"], vectors, 2)
    assert rows.shape == (4, 2)
    assert np.abs(rows).max(axis=0) == pytest.approx([5, 2], abs=0.1)


def test_a_row_of_nought_stays_nought() -> None:
    _, rows = _table(["child", "school"], np.ones((2, 3), np.float32), 3)
    assert rows == pytest.approx(np.zeros(rows.shape), abs=1e-5)


@pytest.mark.parametrize("missing", ["vocab.txt", "model.safetensors"])
def test_a_missing_file_is_named_and_leaves_no_trace(
    folder: Path, tmp_path: Path, missing: str
) -> None:
    (folder / missing).unlink()
    into = tmp_path / "made.npz"
    result = _distilled(folder, into)
    assert result.exit_code == 1
    assert isinstance(result.exception, SystemExit)
    assert result.output.startswith("Error: ")
    assert missing in result.output
    assert "Traceback" not in result.output
    assert not into.exists()


def test_a_place_that_cannot_be_written_to_is_named(folder: Path, tmp_path: Path) -> None:
    result = _distilled(folder, tmp_path / "nowhere" / "made.npz")
    assert result.exit_code == 1
    assert isinstance(result.exception, SystemExit)
    assert "nowhere" in result.output
