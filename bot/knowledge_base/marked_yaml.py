"""Restricted YAML, read fast, with the line and column of everything on request.

Only text, `true`, `false`, `null`, whole numbers and numbers such as 1.5. So `no` is the word
"no", 12:30 is a text and 010 is not eight. Anchors, aliases, tags, merge keys, keys given twice
and a second document are refused.
"""

# ruff: noqa: ANN401 - the two parsers have no type in common, nor have their events
from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NoReturn

import yaml

from bot.knowledge_base.yaml_words import TOLD_FROM_THE_BEGINNING, in_plain_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.knowledge_base.fault import Path

PARSER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's parser where PyYAML has it; the slower one gives the same events."""

Scalar = str | int | float | bool | None
Value = Scalar | list["Value"] | dict[str, "Value"]

DEEPEST = 24
"""No card needs as many levels; a hostile file might exhaust the stack."""

WORDS: dict[str, Scalar] = {"true": True, "false": False, "null": None, "~": None, "": None}
NUMBER_STARTS = frozenset("-0123456789")
WHOLE_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,17})")
DECIMAL_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,8})\.[0-9]{1,8}")

REFUSED = frozenset(
    map(chr, (*range(10), 11, 12, *range(14, 32), *range(127, 160), 0x2028, 0x2029, 0xFEFF))
)
"""Tabs, control characters, a lost byte order mark, and line ends that editors do not count."""


class Unreadable(Exception):  # noqa: N818 - it says what the text is, as an author would
    """The text is no restricted YAML. `line` and `column` are counted from 1."""

    def __init__(self, line: int, column: int, message: str) -> None:
        self.line = line
        self.column = column
        self.message = message
        super().__init__(f"{line}:{column}: {message}")


def read_yaml(text: str) -> Value:
    """The value of the one document in `text`."""
    _refuse_characters(text)
    parser = PARSER(text)
    try:
        return _Reading(parser).document()
    except yaml.MarkedYAMLError as error:
        raise _in_plain_words(error) from None
    except yaml.YAMLError as error:
        raise Unreadable(1, 1, f"this is not YAML ({error})") from None
    finally:
        parser.dispose()


def place_of(text: str, path: Path, *, key: bool = False) -> tuple[int, int]:
    """Line and column of what `path` leads to, or of the nearest thing around it.

    `text` was read before without a complaint. `key` asks for the last name on the path, not for
    what stands behind it.
    """
    node = _nodes(text)
    mark = node.start_mark
    for number, step in enumerate(path, start=1):
        found = _step_into(node, step)
        if found is None:
            break
        name, node = found
        name_wanted = isinstance(node, yaml.CollectionNode) or (key and number == len(path))
        mark = name.start_mark if name and (name_wanted or node.value == "") else node.start_mark
    return mark.line + 1, mark.column + 1


@lru_cache(maxsize=128)
def _nodes(text: str) -> Any:
    """The text with its marks; kept, since a file with one fault often has more."""
    parser = PARSER(text)
    try:
        return parser.get_single_node()
    finally:
        parser.dispose()


class _Reading:
    """One pass over the events of one text."""

    def __init__(self, parser: Any) -> None:
        self.next_event: Callable[[], Any] = parser.get_event

    def document(self) -> Value:
        self.next_event()
        start = self.next_event()
        if isinstance(start, yaml.StreamEndEvent):
            raise Unreadable(1, 1, "the file is empty; fill it or delete it")
        if start.version or start.tags:
            _refuse(start, "a line that starts with `%` is not used here; delete it")
        value = self.value(self.next_event(), DEEPEST)
        self.next_event()
        following = self.next_event()
        if not isinstance(following, yaml.StreamEndEvent):
            _refuse(following, "a second document starts here; delete the line `---`")
        return value

    def value(self, event: Any, levels: int) -> Value:
        kind = type(event)
        if kind is yaml.AliasEvent:
            _refuse(event, "`*` has a meaning of its own in YAML; put the text in quotes")
        _refuse_marks(event)
        if kind is yaml.ScalarEvent:
            return _scalar(event)
        if not levels:
            _refuse(event, "this is nested too deeply; use fewer levels")
        if kind is yaml.MappingStartEvent:
            return self.mapping(levels - 1)
        return self.list_(levels - 1)

    def mapping(self, levels: int) -> dict[str, Value]:
        found: dict[str, Value] = {}
        next_event = self.next_event
        while type(event := next_event()) is not yaml.MappingEndEvent:
            key = _key(event)
            if key in found:
                _refuse(event, f"`{key}` is given twice in the same entry; keep one of them")
            found[key] = self.value(next_event(), levels)
        return found

    def list_(self, levels: int) -> list[Value]:
        found: list[Value] = []
        next_event = self.next_event
        while type(event := next_event()) is not yaml.SequenceEndEvent:
            found.append(self.value(event, levels))
        return found


def _scalar(event: Any) -> Scalar:
    text: str = event.value
    if not event.implicit[0]:
        if event.style == '"' and _first_refused(text) is not None:
            _refuse(event, "this text holds a character that cannot be shown; take it out")
        return text
    if text in WORDS:
        return WORDS[text]
    if text[0] in NUMBER_STARTS:
        if WHOLE_NUMBER.fullmatch(text):
            return int(text)
        if DECIMAL_NUMBER.fullmatch(text):
            return float(text)
    return text


def _key(event: Any) -> str:
    if not isinstance(event, yaml.ScalarEvent):
        _refuse(event, "a name is expected here; if this is a text, put it in quotes")
    _refuse_marks(event)
    key: str = event.value
    if key == "<<":
        _refuse(event, "entries cannot be merged with `<<`; write the lines out")
    return key


def _refuse_marks(event: Any) -> None:
    if event.anchor is not None:
        _refuse(event, "`&` has a meaning of its own in YAML; put the text in quotes")
    if event.tag is not None:
        _refuse(event, "`!` has a meaning of its own in YAML; put the text in quotes")


def _refuse(event: Any, message: str) -> NoReturn:
    mark = event.start_mark
    raise Unreadable(mark.line + 1, mark.column + 1, message)


def _refuse_characters(text: str) -> None:
    at = _first_refused(text)
    if at is None:
        return
    before = text[:at]
    line = len(re.findall(r"\r\n|\r|\n", before)) + 1
    column = at - max(before.rfind("\n"), before.rfind("\r"))
    if text[at] == "\t":
        raise Unreadable(line, column, "a tab stands here; use spaces")
    number = f"U+{ord(text[at]):04X}"
    raise Unreadable(line, column, f"a character that cannot be shown ({number}); take it out")


def _first_refused(text: str) -> int | None:
    places = [text.index(character) for character in REFUSED if character in text]
    try:
        text.encode()
    except UnicodeEncodeError as half_a_character:
        places.append(half_a_character.start)
    return min(places, default=None)


def _in_plain_words(error: yaml.MarkedYAMLError) -> Unreadable:
    problem, surroundings = str(error.problem or ""), str(error.context or "")
    begin, noticed = error.context_mark, error.problem_mark or error.context_mark
    message = in_plain_words(problem, surroundings)
    if begin and any(words in problem for words in TOLD_FROM_THE_BEGINNING):
        noticed = begin
    elif begin and noticed and begin.line < noticed.line:
        message += f" (what it should line up with begins in line {begin.line + 1})"
    line, column = (noticed.line + 1, noticed.column + 1) if noticed else (1, 1)
    return Unreadable(line, column, message)


def _step_into(node: yaml.Node, step: str | int) -> tuple[yaml.Node | None, yaml.Node] | None:
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int):
        return (None, node.value[step]) if step < len(node.value) else None
    if isinstance(node, yaml.MappingNode):
        return next(((key, value) for key, value in node.value if key.value == step), None)
    return None
