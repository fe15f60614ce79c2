"""An error that nobody expected: a page that helps, and a log line without a word of the case."""

from __future__ import annotations

import logging
import secrets
import traceback
from pathlib import PurePath
from typing import TYPE_CHECKING

from starlette.requests import ClientDisconnect, Request

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.responses import Response
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

log = logging.getLogger(__name__)
_REFERENCE_BYTES = 4


class Unexpected:
    """Answers with `answer(request, reference)` when the application fails.

    The log gets the kind of error and the lines of code that led there. It never gets the address,
    the text, or the message of the error, since each of them may hold what someone typed.
    """

    def __init__(self, app: ASGIApp, answer: Callable[[Request, str], Response]) -> None:
        self._app = app
        self._answer = answer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started = False

        async def send_noting(message: Message) -> None:
            nonlocal started
            started = True
            await send(message)

        try:
            await self._app(scope, receive, send_noting)
        except ClientDisconnect:
            return
        except Exception as error:  # noqa: BLE001  (whatever it is, the reader gets a page)
            reference = secrets.token_hex(_REFERENCE_BYTES)
            log.error("reference %s: %s", reference, where(error))  # noqa: TRY400  (no message)
            if not started:
                await self._answer(Request(scope), reference)(scope, receive, send)


def where(error: BaseException) -> str:
    """The kind of an error and the lines of code that led to it, without its message."""
    frames = traceback.extract_tb(error.__traceback__)
    places = (f"{PurePath(frame.filename).name}:{frame.lineno}" for frame in frames)
    return f"{type(error).__name__} at {' > '.join(places)}"
