"""Plain values become the frozen dataclasses of the models, or every reason why not.

The shape of a file is the shape of its dataclass. Values are not converted: a number is no text
and a text is no number. Only a date is read from a text, and a member of a closed set from its
word. (Written by hand because it is part of every start: a general validator takes longer to
import than this takes to read the whole knowledge base.)
"""

# ruff: noqa: ANN401 - a shape is any type, and what stands in a file is any value
from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, NamedTuple, Union, get_args, get_origin, get_type_hints

from bot.knowledge_base.suggestion import did_you_mean
from bot.strict import Slotted

if TYPE_CHECKING:
    from bot.knowledge_base.fault import Path
    from bot.knowledge_base.marked_yaml import Value

DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Problem(NamedTuple):
    """What is wrong with the value at `path`, or with its name where `key` is true."""

    path: Path
    message: str
    key: bool = False


class Filling:
    """Local names for the placeholders in texts, such as `{area}`."""

    PLACEHOLDER = re.compile(r"\{([a-z_]*)\}")

    def __init__(self, names: Mapping[str, str]) -> None:
        self.names = names

    def fill(self, text: str, path: Path, problems: list[Problem]) -> str:
        filled = self.PLACEHOLDER.sub(lambda found: self.names.get(found[1], found[0]), text)
        if "{" in filled or "}" in filled:
            problems.append(Problem(path, self._complaint(filled)))
        return filled

    def _complaint(self, text: str) -> str:
        unknown = self.PLACEHOLDER.search(text)
        if not unknown:
            return "curly brackets are kept for local names such as `{area}`; use other brackets"
        hint = did_you_mean(unknown[1], self.names) or (
            "the names that can be used stand in the section `names`"
        )
        return f"`{unknown[0]}` is no name that we know; {hint}"


class Told(NamedTuple):
    """Where readers put what they find wrong, and what fills the placeholders."""

    problems: list[Problem]
    filling: Filling


Read = Callable[[Any, "Path", Told], Any]


def read_shape(shape: Any, value: Value, filling: Filling) -> tuple[Any, list[Problem]]:
    """`value` as `shape`, and what is wrong with it; the first counts only without the second."""
    told = Told([], filling)
    return reader(shape)(value, (), told), told.problems


@cache
def reader(shape: Any) -> Read:
    """The function that reads values of a type."""
    if shape in SIMPLE:
        return SIMPLE[shape]
    origin, arguments = get_origin(shape), get_args(shape)
    if origin in (Union, UnionType):
        (inner,) = (argument for argument in arguments if argument is not NoneType)
        return _optional(reader(inner))
    if origin is tuple:
        return _list(reader(arguments[0]))
    if origin is not None and issubclass(origin, Mapping):
        return _mapping(reader(arguments[1]))
    if is_dataclass(shape):
        return _Entry(shape).read
    if issubclass(shape, StrEnum):
        return _closed_set(shape)
    raise TypeError(f"no reader for {shape}")


def _text(value: Any, path: Path, told: Told) -> str:
    if type(value) is not str:
        told.problems.append(Problem(path, _not_a_text(value)))
        return ""
    text = value.strip()
    if not text:
        told.problems.append(Problem(path, "the text is empty; write it or delete the line"))
    if "{" in text or "}" in text:
        return told.filling.fill(text, path, told.problems)
    return text


def _slotted(value: Any, path: Path, told: Told) -> Slotted:
    """A text whose names are filled in now; the other slots are filled in when it is shown."""
    if type(value) is not str:
        return Slotted(_text(value, path, told))
    names = told.filling.names
    filled = Filling.PLACEHOLDER.sub(lambda found: names.get(found[1], found[0]), value)
    return Slotted(filled.strip())


def _not_a_text(value: Value) -> str:
    if value is None:
        return "the text is missing; write it or delete the line"
    if isinstance(value, list):
        return "one text is expected, not a list; take the dash away"
    if isinstance(value, dict):
        return "a text is expected; put it in quotes if it holds a colon"
    return "a text is expected; put it in quotes"


def _whole_number(value: Any, path: Path, told: Told) -> int:
    if type(value) is not int:
        told.problems.append(
            Problem(path, "a whole number is expected, such as 5, without quotes")
        )
        return 0
    return value


SWITCH = {"on": True, "off": False}


def _true_or_false(value: Any, path: Path, told: Told) -> bool:
    if type(value) is str and value in SWITCH:
        return SWITCH[value]
    if type(value) is not bool:
        told.problems.append(Problem(path, "write true or false, without quotes"))
        return False
    return value


def _date(value: Any, path: Path, told: Told) -> date:
    if type(value) is str and DATE.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            told.problems.append(Problem(path, f"there is no day {value}; correct the date"))
            return date.min
    told.problems.append(Problem(path, "a date is expected; write it as 2026-11-23"))
    return date.min


SIMPLE: dict[Any, Read] = {
    str: _text,
    Slotted: _slotted,
    int: _whole_number,
    bool: _true_or_false,
    date: _date,
}


def _closed_set(members: type[StrEnum]) -> Read:
    by_word = {str(member): member for member in members}

    def read(value: Any, path: Path, told: Told) -> StrEnum | None:
        if type(value) is str and value in by_word:
            return by_word[value]
        hint = did_you_mean(str(value), by_word)
        allowed = ", ".join(f"`{word}`" for word in by_word)
        message = f"`{value}` is not one of {allowed}" if _is_word(value) else f"write {allowed}"
        told.problems.append(Problem(path, f"{message}; {hint}" if hint else message))
        return None

    return read


def _is_word(value: Value) -> bool:
    return isinstance(value, str | int | float)


def _optional(inner: Read) -> Read:
    def read(value: Any, path: Path, told: Told) -> Any:
        return None if value is None else inner(value, path, told)

    return read


def _list(inner: Read) -> Read:
    def read(value: Any, path: Path, told: Told) -> tuple[Any, ...]:
        if type(value) is list:
            return tuple([inner(item, (*path, at), told) for at, item in enumerate(value)])
        told.problems.append(
            Problem(path, "a list is expected; start each entry on its own line with a dash")
        )
        return ()

    return read


def _mapping(inner: Read) -> Read:
    def read(value: Any, path: Path, told: Told) -> dict[str, Any]:
        if type(value) is dict:
            return {key: inner(item, (*path, key), told) for key, item in value.items()}
        told.problems.append(Problem(path, "lines of the form `name: value` are expected here"))
        return {}

    return read


class _Entry:
    """Reads the entries of one dataclass."""

    def __init__(self, shape: Any) -> None:
        hints = get_type_hints(shape)
        known = [field for field in fields(shape) if field.init]
        self.make = shape
        self.types = {field.name: hints[field.name] for field in known}
        self.readers: dict[str, Read] = {}
        self.required = frozenset(field.name for field in known if _is_required(field))

    def read(self, value: Any, path: Path, told: Told) -> Any:
        if type(value) is not dict:
            wanted = ", ".join(f"`{name}`" for name in self.types if name in self.required)
            message = f"an entry of lines `name: value` is expected here, with {wanted}"
            told.problems.append(Problem(path, message.removesuffix(", with ")))
            return None
        if not self.readers:
            self.readers = {name: reader(type_) for name, type_ in self.types.items()}
        readers, before = self.readers, len(told.problems)
        read = {
            name: readers[name](item, (*path, name), told)
            for name, item in value.items()
            if name in readers
        }
        if len(read) < len(value) or not self.required <= read.keys():
            told.problems.extend(self._wrong_names(value, path))
        return self.make(**read) if len(told.problems) == before else None

    def _wrong_names(self, value: dict[str, Value], path: Path) -> list[Problem]:
        missing = [name for name in self.types if name in self.required and name not in value]
        free = [name for name in self.types if name not in value]
        problems = []
        for name in (name for name in value if name not in self.types):
            hint = did_you_mean(name, free)
            cure = hint or f"the names here are {', '.join(self.types)}"
            problems.append(
                Problem((*path, name), f"`{name}` is not known here; {cure}", key=True)
            )
            missing = [other for other in missing if not hint or f"`{other}`" not in hint]
        problems.extend(
            Problem(path, f"`{name}` is missing in this entry; add a line `{name}: …`")
            for name in missing
        )
        return problems


def _is_required(field: Field[Any]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING
