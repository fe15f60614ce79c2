"""The last screen of each chat, in memory only: under it a typed "yes" has a meaning.

Bounded, and lost when the process ends. A reply to a message, and every button, do without it.
"""

from __future__ import annotations

import secrets
from collections import OrderedDict

from bot.channels.telegram.pace import anonymous

MOST_CHATS = 10_000


class LastScreens:
    """Addresses by chat, the newest kept."""

    def __init__(self, most: int = MOST_CHATS) -> None:
        self.most = most
        self.salt = secrets.token_bytes(16)
        self.addresses: OrderedDict[str, str] = OrderedDict()

    def note(self, chat: int, address: str) -> None:
        key = anonymous(chat, self.salt)
        self.addresses[key] = address
        self.addresses.move_to_end(key)
        if len(self.addresses) > self.most:
            self.addresses.popitem(last=False)

    def of(self, chat: int) -> str | None:
        return self.addresses.get(anonymous(chat, self.salt))
