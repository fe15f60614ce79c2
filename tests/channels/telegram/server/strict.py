"""A strict stand-in for the Bot API: it keeps state, enforces limits, and fails when told to."""

from __future__ import annotations

import asyncio
import contextlib
import json
import tempfile
import threading
from typing import TYPE_CHECKING, Self

import httpx

from tests.channels.telegram.server import wire
from tests.channels.telegram.server.methods import Methods
from tests.channels.telegram.server.player import Player
from tests.channels.telegram.server.world import World

if TYPE_CHECKING:
    from types import TracebackType

    from tests.channels.telegram.server.world import Json


CONNECTIONS = 40
"""How many updates are brought to a webhook at once (`max_connections`)."""


class BotApi:
    """The stand-in, running in a thread of its own on a port of this machine."""

    def __init__(self, port: int = 0) -> None:
        self.world = World()
        self.port = port
        self.notes = tempfile.TemporaryDirectory()
        """Where the processes of this bot note what they are reading."""
        self._ready = threading.Event()
        self._stop: asyncio.Event | None = None
        self._thread = threading.Thread(target=self._run, daemon=True)

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self.port}/bot"

    @property
    def base_file_url(self) -> str:
        return f"http://127.0.0.1:{self.port}/file/bot"

    def player(self, number: int = 100) -> Player:
        return Player(self.world, number)

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    def start(self) -> None:
        self._thread.start()
        assert self._ready.wait(10)

    def stop(self) -> None:
        if not self._thread.is_alive():
            return
        if self.world.loop is not None and self._stop is not None:
            self.world.loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(10)
        self.notes.cleanup()

    def _run(self) -> None:
        asyncio.run(self._serve())

    async def _serve(self) -> None:
        self._stop = asyncio.Event()
        self.world.loop = asyncio.get_running_loop()
        methods = Methods(self.world)
        connections: set[asyncio.Task[None]] = set()

        async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            task = asyncio.current_task()
            assert task is not None
            connections.add(task)
            try:
                await wire.serve(self.world, methods.execute, reader, writer)
            except asyncio.CancelledError:
                writer.close()
            finally:
                connections.discard(task)

        server = await asyncio.start_server(connected, "127.0.0.1", self.port, limit=2**24)
        self.port = server.sockets[0].getsockname()[1]
        pushing = asyncio.create_task(_push(self.world))
        self._ready.set()
        await self._stop.wait()
        server.close()
        pushing.cancel()
        for task in list(connections):
            task.cancel()
        await asyncio.gather(pushing, *connections, return_exceptions=True)


async def _push(world: World) -> None:
    """Deliver updates to the webhook: each chat in order, chats side by side, again until 2xx."""
    busy: dict[object, asyncio.Task[None]] = {}
    limits = httpx.Limits(max_connections=CONNECTIONS)
    async with httpx.AsyncClient(timeout=60, limits=limits) as client:
        while True:
            busy = {lane: task for lane, task in busy.items() if not task.done()}
            with world.lock:
                waiting = list(world.updates) if world.webhook else []
            for update in waiting:
                if len(busy) >= CONNECTIONS:
                    break
                lane = _lane(update)
                if lane not in busy:
                    busy[lane] = asyncio.create_task(_deliver(world, client, update))
            arrived = asyncio.create_task(world.arrived.wait())
            world.arrived.clear()
            await asyncio.wait(
                [arrived, *busy.values()], timeout=0.2, return_when=asyncio.FIRST_COMPLETED
            )
            arrived.cancel()


def _lane(update: Json) -> object:
    """The chat of an update; a malformed one stands alone."""
    for content in update.values():
        with contextlib.suppress(KeyError, TypeError, AttributeError):
            return content.get("message", content)["chat"]["id"]
    return f"update {update['update_id']}"


async def _deliver(world: World, client: httpx.AsyncClient, update: Json) -> None:
    webhook = world.webhook or {}
    headers = {"content-type": "application/json"}
    if webhook.get("secret_token"):
        headers["X-Telegram-Bot-Api-Secret-Token"] = webhook["secret_token"]
    try:
        url = webhook["url"].replace(*world.proxied)
        answer = await client.post(url, content=json.dumps(update), headers=headers)
    except httpx.HTTPError:
        await asyncio.sleep(0.2)
        return
    if not answer.is_success:
        await asyncio.sleep(0.2)
        return
    with world.lock:
        world.updates = [one for one in world.updates if one is not update]
        world.changed.notify_all()
