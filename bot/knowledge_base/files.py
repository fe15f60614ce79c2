"""The files of the knowledge base, found and read as text."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from bot.knowledge_base.fault import Fault

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

LANGUAGE = "language"
"""The folder of words and phrases, within each folder of the knowledge base."""

BYTE_ORDER_MARK = "\ufeff"
AT_THE_MARGIN = re.compile(r"^[^\s#\-].*", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class TextFile:
    """A file as its author sees it. `name` is what messages call it.

    `language`: it stands in a folder `language`, so it holds words and phrases and no sections.
    """

    name: str
    text: str
    language: bool = False

    def holds_only(self, section: str) -> bool:
        """Whether no other section stands in the file; told without parsing it."""
        if f"{section}:" not in self.text:
            return False
        margin = [line.partition("#")[0].strip() for line in AT_THE_MARGIN.findall(self.text)]
        return margin == [f"{section}:"]


def read_files(folders: Sequence[Path]) -> tuple[list[TextFile], list[Fault]]:
    """Every YAML file below the folders, in order of folder and path, and what cannot be read."""
    files: list[TextFile] = []
    faults: list[Fault] = []
    for folder in folders:
        if not folder.is_dir():
            faults.append(Fault(shown(folder), 1, 1, "there is no such folder; correct its name"))
        for path in sorted(folder.rglob("*.y*ml")):
            if path.name.startswith(".") or path.is_dir():
                continue
            file = _read(path)
            if isinstance(file, Fault):
                faults.append(file)
            else:
                inside = path.parent.relative_to(folder).parts[:1] == (LANGUAGE,)
                files.append(replace(file, language=inside))
    return files, faults


def read_text(path: Path) -> TextFile | Fault:
    """A text file in UTF-8, or why it is none."""
    name = shown(path)
    if path.exists() and not path.is_file():
        return Fault(name, 1, 1, "this is no plain file; move it out of the folder")
    try:
        content = path.read_bytes()
    except OSError as error:
        return Fault(name, 1, 1, f"the file cannot be read ({error.strerror})")
    try:
        return TextFile(name, content.decode().removeprefix(BYTE_ORDER_MARK))
    except UnicodeDecodeError as error:
        before = content[: error.start].decode(errors="replace")
        line, column = before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
        message = "this character is not in UTF-8; save the file in the encoding UTF-8"
        return Fault(name, line, column, message)


def version_of(files: Iterable[TextFile]) -> str:
    """A short hash: the same for the same texts, whatever folder they stand in."""
    whole = sha256()
    for file in files:
        whole.update(sha256(file.text.encode()).digest())
    return whole.hexdigest()[:10]


def shown(path: Path) -> str:
    """The path as an author in the current folder would write it."""
    try:
        return path.absolute().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()


def _read(path: Path) -> TextFile | Fault:
    if path.suffix != ".yaml":
        return Fault(shown(path), 1, 1, "only files that end in .yaml are read; rename the file")
    return read_text(path)
