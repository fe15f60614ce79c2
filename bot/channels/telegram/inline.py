"""Inline mode: `@bot child q` in any chat offers cards. Off unless the operator turns it on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputTextMessageContent,
    LinkPreviewOptions,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest

from bot.channels.telegram import refusals, wording
from bot.channels.telegram.calls import persist
from bot.channels.telegram.links import deep_link
from bot.channels.telegram.markup import pack
from bot.channels.telegram.rendering import texts

if TYPE_CHECKING:
    from telegram import InlineQuery

    from bot.channels.telegram.desk import Desk
    from bot.screen import Screen

MOST_RESULTS = 10
CACHE_SECONDS = 300
FOR_NO_WORDS = ("start", "contacts")
_DESCRIPTION_LIMIT = 120


class Inline:
    """Offers cards for a query. A result opens the guide; it never carries a case."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def answer(self, update: int, query: InlineQuery) -> str:
        admitted = self.desk.inline_mode and self.desk.admits(query.from_user.id)
        results = await self._results(update, query.query) if admitted else []
        try:
            await persist(
                lambda: query.answer(results, cache_time=CACHE_SECONDS, is_personal=not admitted),
                self.desk.delivery.patience,
            )
        except BadRequest as error:
            if not refusals.is_query_too_old(error):
                raise
        return "inline" if admitted else "inline-off"

    async def _results(self, update: int, words: str) -> list[InlineQueryResultArticle]:
        addresses = list(FOR_NO_WORDS)
        if words.strip():
            matches = (await self.desk.read(update, words)).matches
            addresses = list(dict.fromkeys(match.address for match in matches))
        screens = (self.desk.guide.open(one) for one in addresses[:MOST_RESULTS])
        return [self._result(one) for one in screens if one.known and one.outcome is None]

    def _result(self, screen: Screen) -> InlineQueryResultArticle:
        page = pack(texts(screen, danger=False))[0]
        rest = page.plain.split("\n\n")[1:]
        link = deep_link(self.desk.username, screen.address)
        return InlineQueryResultArticle(
            id=screen.address,
            title=screen.title,
            description=" ".join(rest)[:_DESCRIPTION_LIMIT],
            input_message_content=InputTextMessageContent(
                page.html,
                parse_mode=ParseMode.HTML,
                link_preview_options=LinkPreviewOptions(is_disabled=True),
            ),
            reply_markup=InlineKeyboardMarkup(
                [[InlineKeyboardButton(wording.OPEN_IN_TELEGRAM, url=link)]]
            ),
        )
