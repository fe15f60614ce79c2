"""The language files: what people type, in lists that an author edits. Each folder may add to each list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.knowledge_base.fault import Fault, KnowledgeError
from bot.knowledge_base.files import read_text
from bot.knowledge_base.marked_yaml import Unreadable, place_of, read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from bot.knowledge_base.files import TextFile

FOLDER = "language"


def read_language(folders: Sequence[Path]) -> dict[str, dict[str, Any]]:
    """The lists of each file by its name without .yaml, those of all folders together.

    Raises:
        KnowledgeError: a file cannot be read, or holds something else than lists and tables.
    """
    read: dict[str, dict[str, Any]] = {}
    faults: list[Fault] = []
    for name, file in language_files(folders):
        if isinstance(file, Fault):
            faults.append(file)
            continue
        try:
            faults += _joined(read.setdefault(name, {}), file)
        except Unreadable as error:
            faults.append(Fault(file.name, error.line, error.column, error.message))
    if faults:
        raise KnowledgeError(faults)
    return read


def language_files(folders: Sequence[Path]) -> Iterator[tuple[str, TextFile | Fault]]:
    """The language files of the folders, national first, each with its name."""
    for folder in folders:
        for path in sorted((folder / FOLDER).glob("*.yaml")):
            yield path.stem, read_text(path)


def _joined(lists: dict[str, Any], file: TextFile) -> Iterator[Fault]:
    document = read_yaml(file.text)
    if not isinstance(document, dict):
        yield Fault(
            file.name, 1, 1, "a language file is made of lists with names, such as `body:`"
        )
        return
    for name, value in document.items():
        if isinstance(value, list):
            lists[name] = [*lists.get(name, ()), *value]
        elif isinstance(value, dict):
            lists[name] = {**lists.get(name, {}), **value}
        else:
            line, column = place_of(file.text, (name,), key=True)
            yield Fault(
                file.name, line, column, f"`{name}` must be a list, such as `{name}: [a, b]`"
            )
