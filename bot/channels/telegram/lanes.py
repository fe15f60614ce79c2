"""One lane for each chat: in a lane one update after another, lanes side by side."""

from __future__ import annotations

import asyncio
from collections import deque
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    Job = Callable[[], Awaitable[None]]


class Lanes:
    """Runs jobs, in order within a lane. Jobs see to their own errors."""

    def __init__(self) -> None:
        self.waiting: dict[int, deque[Job]] = {}
        self.running: set[asyncio.Task[None]] = set()
        self.idle = asyncio.Event()
        self.idle.set()

    def put(self, lane: int, job: Job) -> None:
        self.idle.clear()
        queue = self.waiting.get(lane)
        if queue is not None:
            queue.append(job)
            return
        self.waiting[lane] = deque([job])
        task = asyncio.create_task(self._run(lane))
        self.running.add(task)
        task.add_done_callback(self.running.discard)

    async def stop(self, grace: float) -> None:
        """Let what is in hand finish for so many seconds, then drop it."""
        try:
            await asyncio.wait_for(self.idle.wait(), grace)
        except TimeoutError:
            for task in tuple(self.running):
                task.cancel()
            await asyncio.gather(*self.running, return_exceptions=True)

    async def _run(self, lane: int) -> None:
        queue = self.waiting[lane]
        try:
            while queue:
                await queue.popleft()()
        finally:
            del self.waiting[lane]
            if not self.waiting:
                self.idle.set()
