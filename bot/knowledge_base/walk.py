"""Every entry and every text of the sections, with the way to it."""

from __future__ import annotations

from dataclasses import fields
from functools import cache
from typing import TYPE_CHECKING, Any

from bot.strict import Strict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.knowledge_base.fault import Path

Entry = tuple["Path", Strict]

OWN_WORDS = frozenset(
    {
        "after",
        "basis",
        "before",
        "bullets",
        "caution",
        "confirm",
        "council_decides",
        "counter_example",
        "counting_note",
        "danger_line",
        "date_note",
        "example",
        "explanation",
        "heading",
        "help",
        "introduction",
        "label",
        "local",
        "meaning",
        "note",
        "sensitive",
        "short",
        "steps",
        "summary",
        "text",
        "title",
        "what",
        "why",
        "words",
    }
)
"""Fields whose texts are written by us and shown. A quotation is not among them."""


def entries(thing: Any, path: Path = ()) -> Iterator[Entry]:  # noqa: ANN401 - any value of a model
    """Every entry below `thing`, itself first."""
    if isinstance(thing, Strict):
        yield path, thing
        for name in names_of(thing):
            value = getattr(thing, name)
            if isinstance(value, tuple | Strict):
                yield from entries(value, (*path, name))
    elif isinstance(thing, tuple) and thing and isinstance(thing[0], Strict):
        for at, item in enumerate(thing):
            yield from entries(item, (*path, at))


def names_of(entry: Strict) -> tuple[str, ...]:
    """The names of an entry's fields."""
    shape: Any = type(entry)
    return _names(shape)


def own_texts(entry: Strict, path: Path) -> Iterator[tuple[Path, str]]:
    """The texts of one entry that are our own words and are shown."""
    for name in names_of(entry):
        if name in OWN_WORDS:
            yield from _texts(getattr(entry, name), (*path, name))


def _texts(value: object, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, tuple):
        for at, item in enumerate(value):
            if isinstance(item, str):
                yield (*path, at), item


@cache
def _names(shape: Any) -> tuple[str, ...]:  # noqa: ANN401 - any class of a model
    return tuple(field.name for field in fields(shape))
