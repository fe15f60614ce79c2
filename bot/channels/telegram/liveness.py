"""Alive means: Telegram answered lately. A process that only runs may be dead."""

from __future__ import annotations

import os
import socket
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

STALE = 120.0
"""Seconds without a good poll after which the bot counts as dead."""


class Liveness:
    """The age of the last good poll, told to systemd where it listens.

    Args:
        stale: seconds after which the last good poll is too old.
        clock: seconds that never run backwards.
    """

    def __init__(self, stale: float = STALE, clock: Callable[[], float] = time.monotonic) -> None:
        self.stale = stale
        self.clock = clock
        self.last: float | None = None

    def good(self) -> None:
        """Telegram answered."""
        if self.last is None:
            tell_systemd("READY=1")
        self.last = self.clock()
        tell_systemd("WATCHDOG=1")

    def age(self) -> float | None:
        return None if self.last is None else self.clock() - self.last

    def alive(self) -> bool:
        age = self.age()
        return age is not None and age < self.stale


def tell_systemd(words: str) -> None:
    """Sends words to systemd's notification socket; nothing where there is none."""
    address = os.environ.get("NOTIFY_SOCKET")
    if not address:
        return
    if address.startswith("@"):
        address = f"\0{address[1:]}"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as channel:
        channel.sendto(words.encode(), address)
