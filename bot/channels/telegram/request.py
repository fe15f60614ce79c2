"""HTTP to Telegram, lean: kept connections, h11 for the protocol, JSON for the parameters.

The library's own request spends most of an answer's CPU in its connection pool and in quoting the
text byte by byte. Files, and networks behind a proxy, still go through it.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections import deque
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import h11
import httpx
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, HTTPXRequest

if TYPE_CHECKING:
    from telegram._utils.types import ODVInput  # the face's own type; it has no public name
    from telegram.request import RequestData

CHUNK = 65_536
KEPT_FOR = 20.0
"""Seconds after which an idle connection is not used again."""


class Careful:
    """Reads an answer that is not Telegram's as a broken network, and never logs what it held."""

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        try:
            found = json.loads(payload)
        except ValueError:
            raise NetworkError("not an answer of Telegram") from None
        if not isinstance(found, dict) or not found.keys() & {"result", "description"}:
            raise NetworkError("not an answer of Telegram")
        return found


class ProxiedRequest(Careful, HTTPXRequest):
    """The library's own request, which knows proxies and files."""


@dataclass(slots=True)
class _Connection:
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    state: h11.Connection = field(default_factory=lambda: h11.Connection(h11.CLIENT))
    used: float = 0.0

    def usable(self) -> bool:
        fresh = time.monotonic() - self.used < KEPT_FOR
        return fresh and not self.reader.at_eof() and not self.writer.is_closing()

    def close(self) -> None:
        self.writer.close()


class LeanRequest(Careful, BaseRequest):
    """Requests to one host over kept connections.

    Args:
        base_url: where the Bot API is; all requests go to its host.
        connections: how many at once.
        seconds: for connecting and for an answer, unless a call says otherwise.
    """

    def __init__(self, base_url: str, connections: int, seconds: float) -> None:
        parts = urlsplit(base_url)
        self.host = parts.hostname or ""
        self.port = parts.port or (443 if parts.scheme == "https" else 80)
        self.secure = httpx.create_ssl_context() if parts.scheme == "https" else None
        self.headers = [("Host", parts.netloc), ("User-Agent", self.USER_AGENT)]
        self.seconds = seconds
        self.room = asyncio.Semaphore(connections)
        self.idle: deque[_Connection] = deque()
        self.uploads = ProxiedRequest(connection_pool_size=4, read_timeout=4 * seconds)

    @property
    def read_timeout(self) -> float:
        return self.seconds

    async def initialize(self) -> None:
        await self.uploads.initialize()

    async def shutdown(self) -> None:
        while self.idle:
            self.idle.pop().close()
        await self.uploads.shutdown()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        write_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        connect_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        pool_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """One request; the status and the body of the answer."""
        if request_data is not None and request_data.contains_files:
            return await self.uploads.do_request(
                url,
                method,
                request_data,
                read_timeout,
                write_timeout,
                connect_timeout,
                pool_timeout,
            )
        body = request_data.json_payload if request_data is not None else b""
        longest = read_timeout if isinstance(read_timeout, int | float) else self.seconds
        try:
            async with self.room:
                return await self._ask(method, _target(url), body, longest)
        except TimeoutError:
            raise TimedOut from None
        except (OSError, EOFError, h11.RemoteProtocolError) as error:
            raise NetworkError(f"{type(error).__name__} while asking Telegram") from None

    async def _ask(
        self, method: str, target: str, body: bytes, longest: float
    ) -> tuple[int, bytes]:
        connection = await self._connection()
        try:
            async with asyncio.timeout(longest):
                answer = await self._exchange(connection, method, target, body)
        except BaseException:
            connection.close()
            raise
        self._keep(connection)
        return answer

    async def _connection(self) -> _Connection:
        while self.idle:
            kept = self.idle.pop()
            if kept.usable():
                return kept
            kept.close()
        async with asyncio.timeout(self.seconds):
            return _Connection(
                *await asyncio.open_connection(self.host, self.port, ssl=self.secure)
            )

    def _keep(self, connection: _Connection) -> None:
        with suppress(h11.LocalProtocolError):
            connection.state.start_next_cycle()
            connection.used = time.monotonic()
            self.idle.append(connection)
            return
        connection.close()

    async def _exchange(
        self, connection: _Connection, method: str, target: str, body: bytes
    ) -> tuple[int, bytes]:
        state = connection.state
        headers = [*self.headers, ("Content-Length", str(len(body)))]
        if body:
            headers.append(("Content-Type", "application/json"))
        head = state.send(h11.Request(method=method, target=target, headers=headers)) or b""
        state.send(h11.Data(data=body))
        state.send(h11.EndOfMessage())
        connection.writer.write(head + body)
        status, parts = 0, []
        while True:
            event = state.next_event()
            if event is h11.NEED_DATA:
                received = await connection.reader.read(CHUNK)
                if not received and state.their_state is h11.SEND_RESPONSE:
                    raise EOFError
                state.receive_data(received)
            elif isinstance(event, h11.Response):
                status = event.status_code
            elif isinstance(event, h11.Data):
                parts.append(bytes(event.data))
            elif isinstance(event, h11.EndOfMessage):
                return status, b"".join(parts)
            elif not isinstance(event, h11.InformationalResponse):
                raise EOFError


def _target(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path
