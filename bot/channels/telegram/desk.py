"""What every reaction to an update works with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot import answering
from bot.channels.telegram import wording
from bot.channels.telegram.being_read import BeingRead
from bot.channels.telegram.calls import Patience
from bot.channels.telegram.delivery import Delivery
from bot.channels.telegram.fitting import fitted
from bot.channels.telegram.last_screens import LastScreens
from bot.channels.telegram.links import deep_link, shareable
from bot.channels.telegram.pace import Pace
from bot.channels.telegram.rendering import Rendered, plain, render

if TYPE_CHECKING:
    from telegram import Bot, Message

    from bot.channels.telegram.delivery import Place
    from bot.correcting import Read
    from bot.guide import Guide
    from bot.screen import Reply, Screen, Shown
    from bot.settings import TelegramSettings


@dataclass(frozen=True, slots=True)
class Desk:
    """The guide, the way into chats, and the rules of the house.

    Args:
        guide: opens addresses and answers typed texts.
        delivery: puts screens into chats.
        last_screens: the last screen of each chat.
        being_read: which updates are being read.
        pace: how many messages a person may send.
        username: the bot's own, for deep links and mentions.
        allowed_users: who may use the guide; empty for everyone.
        inline_mode: whether inline queries are answered.
    """

    guide: Guide
    delivery: Delivery
    last_screens: LastScreens
    being_read: BeingRead
    pace: Pace
    username: str
    allowed_users: frozenset[int]
    inline_mode: bool

    def admits(self, person: int) -> bool:
        return not self.allowed_users or person in self.allowed_users

    async def refusal(self, message: Message, place: Place) -> str | None:
        """The route when this person, or this much, is not answered; they are told why."""
        person = sender(message)
        if not self.admits(person):
            await self.delivery.send(place, plain(wording.NOT_ALLOWED))
            return "not-allowed"
        date = (message.edit_date or message.date).timestamp()
        if await self.pace.allows(person, date):
            return None
        if await self.pace.first_refusal(person, date):
            await self.delivery.send(place, plain(wording.TOO_MANY))
        return "too-many"

    async def read(self, update: int, text: str, at: str | Shown | None = None) -> Reply:
        """The answer to a typed text; meanwhile others are answered."""
        with self.being_read.noted(update):
            return await answering.ask(self.guide, text, at)

    async def correct(self, update: int, text: str, read: Read | None, case: str) -> Reply:
        """The answer to an edited text; meanwhile others are answered."""
        with self.being_read.noted(update):
            return await answering.correct(self.guide, text, read, case)

    def render(self, screen: Screen) -> Rendered:
        """The screen for a private chat, with the link to itself."""
        return render(screen, deep_link(self.username, shareable(screen.address)))

    async def show(self, place: Place, screen: Screen, first: int = 0) -> str:
        """The screen as new messages, noted as the chat's last one; its route for the log."""
        screen = fitted(screen, first)
        await self.delivery.send(place, self.render(screen))
        self.last_screens.note(place.chat, screen)
        return route(screen.address)


def desk(guide: Guide, settings: TelegramSettings, bot: Bot) -> Desk:
    """The desk of these settings; the bot must have been reached, so that it knows its name."""
    return Desk(
        guide=guide,
        delivery=Delivery(bot, Patience()),
        last_screens=LastScreens(),
        being_read=BeingRead(bot.id),
        pace=Pace(settings.messages_per_minute),
        username=bot.username,
        allowed_users=settings.allowed_users,
        inline_mode=settings.inline_mode,
    )


def route(address: str) -> str:
    """The part of an address that may stand in a log: the screen, never answers or cards."""
    return address.split("_", 1)[0]


def sender(message: Message) -> int:
    """Who wrote: a person, or the chat itself for anonymous admins and channels."""
    return message.from_user.id if message.from_user else message.chat.id
