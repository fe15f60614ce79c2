"""The start: waits until Telegram can be reached, then says who we are and what we offer."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from telegram import BotCommand, BotCommandScopeAllGroupChats, BotCommandScopeAllPrivateChats
from telegram.error import InvalidToken, TelegramError

from bot.channels.telegram import wording
from bot.channels.telegram.calls import OutOfTime, Patience, persist
from bot.channels.telegram.commands import in_groups, in_private

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from telegram import Bot

    from bot.channels.telegram.commands import Command

LOG = logging.getLogger(__name__)
LONGEST_PAUSE = 30.0
FOR_INTRODUCTION = Patience(in_all=60)


async def reach(bot: Bot, first_pause: float = 1.0) -> None:
    """Telegram knows us. Waits for it as long as it takes: DNS and network may not be up yet.

    Raises:
        InvalidToken: Telegram refuses the token.
    """
    pause = first_pause
    while True:
        try:
            await bot.initialize()
        except InvalidToken:
            raise
        except TelegramError as error:
            LOG.warning(
                "Telegram cannot be reached yet (%s): again in %.0f s", type(error).__name__, pause
            )
            await asyncio.sleep(pause)
            pause = min(pause * 2, LONGEST_PAUSE)
        else:
            return


async def introduce(bot: Bot) -> None:
    """Sets commands by scope and the words shown before the first message.

    The guide works without them, so a failure is logged and no more.
    """
    steps: tuple[Callable[[], Awaitable[bool]], ...] = (
        lambda: bot.set_my_commands(_listed(in_private()), scope=BotCommandScopeAllPrivateChats()),
        lambda: bot.set_my_commands(_listed(in_groups()), scope=BotCommandScopeAllGroupChats()),
        lambda: bot.set_my_description(wording.DESCRIPTION),
        lambda: bot.set_my_short_description(wording.SHORT_DESCRIPTION),
    )
    for step in steps:
        try:
            await persist(step, FOR_INTRODUCTION)
        except (TelegramError, OutOfTime) as error:
            LOG.warning("the introduction is not complete (%s)", type(error).__name__)


def _listed(commands: tuple[Command, ...]) -> list[BotCommand]:
    return [BotCommand(one.name, one.description) for one in commands]
