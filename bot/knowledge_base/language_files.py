"""The language files of the knowledge base: read, and proved by their own sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.knowledge_base.fault import Fault, KnowledgeError
from bot.knowledge_base.marked_yaml import Unreadable, place_of, read_yaml
from bot.reading.facts import facts_of
from bot.reading.language import Document, language_of
from bot.reading.scope import Scope

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from bot.knowledge_base.files import TextFile
    from bot.reading.language import Example, Language, Way


def read_language(files: Sequence[TextFile]) -> Language:
    """The language that stands in the files, national first.

    Raises:
        KnowledgeError: something in them is wrong; it says everything that is.
    """
    language, faults = _read(files)
    if faults:
        raise KnowledgeError(faults)
    return language


def language_faults(files: Sequence[TextFile], today: date) -> list[Fault]:
    """Everything that is wrong in the files, each sentence that proves a list tried as well.

    Args:
        files: the language files.
        today: years in the sentences are compared with it.
    """
    try:
        language = read_language(files)
    except KnowledgeError as error:
        return list(error.faults)
    return list(_unproved(language, files, today))


def _read(files: Sequence[TextFile]) -> tuple[Language, list[Fault]]:
    documents: list[Document] = []
    faults: list[Fault] = []
    for file in files:
        try:
            value = read_yaml(file.text)
        except Unreadable as error:
            faults.append(Fault(file.name, error.line, error.column, error.message))
            value = {}
        documents.append(Document(_stem(file), value))
    language, problems = language_of(documents)
    faults += [_fault(files[one.document], one.way, one.message) for one in problems]
    return language, faults


def _unproved(language: Language, files: Sequence[TextFile], today: date) -> Iterator[Fault]:
    for example in language.examples:
        if _stands(language, example, today) != example.fires:
            cure = "nothing in this list stands" if example.fires else "this list stands"
            yield _fault(
                files[example.document],
                example.way,
                f"{cure} in “{example.sentence}”; mend the list or the sentence",
            )


def _stands(language: Language, example: Example, today: date) -> bool:
    text = language.read(example.sentence)
    marks = language.marks(text)
    section, _, path = example.list.partition("/")
    if section == "facts":
        question, _, option = path.partition("/")
        asked = question if example.fires else None
        fact = facts_of(Scope(text, marks, language, today), asked).get(question)
        return fact is not None and fact.option == option
    return any(
        name == example.list or name.startswith(f"{example.list}/")
        for name in marks
        if not name.endswith("/unless")
    )


def _stem(file: TextFile) -> str:
    return file.name.rpartition("/")[2].removesuffix(".yaml")


def _fault(file: TextFile, way: Way, message: str) -> Fault:
    line, column = place_of(file.text, way)
    return Fault(file.name, line, column, message)
