"""What stands in each chat, in memory only: under it a typed "yes" has a meaning.

Bounded, and lost when the process ends. A reply to a message, and every button, do without it.
"""

from __future__ import annotations

import secrets
from collections import OrderedDict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.channels.telegram.pace import anonymous
from bot.screen import shown

if TYPE_CHECKING:
    from bot.correcting import Read
    from bot.screen import Screen, Shown

MOST_CHATS = 10_000
MOST_MESSAGES = 50
"""Of one chat. An older message that is edited cannot be corrected, and that is said."""
_OF_A_CASE = frozenset({"check", "help", "change", "date", "outcome"})


@dataclass(slots=True)
class _Chat:
    shown: Shown | None = None
    case: str = ""
    read: OrderedDict[int, Read] = field(default_factory=OrderedDict)


class LastScreens:
    """Each chat's last screen, its place in the dialogue, and how its messages were read.

    Addresses only, and numbers of messages; no text.
    """

    def __init__(self, most: int = MOST_CHATS, most_messages: int = MOST_MESSAGES) -> None:
        self.most = most
        self.most_messages = most_messages
        self.salt = secrets.token_bytes(16)
        self.chats: OrderedDict[str, _Chat] = OrderedDict()

    def note(self, chat: int, screen: Screen) -> None:
        """The screen is now the last one of the chat."""
        noted = self._chat(chat)
        noted.shown = shown(screen)
        if screen.address.partition("_")[0] in _OF_A_CASE:
            noted.case = screen.address

    def note_read(self, chat: int, message: int, read: Read) -> None:
        """The message was read so."""
        messages = self._chat(chat).read
        messages[message] = read
        messages.move_to_end(message)
        if len(messages) > self.most_messages:
            messages.popitem(last=False)

    def of(self, chat: int) -> Shown | None:
        found = self._known(chat)
        return found.shown if found else None

    def case_of(self, chat: int) -> str:
        """The newest address of the dialogue in this chat; empty where there is none."""
        found = self._known(chat)
        return found.case if found else ""

    def read_of(self, chat: int, message: int) -> Read | None:
        found = self._known(chat)
        return found.read.get(message) if found else None

    def _known(self, chat: int) -> _Chat | None:
        return self.chats.get(anonymous(chat, self.salt))

    def _chat(self, chat: int) -> _Chat:
        key = anonymous(chat, self.salt)
        found = self.chats.setdefault(key, _Chat())
        self.chats.move_to_end(key)
        if len(self.chats) > self.most:
            self.chats.popitem(last=False)
        return found
