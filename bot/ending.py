"""How a serving process ends: when it is told to, in time, and when it can no longer serve."""

from __future__ import annotations

import asyncio
import faulthandler
import logging
import os
import signal
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LOG = logging.getLogger(__name__)
GRACE = 5.0
"""Seconds for what is in hand once the process is told to stop."""
LONGEST_END = 7.0
"""Seconds from being told to stop to the end, whatever still hangs then."""
LONGEST_HOLD = 6.0
"""Seconds for which the loop may be held up; then the process ends, for its supervisor to start anew."""
_BEAT = 1.0
_SIGNALS = ("SIGTERM", "SIGINT", "SIGBREAK")


def obey_signals(stop: Callable[[], object]) -> None:
    """Calls `stop` in the running loop on SIGTERM or Ctrl-C, and sees to it that the process ends."""
    loop = asyncio.get_running_loop()

    def told() -> None:
        _end_for_certain()
        stop()

    for name in _SIGNALS:
        one = getattr(signal, name, None)
        if one is None:
            continue
        try:
            loop.add_signal_handler(one, told)
        except NotImplementedError:  # Windows
            signal.signal(one, lambda *_: loop.call_soon_threadsafe(told))


@contextmanager
def held_up_for_no_longer(seconds: float = LONGEST_HOLD) -> Iterator[None]:
    """Ends the process if the running loop is held up for so long. It cannot stop otherwise.

    The clock is one of `faulthandler`: it needs no turn of Python, which is just what is not to be had.
    """
    beating = asyncio.create_task(_beat(seconds))
    try:
        yield
    finally:
        beating.cancel()
        faulthandler.cancel_dump_traceback_later()


async def _beat(seconds: float) -> None:
    while True:
        faulthandler.dump_traceback_later(seconds, exit=True)
        await asyncio.sleep(_BEAT)


def _end_for_certain() -> None:
    threading.Thread(target=_end_late, daemon=True).start()


def _end_late() -> None:
    time.sleep(LONGEST_END)
    LOG.warning("stopped with something still in hand")
    logging.shutdown()
    os._exit(0)
