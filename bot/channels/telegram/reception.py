"""Every update has a reaction, whatever its kind, and none stops those behind it."""

from __future__ import annotations

import logging
import secrets
import time
from typing import TYPE_CHECKING, Any

from telegram import Update
from telegram.constants import ChatType
from telegram.error import BadRequest, Forbidden, TelegramError

from bot.channels.telegram import logs, refusals, wording
from bot.channels.telegram.calls import OutOfTime
from bot.channels.telegram.delivery import Place
from bot.channels.telegram.groups import GROUPS, GroupMessages
from bot.channels.telegram.inline import Inline
from bot.channels.telegram.private import PrivateMessages
from bot.channels.telegram.rendering import plain
from bot.channels.telegram.taps import Taps

if TYPE_CHECKING:
    from telegram import Message

    from bot.channels.telegram.desk import Desk

LOG = logging.getLogger(__name__)
RawUpdate = dict[str, Any]

WANTED = ("message", "edited_message", "callback_query", "my_chat_member")
"""The kinds of updates that Telegram is asked for. Channel posts are not among them."""


class Reception:
    """Reads each update on its own and brings it to its reaction."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.private = PrivateMessages(desk)
        self.groups = GroupMessages(desk)
        self.taps = Taps(desk)
        self.inline = Inline(desk)

    def wanted(self) -> tuple[str, ...]:
        return (*WANTED, "inline_query") if self.desk.inline_mode else WANTED

    async def receive(self, raw: RawUpdate) -> None:
        """Answers one update. Returns when it is answered, or cannot be; never raises."""
        began = time.perf_counter()
        try:
            route = await self._answer(raw)
        except Forbidden:
            route = "gone: the chat was closed to us"
        except OutOfTime:
            LOG.error("an answer could not be delivered: Telegram was out of reach for too long")  # noqa: TRY400  (the traceback says nothing more)
            route = "undelivered"
        except BadRequest as error:
            route = "gone" if refusals.is_nobody_there(error) else await self._sorry(raw, error)
        except Exception as error:  # noqa: BLE001  (whatever it is, the person hears of it)
            route = await self._sorry(raw, error)
        milliseconds = (time.perf_counter() - began) * 1000
        LOG.info("%s route=%s ms=%.1f", _kind(raw), route, milliseconds)

    async def _answer(self, raw: RawUpdate) -> str:
        try:
            update = Update.de_json(raw, self.desk.delivery.bot)
        except Exception as error:  # noqa: BLE001  (a kind of update that this library cannot read)
            LOG.warning("an update could not be read: %s", logs.without_words(error))
            await self._say(private_chat(raw), wording.NOT_READ)
            return "unreadable"
        if self.desk.being_read.was_left(update.update_id):
            return await self._not_read_again(raw)
        return await self._react(update)

    async def _react(self, update: Update) -> str:
        if update.callback_query is not None:
            return await self.taps.answer(update.callback_query)
        if update.message is not None:
            return await self._message(update.update_id, update.message)
        if update.edited_message is not None:
            return await self._message(update.update_id, update.edited_message, edited=True)
        if update.inline_query is not None:
            return await self.inline.answer(update.update_id, update.inline_query)
        if update.my_chat_member is not None:
            return await self.groups.greet(update.my_chat_member)
        return "ignored"

    async def _message(self, update: int, message: Message, *, edited: bool = False) -> str:
        if message.chat.type == ChatType.PRIVATE:
            return await self.private.answer(update, message, edited=edited)
        if message.chat.type in GROUPS:
            return await self.groups.answer(update, message)
        return "channel"

    async def _not_read_again(self, raw: RawUpdate) -> str:
        """An earlier process ended while it read this: whoever waits is asked to type it anew."""
        chat = private_chat(raw)
        if chat is not None:
            await self.desk.show(Place(chat), self.desk.guide.not_read_again())
        return "not-read-again"

    async def _sorry(self, raw: RawUpdate, error: Exception) -> str:
        """Tells the person that something went wrong, and the log where; neither says the text."""
        reference = secrets.token_hex(3)
        LOG.error("reference %s: %s", reference, logs.without_words(error))
        await self._say(waiting_chat(raw), wording.WENT_WRONG.format(reference))
        return f"failed {reference}"

    async def _say(self, chat: int | None, text: str) -> None:
        if chat is None:
            return
        try:
            await self.desk.delivery.send(Place(chat), plain(text))
        except (TelegramError, OutOfTime) as error:
            LOG.warning("a message could not be delivered: %s", logs.without_words(error))


def lane(raw: RawUpdate) -> int:
    """The chat of an update, or the person: what must be answered in order."""
    for content in raw.values():
        if not isinstance(content, dict):
            continue
        message = content.get("message", content)
        for holder in (message, content):
            for name in ("chat", "from"):
                number = _number(holder, name)
                if number is not None:
                    return number
    return 0


def waiting_chat(raw: RawUpdate) -> int | None:
    """The chat in which somebody waits for the answer to an update, or None."""
    waits = any(kind in raw for kind in ("message", "edited_message", "callback_query"))
    return (lane(raw) or None) if waits else None


def private_chat(raw: RawUpdate) -> int | None:
    """The same, when it is a private one: in a group, what cannot be read may be for others."""
    chat = waiting_chat(raw)
    return chat if chat is not None and chat > 0 else None


def _number(holder: object, name: str) -> int | None:
    found = holder.get(name) if isinstance(holder, dict) else None
    number = found.get("id") if isinstance(found, dict) else None
    return number if isinstance(number, int) else None


def _kind(raw: RawUpdate) -> str:
    return next((name for name in raw if name != "update_id"), "empty")
