"""The page against a bare Starlette "hello" on the same server settings, in one run.

Both run in processes of their own. The load comes from one client over connections that stay open,
in turns, so that what else the machine does falls on both alike.
"""

from __future__ import annotations

import asyncio
import socket
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass, field
from typing import Self

CONNECTIONS = 16
ROUNDS = 5
REQUESTS_A_ROUND = 1500
SETTINGS = {"log_config": None, "access_log": False, "server_header": False}
PATHS = (
    "/",
    "/check",
    "/topic_rapid-review",
    "/reviews",
    "/learning",
    "/contacts",
    "/check_2_acodnk",
    "/outcome_2_acodnklyph",
)
QUESTIONS = ("what is a rapid review", "who do I tell about a death", "bruising in a baby")


@dataclass
class Measured:
    """Requests a second of each round, and how long each request took."""

    rates: list[float] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)

    @property
    def rate(self) -> float:
        return statistics.median(self.rates)

    def percentile(self, share: float) -> float:
        """Milliseconds within which this share of the requests was answered."""
        return sorted(self.seconds)[int(share * (len(self.seconds) - 1))] * 1000


def run() -> None:
    """Prints requests a second and percentiles, and the ratio to "hello"."""
    with _Server("hello") as hello, _Server("page") as page:
        measured = {"hello": Measured(), "page": Measured(), "question asked": Measured()}
        gets = [_get(path) for path in PATHS]
        posts = [_post(text) for text in QUESTIONS]
        asyncio.run(_load(page.port, gets, len(gets)))
        for _ in range(ROUNDS):
            for name, port, requests, number in (
                ("hello", hello.port, [_get("/")], REQUESTS_A_ROUND),
                ("page", page.port, gets, REQUESTS_A_ROUND),
                ("question asked", page.port, posts, REQUESTS_A_ROUND // 15),
            ):
                started = time.perf_counter()
                measured[name].seconds += asyncio.run(_load(port, requests, number))
                measured[name].rates.append(number / (time.perf_counter() - started))
    print(f"{'':16}{'requests/s':>12}{'of hello':>10}{'p50 ms':>9}{'p99 ms':>9}")
    for name, one in measured.items():
        ratio = one.rate / measured["hello"].rate
        print(
            f"{name:16}{one.rate:12,.0f}{ratio:10.2f}"
            f"{one.percentile(0.5):9.1f}{one.percentile(0.99):9.1f}"
        )
    print(f"{CONNECTIONS} connections, median of {ROUNDS} rounds; {len(PATHS)} pages in turn.")


class _Server:
    """A server in a process of its own."""

    def __init__(self, name: str) -> None:
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port: int = free.getsockname()[1]
        self._process = subprocess.Popen(
            [sys.executable, "-m", "benchmarks.web", name, str(self.port)]
        )

    def __enter__(self) -> Self:
        for _ in range(600):
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
            except OSError:
                time.sleep(0.1)
            else:
                return self
        raise TimeoutError("the server did not start")

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.wait()


async def _load(port: int, requests: list[bytes], number: int) -> list[float]:
    """Sends this many requests over all connections; seconds of each."""
    waiting = iter(range(number))
    taken: list[float] = []

    async def one_connection() -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        for index in waiting:
            started = time.perf_counter()
            writer.write(requests[index % len(requests)])
            head = await reader.readuntil(b"\r\n\r\n")
            length = int(head.lower().partition(b"content-length: ")[2].partition(b"\r")[0])
            await reader.readexactly(length)
            taken.append(time.perf_counter() - started)
            assert head[9:10] in b"23", head
        writer.close()

    await asyncio.gather(*(one_connection() for _ in range(CONNECTIONS)))
    return taken


def _get(path: str) -> bytes:
    return f"GET {path} HTTP/1.1\r\nhost: localhost\r\naccept-encoding: gzip\r\n\r\n".encode()


def _post(text: str) -> bytes:
    body = f"at=start&text={text.replace(' ', '+')}"
    return (
        "POST /ask HTTP/1.1\r\nhost: localhost\r\naccept-encoding: gzip\r\n"
        f"content-type: application/x-www-form-urlencoded\r\ncontent-length: {len(body)}\r\n\r\n{body}"
    ).encode()


def _serve(name: str, port: int) -> None:
    import uvicorn  # noqa: PLC0415  (only in the server's process)

    app = _hello() if name == "hello" else _page()
    uvicorn.run(app, host="127.0.0.1", port=port, **SETTINGS)  # type: ignore[arg-type]  # one mapping for both


def _hello() -> object:
    from starlette.applications import Starlette  # noqa: PLC0415
    from starlette.requests import Request  # noqa: PLC0415, TC002
    from starlette.responses import PlainTextResponse, Response  # noqa: PLC0415
    from starlette.routing import Route  # noqa: PLC0415

    async def hello(_: Request) -> Response:
        return PlainTextResponse("hello")

    return Starlette(routes=[Route("/", hello)])


def _page() -> object:
    from bot.channels.web.application import web_app  # noqa: PLC0415
    from bot.opening import open_guide, settings_of  # noqa: PLC0415

    settings = settings_of()
    return web_app(open_guide(settings), settings.web)


if __name__ == "__main__":
    _serve(sys.argv[1], int(sys.argv[2]))
