"""Alive means: Telegram answered lately. A process that only runs may be dead."""

from __future__ import annotations

import os
import socket
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


class Liveness:
    """The age of the last good poll, told to systemd where it listens.

    Args:
        clock: seconds that never run backwards.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
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


def tell_systemd(words: str) -> None:
    """Sends words to systemd's notification socket; nothing where there is none."""
    address = os.environ.get("NOTIFY_SOCKET")
    if not address:
        return
    if address.startswith("@"):
        address = f"\0{address[1:]}"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as channel:
        channel.sendto(words.encode(), address)
