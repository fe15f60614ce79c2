"""The webhook: Telegram brings updates to us, and brings them again until we say that they are done."""

from __future__ import annotations

import asyncio
import json
import logging
from collections import OrderedDict
from hmac import compare_digest
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from starlette.responses import Response
from starlette.routing import Route

from bot.channels.telegram import arrival
from bot.channels.telegram.calls import Patience, persist
from bot.channels.telegram.connection import connect
from bot.channels.telegram.desk import desk
from bot.channels.telegram.lanes import Lanes
from bot.channels.telegram.reception import RawUpdate, Reception, lane
from bot.ending import GRACE

if TYPE_CHECKING:
    from starlette.requests import Request

    from bot.guide import Guide
    from bot.settings import TelegramSettings

LOG = logging.getLogger(__name__)
BODY_LIMIT = 1024 * 1024
CONNECTIONS = 40
PATH = "/telegram"
"""Where Telegram calls when BOT_WEBHOOK_URL names no path of its own."""
MOST_REMEMBERED = 10_000
ANSWER_WITHIN = 40.0
"""Seconds. Telegram waits about a minute; then it brings the update again, which joins the first."""
LEFT_OVER = 1.0
"""Seconds for what no request waits for any more; the server has waited for the others."""


class Webhook:
    """Takes updates from Telegram, and from nobody else. An update is done when it is answered.

    Args:
        guide: opens addresses and answers typed texts.
        settings: with a token, a webhook's address and its secret.
    """

    def __init__(self, guide: Guide, settings: TelegramSettings) -> None:
        self.guide = guide
        self.settings = settings
        self.url = _with_path(settings.webhook_url or "")
        self.secret = (settings.webhook_secret or "").encode()
        self.connection = connect(settings)
        self.reception: Reception | None = None
        self.lanes = Lanes()
        self.stopping = asyncio.Event()
        self.known: OrderedDict[int, asyncio.Event] = OrderedDict()

    def routes(self) -> list[Route]:
        return [Route(urlsplit(self.url).path, self.receive, methods=["POST"])]

    async def announce(self) -> None:
        """Tells Telegram where we are. To be called once the address answers.

        Raises:
            InvalidToken: Telegram refuses the token.
            BadRequest: Telegram refuses the address.
        """
        bot = self.connection.bot
        await arrival.reach(bot)
        self.reception = Reception(desk(self.guide, self.settings, bot))
        await persist(
            lambda: bot.set_webhook(
                self.url,
                secret_token=self.settings.webhook_secret,
                allowed_updates=self.reception.wanted() if self.reception else (),
                max_connections=CONNECTIONS,
            ),
            Patience(),
        )
        LOG.info("answering as @%s by webhook", bot.username)
        await arrival.introduce(bot)

    def stop(self) -> None:
        """The process is to end: requests still wait a moment for their answers."""
        self.stopping.set()

    async def close(self) -> None:
        await self.lanes.stop(LEFT_OVER)
        await self.connection.bot.shutdown()

    async def receive(self, request: Request) -> Response:
        """One update. 200 says that it is answered; anything else brings it again."""
        given = request.headers.get("x-telegram-bot-api-secret-token", "")
        if not compare_digest(given.encode(), self.secret):
            return Response(status_code=HTTPStatus.FORBIDDEN)
        body = await _body(request)
        if body is None:
            return Response(status_code=HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        update = _update(body)
        if update is None:
            return Response(status_code=HTTPStatus.BAD_REQUEST)
        if self.reception is None:
            return Response(status_code=HTTPStatus.SERVICE_UNAVAILABLE)
        answered = self._take(self.reception, update)
        if await self._in_time(answered):
            return Response()
        return Response(status_code=HTTPStatus.SERVICE_UNAVAILABLE)

    async def _in_time(self, answered: asyncio.Event) -> bool:
        """Whether the update is answered before Telegram, or the end of the process, waits no longer."""
        waiting = {
            asyncio.create_task(answered.wait()),
            asyncio.create_task(self._last_moment()),
        }
        await asyncio.wait(waiting, timeout=ANSWER_WITHIN, return_when=asyncio.FIRST_COMPLETED)
        for task in waiting:
            task.cancel()
        return answered.is_set()

    async def _last_moment(self) -> None:
        await self.stopping.wait()
        await asyncio.sleep(GRACE - LEFT_OVER)

    def _take(self, reception: Reception, update: RawUpdate) -> asyncio.Event:
        """Puts the update into its lane, unless it is there or done; set once it is answered."""
        number = update["update_id"]
        if number in self.known:
            return self.known[number]
        answered = self.known[number] = asyncio.Event()
        if len(self.known) > MOST_REMEMBERED:
            self.known.popitem(last=False)

        async def answer() -> None:
            await reception.receive(update)
            answered.set()

        self.lanes.put(lane(update), answer)
        return answered


def _with_path(url: str) -> str:
    return url if urlsplit(url).path.strip("/") else f"{url.rstrip('/')}{PATH}"


async def _body(request: Request) -> bytes | None:
    """The body, or None when it is larger than any update."""
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > BODY_LIMIT:
            return None
    return bytes(body)


def _update(body: bytes) -> RawUpdate | None:
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        return None
    if not isinstance(found, dict) or not isinstance(found.get("update_id"), int):
        return None
    return found
