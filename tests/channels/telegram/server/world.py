"""What Telegram holds: chats, messages, updates not yet confirmed, and a journal of all calls."""

from __future__ import annotations

import asyncio
import threading
import time
from collections import deque
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING, Any

from tests.channels.telegram.server.faults import Faults
from tests.channels.telegram.server.refusals import (
    CALLS_A_SECOND,
    CALLS_A_SECOND_IN_A_CHAT,
    Refusal,
    too_many_requests,
)

if TYPE_CHECKING:
    from collections.abc import Callable

TOKEN = "4242:AAStrictStandInForTheBotApiServer00"  # noqa: S105 - of the stand-in only
BOT = {
    "id": 4242,
    "is_bot": True,
    "first_name": "Review guide",
    "username": "review_guide_bot",
    "can_join_groups": True,
    "can_read_all_group_messages": False,
    "supports_inline_queries": True,
}
Json = dict[str, Any]


@dataclass
class Chat:
    """One chat. `refusal` is what every call into it meets (blocked, kicked, …)."""

    id: int
    type: str
    name: str
    started: bool = True
    forum: bool = False
    refusal: Refusal | None = None
    threads: set[int] = field(default_factory=set)
    messages: dict[int, Json] = field(default_factory=dict)
    next_message: count[int] = field(default_factory=lambda: count(1))

    def shown(self) -> Json:
        if self.type == "private":
            return {"id": self.id, "type": self.type, "first_name": self.name}
        return {
            "id": self.id,
            "type": self.type,
            "title": self.name,
            **({"is_forum": True} if self.forum else {}),
        }


@dataclass(frozen=True)
class Call:
    """One call as it arrived, and how it ended (an HTTP code, or the fault's name)."""

    method: str
    parameters: Json
    at: float
    ended: int | str


@dataclass
class Flood:
    """Telegram's flood control: so many sends a second, over all and in one chat."""

    overall: int = CALLS_A_SECOND
    in_a_chat: int = CALLS_A_SECOND_IN_A_CHAT
    sent: deque[tuple[float, int]] = field(default_factory=deque)

    def check(self, chat: int) -> None:
        now = time.monotonic()
        while self.sent and self.sent[0][0] < now - 1:
            self.sent.popleft()
        here = sum(1 for _, where in self.sent if where == chat)
        if len(self.sent) >= self.overall or here >= self.in_a_chat:
            raise too_many_requests(1)
        self.sent.append((now, chat))


class World:
    """Everything the stand-in holds. Players and calls change it under one lock."""

    def __init__(self) -> None:
        self.lock = threading.RLock()
        self.changed = threading.Condition(self.lock)
        self.chats: dict[int, Chat] = {}
        self.updates: list[Json] = []
        self.next_update = count(1_000)
        self.queries: dict[str, Json] = {}
        self.next_query = count(1)
        self.inline_answers: dict[str, Json] = {}
        self.callback_answers: dict[str, Json] = {}
        self.files: dict[str, tuple[str, bytes]] = {}
        self.commands: dict[str, list[Json]] = {}
        self.about: dict[str, str] = {}
        self.webhook: Json | None = None
        self.proxied = ("https://guide.test", "https://guide.test")
        self.allowed: list[str] = []
        self.journal: list[Call] = []
        self.faults = Faults()
        self.flood: Flood | None = None
        self.pollers = 0
        self.arrived = asyncio.Event()
        self.loop: asyncio.AbstractEventLoop | None = None

    def chat(self, number: int) -> Chat:
        found = self.chats.get(number)
        if found is None:
            raise Refusal.CHAT_NOT_FOUND.refused()
        return found

    def reach(self, number: int) -> Chat:
        """The chat, when the bot may write into it."""
        found = self.chat(number)
        if found.refusal is not None:
            raise found.refusal.refused()
        if not found.started:
            raise Refusal.NEVER_STARTED.refused()
        return found

    def open_chat(self, chat: Chat) -> Chat:
        with self.lock:
            self.chats[chat.id] = chat
        return chat

    def put(self, kind: str, content: Json) -> Json:
        """A new update for the bot, unless it did not ask for this kind."""
        with self.lock:
            update = {"update_id": next(self.next_update), kind: content}
            if not self.allowed or kind in self.allowed:
                self.updates.append(update)
                self.wake()
            return update

    def put_raw(self, content: Json) -> None:
        """An update exactly as given, however malformed."""
        with self.lock:
            self.updates.append({"update_id": next(self.next_update), **content})
            self.wake()

    def wake(self) -> None:
        self.changed.notify_all()
        if self.loop is not None:
            self.loop.call_soon_threadsafe(self.arrived.set)

    def confirm(self, before: int) -> None:
        with self.lock:
            self.updates = [one for one in self.updates if one["update_id"] >= before]
            self.changed.notify_all()

    def settle(self, seconds: float = 20) -> None:
        """Wait until the bot has confirmed every update."""
        self.wait(lambda: not self.updates, seconds, "an update stayed unconfirmed")

    def wait(self, holds: Callable[[], bool], seconds: float, otherwise: str) -> None:
        with self.changed:
            if not self.changed.wait_for(holds, seconds):
                raise AssertionError(f"{otherwise} for {seconds} s")

    def note(self, call: Call) -> None:
        with self.lock:
            self.journal.append(call)
            self.changed.notify_all()

    def calls(self, *methods: str) -> list[Call]:
        with self.lock:
            return [one for one in self.journal if not methods or one.method in methods]
