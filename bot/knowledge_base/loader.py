"""Folders of YAML become the knowledge of the guide, or everything that is wrong with them."""

from __future__ import annotations

from dataclasses import MISSING, dataclass, fields
from functools import cache
from typing import TYPE_CHECKING, Any, get_origin, get_type_hints

from bot.knowledge import Knowledge
from bot.knowledge_base.checks.criteria import what_cannot_be_proved
from bot.knowledge_base.checks.essentials import ESSENTIALS
from bot.knowledge_base.fault import Fault, KnowledgeError
from bot.knowledge_base.files import TextFile, read_files, shown, version_of
from bot.knowledge_base.joined import Joined
from bot.knowledge_base.local_rules import with_local_rules
from bot.knowledge_base.sections import Sections
from bot.knowledge_base.shapes import Filling, Problem, read_shape
from bot.library.model import Library, Term

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from bot.reading.language import Language

LATE = "vocabulary"
"""The section that is read when the first question is asked."""

SECTIONS: Mapping[str, bool] = {
    name: get_origin(shape) is tuple for name, shape in get_type_hints(Sections).items()
}
"""The sections that there are, and whether each is a list."""


@dataclass(frozen=True, slots=True)
class ReadSections:
    """The sections of the folders, each entry with its place, and the version of them all."""

    sections: Sections
    joined: Joined
    version: str
    late: tuple[TextFile, ...]
    language: tuple[TextFile, ...]


def read_knowledge(folders: Sequence[Path]) -> Knowledge:
    """The knowledge that stands in the folders, national first.

    Raises:
        KnowledgeError: something is wrong; it says everything that is.
    """
    read = read_sections(folders)
    faults = essential_faults(read)
    if faults:
        raise KnowledgeError(faults)
    return knowledge_of(read)


def essential_faults(read: ReadSections) -> list[Fault]:
    """What the guide could not be right with; the decision table is proved when all else holds."""
    problems = [problem for check in ESSENTIALS for problem in check(read.sections)]
    problems = problems or list(what_cannot_be_proved(read.sections))
    return [_fault(read.joined, problem) for problem in problems]


def read_sections(folders: Sequence[Path], *, whole: bool = False) -> ReadSections:
    """What stands in the folders, with the right shape; `whole` leaves nothing for later.

    Raises:
        KnowledgeError: a file cannot be read, or something has the wrong shape.
    """
    every, faults = read_files(folders)
    files = [file for file in every if not file.language]
    late = () if whole else tuple(file for file in files if file.holds_only(LATE))
    joined = Joined(SECTIONS)
    for file in files:
        if file not in late:
            joined.add(file)
    faults += joined.faults
    filling, names_faults = _filling(joined)
    sections, problems = read_shape(Sections, joined.value, filling)
    faults += names_faults
    faults += [_fault(joined, problem) for problem in problems if problem.path]
    if not faults:
        faults += _missing_sections(folders, joined)
    if faults:
        raise KnowledgeError(faults)
    return ReadSections(
        sections,
        joined,
        version_of(every),
        late,
        tuple(file for file in every if file.language),
    )


def knowledge_of(read: ReadSections) -> Knowledge:
    """The sections as the guide uses them."""
    sections = read.sections
    library = Library(
        topics=by_id(sections.topics),
        reviews=by_id(sections.reviews),
        learning=by_id(sections.learning),
        screens=by_id(sections.screens),
        themes=by_id(sections.themes),
        sources=by_id(sections.sources),
        contacts=by_id(sections.contacts),
        changes=tuple(sorted(sections.changes, key=lambda change: change.since, reverse=True)),
    )
    return Knowledge(
        version=read.version,
        names=sections.names,
        criteria=with_local_rules(sections.criteria, sections.local_rules),
        guidance=sections.guidance,
        first_screen=sections.first_screen,
        record=sections.record,
        library=library,
        vocabulary=_vocabulary(read),
        language=_language(read),
        out_of_scope=sections.out_of_scope,
        published_elsewhere=sections.published_elsewhere,
        public_people=sections.public_people,
    )


def by_id(entries: Sequence[Any]) -> dict[str, Any]:
    """The entries under their ids, in their order."""
    return {entry.id: entry for entry in entries}


def _filling(joined: Joined) -> tuple[Filling, list[Fault]]:
    names = joined.value.get("names")
    texts = {key: str(value) for key, value in names.items()} if isinstance(names, dict) else {}
    faults = [
        joined.fault(("names", key), "a name cannot be made of other names; write it out")
        for key, text in texts.items()
        if "{" in text or "}" in text
    ]
    return Filling(texts), faults


def _missing_sections(folders: Sequence[Path], joined: Joined) -> list[Fault]:
    where = shown(folders[-1]) if folders else "."
    return [
        Fault(where, 1, 1, f"no file has the section `{field.name}:`; write it in one of them")
        for field in fields(Sections)
        if field.default is MISSING and field.name not in joined.value
    ]


def _fault(joined: Joined, problem: Problem) -> Fault:
    return joined.fault(problem.path, problem.message, key=problem.key)


def _vocabulary(read: ReadSections) -> Callable[[], tuple[Term, ...]]:
    @cache
    def vocabulary() -> tuple[Term, ...]:
        return read.sections.vocabulary + read_late_terms(read)

    return vocabulary


def _language(read: ReadSections) -> Callable[[], Language]:
    @cache
    def language() -> Language:
        from bot.knowledge_base.language_files import (  # noqa: PLC0415  (first typed text only)
            read_language,
        )

        return read_language(read.language)

    return language


def read_late_terms(read: ReadSections) -> tuple[Term, ...]:
    """The terms of the files that were left for later.

    Raises:
        KnowledgeError: they are not as they should be.
    """
    if not read.late:
        return ()
    joined = Joined({LATE: True})
    for file in read.late:
        joined.add(file)
    terms, problems = read_shape(
        dict[str, tuple[Term, ...]], joined.value, Filling(read.sections.names)
    )
    faults = joined.faults + [_fault(joined, problem) for problem in problems]
    if faults:
        raise KnowledgeError(faults)
    found: tuple[Term, ...] = terms[LATE]
    return found
