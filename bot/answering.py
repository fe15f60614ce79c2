"""Answers beside an event loop: while one text is read, everybody else is served."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from bot import correcting

if TYPE_CHECKING:
    from bot.correcting import Read
    from bot.guide import Guide
    from bot.screen import File, Reply, Shown

AT_ONCE = 4
"""Texts that are read side by side. One that takes all its time leaves the others in between."""
_READERS = ThreadPoolExecutor(AT_ONCE, "reader")


async def ask(guide: Guide, text: str, at: str | Shown | None = None) -> Reply:
    """As `Guide.ask`, and the loop goes on meanwhile."""
    return await asyncio.get_running_loop().run_in_executor(_READERS, guide.ask, text, at)


async def correct(guide: Guide, text: str, read: Read | None, case: str) -> Reply:
    """As `bot.correcting.correct`, and the loop goes on meanwhile."""
    return await asyncio.get_running_loop().run_in_executor(
        _READERS, correcting.correct, guide, text, read, case
    )


async def file(guide: Guide, address: str) -> File | None:
    """As `Guide.file`, and the loop goes on meanwhile."""
    if not guide.has_file(address):
        return None
    return await asyncio.get_running_loop().run_in_executor(_READERS, guide.file, address)
