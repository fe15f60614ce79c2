"""The report for authors: what is wrong, what is worth a look, what a person must confirm."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.knowledge_base.checks.faults import FAULTS
from bot.knowledge_base.checks.warnings import warnings
from bot.knowledge_base.fault import Fault, KnowledgeError
from bot.knowledge_base.language_files import language_faults
from bot.knowledge_base.loader import essential_faults, read_sections

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from bot.knowledge_base.loader import ReadSections
    from bot.knowledge_base.shapes import Problem


@dataclass(frozen=True, slots=True)
class Report:
    """What the checks found, each in the order of files and lines.

    Only `faults` hold the guide back. Where files cannot be read, the rest is not checked.
    """

    faults: tuple[Fault, ...] = ()
    warnings: tuple[Fault, ...] = ()
    to_confirm: tuple[Fault, ...] = ()


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
        _in_order(_to_confirm(read)),
    )


def render(report: Report, *, to_confirm: bool = False) -> Iterator[str]:
    """The report as lines of text; `to_confirm` adds what a person must confirm."""
    yield from map(str, report.faults)
    for warning in report.warnings:
        yield f"{warning.file}:{warning.line}:{warning.column}: warning: {warning.message}"
    if to_confirm:
        for open_point in report.to_confirm:
            yield f"{open_point.file}:{open_point.line}:{open_point.column}: to confirm: {open_point.message}"
    yield (
        f"{_counted(len(report.faults), 'fault')}, "
        f"{_counted(len(report.warnings), 'warning')}, {len(report.to_confirm)} to confirm"
    )


def _told(read: ReadSections, problems: Iterable[Problem]) -> Iterator[Fault]:
    for problem in problems:
        yield read.joined.fault(problem.path, problem.message, key=problem.key)


def _to_confirm(read: ReadSections) -> Iterator[Fault]:
    for path, entry in read.sections.entries:
        confirm = getattr(entry, "confirm", None)
        if confirm:
            name = getattr(entry, "id", None) or getattr(entry, "title", "")
            yield read.joined.fault((*path, "confirm"), f"{name}: {confirm}", key=True)


def _in_order(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    return tuple(sorted(set(faults)))


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
