"""Writing a few values into a YAML file without disturbing anything else in it.

A value is cut out and put in at the marks that the parser gives, so comments, order, blank lines and
quotes elsewhere stay byte for byte. After each cut the new text is read again and must hold exactly
the wanted value, or nothing is written.
"""

from __future__ import annotations

import json
import os
import re
import tempfile
from contextlib import suppress
from copy import deepcopy
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from bot.knowledge_base.files import BYTE_ORDER_MARK
from bot.knowledge_base.marked_yaml import PARSER, Unreadable, read_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.knowledge_base.marked_yaml import Value

Way = tuple[str | int, ...]
"""The names and numbers that lead to an entry."""

_PLAIN = re.compile(r"[A-Za-z0-9][\w .,/:?=&%+@~;()-]*")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class SplicingError(Exception):
    """The value could not be written; the text is as it was."""


def spliced(text: str, way: Way, values: Mapping[str, str], without: Sequence[str] = ()) -> str:
    """The text with these values in the entry that `way` leads to.

    A value that stands there is replaced, another is added at the end of the entry.

    Args:
        text: restricted YAML.
        way: leads to an entry of lines `name: value`.
        values: what to write.
        without: names whose lines are taken out.
    """
    wanted = deepcopy(read_yaml(text))
    entry = _entry(wanted, way)
    for name, value in values.items():
        entry[name] = value
        text = _with_value(text, way, name, value)
    for name in without:
        if entry.pop(name, None) is not None:
            text = _without_lines(text, way, name)
    try:
        holds = read_yaml(text)
    except Unreadable as error:
        raise SplicingError(f"this entry cannot be written to ({error})") from None
    if holds != wanted:
        raise SplicingError("this entry is written in a form that cannot be changed by itself")
    return text


def write_whole(path: Path, text: str) -> None:
    """Put the text in place of the file in one move: whoever breaks off leaves the old or the new."""
    target = path.resolve()
    mark = (
        BYTE_ORDER_MARK.encode()
        if target.read_bytes().startswith(BYTE_ORDER_MARK.encode())
        else b""
    )
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(mark + text.encode())
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(target.stat().st_mode & 0o7777)
        Path(name).replace(target)
    except BaseException:
        with suppress(FileNotFoundError):
            Path(name).unlink()
        raise


def read_whole(path: Path) -> str:
    """The text of a file with its own line ends, to be given to `spliced`."""
    return path.read_bytes().decode().removeprefix(BYTE_ORDER_MARK)


def _entry(value: Value, way: Way) -> dict[str, Value]:
    found: Any = value
    try:
        for step in way:
            found = found[step]
    except (KeyError, IndexError, TypeError):
        found = None
    if not isinstance(found, dict):
        raise SplicingError("there is no such entry any more")
    return found


def _node(text: str, way: Way) -> yaml.MappingNode:
    parser = PARSER(text)
    try:
        node = parser.get_single_node()
    finally:
        parser.dispose()
    for step in way:
        node = node.value[step] if isinstance(step, int) else _value_of(node, step)
    if not isinstance(node, yaml.MappingNode) or node.flow_style:
        raise SplicingError("this entry stands in curly brackets; write it on lines of its own")
    return node


def _value_of(node: yaml.MappingNode, name: str) -> yaml.Node:
    found: yaml.Node = next(value for key, value in node.value if key.value == name)
    return found


def _with_value(text: str, way: Way, name: str, value: str) -> str:
    node = _node(text, way)
    lines = text.splitlines(keepends=True)
    if any(key.value == name for key, _ in node.value):
        old = _value_of(node, name)
        start, end = old.start_mark, old.end_mark
        if not isinstance(old, yaml.ScalarNode) or start.line != end.line or not old.value:
            raise SplicingError(f"`{name}` stands on several lines; change it by hand")
        line = lines[start.line]
        lines[start.line] = line[: start.column] + written(value) + line[end.column :]
        return "".join(lines)
    at = _last_line(node, lines) + 1
    end_of_line = "\r\n" if lines[0].endswith("\r\n") else "\n"
    if not lines[at - 1].endswith("\n"):
        lines[at - 1] += end_of_line
    indent = " " * node.value[0][0].start_mark.column
    lines.insert(at, f"{indent}{name}: {written(value)}{end_of_line}")
    return "".join(lines)


def _without_lines(text: str, way: Way, name: str) -> str:
    node = _node(text, way)
    lines = text.splitlines(keepends=True)
    key, value = next(pair for pair in node.value if pair[0].value == name)
    if key is node.value[0][0]:
        raise SplicingError(f"`{name}` is the first line of its entry; take it out by hand")
    del lines[key.start_mark.line : _last_line(value, lines) + 1]
    return "".join(lines)


def _last_line(node: yaml.Node, lines: list[str]) -> int:
    """The last line that belongs to a value; blank lines and remarks after it do not."""
    while isinstance(node, yaml.CollectionNode) and node.value and not node.flow_style:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    start, end = node.start_mark, node.end_mark
    at = int(end.line) if end.column and lines[end.line][: end.column].strip() else end.line - 1
    if isinstance(node, yaml.ScalarNode) and not node.value:
        at = int(start.line)
    while at > start.line and not lines[at].strip():
        at -= 1
    return max(at, int(start.line))


def written(value: str) -> str:
    """A text as it stands in YAML: plain where nothing can be mistaken, else in quotes."""
    plain = _PLAIN.fullmatch(value) and ": " not in value and not value.endswith((":", " "))
    if not plain or (_means_something(value) and not _DATE.fullmatch(value)):
        return json.dumps(value, ensure_ascii=False)
    return value


def _means_something(value: str) -> bool:
    """Read back alone, it would be no text but a number or a truth value."""
    return read_yaml(f"- {value}") != [value]
