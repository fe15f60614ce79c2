"""Style sheet, script and icon, each under a name that changes with its content."""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "static"
_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}
_HASH_LENGTH = 10


@dataclass(frozen=True, slots=True)
class Asset:
    """One file. Its name holds a hash of its content, so it may be kept for ever."""

    name: str
    type: str
    content: bytes
    compressed: bytes


@cache
def assets() -> dict[str, Asset]:
    """Every asset by its plain name (`page.css`)."""
    return {path.name: _asset(path) for path in sorted(FOLDER.iterdir()) if path.suffix in _TYPES}


def asset_path(plain_name: str) -> str:
    return f"static/{assets()[plain_name].name}"


def find(name: str) -> Asset | None:
    """The asset of a hashed name, or None."""
    return next((one for one in assets().values() if one.name == name), None)


def _asset(path: Path) -> Asset:
    content = path.read_bytes()
    mark = hashlib.sha256(content).hexdigest()[:_HASH_LENGTH]
    return Asset(
        name=f"{path.stem}.{mark}{path.suffix}",
        type=_TYPES[path.suffix],
        content=content,
        compressed=gzip.compress(content, mtime=0),
    )
