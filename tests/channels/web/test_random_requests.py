"""Whatever is sent, there is an answer that is no error of ours."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from urllib.parse import urlencode

import pytest
from starlette.types import Message, Scope

from bot.channels.web.application import web_app
from bot.guide import Guide
from bot.settings import WebSettings
from tests.channels.web import walks

REQUESTS = int(os.environ.get("RANDOM_REQUESTS", "3000"))
METHODS = ("GET", "GET", "GET", "GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "X" * 40)
WORDS = (
    *("check", "outcome", "date", "help", "change", "like", "list", "filter", "theme", "review"),
    *(
        "topic",
        "learning",
        "notify",
        "record",
        "recordtext",
        "calendar",
        "timeline",
        "timelinesvg",
    ),
    *("ask", "static", "robots.txt", "1", "2", "0", "99999999999999999999", "page-0", "page-999"),
    *(
        "year-x",
        "theme-",
        "age-under-1",
        "20261120",
        "20260231",
        "00000000",
        "a1b2c3",
        "-",
        "reviews",
    ),
    *(
        "..",
        "%",
        "\x00",
        "\u017ftart",
        "İ",
        "é",
        "\u202e",
        "'",
        '"',
        "<b>",
        "ab",
        "acodnklyph",
        "zz" * 40,
    ),
)
TYPES = (
    b"application/x-www-form-urlencoded",
    b"application/x-www-form-urlencoded; charset=latin-1",
    b"multipart/form-data; boundary=x",
    b"application/json",
    b"\xff\xfe",
    b"",
)


def _text(dice: random.Random) -> str:
    return "".join(chr(dice.randrange(1, 0xD7FF)) for _ in range(dice.randrange(12)))


def _path(dice: random.Random, real: tuple[str, ...]) -> str:
    kind = dice.random()
    if kind < 0.2:
        return "/" + dice.choice(real)
    if kind < 0.4:
        address = list(dice.choice(real))
        for _ in range(dice.randrange(1, 4)):
            address[dice.randrange(len(address))] = dice.choice("abcxyz_-0123456789/É ")
        return "/" + "".join(address)
    if kind < 0.9:
        return "/" + "_".join(dice.choice(WORDS) for _ in range(dice.randrange(1, 6)))
    return "/" + _text(dice)


def _body(dice: random.Random, real: tuple[str, ...]) -> bytes:
    kind = dice.random()
    if kind < 0.5:
        at = dice.choice((*real, *WORDS))
        text = dice.choice((*WORDS, "1", "yes", "not sure", "yesterday", "31/2/26", _text(dice)))
        return urlencode({"text": text, "at": at}).encode()
    if kind < 0.8:
        return dice.randbytes(dice.randrange(200))
    if kind < 0.9:
        return b"text=" + b"%41" * dice.randrange(9000)
    return b"&".join(b"a=b" for _ in range(dice.randrange(20)))


def _requests(number: int, seed: int, real: tuple[str, ...]) -> Iterator[tuple[Scope, bytes]]:
    dice = random.Random(seed)
    hosts = (
        b"localhost",
        b"localhost:8080",
        b"[::1]:1",
        b"evil.example",
        b"",
        b"\xff",
        b"a" * 300,
    )
    for _ in range(number):
        headers = [(b"host", dice.choice((b"localhost",) * 12 + hosts))]
        if dice.random() < 0.7:
            headers.append((b"content-type", dice.choice((TYPES[0],) * 4 + TYPES)))
        if dice.random() < 0.5:
            headers.append((b"accept-encoding", dice.choice((b"gzip", b"br", b"\xff", b"*"))))
        if dice.random() < 0.2:
            headers.append(
                (dice.choice((b"if-none-match", b"range", b"cookie")), dice.randbytes(9))
            )
        asks = dice.random() < 0.3
        path = "/ask" if asks else _path(dice, real)
        scope: Scope = {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "method": "POST" if asks else dice.choice(METHODS),
            "scheme": "http",
            "path": path,
            "raw_path": path.encode("utf-8", "replace"),
            "root_path": "",
            "query_string": dice.choice((b"", b"", b"text=x", dice.randbytes(20))),
            "headers": headers,
            "client": ("127.0.0.1", 1),
            "server": ("localhost", 8080),
        }
        yield scope, _body(dice, real)


@pytest.mark.slow
async def test_no_request_is_answered_with_an_error_of_ours(guide: Guide) -> None:
    app = web_app(guide, WebSettings())
    real = tuple(path[1:] or "start" for path in walks.kinds_of_page(guide).values())
    counted: dict[int, int] = {}
    for scope, body in _requests(REQUESTS, 20261126, real):
        told: list[Message] = []
        waiting: list[Message] = [
            {"type": "http.request", "body": body[:50], "more_body": True},
            {"type": "http.request", "body": body[50:], "more_body": False},
        ]

        async def receive(waiting: list[Message] = waiting) -> Message:
            return waiting.pop(0) if waiting else {"type": "http.disconnect"}

        async def send(message: Message, told: list[Message] = told) -> None:
            told.append(message)

        await app(scope, receive, send)
        status = told[0]["status"]
        assert status < 500, (scope["method"], scope["path"], body)
        assert all(isinstance(value, bytes) for pair in told[0]["headers"] for value in pair)
        counted[status] = counted.get(status, 0) + 1
    assert {200, 303, 308, 400, 404, 405, 413, 415} <= counted.keys(), counted
