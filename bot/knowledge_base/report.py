"""The report for authors: what is wrong, what is worth a look, what a person must confirm."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from bot.knowledge_base.checks.faults import FAULTS
from bot.knowledge_base.checks.warnings import warnings
from bot.knowledge_base.fault import Fault, KnowledgeError
from bot.knowledge_base.language_files import language_faults
from bot.knowledge_base.loader import essential_faults, read_sections
from bot.library.points import FOR_PEOPLE, PointKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from bot.knowledge_base.loader import ReadSections
    from bot.knowledge_base.shapes import Problem


_GROUPS = {
    PointKind.PARTNERSHIP: "A person at the partnership",
    PointKind.MAINTAINERS: "For maintainers, never shown to a reader",
}


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """A point that nobody has settled: who can, under which heading, and where it stands."""

    kind: PointKind
    group: str
    fault: Fault


@dataclass(frozen=True, slots=True)
class Report:
    """What the checks found, each in the order of files and lines.

    Only `faults` hold the guide back. Where files cannot be read, the rest is not checked.
    """

    faults: tuple[Fault, ...] = ()
    warnings: tuple[Fault, ...] = ()
    to_confirm: tuple[OpenPoint, ...] = ()


def check_knowledge(folders: Sequence[Path], today: date) -> Report:
    """Everything that is to be said about the knowledge base in the folders."""
    try:
        read = read_sections(folders, whole=True)
    except KnowledgeError as error:
        return Report(faults=error.faults)
    faults = essential_faults(read)
    faults += language_faults(read.language, today)
    faults += _told(read, (problem for check in FAULTS for problem in check(read.sections)))
    return Report(
        _in_order(faults),
        _in_order(_told(read, warnings(read.sections, today))),
        tuple(_to_confirm(read)),
    )


def render(report: Report, *, to_confirm: bool = False) -> Iterator[str]:
    """The report as lines of text; `to_confirm` adds what a person must confirm, by who can."""
    yield from map(str, report.faults)
    for warning in report.warnings:
        yield f"{warning.file}:{warning.line}:{warning.column}: warning: {warning.message}"
    if to_confirm:
        yield from _by_who_can(report.to_confirm)
    people, maintainers = _split(report.to_confirm)
    yield (
        f"{_counted(len(report.faults), 'fault')}, "
        f"{_counted(len(report.warnings), 'warning')}, {len(people)} to confirm"
        f"{f', {len(maintainers)} for maintainers' if maintainers else ''}"
    )


def _by_who_can(points: Sequence[OpenPoint]) -> Iterator[str]:
    people, maintainers = _split(points)
    for group, of_group in groupby((*people, *maintainers), key=lambda one: one.group):
        some = tuple(of_group)
        yield f"{group} ({_counted(len(some), 'point')})"
        for one in some:
            yield f"  {one.fault.file}:{one.fault.line}:{one.fault.column}: {one.fault.message}"


def _split(points: Sequence[OpenPoint]) -> tuple[list[OpenPoint], list[OpenPoint]]:
    """What people outside can settle, and what is for those who keep the knowledge."""
    people = [one for one in points if one.kind in FOR_PEOPLE]
    return people, [one for one in points if one.kind not in FOR_PEOPLE]


def _told(read: ReadSections, problems: Iterable[Problem]) -> Iterator[Fault]:
    for problem in problems:
        yield read.joined.fault(problem.path, problem.message, key=problem.key)


def _to_confirm(read: ReadSections) -> Iterator[OpenPoint]:
    """The open points: page by page in the order of the pages, the partnership's, the others."""
    pages = read.sections.pages
    titles = {page.id: (page.title, page.url) for page in pages}
    order = {page.id: at for at, page in enumerate(pages)}
    found: list[tuple[int, OpenPoint]] = []
    for path, entry in read.sections.entries:
        point = getattr(entry, "to_confirm", None)
        if point is None or not point.open:
            continue
        name = getattr(entry, "id", None) or getattr(entry, "title", "")
        fault = read.joined.fault((*path, "to_confirm"), f"{name}: {point.point}", key=True)
        title, url = titles.get(point.page, (_GROUPS.get(point.kind, ""), None))
        group = f"{title}: {url or 'address not known'}" if point.page else title
        place = order.get(point.page, len(pages) + (point.kind is PointKind.MAINTAINERS))
        found.append((place, OpenPoint(point.kind, group, fault)))
    yield from (one for _, one in sorted(found, key=lambda one: (one[0], one[1].fault)))


def _in_order(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    return tuple(sorted(set(faults)))


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
