"""The way to Telegram: two connections, one for polls and one for everything else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

from telegram import Bot

from bot.channels.telegram.request import LeanRequest, ProxiedRequest

if TYPE_CHECKING:
    from telegram.request import BaseRequest

    from bot.settings import TelegramSettings

CONNECTIONS = 100
"""As many as updates can be in hand, so that no answer waits for a connection."""
SECONDS = 5.0
DEFAULT_BASE = "https://api.telegram.org/bot"
DEFAULT_FILE_BASE = "https://api.telegram.org/file/bot"


@dataclass(frozen=True, slots=True)
class Connection:
    """The bot, and the request of its own that polls go through."""

    bot: Bot
    polls: BaseRequest


def connect(settings: TelegramSettings) -> Connection:
    """The connection of these settings; nothing is sent yet."""
    base_url = settings.base_url or DEFAULT_BASE
    polls = _request(base_url, 2)
    bot = Bot(
        settings.token or "",
        base_url=base_url,
        base_file_url=settings.base_file_url or DEFAULT_FILE_BASE,
        request=_request(base_url, CONNECTIONS),
        get_updates_request=polls,
    )
    return Connection(bot, polls)


def _request(base_url: str, connections: int) -> BaseRequest:
    if _behind_proxy(base_url):
        return ProxiedRequest(
            connection_pool_size=connections,
            connect_timeout=SECONDS,
            read_timeout=SECONDS,
            write_timeout=SECONDS,
            pool_timeout=6 * SECONDS,
        )
    return LeanRequest(base_url, connections, SECONDS)


def _behind_proxy(url: str) -> bool:
    parts = urlsplit(url)
    proxies = getproxies()
    known = parts.scheme in proxies or "all" in proxies
    return known and not proxy_bypass(parts.hostname or "")
