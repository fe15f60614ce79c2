"""Taps on buttons. The data of a button is the address of the screen that it opens."""

from __future__ import annotations

import time
from contextlib import suppress
from typing import TYPE_CHECKING

from telegram import MaybeInaccessibleMessage, Message
from telegram.constants import ChatType
from telegram.error import BadRequest

from bot import answering
from bot.channels.telegram import refusals, wording
from bot.channels.telegram.calls import persist
from bot.channels.telegram.delivery import PICTURE, Place
from bot.channels.telegram.desk import Desk, route
from bot.channels.telegram.fitting import fitted, further
from bot.channels.telegram.keyboard import Button, Keyboard
from bot.channels.telegram.links import deep_link, without_case
from bot.channels.telegram.outgoing import call
from bot.channels.telegram.private import DELETE
from bot.channels.telegram.rendering import plain

if TYPE_CHECKING:
    from telegram import CallbackQuery


class Taps:
    """Answers every tap, however old the button and whoever sent it."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def answer(self, query: CallbackQuery) -> str:
        """Opens what the button leads to; the route for the log."""
        address = query.data or "start"
        message = query.message
        if not self.desk.admits(query.from_user.id):
            await self._acknowledge(query, text=wording.NOT_ALLOWED)
            return "not-allowed"
        if message is None or message.chat.type != ChatType.PRIVATE:
            link = deep_link(self.desk.username, without_case(address))
            await self._acknowledge(query, url=link)
            return "to-private"
        if not await self._keeps_pace(query):
            return "too-many"
        place = Place(message.chat.id)
        if isinstance(message, Message) and message.is_topic_message:
            place = Place(message.chat.id, message.message_thread_id)
        return await self._lead(place, message, address)

    async def _lead(self, place: Place, message: MaybeInaccessibleMessage, address: str) -> str:
        if address.startswith(DELETE):
            return await self._delete(place, message, address)
        file = await answering.file(self.desk.guide, address)
        if file is not None:
            caption = wording.PICTURE if file.type == PICTURE else file.name
            await self.desk.delivery.send_file(place, file, caption)
            return f"file:{route(address)}"
        return await self._open(place, message, address)

    async def _open(self, place: Place, message: MaybeInaccessibleMessage, address: str) -> str:
        found, first = further(address)
        opened = self.desk.guide.open(found)
        screen = fitted(opened, first)
        if message.is_accessible:
            rendered = self.desk.render(screen)
            await self.desk.delivery.replace(place, message.message_id, rendered)
            self.desk.last_screens.note(place.chat, screen)
            return route(screen.address)
        return await self.desk.show(place, opened, first)

    async def _delete(self, place: Place, message: MaybeInaccessibleMessage, address: str) -> str:
        """Deletes what the reader wrote, and says whether that worked."""
        number = address.removeprefix(DELETE)
        gone = number.isdecimal() and await self.desk.delivery.delete(place, int(number))
        if isinstance(message, Message):
            left = _without(message, address)
            with suppress(BadRequest):
                await self.desk.delivery.change_keyboard(place, message.message_id, left)
        said = wording.DELETED if gone else wording.NOT_DELETED
        await self.desk.delivery.send(place, plain(said))
        return "delete"

    async def _keeps_pace(self, query: CallbackQuery) -> bool:
        """Acknowledges the tap; whether it is still to be answered.

        A tap has no date. One that Telegram still lets us acknowledge was made just now; one that
        it calls too old waited in a backlog, and a backlog is not abuse.
        """
        person, now = query.from_user.id, time.time()
        slow = await self.desk.pace.would_allow(person, now)
        fresh = await self._acknowledge(query, text="" if slow else wording.TOO_MANY_TAPS)
        if not fresh:
            return True
        await self.desk.pace.allows(person, now)
        return slow

    async def _acknowledge(self, query: CallbackQuery, *, text: str = "", url: str = "") -> bool:
        """Ends the waiting sign on the button; False when the tap is too old for that.

        Nothing essential stands in its text alone, except to people who get no answer at all.
        """
        try:
            await persist(
                lambda: call(
                    self.desk.delivery.bot,
                    "answerCallbackQuery",
                    callback_query_id=query.id,
                    text=text or None,
                    show_alert=bool(text) or None,
                    url=url or None,
                ),
                self.desk.delivery.patience,
            )
        except BadRequest as error:
            if not refusals.is_query_too_old(error):
                raise
            return False
        return True


def _without(message: Message, address: str) -> Keyboard:
    """The buttons of a message, except the one of this address."""
    rows = message.reply_markup.inline_keyboard if message.reply_markup else ()
    kept = (
        tuple(
            Button(
                one.text,
                address=str(one.callback_data or ""),
                url=one.url or "",
                copies=one.copy_text.text if one.copy_text else "",
            )
            for one in row
            if one.callback_data != address
        )
        for row in rows
    )
    return tuple(row for row in kept if row)
