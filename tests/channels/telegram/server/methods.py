"""The methods of the Bot API that a bot of ours may call, as strict as the real ones."""

from __future__ import annotations

import asyncio
import re
import time
from urllib.parse import urlsplit

from tests.channels.telegram.server import keyboards
from tests.channels.telegram.server.markup import Parsed, parse
from tests.channels.telegram.server.refusals import (
    CALLBACK_ANSWER_LIMIT,
    CAPTION_LIMIT,
    COMMAND_DESCRIPTION_LIMIT,
    COMMANDS_LIMIT,
    DELETE_WINDOW,
    DESCRIPTION_LIMIT,
    INLINE_RESULTS_LIMIT,
    RESULT_ID_LIMIT,
    SHORT_DESCRIPTION_LIMIT,
    TEXT_LIMIT,
    UPDATES_LIMIT,
    Refusal,
    Refused,
    units,
)
from tests.channels.telegram.server.wire import Upload
from tests.channels.telegram.server.world import BOT, Chat, Json, World


class Methods:
    """Executes calls upon a world."""

    def __init__(self, world: World) -> None:
        self.world = world

    async def execute(self, method: str, given: Json) -> object:
        if method.lower() == "getupdates":
            return await self.get_updates(given)
        found = getattr(self, f"on_{method.lower()}", None)
        if found is None:
            raise Refusal.NOT_FOUND.refused()
        with self.world.lock:
            return found(given)

    async def get_updates(self, given: Json) -> list[Json]:
        world = self.world
        if world.webhook is not None:
            raise Refusal.WEBHOOK_ACTIVE.refused()
        world.pollers += 1
        mine = world.pollers
        world.arrived.set()  # an older poll that still waits ends with a conflict
        if "allowed_updates" in given:
            world.allowed = list(given["allowed_updates"])
        if int(given.get("offset", 0)) > 0:
            world.confirm(int(given["offset"]))
        until = time.monotonic() + float(given.get("timeout", 0))
        limit = max(1, min(UPDATES_LIMIT, int(given.get("limit", UPDATES_LIMIT))))
        while True:
            world.arrived.clear()
            if mine != world.pollers:
                raise Refusal.OTHER_POLLER.refused()
            with world.lock:
                found = world.updates[:limit]
            left = until - time.monotonic()
            if found or left <= 0:
                return found
            try:
                await asyncio.wait_for(world.arrived.wait(), left)
            except TimeoutError:
                return []

    def on_getme(self, _: Json) -> Json:
        return dict(BOT)

    def on_deletewebhook(self, given: Json) -> bool:
        self.world.webhook = None
        if str(given.get("drop_pending_updates", "")).lower() == "true":
            self.world.updates.clear()
        return True

    def on_setwebhook(self, given: Json) -> bool:
        url = str(given.get("url", ""))
        if urlsplit(url).scheme not in {"http", "https"}:  # http: a local Bot API server
            raise Refusal.WEBHOOK_URL.refused()
        if not re.fullmatch(r"[A-Za-z0-9_-]{0,256}", str(given.get("secret_token", ""))):
            raise Refusal.WEBHOOK_SECRET.refused()
        self.world.allowed = list(given.get("allowed_updates", []))
        self.world.webhook = given
        self.world.wake()
        return True

    def on_getwebhookinfo(self, _: Json) -> Json:
        return {
            "url": (self.world.webhook or {}).get("url", ""),
            "has_custom_certificate": False,
            "pending_update_count": len(self.world.updates),
        }

    def on_setmycommands(self, given: Json) -> bool:
        commands = given.get("commands", [])
        if len(commands) > COMMANDS_LIMIT:
            raise Refusal.TOO_MANY_COMMANDS.refused()
        for one in commands:
            if not re.fullmatch(r"[a-z0-9_]{1,32}", one["command"]):
                raise Refusal.COMMAND_NAME.refused()
            if not 1 <= len(one["description"]) <= COMMAND_DESCRIPTION_LIMIT:
                raise Refusal.COMMAND_DESCRIPTION.refused()
        scope = given.get("scope") or {"type": "default"}
        self.world.commands[scope["type"]] = commands
        return True

    def on_setmydescription(self, given: Json) -> bool:
        return self._about("description", given, DESCRIPTION_LIMIT)

    def on_setmyshortdescription(self, given: Json) -> bool:
        return self._about("short_description", given, SHORT_DESCRIPTION_LIMIT)

    def _about(self, name: str, given: Json, limit: int) -> bool:
        if len(given.get(name, "")) > limit:
            raise Refusal.DESCRIPTION.refused()
        self.world.about[name] = given.get(name, "")
        return True

    def on_sendchataction(self, given: Json) -> bool:
        self.world.reach(int(given["chat_id"]))
        return True

    def on_sendmessage(self, given: Json) -> Json:
        chat = self._sending(given)
        return self._store(chat, given, _text(given, "text", TEXT_LIMIT, "message"))

    def on_senddocument(self, given: Json) -> Json:
        file = given.get("document")
        if not isinstance(file, Upload):
            raise Refusal.PARAMETER.refused("document")
        if not file.content:
            raise Refusal.FILE_EMPTY.refused()
        number = self._file(file)
        shown = {
            "file_id": number,
            "file_unique_id": number,
            "file_name": file.name,
            "file_size": len(file.content),
        }
        return self._captioned(given, {"document": shown})

    def on_sendphoto(self, given: Json) -> Json:
        file = given.get("photo")
        if not isinstance(file, Upload):
            raise Refusal.PARAMETER.refused("photo")
        if not file.content.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")):
            raise Refusal.IMAGE.refused()
        number = self._file(file)
        shown = {"file_id": number, "file_unique_id": number, "width": 90, "height": 90}
        return self._captioned(given, {"photo": [shown]})

    def _file(self, file: Upload) -> str:
        number = f"file{len(self.world.files)}"
        self.world.files[number] = (file.name, file.content)
        return number

    def _captioned(self, given: Json, content: Json) -> Json:
        chat = self._sending(given)
        caption = _text(given, "caption", CAPTION_LIMIT, "caption")
        return self._store(chat, given, caption, content)

    def _sending(self, given: Json) -> Chat:
        chat = self.world.reach(_whole(given, "chat_id"))
        if self.world.flood is not None:
            self.world.flood.check(chat.id)
        thread = given.get("message_thread_id")
        if thread is not None and int(thread) not in chat.threads:
            raise Refusal.THREAD_NOT_FOUND.refused()
        reply = given.get("reply_parameters")
        if (
            reply
            and reply["message_id"] not in chat.messages
            and not reply.get("allow_sending_without_reply")
        ):
            raise Refusal.REPLY_NOT_FOUND.refused()
        return chat

    def _store(self, chat: Chat, given: Json, said: Json, content: Json | None = None) -> Json:
        number = next(chat.next_message)
        message: Json = {
            "message_id": number,
            "from": dict(BOT),
            "chat": chat.shown(),
            "date": int(time.time()),
            **said,
            **(content or {}),
        }
        markup = keyboards.check(given.get("reply_markup"))
        if markup and "inline_keyboard" in markup:
            message["reply_markup"] = markup
        if given.get("link_preview_options"):
            message["link_preview_options"] = given["link_preview_options"]
        if given.get("message_thread_id") is not None:
            message["message_thread_id"] = int(given["message_thread_id"])
        reply = given.get("reply_parameters")
        if reply and reply["message_id"] in chat.messages:
            message["reply_to_message"] = _without_reply(chat.messages[reply["message_id"]])
        chat.messages[number] = message
        return message

    def on_editmessagetext(self, given: Json) -> Json:
        said = _text(given, "text", TEXT_LIMIT, "message")
        return self._edit(given, said)

    def on_editmessagereplymarkup(self, given: Json) -> Json:
        return self._edit(given, {})

    def _edit(self, given: Json, said: Json) -> Json:
        chat = self.world.reach(_whole(given, "chat_id"))
        message = chat.messages.get(_whole(given, "message_id"))
        if message is None:
            raise Refusal.EDIT_NOT_FOUND.refused()
        if message["from"]["id"] != BOT["id"] or (said and "text" not in message):
            raise Refusal.EDIT_FOREIGN.refused()
        markup = keyboards.check(given.get("reply_markup"))
        changed = {**message, **said, "reply_markup": markup}
        if said and "entities" not in said:
            changed.pop("entities", None)
        if markup is None:
            del changed["reply_markup"]
        if changed == message:
            raise Refusal.NOT_MODIFIED.refused()
        changed["edit_date"] = int(time.time())
        message.clear()
        message.update(changed)
        return message

    def on_deletemessage(self, given: Json) -> bool:
        chat = self.world.reach(_whole(given, "chat_id"))
        message = chat.messages.get(_whole(given, "message_id"))
        if message is None:
            raise Refusal.DELETE_NOT_FOUND.refused()
        foreign = message["from"]["id"] != BOT["id"]
        if message["date"] < time.time() - DELETE_WINDOW or (foreign and chat.type != "private"):
            raise Refusal.DELETE_NOT_ALLOWED.refused()
        del chat.messages[message["message_id"]]
        return True

    def on_answercallbackquery(self, given: Json) -> bool:
        number = str(given.get("callback_query_id", ""))
        query = self.world.queries.pop(number, None)
        if query is None:
            raise Refusal.QUERY_TOO_OLD.refused()
        if len(given.get("text", "")) > CALLBACK_ANSWER_LIMIT:
            raise Refusal.CALLBACK_ANSWER_TOO_LONG.refused()
        url = given.get("url")
        if url and not url.startswith(f"https://t.me/{BOT['username']}?start="):
            raise Refusal.CALLBACK_URL.refused()
        self.world.callback_answers[number] = given
        return True

    def on_answerinlinequery(self, given: Json) -> bool:
        number = str(given.get("inline_query_id", ""))
        if self.world.queries.pop(number, None) is None:
            raise Refusal.QUERY_TOO_OLD.refused()
        results = given.get("results", [])
        ids = [str(one.get("id", "")) for one in results]
        if len(results) > INLINE_RESULTS_LIMIT:
            raise Refusal.RESULTS_TOO_MANY.refused()
        if len(set(ids)) < len(ids):
            raise Refusal.RESULT_ID_TWICE.refused()
        for one in results:
            if not 1 <= len(str(one["id"]).encode()) <= RESULT_ID_LIMIT:
                raise Refusal.RESULT_ID.refused()
            _check_result(one)
        self.world.inline_answers[number] = given
        return True


def _whole(given: Json, name: str) -> int:
    try:
        return int(given[name])
    except (KeyError, ValueError):
        raise Refusal.PARAMETER.refused(name) from None


def _text(given: Json, name: str, limit: int, kind: str) -> Json:
    raw = str(given.get(name, ""))
    mode = given.get("parse_mode")
    parsed = parse(raw) if mode == "HTML" else Parsed(raw.strip(), ())
    if kind == "message" and not parsed.text:
        raise Refusal.TEXT_EMPTY.refused()
    if units(parsed.text) > limit:
        raise _too_long(kind)
    entities = "entities" if kind == "message" else "caption_entities"
    shown: Json = {name: parsed.text} if parsed.text else {}
    if parsed.entities:
        shown[entities] = list(parsed.entities)
    return shown


def _check_result(result: Json) -> None:
    content = result.get("input_message_content")
    if not result.get("title") or not content:
        raise Refusal.RESULT_CONTENT.refused()
    said = {"text": content["message_text"], "parse_mode": content.get("parse_mode")}
    _text(said, "text", TEXT_LIMIT, "message")
    keyboards.check(result.get("reply_markup"))


def _without_reply(message: Json) -> Json:
    return {name: value for name, value in message.items() if name != "reply_to_message"}


def _too_long(kind: str) -> Refused:
    refusal = Refusal.TEXT_TOO_LONG if kind == "message" else Refusal.CAPTION_TOO_LONG
    return refusal.refused()
