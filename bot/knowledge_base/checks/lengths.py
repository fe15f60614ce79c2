"""Texts: short enough for every channel."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from bot.criteria.model import Option
from bot.knowledge_base.shapes import Problem
from bot.knowledge_base.walk import own_texts
from bot.library.model import Card, PageLink, Part, Theme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.knowledge_base.sections import Sections
    from bot.strict import Strict

LONGEST_PARAGRAPH = 3500
"""Telegram takes 4096 UTF-16 units in a message; a paragraph is never cut in two."""

LONGEST_BUTTON = 64
"""More letters than this are cut off on the button of a phone."""

LONGEST_ANSWER = 45
MOST_SENTENCES = 3
LONGEST_FURTHER_BLOCK = 50
SENTENCE_END = re.compile(r"[.?](?=\s|$)")

LONGEST_LINK = 120
LONGEST_TITLE = 160


def texts_fit_every_channel(sections: Sections) -> Iterator[Problem]:
    """A paragraph fits into one message, and what stands on a button can be read there."""
    for path, entry in sections.entries:
        if isinstance(entry, Option) and len(entry.label) > LONGEST_BUTTON:
            yield _too_long((*path, "label"), LONGEST_BUTTON)
        if isinstance(entry, PageLink) and len(entry.label) > LONGEST_LINK:
            yield _too_long((*path, "label"), LONGEST_LINK)
        if isinstance(entry, Card | Theme) and len(entry.title) > LONGEST_TITLE:
            yield _too_long((*path, "title"), LONGEST_TITLE)
        for place, text in _paragraphs(entry, path):
            if utf16_units(text) > LONGEST_PARAGRAPH:
                yield _too_long(place, LONGEST_PARAGRAPH)


def answers_are_short(sections: Sections) -> Iterator[Problem]:
    """A plain answer is three sentences, and what is not folded below it is one short block."""
    for at, topic in enumerate(sections.topics):
        summary = topic.summary or ""
        if _words(summary) > LONGEST_ANSWER or len(SENTENCE_END.findall(summary)) > MOST_SENTENCES:
            message = (
                f"an answer has at most {MOST_SENTENCES} sentences and {LONGEST_ANSWER} words; "
                "start with the fact that is asked for, and put the rest below a heading"
            )
            yield Problem(("topics", at, "summary"), message)
        shown = takewhile(lambda part: not part.heading, topic.body)
        if sum(_words(part.text, *part.bullets, *part.steps, part.quote) for part in shown) > (
            LONGEST_FURTHER_BLOCK
        ):
            message = (
                f"at most {LONGEST_FURTHER_BLOCK} words stand above the first heading; "
                "put a `heading` before the rest, which is then folded"
            )
            yield Problem(("topics", at, "body"), message)


def _words(*texts: str | None) -> int:
    return sum(len((text or "").split()) for text in texts)


def utf16_units(text: str) -> int:
    """How long Telegram finds a text."""
    return len(text) + sum(character > "\uffff" for character in text)


def _paragraphs(
    entry: Strict, path: tuple[str | int, ...]
) -> Iterator[tuple[tuple[str | int, ...], str]]:
    yield from own_texts(entry, path)
    if isinstance(entry, Part) and entry.quote:
        yield (*path, "quote"), entry.quote


def _too_long(path: tuple[str | int, ...], longest: int) -> Problem:
    return Problem(path, f"this is longer than {longest} characters; shorten it or split it")
