"""HTTP/1.1 by hand, so that a connection can be dropped, hung or answered with garbage."""

from __future__ import annotations

import asyncio
import contextlib
import json
import re
import time
from dataclasses import dataclass
from email.parser import BytesParser
from email.policy import HTTP
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, unquote, urlsplit

from tests.channels.telegram.server.faults import Fault, Wrong
from tests.channels.telegram.server.refusals import Refusal, Refused
from tests.channels.telegram.server.world import TOKEN, Call

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from tests.channels.telegram.server.world import Json, World

GATEWAY_PAGE = b"<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>"
LOGGED_NOT = frozenset({"getUpdates"})


class _Drop(Exception):  # noqa: N818 - reads as what happens
    """Close the connection without a word."""


@dataclass
class Upload:
    name: str
    content: bytes


@dataclass
class _Asked:
    token: str
    method: str
    parameters: Json


async def serve(
    world: World,
    execute: Callable[[str, Json], Awaitable[object]],
    reader: asyncio.StreamReader,
    writer: asyncio.StreamWriter,
) -> None:
    """One connection, kept alive until either side closes it."""
    with contextlib.suppress(
        asyncio.IncompleteReadError, ConnectionError, asyncio.LimitOverrunError, _Drop
    ):
        while True:
            target, headers, body = await _read(reader)
            status, payload = await _answer(world, execute, _asked(target, headers, body))
            writer.write(
                f"HTTP/1.1 {status} X\r\nContent-Type: application/json\r\n"
                f"Content-Length: {len(payload)}\r\n\r\n".encode()
                + payload
            )
            await writer.drain()
    writer.close()
    with contextlib.suppress(ConnectionError):
        await writer.wait_closed()


async def _read(reader: asyncio.StreamReader) -> tuple[str, dict[str, str], bytes]:
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    first, *lines = head.split("\r\n")
    headers = {
        name.lower(): value.strip() for name, _, value in (one.partition(":") for one in lines)
    }
    body = await reader.readexactly(int(headers.get("content-length") or 0))
    return first.split(" ")[1], headers, body


def _asked(target: str, headers: dict[str, str], body: bytes) -> _Asked:
    parts = urlsplit(target)
    found = re.fullmatch(r"/bot([^/]+)/(\w+)", unquote(parts.path))
    parameters: Json = dict(parse_qsl(parts.query, keep_blank_values=True))
    kind = headers.get("content-type", "")
    if kind.startswith("multipart/form-data"):
        parameters |= _multipart(kind, body)
    elif kind.startswith("application/json"):
        parameters |= json.loads(body)
    else:
        parameters |= dict(parse_qsl(body.decode(), keep_blank_values=True))
    token, method = (found[1], found[2]) if found else ("", "")
    return _Asked(token, method, {name: _value(value) for name, value in parameters.items()})


def _multipart(kind: str, body: bytes) -> Json:
    message = BytesParser(policy=HTTP).parsebytes(
        b"Content-Type: " + kind.encode() + b"\r\n\r\n" + body
    )
    fields: Json = {}
    for part in message.iter_parts():
        name = str(part.get_param("name", header="content-disposition"))
        content = part.get_payload(decode=True)
        assert isinstance(content, bytes)
        file = part.get_filename()
        fields[name] = Upload(file, content) if file else content.decode()
    return fields


def _value(value: object) -> object:
    if isinstance(value, str) and value[:1] in ("{", "["):
        with contextlib.suppress(ValueError):
            return json.loads(value)
    return value


async def _answer(
    world: World, execute: Callable[[str, Json], Awaitable[object]], asked: _Asked
) -> tuple[int, bytes]:
    fault = world.faults.strike(asked.method, _number(asked.parameters.get("chat_id")))
    status, payload = 200, b""
    ended = str(fault.wrong) if fault else ""
    try:
        early = await _before(fault) if fault else None
        if early is not None:
            return early
        status, payload = await _done(asked, execute)
        _after(fault)
    except Refused as refused:  # ordered by a fault
        status, payload = refused.code, _refusal(refused)
    finally:
        if asked.method not in LOGGED_NOT or ended or status != 200:
            call = Call(asked.method, asked.parameters, time.monotonic(), ended or status)
            world.note(call)
    return status, payload


async def _done(
    asked: _Asked, execute: Callable[[str, Json], Awaitable[object]]
) -> tuple[int, bytes]:
    try:
        result = await _execute(asked, execute)
    except Refused as refused:
        return refused.code, _refusal(refused)
    return 200, json.dumps({"ok": True, "result": result}).encode()


def _refusal(refused: Refused) -> bytes:
    payload: Json = {
        "ok": False,
        "error_code": refused.code,
        "description": refused.description,
        **({"parameters": refused.parameters} if refused.parameters else {}),
    }
    return json.dumps(payload).encode()


def _after(fault: Fault | None) -> None:
    if fault is not None and fault.wrong is Wrong.DROP_AFTER:
        raise _Drop


def _number(value: object) -> int | None:
    try:
        return int(str(value))
    except ValueError:
        return None


async def _execute(asked: _Asked, execute: Callable[[str, Json], Awaitable[object]]) -> object:
    if asked.token == TOKEN:
        return await execute(asked.method, asked.parameters)
    if re.fullmatch(r"\d+:[\w-]{35}", asked.token):
        raise Refusal.UNAUTHORIZED.refused()
    raise Refusal.NOT_FOUND.refused()


async def _before(fault: Fault) -> tuple[int, bytes] | None:
    """What happens instead of the call; None where the call goes on."""
    if fault.wrong is Wrong.DROP_BEFORE:
        raise _Drop
    if fault.wrong is Wrong.HANG:
        await asyncio.sleep(fault.seconds)
        raise _Drop
    if fault.wrong is Wrong.SLOW:
        await asyncio.sleep(fault.seconds)
    if fault.wrong is Wrong.REFUSE and fault.refusal is not None:
        raise fault.refusal
    return {
        Wrong.HTML: (502, GATEWAY_PAGE),
        Wrong.GARBAGE: (200, b"\xff\x00 not json"),
        Wrong.EMPTY: (200, b""),
    }.get(fault.wrong)
