"""The last screen of each chat, in memory only: under it a typed "yes" has a meaning.

Bounded, and lost when the process ends. A reply to a message, and every button, do without it.
"""

from __future__ import annotations

import secrets
from collections import OrderedDict
from typing import TYPE_CHECKING

from bot.channels.telegram.pace import anonymous
from bot.screen import shown

if TYPE_CHECKING:
    from bot.screen import Screen, Shown

MOST_CHATS = 10_000


class LastScreens:
    """Where the numbers and words of each chat's last screen lead, the newest kept; addresses only."""

    def __init__(self, most: int = MOST_CHATS) -> None:
        self.most = most
        self.salt = secrets.token_bytes(16)
        self.shown: OrderedDict[str, Shown] = OrderedDict()

    def note(self, chat: int, screen: Screen) -> None:
        key = anonymous(chat, self.salt)
        self.shown[key] = shown(screen)
        self.shown.move_to_end(key)
        if len(self.shown) > self.most:
            self.shown.popitem(last=False)

    def of(self, chat: int) -> Shown | None:
        return self.shown.get(anonymous(chat, self.salt))
