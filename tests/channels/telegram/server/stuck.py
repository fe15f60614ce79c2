"""The product with a matcher that never comes back from some texts, to see what that does to others.

Run as a program: `telegram` or `serve`, and after it `windows` for a loop that knows no signals, or
`deaf` for a name service that does not answer.
"""

from __future__ import annotations

import asyncio
import re
import socket
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

sys.path.insert(0, str(Path(__file__).resolve().parents[4]))

from bot.channels.telegram.running import run_polling
from bot.opening import open_guide, settings_of
from bot.serving import serve

if TYPE_CHECKING:
    from bot.search.model import Matched
    from bot.search.search import Search

TURNS = "please turn for ever and ever"
HOLDS = "please hold for ever and ever"
FAILS = "please fail for ever and ever"
SLEEPS = "please sleep for ever and ever"
_EXPONENTIAL = re.compile(r"(?:a+)+$")


class Stuck:
    """A matcher that turns in Python, holds everything in a pattern, or sleeps, when told to."""

    def __init__(self, matcher: Search) -> None:
        self.matcher = matcher

    def match(self, text: str) -> Matched:
        if text == TURNS:
            while True:
                pass
        if text == HOLDS:
            _EXPONENTIAL.match("a" * 60 + "!")
        if text == FAILS:
            raise KeyError(text)
        if text == SLEEPS:
            time.sleep(60)
        return self.matcher.match(text)


class WindowsLoop(asyncio.SelectorEventLoop):
    """A loop as Windows has it, where signals are concerned."""

    def add_signal_handler(self, *_: object) -> NoReturn:
        raise NotImplementedError


class _Windows(asyncio.DefaultEventLoopPolicy):
    def new_event_loop(self) -> asyncio.AbstractEventLoop:
        return WindowsLoop()


def _no_answer(*_: object, **__: object) -> NoReturn:
    time.sleep(60)
    raise OSError


def main(command: str, *kinds: str) -> int:
    if "windows" in kinds:
        asyncio.set_event_loop_policy(_Windows())
    if "deaf" in kinds:
        socket.getaddrinfo = _no_answer
    settings = settings_of()
    guide = open_guide(settings)
    guide.search = Stuck(guide.search)  # type: ignore[assignment]  # a stand-in for its one method
    return run_polling(guide, settings) if command == "telegram" else serve(guide, settings)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
