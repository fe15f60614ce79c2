"""Telegram's HTML, read as strictly as Telegram reads it."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from tests.channels.telegram.server.refusals import RAW_LIMIT, Refusal, units

_KINDS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "code": "code",
    "pre": "pre",
    "a": "text_link",
    "blockquote": "blockquote",
    "tg-spoiler": "spoiler",
}
_TOKEN = re.compile(r"<(/?)([a-zA-Z0-9-]*)([^<>]*)>|&(#?\w+);|<|[^<&]+|&")
_ATTRIBUTE = re.compile(r'\s+([a-z-]+)(?:="([^"]*)")?')
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}


@dataclass(frozen=True)
class Parsed:
    text: str
    entities: tuple[dict[str, object], ...]


@dataclass
class _Open:
    tag: str
    at: int
    entity: dict[str, object]


def parse(raw: str) -> Parsed:
    """The text and its entities; refused with Telegram's words when the markup is wrong."""
    if len(raw.encode()) > RAW_LIMIT:
        raise Refusal.TEXT_TOO_LONG.refused()
    reading = _Reading()
    for token in _TOKEN.finditer(raw):
        reading.take(token, raw)
    if reading.open:
        tag = reading.open[-1].tag
        raise Refusal.ENTITIES.refused(f'Can\'t find end tag corresponding to start tag "{tag}"')
    return _trimmed(reading)


class _Reading:
    def __init__(self) -> None:
        self.text: list[str] = []
        self.length = 0
        self.open: list[_Open] = []
        self.entities: list[dict[str, object]] = []

    def take(self, token: re.Match[str], raw: str) -> None:
        whole = token[0]
        if token[4]:
            self.add(_character(token[4], whole))
        elif whole[0] != "<":
            self.add(whole)
        elif token[2] is None:
            at = len(raw[: token.start()].encode())
            raise Refusal.ENTITIES.refused(f"Unclosed start tag at byte offset {at}")
        elif token[1]:
            self.close(token[2].lower(), len(raw[: token.start()].encode()))
        else:
            self.start(token[2].lower(), token[3], len(raw[: token.start()].encode()))

    def add(self, text: str) -> None:
        self.text.append(text)
        self.length += units(text)

    def start(self, tag: str, attributes: str, at: int) -> None:
        if tag not in _KINDS:
            raise Refusal.ENTITIES.refused(f'Unsupported start tag "{tag}" at byte offset {at}')
        found = dict(_ATTRIBUTE.findall(attributes))
        if _ATTRIBUTE.sub("", attributes).strip():
            raise Refusal.ENTITIES.refused(f"Unexpected end of name token at byte offset {at}")
        entity: dict[str, object] = {"type": _KINDS[tag]}
        if tag == "a":
            entity["url"] = html.unescape(found.get("href", ""))
        if tag == "blockquote" and "expandable" in found:
            entity["type"] = "expandable_blockquote"
        if tag == "blockquote" and any(one.tag == tag for one in self.open):
            raise Refusal.ENTITIES.refused("Nested blockquotes are not allowed")
        self.open.append(_Open(tag, self.length, entity))

    def close(self, tag: str, at: int) -> None:
        if not self.open:
            raise Refusal.ENTITIES.refused(f"Unexpected end tag at byte offset {at}")
        last = self.open.pop()
        if last.tag != tag:
            raise Refusal.ENTITIES.refused(
                f'Unmatched end tag at byte offset {at}, expected "</{last.tag}>", found "</{tag}>"'
            )
        if self.length > last.at:
            self.entities.append(
                {**last.entity, "offset": last.at, "length": self.length - last.at}
            )


def _character(name: str, whole: str) -> str:
    if name.startswith("#"):
        return html.unescape(whole)
    return _NAMED.get(name, whole)


def _trimmed(reading: _Reading) -> Parsed:
    text = "".join(reading.text)
    lead = units(text) - units(text.lstrip())
    kept = []
    for entity in sorted(reading.entities, key=lambda one: int(str(one["offset"]))):
        url = entity.get("url")
        if entity["type"] == "text_link" and not str(url).startswith(
            ("http://", "https://", "tg://", "mailto:")
        ):
            continue
        kept.append({**entity, "offset": int(str(entity["offset"])) - lead})
    return Parsed(text.strip(), tuple(kept[:100]))
