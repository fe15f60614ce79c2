"""Polling that loses nothing: an update is confirmed to Telegram only when it is answered."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot.channels.telegram.calls import seconds
from bot.channels.telegram.lanes import Lanes
from bot.channels.telegram.reception import RawUpdate, Reception, lane
from bot.channels.telegram.unfinished import Unfinished
from bot.ending import GRACE

if TYPE_CHECKING:
    from telegram.request import BaseRequest

    from bot.channels.telegram.liveness import Liveness

LOG = logging.getLogger(__name__)
MOST_UPDATES = 100
"""What getUpdates gives at most; it starts at the offset, so it bounds what is in hand."""


@dataclass(frozen=True, slots=True)
class Rhythm:
    """The times of polling. Seconds.

    Args:
        poll: how long Telegram waits for an update before it answers with none.
        margin: how much longer we wait before a poll counts as hanging.
        look_again: how soon to look for new updates while some are in hand.
        grace: how long what is in hand may take once the process is to stop.
        last_word: how long telling Telegram what is answered may take, at the end.
        batch: how many new updates are fetched at once.
        first_pause: the pause after a failed poll; it doubles up to `longest_pause`.
        longest_pause: the longest pause between polls.
        conflicts: so many conflicts in a row mean a second poller.
        conflict_pause: the pause after a conflict.
        give_up: an age of the last good poll at which a fresh process should try.
    """

    poll: float = 30
    margin: float = 15
    look_again: float = 0.2
    grace: float = GRACE
    last_word: float = 1.5
    batch: int = 25
    first_pause: float = 0.5
    longest_pause: float = 15
    conflicts: int = 3
    conflict_pause: float = 2
    give_up: float = 600


class SecondPoller(Exception):  # noqa: N818  (reads as what happened)
    """Another process polls with the same token."""


class Cut(Exception):  # noqa: N818  (reads as what happened)
    """Telegram has not answered for so long that a fresh process should try."""


class Polling:
    """Fetches updates, has them answered, and confirms the answered ones.

    Args:
        request: the connection for polls, apart from that for answers.
        url: the address of getUpdates, the token in it.
        reception: answers updates.
        liveness: told of every good poll.
        rhythm: the times.
        stopping: set when the process is to end.
    """

    def __init__(
        self,
        request: BaseRequest,
        url: str,
        reception: Reception,
        liveness: Liveness,
        rhythm: Rhythm,
        stopping: asyncio.Event,
    ) -> None:
        self.request = request
        self.url = url
        self.reception = reception
        self.liveness = liveness
        self.rhythm = rhythm
        self.unfinished = Unfinished()
        self.lanes = Lanes()
        self.stopping = stopping

    async def run(self) -> None:
        """Polls until `stopping` is set, then finishes what is in hand.

        Raises:
            SecondPoller: another process polls with the same token.
        Cut: Telegram has not answered for very long.
            InvalidToken: Telegram refuses the token.
        """
        polling = asyncio.create_task(self._poll_for_ever())
        stopping = asyncio.create_task(self.stopping.wait())
        await asyncio.wait([polling, stopping], return_when=asyncio.FIRST_COMPLETED)
        for task in (polling, stopping):
            task.cancel()
        with suppress(asyncio.CancelledError):
            await stopping
        await self.lanes.stop(self.rhythm.grace)
        with suppress(asyncio.CancelledError):
            await polling  # raises here what ended it; a second poller must not be disturbed
        await self._confirm_the_last()

    async def _poll_for_ever(self) -> None:
        pause = self.rhythm.first_pause
        conflicts = 0
        while True:
            try:
                await self._turn()
            except InvalidToken:
                raise
            except Conflict as error:
                conflicts += 1
                if conflicts >= self.rhythm.conflicts:
                    raise SecondPoller from error
                await asyncio.sleep(self.rhythm.conflict_pause)
            except RetryAfter as busy:
                await asyncio.sleep(seconds(busy.retry_after))
            except Exception as error:  # noqa: BLE001  (whatever Telegram sends, polling goes on)
                LOG.warning("poll failed (%s): again in %.1f s", type(error).__name__, pause)
                if (self.liveness.age() or 0) > self.rhythm.give_up:
                    raise Cut from None
                await asyncio.sleep(pause)
                pause = min(pause * 2, self.rhythm.longest_pause)
            else:
                pause = self.rhythm.first_pause
                conflicts = 0

    async def _turn(self) -> None:
        """Waits until there may be something new, fetches it, and puts it into its lanes."""
        if self.unfinished.in_hand:
            await self._until_something_is_done()
        in_hand = bool(self.unfinished.in_hand)
        found = await self._fetch(
            timeout=0 if in_hand else self.rhythm.poll,
            limit=min(MOST_UPDATES, self.unfinished.window + self.rhythm.batch),
        )
        for raw in found:
            self._take(raw)

    async def _until_something_is_done(self) -> None:
        with suppress(TimeoutError):
            await asyncio.wait_for(self.lanes.idle.wait(), self.rhythm.look_again)

    async def _fetch(self, timeout: float, limit: int) -> list[RawUpdate]:  # noqa: ASYNC109  (Telegram's own)
        offset = self.unfinished.offset()
        query = {
            "timeout": int(timeout),
            "limit": limit,
            "allowed_updates": _as_json(self.reception.wanted()),
        }
        if offset is not None:
            query["offset"] = offset
        longest = timeout + self.rhythm.margin
        async with asyncio.timeout(longest):
            found = await self.request.post(f"{self.url}?{urlencode(query)}", read_timeout=longest)
        self.liveness.good()
        self.unfinished.confirm(offset)
        return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []

    def _take(self, raw: RawUpdate) -> None:
        number = raw.get("update_id")
        if not isinstance(number, int) or not self.unfinished.take(number):
            return

        async def answer() -> None:
            await self.reception.receive(raw)
            self.unfinished.finish(number)

        self.lanes.put(lane(raw), answer)

    async def _confirm_the_last(self) -> None:
        """Tells Telegram what is answered, so that it is not answered again after a restart."""
        if self.unfinished.offset() is None:
            return
        with suppress(TelegramError, TimeoutError):
            async with asyncio.timeout(self.rhythm.last_word):
                await self._fetch(timeout=0, limit=1)


def _as_json(names: tuple[str, ...]) -> str:
    return "[" + ",".join(f'"{name}"' for name in names) + "]"
