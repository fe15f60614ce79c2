"""Puts rendered screens into chats: in place where that is possible, otherwise anew, once."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from telegram import InputFile
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated

from bot.channels.telegram import refusals
from bot.channels.telegram.calls import Patience, persist
from bot.channels.telegram.outgoing import call, markup

if TYPE_CHECKING:
    from telegram import Bot

    from bot.channels.telegram.keyboard import Keyboard
    from bot.channels.telegram.markup import Page
    from bot.channels.telegram.rendering import Rendered
    from bot.screen import File

LOG = logging.getLogger(__name__)
CAPTION_LIMIT = 1024
PICTURE = "image/png"
_NO_PREVIEW = {"is_disabled": True}


@dataclass(frozen=True, slots=True)
class Place:
    """Where an answer goes: a chat, its topic if it has topics, the message that it answers."""

    chat: int
    thread: int | None = None
    answers: int | None = None


class Delivery:
    """Sends, edits and deletes, each call tried until it is done."""

    def __init__(self, bot: Bot, patience: Patience) -> None:
        self.bot = bot
        self.patience = patience

    async def send(self, place: Place, rendered: Rendered) -> None:
        """The pages as new messages, the buttons under the last."""
        last = len(rendered.pages) - 1
        for number, page in enumerate(rendered.pages):
            keyboard = rendered.keyboard if number == last else ()
            place = await self._send_page(place, page, keyboard)

    async def replace(self, place: Place, message: int, rendered: Rendered) -> None:
        """The pages in place of a message; anew where Telegram does not let it be changed."""
        first, *rest = rendered.pages
        try:
            await self._edit(place.chat, message, first, () if rest else rendered.keyboard)
        except BadRequest as error:
            if refusals.is_nobody_there(error):
                raise
            if not refusals.is_not_modified(error):
                await self.send(place, rendered)
                return
        if rest:
            await self.send(place, replace(rendered, pages=tuple(rest)))

    async def change_keyboard(self, place: Place, message: int, keyboard: Keyboard) -> None:
        await persist(
            lambda: call(
                self.bot,
                "editMessageReplyMarkup",
                chat_id=place.chat,
                message_id=message,
                reply_markup=markup(keyboard),
            ),
            self.patience,
        )

    async def delete(self, place: Place, message: int) -> bool:
        """Whether the message is gone from the chat."""
        try:
            await persist(
                lambda: self.bot.delete_message(chat_id=place.chat, message_id=message),
                self.patience,
            )
        except BadRequest as error:
            return "message to delete not found" in error.message.lower()
        return True

    async def send_file(self, place: Place, file: File, caption: str) -> None:
        """The file as a document; a picture as a picture, which shows at once."""
        content = InputFile(file.content, filename=file.name)
        caption = caption[: CAPTION_LIMIT // 2]

        async def attempt() -> None:
            if file.type == PICTURE:
                await self.bot.send_photo(
                    place.chat, content, caption=caption, message_thread_id=place.thread
                )
            else:
                await self.bot.send_document(
                    place.chat, content, caption=caption, message_thread_id=place.thread
                )

        await persist(attempt, self.patience)

    async def _edit(self, chat: int, message: int, page: Page, keyboard: Keyboard) -> None:
        async def edit(text: str, mode: str | None) -> None:
            await call(
                self.bot,
                "editMessageText",
                chat_id=chat,
                message_id=message,
                text=text,
                parse_mode=mode,
                link_preview_options=_NO_PREVIEW,
                reply_markup=markup(keyboard),
            )

        try:
            await persist(lambda: edit(page.html, ParseMode.HTML), self.patience)
        except BadRequest as error:
            if not refusals.is_markup_refused(error):
                raise
            LOG.warning("Telegram refused the markup: the plain text goes out")
            await persist(lambda: edit(page.plain, None), self.patience)

    async def _send_page(self, place: Place, page: Page, keyboard: Keyboard) -> Place:
        """Sends one page by the first way that Telegram takes; where the next page goes."""
        text = page.html
        mode: str | None = ParseMode.HTML
        while True:
            try:
                await self._send_text(place, text, mode, keyboard)
            except ChatMigrated as moved:
                LOG.info("a group became a supergroup: answering there")
                place = replace(place, chat=moved.new_chat_id, answers=None)
            except BadRequest as error:
                if refusals.is_nobody_there(error):
                    raise
                if refusals.is_thread_gone(error) and place.thread is not None:
                    place = replace(place, thread=None)
                elif mode is not None:
                    LOG.warning("Telegram refused the markup: the plain text goes out")
                    text, mode = page.plain, None
                elif keyboard:
                    LOG.warning("Telegram refused the buttons: the text goes out without them")
                    keyboard = ()
                else:
                    raise
            else:
                return replace(place, answers=None)

    async def _send_text(
        self, place: Place, text: str, mode: str | None, keyboard: Keyboard
    ) -> None:
        reply = None
        if place.answers is not None:
            reply = {"message_id": place.answers, "allow_sending_without_reply": True}
        await persist(
            lambda: call(
                self.bot,
                "sendMessage",
                chat_id=place.chat,
                message_thread_id=place.thread,
                text=text,
                parse_mode=mode,
                link_preview_options=_NO_PREVIEW,
                reply_parameters=reply,
                reply_markup=markup(keyboard),
            ),
            self.patience,
        )
