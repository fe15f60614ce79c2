"""Groups: only commands and mentions are answered, and a case moves to a private chat."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from telegram.constants import ChatMemberStatus, ChatType

from bot.channels.telegram import wording
from bot.channels.telegram.commands import COMMANDS
from bot.channels.telegram.delivery import Place
from bot.channels.telegram.desk import Desk, route
from bot.channels.telegram.keyboard import Button, shortened
from bot.channels.telegram.links import deep_link, is_of_a_case, without_case
from bot.channels.telegram.markup import pack
from bot.channels.telegram.message_text import text_of
from bot.channels.telegram.rendering import Rendered, plain, texts
from bot.screen import Entries

if TYPE_CHECKING:
    from telegram import ChatMemberUpdated, Message

    from bot.channels.telegram.keyboard import Keyboard
    from bot.screen import Screen

GROUPS = frozenset({ChatType.GROUP, ChatType.SUPERGROUP})
_OUTSIDE = frozenset({ChatMemberStatus.LEFT, ChatMemberStatus.BANNED})
MOST_ENTRIES = 5
_COMMAND = re.compile(r"/([a-zA-Z0-9_]{1,64})(?:@(\w{1,64}))?")
_MENTION = re.compile(r"(?<![\w@])@(\w{1,64})\b")
_NAMES = frozenset(command.name for command in COMMANDS)


class GroupMessages:
    """Answers in a group what is addressed to the bot, and nothing else."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def answer(self, update: int, message: Message) -> str:
        """Answers a message; the route for the log."""
        text = addressed(message, self.desk.username)
        wordless = text is None and text_of(message) is None
        if text is None and not (wordless and _answers_us(message, self.desk.username.lower())):
            return "not-addressed"
        place = Place(
            message.chat.id,
            message.message_thread_id if message.is_topic_message else None,
            message.message_id,
        )
        refused = await self.desk.refusal(message, place)
        if refused:
            return refused
        if text is None:
            await self.desk.delivery.send(place, plain(wording.TEXT_ONLY))
            return "group:attachment"
        reply = await self.desk.read(update, text or "start")
        screen = reply.screens[0]
        shown = self._in_private(screen) if reply.facts else self._for_all(screen)
        await self.desk.delivery.send(place, shown)
        return f"group:{route(screen.address)}"

    async def greet(self, change: ChatMemberUpdated) -> str:
        """Says how to use the guide when it was added to a group."""
        joined = (
            change.old_chat_member.status in _OUTSIDE
            and change.new_chat_member.status not in _OUTSIDE
        )
        if change.chat.type not in GROUPS or not joined:
            return f"member:{change.new_chat_member.status}"
        button = Button(wording.OPEN_PRIVATE, url=deep_link(self.desk.username, "start"))
        said = wording.JOINED.format(self.desk.username)
        await self.desk.delivery.send(Place(change.chat.id), plain(said, ((button,),)))
        return "member:joined"

    def _for_all(self, screen: Screen) -> Rendered:
        """What all in the group may read: a card whole, but of a case only where to ask."""
        if screen.question or screen.field or screen.outcome or is_of_a_case(screen.address):
            return self._in_private(screen)
        entries = tuple(
            (Button(shortened(label), url=deep_link(self.desk.username, without_case(address))),)
            for label, address in entries_of(screen)[:MOST_ENTRIES]
        )
        first = pack(texts(screen))[:1]
        return Rendered(first, (*self._opening(screen, wording.OPEN_PRIVATE), *entries))

    def _in_private(self, screen: Screen) -> Rendered:
        return plain(wording.IN_PRIVATE, self._opening(screen, wording.CONTINUE))

    def _opening(self, screen: Screen, label: str) -> Keyboard:
        """The button that opens the screen in a private chat."""
        link = deep_link(self.desk.username, without_case(screen.address))
        return ((Button(label, url=link),),) if link else ()


def entries_of(screen: Screen) -> list[tuple[str, str]]:
    return [
        (entry.label, entry.address)
        for block in screen.blocks
        if isinstance(block, Entries)
        for entry in block.items
    ]


def addressed(message: Message, username: str) -> str | None:
    """The text without the bot's name, when it is a command or names the bot; else None."""
    text = text_of(message)
    if text is None or message.is_automatic_forward:
        return None
    name = username.lower()
    command = _COMMAND.match(text)
    if command:
        theirs = command[2] is not None and command[2].lower() != name
        known = command[2] is not None or command[1].lower() in _NAMES
        return None if theirs or not known else text.replace(f"@{command[2]}", "", 1)
    named = next((one for one in _MENTION.finditer(text) if one[1].lower() == name), None)
    if named:
        return f"{text[: named.start()]}{text[named.end() :]}".strip()
    return text if _answers_us(message, name) else None


def _answers_us(message: Message, name: str) -> bool:
    replied = message.reply_to_message
    author = replied.from_user if replied else None
    return author is not None and (author.username or "").lower() == name
