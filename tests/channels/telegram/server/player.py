"""People who use the bot: they type, tap, edit, send pictures, ask in groups and inline."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypedDict, Unpack

from tests.channels.telegram.server.world import BOT, Chat

if TYPE_CHECKING:
    from tests.channels.telegram.server.world import Json, World

_COMMAND = re.compile(r"(?:^|(?<=\s))/[a-zA-Z0-9_]+(?:@\w+)?")
_MENTION = re.compile(r"@\w+")

CONTENTS: dict[str, Json] = {
    "photo": {"photo": [{"file_id": "p", "file_unique_id": "p", "width": 9, "height": 9}]},
    "voice": {"voice": {"file_id": "v", "file_unique_id": "v", "duration": 3}},
    "video": {
        "video": {"file_id": "w", "file_unique_id": "w", "duration": 3, "width": 9, "height": 9}
    },
    "video_note": {
        "video_note": {"file_id": "n", "file_unique_id": "n", "length": 9, "duration": 3}
    },
    "audio": {"audio": {"file_id": "a", "file_unique_id": "a", "duration": 3}},
    "document": {"document": {"file_id": "d", "file_unique_id": "d", "file_name": "notes.docx"}},
    "sticker": {
        "sticker": {
            "file_id": "s",
            "file_unique_id": "s",
            "width": 9,
            "height": 9,
            "is_animated": False,
            "is_video": False,
            "type": "regular",
        }
    },
    "contact": {"contact": {"phone_number": "+440000", "first_name": "Sam"}},
    "location": {"location": {"latitude": 51.37, "longitude": -0.1}},
    "venue": {
        "venue": {
            "location": {"latitude": 51.37, "longitude": -0.1},
            "title": "Town hall",
            "address": "Katharine Street",
        },
        "location": {"latitude": 51.37, "longitude": -0.1},
    },
    "dice": {"dice": {"emoji": "x", "value": 3}},
    "poll": {
        "poll": {
            "id": "1",
            "question": "Which?",
            "options": [],
            "total_voter_count": 0,
            "is_closed": False,
            "is_anonymous": True,
            "type": "regular",
            "allows_multiple_answers": False,
            "allows_revoting": False,
            "members_only": False,
        }
    },
    "something new": {"hologram": {"file_id": "h"}},
}


class Where(TypedDict, total=False):
    """Where and when a message is sent; in the private chat and now, unless said."""

    chat: Chat
    reply_to: int
    thread: int
    date: float


@dataclass(frozen=True)
class Seen:
    """A message of the bot as the reader sees it now."""

    id: int
    text: str
    message: Json

    @property
    def buttons(self) -> tuple[Json, ...]:
        rows = self.message.get("reply_markup", {}).get("inline_keyboard", [])
        return tuple(button for row in rows for button in row)

    @property
    def addresses(self) -> tuple[str, ...]:
        return tuple(one["callback_data"] for one in self.buttons if "callback_data" in one)

    def button(self, wanted: str) -> Json:
        """The button of this address, or whose label holds these words."""
        for one in self.buttons:
            if one.get("callback_data") == wanted or wanted.lower() in one["text"].lower():
                return one
        labels = [one["text"] for one in self.buttons]
        raise AssertionError(f"no button {wanted!r} among {labels}")


@dataclass
class Player:
    """One person. In a private chat unless a group is named."""

    world: World
    id: int
    name: str = "Alex"
    chat: Chat = field(init=False)

    def __post_init__(self) -> None:
        self.chat = self.world.open_chat(Chat(self.id, "private", self.name))

    @property
    def sender(self) -> Json:
        return {"id": self.id, "is_bot": False, "first_name": self.name}

    def says(self, text: str, **where: Unpack[Where]) -> list[Seen]:
        """Type a text; what the bot then shows anew or changes."""
        before = self.snapshot(where.get("chat"))
        self.types(text, **where)
        self.world.settle()
        return self.since(before, where.get("chat"))

    def types(self, text: str, **where: Unpack[Where]) -> int:
        """Type a text and wait for nothing; its message id."""
        content: Json = {"text": text, "entities": entities(text)}
        if not content["entities"]:
            del content["entities"]
        return self.sends(content, **where)

    def sends(self, content: str | Json, **where: Unpack[Where]) -> int:
        """Send anything and wait for nothing; its message id."""
        with self.world.lock:
            place = where.get("chat", self.chat)
            message: Json = {
                "message_id": next(place.next_message),
                "from": self.sender,
                "chat": place.shown(),
                "date": int(where.get("date", time.time())),
                **(CONTENTS[content] if isinstance(content, str) else content),
            }
            if "thread" in where:
                message |= {"message_thread_id": where["thread"], "is_topic_message": True}
            if "reply_to" in where:
                message["reply_to_message"] = place.messages[where["reply_to"]]
            place.messages[message["message_id"]] = message
            self.world.put("message", dict(message))
            return int(message["message_id"])

    def shows(self, content: str | Json, **where: Unpack[Where]) -> list[Seen]:
        """Send a picture, a voice note, …; what the bot then shows."""
        before = self.snapshot(where.get("chat"))
        self.sends(content, **where)
        self.world.settle()
        return self.since(before, where.get("chat"))

    def edits(self, number: int, text: str) -> list[Seen]:
        before = self.snapshot()
        with self.world.lock:
            message = self.chat.messages[number]
            message |= {"text": text, "edit_date": int(time.time())}
            self.world.put("edited_message", dict(message))
        self.world.settle()
        return self.since(before)

    def taps(self, wanted: str, *, on: Seen | None = None) -> list[Seen]:
        """Tap a button of the newest message that has one; what the bot then shows."""
        before = self.snapshot()
        self.touches(wanted, on=on)
        self.world.settle()
        return self.since(before)

    def touches(self, wanted: str, *, on: Seen | None = None, stale: bool = False) -> str:
        """Tap and wait for nothing; the id of the query."""
        seen = on or next(one for one in reversed(self.reads()) if one.buttons)
        return self.presses(seen.button(wanted)["callback_data"], seen.message, stale=stale)

    def presses(self, address: str, message: Json | None, *, stale: bool = False) -> str:
        """A callback query with any data at all, on any message or on none."""
        with self.world.lock:
            number = str(next(self.world.next_query))
            query: Json = {
                "id": number,
                "from": self.sender,
                "chat_instance": "1",
                "data": address,
            }
            if message is not None:
                query["message"] = dict(message)
            if not stale:
                self.world.queries[number] = query
            self.world.put("callback_query", query)
            return number

    def asks_inline(self, text: str) -> Json:
        with self.world.lock:
            number = f"inline{next(self.world.next_query)}"
            query = {"id": number, "from": self.sender, "query": text, "offset": ""}
            self.world.queries[number] = query
            self.world.put("inline_query", query)
        self.world.settle()
        return self.world.inline_answers.get(number, {})

    def reads(self, chat: Chat | None = None) -> list[Seen]:
        """Every message of the bot in the chat, as it stands now."""
        with self.world.lock:
            return [
                Seen(number, str(one.get("text") or one.get("caption") or ""), dict(one))
                for number, one in (chat or self.chat).messages.items()
                if one["from"]["id"] == BOT["id"]
            ]

    def snapshot(self, chat: Chat | None = None) -> dict[int, Json]:
        return {one.id: one.message for one in self.reads(chat)}

    def since(self, before: dict[int, Json], chat: Chat | None = None) -> list[Seen]:
        return [one for one in self.reads(chat) if before.get(one.id) != one.message]


def group(world: World, number: int, *, forum: bool = False, kind: str = "supergroup") -> Chat:
    return world.open_chat(
        Chat(number, kind, "Team", forum=forum, threads={7} if forum else set())
    )


def entities(text: str) -> list[Json]:
    found = [("bot_command", one) for one in _COMMAND.finditer(text)]
    found += [("mention", one) for one in _MENTION.finditer(text) if not text.startswith("/")]
    return [
        {"type": kind, "offset": one.start(), "length": one.end() - one.start()}
        for kind, one in sorted(found, key=lambda pair: pair[1].start())
    ]
