"""The vectors of many texts; those that were read once are kept in a file beside the project's caches."""

from __future__ import annotations

from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from bot.search.heads import STEP

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from bot.reading.encoder import Encoder

    Rows = NDArray[np.int8]

CACHE = Path(__file__).resolve().parent.parent / ".vectors.npz"


class Vectors:
    """Reads texts with an encoder, each once.

    Args:
        encoder: gives a text its vector.
        cache: where vectors are kept from one run to the next; None keeps none.
        progress: told how many of how many texts were read.
    """

    def __init__(
        self,
        encoder: Encoder,
        cache: Path | None = None,
        progress: Callable[[int, int], None] = lambda _done, _of: None,
    ) -> None:
        self.encoder = encoder
        self._cache = cache
        self._progress = progress
        self._known: dict[int, Rows] = {}
        if cache is not None and cache.is_file():
            with np.load(cache) as stored:
                digests, rows = stored["digests"].tolist(), stored["rows"]
            self._known = dict(zip(digests, rows, strict=True))

    def rows_of(self, texts: Sequence[str]) -> Rows:
        """The vectors of the texts with one byte a number."""
        unread = list(dict.fromkeys(text for text in texts if digest_of(text) not in self._known))
        done = 0
        for places, vectors in self.encoder.vectors_of(unread):
            for place, row in zip(places, np.rint(vectors / STEP).astype(np.int8), strict=True):
                self._known[digest_of(unread[place])] = row
            done += len(places)
            self._progress(done, len(unread))
        if unread and self._cache is not None:
            digests = np.fromiter(self._known, np.uint64, len(self._known))
            np.savez(self._cache, digests=digests, rows=np.array(list(self._known.values())))
        rows = [self._known[digest_of(text)] for text in texts]
        return np.array(rows, np.int8).reshape(len(rows), self.encoder.width)

    def vector_of(self, text: str) -> NDArray[np.float32]:
        """The vector of one text, as it comes back from one byte a number."""
        vector: NDArray[np.float32] = self.rows_of([text])[0].astype(np.float32) * STEP
        vector /= np.sqrt(vector @ vector)
        return vector


def digest_of(text: str) -> int:
    """A number for a text, the same on every machine."""
    return int.from_bytes(blake2b(text.encode("utf-8"), digest_size=8).digest(), "little")
