"""The files of the guide, each broken in many places: every break is told where it is.

Each file is broken at places spread over it (the same ones each time) and read by itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from functools import cache
from pathlib import Path
from types import NoneType
from typing import TYPE_CHECKING, Any, TypeVar, get_args, get_type_hints
from zlib import crc32

import pytest
import yaml

from bot.knowledge_base.files import TextFile, read_files
from bot.knowledge_base.joined import Joined
from bot.knowledge_base.loader import SECTIONS
from bot.knowledge_base.report import check_knowledge
from bot.knowledge_base.sections import Sections
from bot.knowledge_base.shapes import Filling, read_shape

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.knowledge_base.fault import Fault

T = TypeVar("T")

ROOT = Path(__file__).parents[2] / "knowledge"
FOLDERS = [ROOT / "england", ROOT / "croydon"]
EVERY_FILE, UNREADABLE = read_files(FOLDERS)
FILES = [file for file in EVERY_FILE if not file.language]
NO_LIST = re.compile(r"^(?:criteria|guidance|names):", re.MULTILINE)
PLACES_IN_A_FILE = 8

every_file = pytest.mark.parametrize("file", FILES, ids=lambda file: Path(file.name).stem)


@dataclass(frozen=True)
class Spot:
    """One `key: value` of a file. `entry` is the mapping it stands in."""

    entry: yaml.MappingNode
    key: yaml.ScalarNode
    value: yaml.Node
    following: yaml.ScalarNode | None
    required: bool

    @property
    def line(self) -> int:
        return int(self.key.start_mark.line) + 1

    @property
    def value_line(self) -> int:
        return int(self.value.start_mark.line) + 1

    @property
    def has_others(self) -> bool:
        """The entry has other keys; without its only one it would be no entry at all."""
        return len(self.entry.value) > 1

    @property
    def entry_line(self) -> int:
        return int(self.entry.start_mark.line) + 1


def test_every_file_can_be_read() -> None:
    assert UNREADABLE == []
    assert [fault for file in FILES for fault in faults_of(file, file.text)] == []


def test_nothing_is_wrong_with_what_the_guide_says() -> None:
    report = check_knowledge(FOLDERS, date(2026, 11, 26))

    assert [str(fault) for fault in report.faults] == []


@every_file
def test_a_misspelt_name_is_told_at_its_line(file: TextFile) -> None:
    for spot in spread(file, spots(file)):
        start = spot.key.start_mark.index
        name = spot.key.value
        broken = f"{file.text[:start]}{name}x{file.text[start + len(name) :]}"

        assert spot.line in lines(file, broken), f"{name} in line {spot.line}"


def _whole_lines(text: str, start: int, end: int) -> tuple[int, int]:
    """The last lines of an entry, without a part of the lines around them."""
    line = len(text[:start].rstrip(" "))
    return (line if text[:line].endswith("\n") else start), len(text[:end].rstrip(" "))


@every_file
def test_a_missing_required_name_is_told_at_the_start_of_its_entry(file: TextFile) -> None:
    for spot in spread(file, [one for one in spots(file) if one.required and one.has_others]):
        start = spot.key.start_mark.index
        end = spot.following.start_mark.index if spot.following else spot.value.end_mark.index
        if not spot.following:
            start, end = _whole_lines(file.text, start, end)
        broken = file.text[:start] + file.text[end:]
        told = [str(fault) for fault in faults_of(file, broken)]

        places = {f"{file.name}:{spot.entry_line - above}:" for above in (0, 1)}
        missing = f"`{spot.key.value}` is missing"
        assert any(line.startswith(tuple(places)) and missing in line for line in told), told


@every_file
def test_a_value_of_the_wrong_type_is_told_at_its_line(file: TextFile) -> None:
    for spot in spread(file, spots(file)):
        wrong = "7.5" if isinstance(spot.value, yaml.CollectionNode) else "[[wrong]]"
        start = spot.value.start_mark.index
        end = start + len(file.text[start : spot.value.end_mark.index].rstrip())
        broken = f"{file.text[:start]}{wrong}{file.text[end:]}"

        assert {spot.line, spot.value_line} & lines(file, broken), f"{spot.key.value}: {wrong}"


@every_file
def test_a_deleted_line_does_no_harm_or_is_told_near_it(file: TextFile) -> None:
    whole = file.text.splitlines(keepends=True)
    for number in spread(file, range(len(whole))):
        broken = "".join(whole[:number] + whole[number + 1 :])
        faults = faults_of(file, broken)
        near = around(whole, number)

        header = not whole[number].startswith((" ", "-", "#", "\n"))
        told = {fault.line for fault in faults} | {begun_in(fault) for fault in faults}
        assert not faults or header or told & set(near), f"line {number + 1}: {faults}"


def faults_of(file: TextFile, text: str) -> list[Fault]:
    """What reading the file by itself complains of, when its text is this one."""
    joined = Joined(SECTIONS)
    for other in (file, *continued(file)):
        joined.add(TextFile(file.name, text) if other is file else other)
    _, problems = read_shape(Sections, joined.value, names())
    told = [joined.fault(one.path, one.message, key=one.key) for one in problems if one.path]
    return joined.faults + told


def begun_in(fault: Fault) -> int:
    """The line at which the thing begins that a line does not line up with."""
    return int(fault.message.partition("begins in line ")[2].rstrip(")") or 0)


def lines(file: TextFile, text: str) -> set[int]:
    faults = faults_of(file, text)
    assert {fault.file for fault in faults} <= {file.name}
    return {fault.line for fault in faults}


@cache
def continued(file: TextFile) -> list[TextFile]:
    """The other files in which a section of this file goes on that is no list."""
    own = set(NO_LIST.findall(file.text))
    return [one for one in FILES if one is not file and own & set(NO_LIST.findall(one.text))]


@cache
def names() -> Filling:
    texts = "\n".join(file.text for file in FILES if "\nnames:\n" in file.text)
    return Filling(yaml.safe_load(texts)["names"])


def around(whole: Sequence[str], number: int) -> range:
    """The lines from the beginning of the entry that a line stands in to that of the next."""
    starts = [at for at, line in enumerate(whole) if line.startswith(("  - ", "- "))]
    begin = max((at for at in starts if at < number), default=0)
    end = min((at for at in starts if at > number), default=len(whole))
    return range(begin + 1, end + 3)


def spread(file: TextFile, things: Sequence[T]) -> Sequence[T]:
    """Some of the things, spread over all of them."""
    step = max(1, len(things) // PLACES_IN_A_FILE)
    return things[crc32(file.name.encode()) % step :: step]


@cache
def spots(file: TextFile) -> list[Spot]:
    return list(spots_of(yaml.compose(file.text, Loader=yaml.SafeLoader), Sections))


def spots_of(node: Any, shape: Any) -> Iterator[Spot]:  # noqa: ANN401 - nodes and shapes of any kind
    """Every `key: value` of an entry whose names are fixed by a model."""
    arguments = [argument for argument in get_args(shape) if argument is not NoneType]
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from spots_of(item, arguments[0])
    elif not is_dataclass(shape) and arguments:
        yield from spots_of(node, arguments[0])
    elif isinstance(node, yaml.MappingNode) and is_dataclass(shape):
        yield from spots_of_entry(node, shape)


def spots_of_entry(node: yaml.MappingNode, shape: Any) -> Iterator[Spot]:  # noqa: ANN401 - see above
    types = get_type_hints(shape)
    required = {field.name for field in fields(shape) if field.default is field.default_factory}
    keys = [key for key, _ in node.value]
    for (key, value), following in zip(node.value, [*keys[1:], None], strict=True):
        if shape is not Sections:
            yield Spot(node, key, value, following, key.value in required)
        yield from spots_of(value, types[key.value])
