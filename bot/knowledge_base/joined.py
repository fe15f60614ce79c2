"""The sections of many files as one document."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from bot.knowledge_base.fault import Fault
from bot.knowledge_base.marked_yaml import Unreadable, place_of, read_yaml
from bot.knowledge_base.suggestion import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.knowledge_base.fault import Path
    from bot.knowledge_base.files import TextFile
    from bot.knowledge_base.marked_yaml import Value


class Origin(NamedTuple):
    """Where a joined value comes from: its file, and the way to it in there."""

    file: TextFile
    path: Path


class Joined:
    """Lists of all files one after the other, mappings merged, and where each entry comes from.

    Args:
        sections: the sections that exist; True for those that are lists.
    """

    def __init__(self, sections: Mapping[str, bool]) -> None:
        self.sections = sections
        self.value: dict[str, Value] = {}
        self.origins: dict[Path, Origin] = {}
        self.faults: list[Fault] = []
        self.files: dict[str, list[TextFile]] = defaultdict(list)

    def add(self, file: TextFile) -> None:
        """Join the sections of a file to those of the files before it."""
        try:
            document = read_yaml(file.text)
        except Unreadable as error:
            self.faults.append(Fault(file.name, error.line, error.column, error.message))
            return
        if not isinstance(document, dict):
            message = "a file starts with the name of a section, such as `topics:`"
            self.faults.append(Fault(file.name, 1, 1, message))
            return
        for section, value in document.items():
            self._add_section(file, section, value)

    def fault(self, path: Path, message: str, *, key: bool = False) -> Fault:
        """What is wrong with the joined value at `path`, told at its place in its file."""
        origin = self.origins.get(path[:2]) or self.origins[path[:1]]
        others = self.files[str(path[0])][1:] if len(path) == 1 else ()
        if others:
            where = " and ".join(file.name for file in others)
            message = f"{message} (`{path[0]}` goes on in {where})"
        whole_path = (*origin.path, *path[len(origin.path) :])
        line, column = place_of(origin.file.text, whole_path, key=key)
        return Fault(origin.file.name, line, column, message)

    def _add_section(self, file: TextFile, section: str, value: Value) -> None:
        if section not in self.sections:
            hint = did_you_mean(section, self.sections)
            cure = hint or f"the sections are {', '.join(self.sections)}"
            self._refuse(file, (section,), f"`{section}` is no section; {cure}")
        elif self.sections[section]:
            self._join_list(file, section, value)
        else:
            self._join_mapping(file, section, value)

    def _join_list(self, file: TextFile, section: str, value: Value) -> None:
        joined = self.value.setdefault(section, [])
        if not isinstance(value, list) or not isinstance(joined, list):
            message = f"`{section}` is a list; start each entry on its own line with a dash"
            self._refuse(file, (section,), message)
            return
        for at in range(len(value)):
            self.origins[section, len(joined) + at] = Origin(file, (section, at))
        joined.extend(value)

    def _join_mapping(self, file: TextFile, section: str, value: Value) -> None:
        joined = self.value.setdefault(section, {})
        self.files[section].append(file)
        self.origins.setdefault((section,), Origin(file, (section,)))
        if not isinstance(value, dict) or not isinstance(joined, dict):
            message = f"`{section}` is made of lines `name: value`, without dashes"
            self._refuse(file, (section,), message)
            return
        for key in value:
            if key in joined:
                message = f"`{key}` is given in another file too; keep one of them"
                self._refuse(file, (section, key), message)
            self.origins[section, key] = Origin(file, (section, key))
        joined.update(value)

    def _refuse(self, file: TextFile, path: Path, message: str) -> None:
        line, column = place_of(file.text, path, key=True)
        self.faults.append(Fault(file.name, line, column, message))
