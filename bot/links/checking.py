"""Opens addresses, politely: few at once, one at a time on each host, with a rest between.

What can pass by itself (too many requests, an error of the server, a lost connection) is tried again
after a growing rest. Redirects are followed one by one, so each can be told and none leads astray.
"""

from __future__ import annotations

import asyncio
import re
import ssl
from collections import defaultdict
from dataclasses import dataclass, field, replace
from enum import StrEnum
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

import httpx

from bot.links.addresses import is_safe

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_AGENT = "spr-guide-links"
_TITLE = re.compile(r"<title[^>]*>([^<]{0,300})", re.IGNORECASE)
_NOT_FOUND = re.compile(r"\b(?:not found|404|no longer (?:available|exists)|cannot be found)\b")
_GONE = frozenset({404, 410})
_PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})
_FIRST_ERROR, _FIRST_REDIRECT = 400, 300


class State(StrEnum):
    """What came of opening an address."""

    OPENS = "opens"
    MOVED = "moved"
    """it opens after redirects"""
    GONE = "gone"
    SAYS_NOT_FOUND = "says-not-found"
    """it answers, and its title says that there is no such page"""
    REFUSED = "refused"
    """the host does not answer programs: robots.txt, or 401, 403"""
    BUSY = "busy"
    FAILED = "failed"
    TIMEOUT = "timeout"
    NO_SUCH_HOST = "no-such-host"
    NOT_TRUSTED = "not-trusted"
    """its certificate, or its encryption, is wrong"""
    NO_CONNECTION = "no-connection"
    LOOP = "loop"
    UNSAFE = "unsafe"


GOOD = frozenset({State.OPENS, State.MOVED})
NOT_A_FAULT = frozenset({*GOOD, State.REFUSED})


@dataclass(frozen=True, slots=True)
class Opened:
    """What came of opening one address.

    Args:
        url: the address.
        state: what came of it.
        status: the last status of HTTP, or None where there was none.
        hops: every address that it led on to, in order.
        title: the title of the page, or "".
        note: in words, what is worth knowing besides.
        tries: how often it was tried.
    """

    url: str
    state: State
    status: int | None = None
    hops: tuple[str, ...] = ()
    title: str = ""
    note: str = ""
    tries: int = 1


@dataclass(frozen=True, kw_only=True)
class Manners:
    """How polite to be, in seconds and numbers."""

    at_once: int = 4
    rest: float = 1.0
    timeout: float = 20.0
    tries: int = 3
    first_wait: float = 2.0
    longest_wait: float = 60.0
    most_hops: int = 8
    most_bytes: int = 200_000
    may_open: Callable[[str], bool] = is_safe


async def open_all(
    urls: Iterable[str], manners: Manners, progress: Callable[[Opened], None]
) -> tuple[Opened, ...]:
    """Open every address; the results come in the order of the addresses."""
    limits = httpx.Limits(max_connections=manners.at_once)
    headers = {"User-Agent": _AGENT, "Accept": "text/html,*/*;q=0.5"}
    async with httpx.AsyncClient(
        timeout=manners.timeout, limits=limits, headers=headers, follow_redirects=False
    ) as client:
        opener = _Opener(client, manners)
        return tuple(await asyncio.gather(*(opener.open(url, progress) for url in urls)))


@dataclass
class _Opener:
    client: httpx.AsyncClient
    manners: Manners
    at_once: asyncio.Semaphore = field(init=False)
    hosts: dict[str, asyncio.Lock] = field(default_factory=lambda: defaultdict(asyncio.Lock))
    last: dict[str, float] = field(default_factory=dict)
    robots: dict[str, RobotFileParser] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.at_once = asyncio.Semaphore(self.manners.at_once)

    async def open(self, url: str, progress: Callable[[Opened], None]) -> Opened:
        async with self.hosts[_host(url)], self.at_once:
            opened = await self._patiently(url)
        progress(opened)
        return opened

    async def _patiently(self, url: str) -> Opened:
        """Tried again, after a rest, where what went wrong may pass."""
        wait = self.manners.first_wait
        for attempt in range(1, self.manners.tries + 1):
            opened, asked = await self._follow(url)
            opened = replace(opened, tries=attempt)
            if asked is None or attempt == self.manners.tries:
                break
            await asyncio.sleep(min(max(wait, asked), self.manners.longest_wait))
            wait *= 2
        return opened

    async def _follow(self, url: str) -> tuple[Opened, float | None]:
        """The result, and how long to wait before another try; None where there need be none."""
        hops: list[str] = []
        here = url
        while True:
            if not self.manners.may_open(here):
                return Opened(
                    url, State.UNSAFE, hops=tuple(hops), note=f"not opened: {here}"
                ), None
            try:
                if not await self._may_read(here):
                    note = "robots.txt asks programs to stay away; open it by hand"
                    return Opened(url, State.REFUSED, hops=tuple(hops), note=note), None
                answer, body = await self._get(here)
            except (httpx.HTTPError, httpx.InvalidURL, ssl.SSLError) as error:
                return _failed(url, error, tuple(hops))
            target = answer.headers.get("location")
            if not (_FIRST_REDIRECT <= answer.status_code < _FIRST_ERROR and target):
                return _answered(url, answer, body, tuple(hops))
            here = urljoin(here, target)
            if here in {url, *hops} or len(hops) == self.manners.most_hops:
                return Opened(url, State.LOOP, answer.status_code, (*hops, here)), None
            hops.append(here)

    async def _may_read(self, url: str) -> bool:
        origin = "://".join(urlsplit(url)[:2])
        if origin not in self.robots:
            rules = RobotFileParser()
            answer, body = await self._get(f"{origin}/robots.txt")
            rules.parse(body.splitlines() if answer.is_success else [])
            self.robots[origin] = rules
        return self.robots[origin].can_fetch(_AGENT, url)

    async def _get(self, url: str) -> tuple[httpx.Response, str]:
        await self._rest(_host(url))
        async with self.client.stream("GET", url) as answer:
            body = b""
            async for piece in answer.aiter_bytes():
                body += piece
                if len(body) >= self.manners.most_bytes:
                    break
        return answer, body.decode(answer.encoding or "utf-8", errors="replace")

    async def _rest(self, host: str) -> None:
        clock = asyncio.get_running_loop().time
        free = self.last.get(host, clock() - self.manners.rest) + self.manners.rest
        self.last[host] = max(free, clock())
        await asyncio.sleep(max(0.0, free - clock()))


def _host(url: str) -> str:
    try:
        return urlsplit(url).netloc.lower()
    except ValueError:
        return url


def _answered(
    url: str, answer: httpx.Response, body: str, hops: tuple[str, ...]
) -> tuple[Opened, float | None]:
    status = answer.status_code
    found = _TITLE.search(body)
    title = " ".join(unescape(found[1]).split()) if found else ""
    opened = Opened(url, State.MOVED if hops else State.OPENS, status, hops, title)
    if status in _GONE:
        return replace(opened, state=State.GONE), None
    if status in _PASSING:
        return replace(opened, state=State.BUSY), _asked_to_wait(answer)
    if status in {401, 403}:
        return replace(opened, state=State.REFUSED, note="not for programs; open it by hand"), None
    if status >= _FIRST_ERROR or status < 200:  # noqa: PLR2004  as HTTP counts
        return replace(opened, state=State.FAILED), None
    if _NOT_FOUND.search(title.lower()):
        return replace(opened, state=State.SAYS_NOT_FOUND), None
    return opened, None


def _asked_to_wait(answer: httpx.Response) -> float:
    asked = answer.headers.get("retry-after", "")
    return float(asked) if asked.isdecimal() else 0.0


def _failed(url: str, error: Exception, hops: tuple[str, ...]) -> tuple[Opened, float | None]:
    told = str(error) or type(error).__name__
    opened = Opened(url, State.FAILED, hops=hops, note=told)
    if isinstance(error, httpx.TimeoutException):
        return replace(opened, state=State.TIMEOUT), 0.0
    low = told.lower()
    if "ssl" in low or "certificate" in low or isinstance(error, ssl.SSLError):
        return replace(opened, state=State.NOT_TRUSTED), None
    if (
        "name or service" in low
        or "getaddrinfo" in low
        or "name resolution" in low
        or "nodename" in low
    ):
        return replace(opened, state=State.NO_SUCH_HOST), None
    if isinstance(error, httpx.TransportError):
        return replace(opened, state=State.NO_CONNECTION), 0.0
    return opened, None
