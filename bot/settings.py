"""What an operator may switch: config.yaml, and the environment for all that is secret."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bot.knowledge_base.fault import Fault
from bot.knowledge_base.files import read_text
from bot.knowledge_base.marked_yaml import Unreadable, place_of, read_yaml
from bot.knowledge_base.shapes import Filling, Problem, read_shape
from bot.strict import Strict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from bot.knowledge_base.files import TextFile

TOKEN = re.compile(r"[0-9]{5,20}:[A-Za-z0-9_-]{20,99}")
SECRET_NAME = re.compile(
    r"^[^\S\n]{0,40}[\"']?\w{0,40}(?:token|secret|password)\w{0,40}[\"']?\s{0,40}:",
    re.MULTILINE | re.IGNORECASE,
)
WEBHOOK_SECRET = re.compile(r"[A-Za-z0-9_-]{16,256}")
"""What Telegram's Bot API takes as `secret_token`."""

HOST = re.compile(r"\*|(?:\*\.)?[A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\]")
HIGHEST_PORT = 65535


class SettingsError(Exception):
    """The guide cannot start with these settings. Says everything that is wrong."""

    def __init__(self, messages: Iterable[str]) -> None:
        self.messages = tuple(messages)
        super().__init__("\n".join(self.messages))


@dataclass(frozen=True, slots=True, kw_only=True)
class TelegramSettings:
    """How the guide meets Telegram. Secrets and personal ids never show in a representation."""

    inline_mode: bool = False
    messages_per_minute: int = 30
    token: str | None = field(default=None, repr=False)
    base_url: str | None = None
    base_file_url: str | None = None
    webhook_url: str | None = None
    webhook_secret: str | None = field(default=None, repr=False)
    allowed_users: frozenset[int] = field(default=frozenset(), repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class WebSettings(Strict):
    """Where the web page is served. `public_url` is how readers reach it from outside."""

    host: str = "127.0.0.1"
    port: int = 8080
    public_url: str | None = None
    trusted_hosts: tuple[str, ...] = ("localhost", "127.0.0.1", "[::1]")
    frame_ancestors: tuple[str, ...] = ("'self'",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything that can be switched. `knowledge` are the folders, national first.

    `encoder` says whether texts are also compared by their vectors.
    """

    knowledge: tuple[Path, ...]
    telegram: TelegramSettings
    web: WebSettings
    encoder: bool = True


@dataclass(frozen=True, kw_only=True)
class _TelegramSection(Strict):
    inline_mode: bool = False
    messages_per_minute: int = 30


@dataclass(frozen=True, kw_only=True)
class _Configuration(Strict):
    knowledge: tuple[str, ...] = ("knowledge/england", "knowledge/croydon")
    encoder: bool = True
    telegram: _TelegramSection = _TelegramSection()
    web: WebSettings = WebSettings()


def read_settings(config_path: Path, environment: Mapping[str, str]) -> Settings:
    """The settings of a configuration file and of the environment, which goes before it.

    Raises:
        SettingsError: something is wrong; it says everything that is.
    """
    configuration, faults = _read_configuration(config_path)
    messages = [str(fault) for fault in sorted(faults)]
    given = {name: value.strip() for name, value in environment.items() if value.strip()}
    messages += [f"{name} in the environment: {wrong}" for name, wrong in _wrong(given)]
    if messages:
        raise SettingsError(messages)
    return _settings(configuration, config_path.parent, given)


def _settings(file: _Configuration, folder: Path, given: Mapping[str, str]) -> Settings:
    return Settings(
        knowledge=tuple(folder / name for name in file.knowledge),
        encoder=file.encoder,
        telegram=TelegramSettings(
            inline_mode=file.telegram.inline_mode,
            messages_per_minute=file.telegram.messages_per_minute,
            token=given.get("BOT_TOKEN"),
            base_url=given.get("BOT_BASE_URL"),
            base_file_url=given.get("BOT_BASE_FILE_URL"),
            webhook_url=given.get("BOT_WEBHOOK_URL"),
            webhook_secret=given.get("BOT_WEBHOOK_SECRET"),
            allowed_users=frozenset(map(int, _listed(given.get("BOT_ALLOWED_USERS", "")))),
        ),
        web=replace(
            file.web,
            host=given.get("BOT_HOST", file.web.host),
            port=int(given.get("BOT_PORT", file.web.port)),
        ),
    )


def _read_configuration(path: Path) -> tuple[_Configuration, list[Fault]]:
    file = read_text(path)
    if isinstance(file, Fault):
        return _Configuration(), [file]
    secrets = list(_secrets(file))
    if secrets:
        return _Configuration(), secrets
    try:
        value = read_yaml(file.text)
    except Unreadable as error:
        return _Configuration(), [Fault(file.name, error.line, error.column, error.message)]
    configuration, problems = read_shape(_Configuration, value, Filling({}))
    if not problems:
        problems = list(_out_of_bounds(configuration))
    return configuration, [_fault(file, problem) for problem in problems]


def _secrets(file: TextFile) -> Iterator[Fault]:
    message = (
        "no token or other secret stands in this file: take it out, give it in the environment "
        "as BOT_TOKEN (or BOT_WEBHOOK_SECRET), and ask BotFather for a new token if others "
        "could read this one"
    )
    for found in (TOKEN.search(file.text), SECRET_NAME.search(file.text)):
        if found:
            start = found.end() - len(found[0].lstrip())
            line = file.text.count("\n", 0, start) + 1
            yield Fault(file.name, line, start - file.text.rfind("\n", 0, start), message)


def _out_of_bounds(file: _Configuration) -> Iterator[Problem]:
    if file.telegram.messages_per_minute < 1:
        yield Problem(("telegram", "messages_per_minute"), "at least 1 is needed")
    if not 1 <= file.web.port <= HIGHEST_PORT:
        yield Problem(("web", "port"), f"a port is a number from 1 to {HIGHEST_PORT}")
    if file.web.public_url and not _is_web_address(file.web.public_url):
        yield Problem(("web", "public_url"), "write it as https://guide.example.org")
    for number, host in enumerate(file.web.trusted_hosts):
        if not HOST.fullmatch(host):
            message = "write the name of a host alone, without https:// or a path"
            yield Problem(("web", "trusted_hosts", number), message)
    if not file.knowledge:
        yield Problem(("knowledge",), "name at least one folder")


def _wrong(given: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Names of the environment with what is wrong with their values; never the values."""
    if "BOT_TOKEN" in given and not re.fullmatch(
        r"[0-9]{1,20}:[A-Za-z0-9_-]{1,99}", given["BOT_TOKEN"]
    ):
        yield "BOT_TOKEN", "this is no token; copy the whole of it from BotFather"
    for name in ("BOT_BASE_URL", "BOT_BASE_FILE_URL"):
        if name in given and not _is_web_address(given[name]):
            yield name, "write it as https://…"
    yield from _wrong_webhook(given)
    port = given.get("BOT_PORT", "1")
    if not re.fullmatch(r"[0-9]{1,5}", port) or not 1 <= int(port) <= HIGHEST_PORT:
        yield "BOT_PORT", f"a port is a number from 1 to {HIGHEST_PORT}"
    users = _listed(given.get("BOT_ALLOWED_USERS", ""))
    if not all(re.fullmatch(r"[0-9]{1,19}", user) for user in users):
        yield "BOT_ALLOWED_USERS", "write the numbers of the users with commas between them"


def _wrong_webhook(given: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    url, secret = given.get("BOT_WEBHOOK_URL"), given.get("BOT_WEBHOOK_SECRET")
    if url and not url.startswith("https://"):
        yield "BOT_WEBHOOK_URL", "Telegram calls only addresses that start with https://"
    if url and not secret:
        yield "BOT_WEBHOOK_SECRET", "a webhook needs a secret, so that only Telegram can call it"
    if url and not _is_web_address(url):
        yield "BOT_WEBHOOK_URL", "write it as https://guide.example.org/telegram"
    if secret and not WEBHOOK_SECRET.fullmatch(secret):
        yield "BOT_WEBHOOK_SECRET", "use 16 to 256 letters, digits, - and _"


def _is_web_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        _ = parts.port  # read here, since a port that is none is only told when it is read
    except ValueError:
        return False
    plain = not re.search(r"[\s{}]", url)
    return plain and parts.scheme in ("http", "https") and bool(parts.hostname)


def _listed(text: str) -> list[str]:
    return [item.strip() for item in text.split(",") if item.strip()]


def _fault(file: TextFile, problem: Problem) -> Fault:
    line, column = place_of(file.text, problem.path, key=problem.key)
    return Fault(file.name, line, column, problem.message)
