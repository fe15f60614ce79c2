"""The way to Telegram: two connections, one for polls and one for everything else."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from telegram import Bot
from telegram.error import NetworkError
from telegram.request import HTTPXRequest

if TYPE_CHECKING:
    from bot.settings import TelegramSettings

CONNECTIONS = 100
"""As many as updates can be in hand, so that no answer waits for a connection."""
SECONDS = 5.0
DEFAULT_BASE = "https://api.telegram.org/bot"
DEFAULT_FILE_BASE = "https://api.telegram.org/file/bot"


class Request(HTTPXRequest):
    """Reads an answer that is not Telegram's as a broken network, and never logs what it held."""

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        try:
            found = json.loads(payload)
        except ValueError:
            raise NetworkError("not an answer of Telegram") from None
        if not isinstance(found, dict) or not found.keys() & {"result", "description"}:
            raise NetworkError("not an answer of Telegram")
        return found


@dataclass(frozen=True, slots=True)
class Connection:
    """The bot, and the request of its own that polls go through."""

    bot: Bot
    polls: Request


def connect(settings: TelegramSettings) -> Connection:
    """The connection of these settings; nothing is sent yet."""
    polls = Request(connection_pool_size=2, connect_timeout=SECONDS, pool_timeout=SECONDS)
    bot = Bot(
        settings.token or "",
        base_url=settings.base_url or DEFAULT_BASE,
        base_file_url=settings.base_file_url or DEFAULT_FILE_BASE,
        request=answers(),
        get_updates_request=polls,
    )
    return Connection(bot, polls)


def answers() -> Request:
    return Request(
        connection_pool_size=CONNECTIONS,
        connect_timeout=SECONDS,
        read_timeout=SECONDS,
        write_timeout=SECONDS,
        pool_timeout=6 * SECONDS,
    )
