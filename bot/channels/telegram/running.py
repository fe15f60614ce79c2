"""The polling process from start to end, with an exit code for whoever supervises it."""

from __future__ import annotations

import asyncio
import logging
import sys
import threading
from contextlib import suppress
from typing import TYPE_CHECKING

from telegram.error import InvalidToken

from bot.channels.telegram import arrival, logs
from bot.channels.telegram.calls import Patience, persist
from bot.channels.telegram.connection import Connection, connect
from bot.channels.telegram.desk import desk
from bot.channels.telegram.liveness import Liveness
from bot.channels.telegram.polling import Cut, Polling, Rhythm, SecondPoller
from bot.channels.telegram.reception import Reception
from bot.ending import held_up_for_no_longer, obey_signals

if TYPE_CHECKING:
    from bot.guide import Guide
    from bot.settings import Settings, TelegramSettings

LOG = logging.getLogger(__name__)
STOPPED, FAILED, WRONG_SETTINGS = 0, 1, 2

MISSING = (
    "BOT_TOKEN is not set. Ask @BotFather in Telegram for a token, put it into the environment as "
    "BOT_TOKEN, and start again."
)
REFUSED = (
    "Telegram refuses this BOT_TOKEN. Copy the whole token from @BotFather (/mybots, API Token), "
    "put it into the environment as BOT_TOKEN, and start again."
)
SECOND_POLLER = (
    "Another process polls Telegram with this token. Stop the other one, or, if there is none of "
    "yours, the token has leaked: revoke it at @BotFather (/revoke). This process ends."
)
CUT_OFF = (
    "Telegram has not answered for ten minutes. This process ends, so that its supervisor starts a "
    "fresh one. If that does not help, check the network, DNS and any proxy."
)


def run_polling(guide: Guide, settings: Settings) -> int:
    """Answers Telegram until SIGTERM or Ctrl-C. The exit code: 0 stopped, 1 failed, 2 settings."""
    if not settings.telegram.token:
        sys.stderr.write(f"{MISSING}\n")
        return WRONG_SETTINGS
    logs.configure((settings.telegram.token, settings.telegram.webhook_secret))
    try:
        return asyncio.run(_run(guide, settings.telegram))
    except InvalidToken:
        sys.stderr.write(f"{REFUSED}\n")
        return WRONG_SETTINGS
    except SecondPoller:
        sys.stderr.write(f"{SECOND_POLLER}\n")
        return FAILED
    except Cut:
        sys.stderr.write(f"{CUT_OFF}\n")
        return FAILED


async def _run(guide: Guide, settings: TelegramSettings) -> int:
    stopping = asyncio.Event()
    obey_signals(stopping.set)
    connection = connect(settings)
    threading.Thread(target=lambda: guide.search, daemon=True).start()  # nobody waits for it
    try:
        with held_up_for_no_longer():
            if not await _reached(connection, stopping):
                return STOPPED
            await _poll(guide, settings, connection, stopping)
    finally:
        await connection.bot.shutdown()
    LOG.info("stopped")
    return STOPPED


async def _reached(connection: Connection, stopping: asyncio.Event) -> bool:
    """Whether Telegram was reached before the process was told to stop."""
    reaching = asyncio.create_task(arrival.reach(connection.bot))
    waiting = asyncio.create_task(stopping.wait())
    await asyncio.wait([reaching, waiting], return_when=asyncio.FIRST_COMPLETED)
    waiting.cancel()
    if not reaching.done():
        reaching.cancel()
        with suppress(asyncio.CancelledError):
            await reaching
        return False
    await reaching
    return True


async def _poll(
    guide: Guide, settings: TelegramSettings, connection: Connection, stopping: asyncio.Event
) -> None:
    bot = connection.bot
    await persist(lambda: bot.delete_webhook(drop_pending_updates=False), Patience())
    introducing = asyncio.create_task(arrival.introduce(bot))
    polling = Polling(
        connection.polls,
        f"{bot.base_url}/getUpdates",
        Reception(desk(guide, settings, bot)),
        Liveness(),
        Rhythm(),
        stopping,
    )
    LOG.info("answering as @%s", bot.username)
    try:
        await polling.run()
    finally:
        introducing.cancel()
        with suppress(asyncio.CancelledError):
            await introducing
