"""Messages in a private chat: typed texts, deep links, and everything that is no text."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from telegram.constants import MessageAttachmentType, MessageType
from telegram.helpers import effective_message_type

from bot.channels.telegram import wording
from bot.channels.telegram.delivery import Place
from bot.channels.telegram.fitting import fitted, further
from bot.channels.telegram.keyboard import Button
from bot.channels.telegram.links import shared_address
from bot.channels.telegram.message_text import text_of
from bot.channels.telegram.rendering import Rendered, plain
from bot.correcting import Read
from bot.screen import Shown

if TYPE_CHECKING:
    from telegram import Message

    from bot.channels.telegram.desk import Desk
    from bot.screen import Reply

DELETE = "delete_"
"""Prefix of the one address that is Telegram's alone: it deletes a message of the reader."""
_MOST_ALBUMS = 1_000
_SENT: Final = frozenset(
    {"text", "checklist", "effect_id", "business_connection_id", "reply_to_story"}
    | {"sender_boost_count", "sender_business_bot", "giveaway"}
)
"""What a person sends, or what only stands beside it."""
_SERVICE: Final = (
    frozenset(str(kind) for kind in MessageType)
    - frozenset(str(kind) for kind in MessageAttachmentType)
    - _SENT
)
"""What Telegram tells by itself, such as a pinned message. Nobody waits for an answer."""


class PrivateMessages:
    """Answers every message that a person sends to the bot alone."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.albums: OrderedDict[str, None] = OrderedDict()

    async def answer(self, update: int, message: Message, *, edited: bool = False) -> str:
        """Answers a message; the route for the log."""
        if message.via_bot is not None and message.via_bot.username == self.desk.username:
            return "own-inline-result"
        place = Place(message.chat.id, _thread(message), message.message_id if edited else None)
        refused = await self.desk.refusal(message, place)
        if refused:
            return refused
        text = text_of(message)
        if message.text is None and message.checklist is None:
            if edited and text is None:
                return "edited-attachment"
            said = await self._say_text_only(message, place)
            if said or text is None:
                return said or "service"
        return await self._answer_text(update, message, place, text or "")

    async def _say_text_only(self, message: Message, place: Place) -> str | None:
        """A kind line for pictures and the like, once for an album; a caption is still answered."""
        if effective_message_type(message) in _SERVICE:
            return "service"
        album = message.media_group_id
        if album is None or album not in self.albums:
            await self.desk.delivery.send(place, plain(wording.TEXT_ONLY))
        if album is not None:
            self.albums[album] = None
            if len(self.albums) > _MOST_ALBUMS:
                self.albums.popitem(last=False)
        return None if message.caption else "attachment"

    async def _answer_text(self, update: int, message: Message, place: Place, text: str) -> str:
        payload = start_payload(text, self.desk.username)
        if payload is not None:
            return await self.desk.show(place, self.desk.guide.open(payload))
        under = self._typed_under(message)
        words = dict(under.words) if isinstance(under, Shown) else {}
        found, first = further(words.get(text.strip().casefold(), ""))
        if first:
            return await self.desk.show(place, self.desk.guide.open(found), first)
        if message.edit_date is None:
            reply = await self.desk.read(update, text, under)
        else:
            chat, number = message.chat.id, message.message_id
            read = self.desk.last_screens.read_of(chat, number)
            case = self.desk.last_screens.case_of(chat)
            reply = await self.desk.correct(update, text, read, case)
            under = read.under if read else None
        self._note_read(message, under, reply)
        return await self._show_reply(message, place, reply)

    def _note_read(self, message: Message, under: str | Shown | None, reply: Reply) -> None:
        """Keeps how the message was read, for the day on which it is edited."""
        noted = Shown(under, (), ()) if isinstance(under, str) else under
        read = Read(noted, reply.screens[0].address)
        self.desk.last_screens.note_read(message.chat.id, message.message_id, read)

    async def _show_reply(self, message: Message, place: Place, reply: Reply) -> str:
        first, *rest = map(fitted, reply.screens)
        rendered = self.desk.render(first)
        if reply.personal_data:
            rendered = _offering_to_delete(rendered, message.message_id)
        await self.desk.delivery.send(place, rendered)
        self.desk.last_screens.note(place.chat, first)
        for screen in rest:
            await self.desk.show(replace(place, answers=None), screen)
        return f"{reply.kind}:{first.address.split('_', 1)[0]}"

    def _typed_under(self, message: Message) -> str | Shown | None:
        """The screen that a text answers: of the message replied to, else the chat's last one."""
        replied = message.reply_to_message
        for entity in replied.entities if replied is not None else ():
            if address := shared_address(entity.url):
                return address
        return self.desk.last_screens.of(message.chat.id)


def start_payload(text: str, username: str) -> str | None:
    """The address of a deep link (`/start ADDRESS`); None where the text is none."""
    command, _, payload = text.strip().partition(" ")
    if command.lower() in {"/start", f"/start@{username.lower()}"} and payload.strip():
        return payload.strip()
    return None


def _offering_to_delete(rendered: Rendered, message: int) -> Rendered:
    offer = Button(wording.DELETE_OFFER, address=f"{DELETE}{message}")
    return replace(rendered, keyboard=((offer,), *rendered.keyboard))


def _thread(message: Message) -> int | None:
    return message.message_thread_id if message.is_topic_message else None
