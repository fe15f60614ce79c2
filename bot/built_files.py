"""Files that were built in the workshop and are read as they are: each is proved before it is used."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent / "built"
LIST = "built.json"
CURE = "Build it again: make models"


class BuiltFileError(RuntimeError):
    """A built file is missing or is not what was built; it names the cure."""


def path_of(name: str) -> Path:
    """Where a built file stands, once it is proved to be the one that was built.

    Raises:
        BuiltFileError: it is missing, or its checksum is another.
    """
    path = FOLDER / name
    entry = built_list().get(name)
    if entry is None:
        raise BuiltFileError(f"{path}: stands in no list of built files. {CURE}")
    if not path.is_file():
        raise BuiltFileError(f"{path}: is missing. {CURE}")
    if hashlib.sha256(path.read_bytes()).hexdigest() != entry["sha256"]:
        raise BuiltFileError(
            f"{path}: is not the file that was built (its sha256 differs). {CURE}"
        )
    return path


@cache
def built_list() -> dict[str, dict[str, Any]]:
    """For each built file its checksum, its recipe, its licence and what it was made from."""
    try:
        listed = json.loads((FOLDER / LIST).read_text(encoding="utf-8"))
    except (OSError, ValueError) as fault:
        raise BuiltFileError(f"{FOLDER / LIST}: cannot be read ({fault}). {CURE}") from fault
    files: dict[str, dict[str, Any]] = listed
    return files
