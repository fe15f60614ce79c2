"""One process, one port: the web page, and Telegram's webhook where one is set up."""

from __future__ import annotations

import asyncio
import logging
import sys
from contextlib import asynccontextmanager, contextmanager, suppress
from typing import TYPE_CHECKING

import uvicorn
from starlette.applications import Starlette
from starlette.routing import BaseRoute, Mount

from bot.channels.telegram import logs
from bot.channels.web.application import web_app
from bot.ending import GRACE, held_up_for_no_longer, obey_signals

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from socket import socket

    from bot.channels.telegram.webhook import Webhook
    from bot.guide import Guide
    from bot.settings import Settings

LOG = logging.getLogger(__name__)
STOPPED, FAILED, WRONG_SETTINGS = 0, 1, 2


def serve(guide: Guide, settings: Settings) -> int:
    """Serves until SIGTERM or Ctrl-C. The exit code: 0 stopped, 1 failed, 2 settings."""
    telegram = settings.telegram
    logs.configure((telegram.token, telegram.webhook_secret))
    if telegram.webhook_url and not telegram.token:
        sys.stderr.write("BOT_WEBHOOK_URL is set without BOT_TOKEN. Set both, or neither.\n")
        return WRONG_SETTINGS
    webhook = _webhook(guide, settings)
    server = _Server(
        uvicorn.Config(
            application(guide, settings, webhook),
            host=settings.web.host,
            port=settings.web.port,
            log_config=None,
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=int(GRACE),
        )
    )
    return asyncio.run(_run(server, webhook))


def application(guide: Guide, settings: Settings, webhook: Webhook | None) -> Starlette:
    """The page, and before it the webhook's own path."""
    page = web_app(guide, settings.web)
    routes: list[BaseRoute] = [*(webhook.routes() if webhook else ()), Mount("/", page)]

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        async with page.router.lifespan_context(page):
            yield
        if webhook is not None:
            await webhook.close()

    return Starlette(routes=routes, lifespan=lifespan)


class _Server(uvicorn.Server):
    """A server that leaves the signals to us, so that a clean stop ends with exit code 0."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.listening = asyncio.Event()

    async def startup(self, sockets: list[socket] | None = None) -> None:
        await super().startup(sockets)
        self.listening.set()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield

    def stop(self) -> None:
        self.should_exit = True


async def _run(server: _Server, webhook: Webhook | None) -> int:
    obey_signals(lambda: _stop(server, webhook))
    announcing = asyncio.create_task(_announce(server, webhook))
    try:
        with held_up_for_no_longer():
            await server.serve()
    except SystemExit:  # uvicorn's way to say, after its log line, that it cannot listen
        announcing.cancel()
        return FAILED
    announcing.cancel()
    with suppress(asyncio.CancelledError):
        return await announcing
    return STOPPED if server.started else FAILED


def _stop(server: _Server, webhook: Webhook | None) -> None:
    if webhook is not None:
        webhook.stop()
    server.stop()


async def _announce(server: _Server, webhook: Webhook | None) -> int:
    """Tells Telegram where we are once we listen; stops the server where Telegram refuses."""
    if webhook is None:
        return STOPPED
    from telegram.error import BadRequest, InvalidToken  # noqa: PLC0415  (the page does without)

    from bot.channels.telegram.running import REFUSED  # noqa: PLC0415  (as above)

    await server.listening.wait()
    try:
        await webhook.announce()
    except InvalidToken:
        sys.stderr.write(f"{REFUSED}\n")
    except BadRequest as error:
        sys.stderr.write(f"Telegram refuses BOT_WEBHOOK_URL: {error.message}\n")
    else:
        return STOPPED
    server.stop()
    return WRONG_SETTINGS


def _webhook(guide: Guide, settings: Settings) -> Webhook | None:
    if not settings.telegram.token:
        return None
    if not settings.telegram.webhook_url:
        LOG.info("BOT_WEBHOOK_URL is not set: the page only (`python -m bot telegram` polls)")
        return None
    from bot.channels.telegram.webhook import Webhook  # noqa: PLC0415  (the page does without)

    return Webhook(guide, settings.telegram)
