"""Which updates are being read at this moment, noted where a restarted process finds it.

An update that ended the process would come again and end it again. So its number is noted while it is
read, for some milliseconds, and what an earlier process left noted is not read a second time. A note
is an empty file named by the number of the update, which Telegram counts up; nothing else is in it.
"""

from __future__ import annotations

import logging
import os
import tempfile
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

LOG = logging.getLogger(__name__)
KEPT_FOR = 2 * 24 * 3600
"""Seconds. Telegram keeps an update for one day."""
_OWN = 0o700


class BeingRead:
    """The notes of one bot. Where the folder cannot be written, there are none.

    Args:
        bot: the bot's own number.
        folder: where notes may be kept; without it, where the system keeps what a service needs
            while it runs, or its folder for temporary files.
    """

    def __init__(self, bot: int, folder: Path | None = None) -> None:
        base = folder or Path(os.environ.get("RUNTIME_DIRECTORY") or tempfile.gettempdir())
        self.folder: Path | None = base / f"spr-guide-{bot}"
        try:
            self.folder.mkdir(mode=_OWN, exist_ok=True)
            if hasattr(os, "getuid") and self.folder.lstat().st_uid != os.getuid():
                raise PermissionError
            self.left = frozenset(self._found())
        except OSError as error:
            LOG.warning("nothing can be noted in %s (%s)", base, type(error).__name__)
            self.folder, self.left = None, frozenset()

    @contextmanager
    def noted(self, update: int) -> Iterator[None]:
        """The update is being read."""
        if self.folder is None:
            yield
            return
        note = self.folder / str(update)
        with suppress(OSError):
            note.touch()
        try:
            yield
        finally:
            with suppress(OSError):
                note.unlink(missing_ok=True)

    def was_left(self, update: int) -> bool:
        """Whether an earlier process ended while it read this update; told once."""
        if update not in self.left or self.folder is None:
            return False
        self.left -= {update}
        with suppress(OSError):
            (self.folder / str(update)).unlink(missing_ok=True)
        return True

    def _found(self) -> Iterator[int]:
        if self.folder is None:
            return
        for note in self.folder.iterdir():
            if not note.name.isdecimal():
                continue
            if note.stat().st_mtime < time.time() - KEPT_FOR:
                note.unlink(missing_ok=True)
            else:
                yield int(note.name)
