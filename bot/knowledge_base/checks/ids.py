"""Ids and codes: well formed, and each given once."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from bot.knowledge_base.shapes import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.knowledge_base.fault import Path
    from bot.knowledge_base.sections import Sections
    from bot.library.model import Card

KEBAB_CASE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
CODE = re.compile(r"[a-z0-9]")
WITH_IDS = ("topics", "reviews", "learning", "screens", "themes", "sources", "contacts", "pages")


def ids_are_well_formed(sections: Sections) -> Iterator[Problem]:
    """An id that can enter an address is kebab-case."""
    for section in WITH_IDS:
        for at, entry in enumerate(getattr(sections, section)):
            if not KEBAB_CASE.fullmatch(entry.id):
                message = f"`{entry.id}` is no id; use small letters, digits and single hyphens"
                yield Problem((section, at, "id"), message)


def ids_are_given_once(sections: Sections) -> Iterator[Problem]:
    """No two entries of a kind have the same id."""
    for section in WITH_IDS:
        yield from _twice((section,), getattr(sections, section), "id")
    national: Path = ("criteria", "rules")
    rules = [((*national, at), rule) for at, rule in enumerate(sections.criteria.rules)]
    rules += [(("local_rules", at), rule) for at, rule in enumerate(sections.local_rules)]
    yield from _twice_at(rules, "id")
    yield from _twice(("criteria", "questions"), sections.criteria.questions, "id")
    yield from _twice(("criteria", "criteria"), sections.criteria.criteria, "id")
    for at, question in enumerate(sections.criteria.questions):
        yield from _twice(("criteria", "questions", at, "options"), question.options, "id")
    for name in ("duties", "you_do_now", "council_does", "also_if", "deadlines", "roles"):
        yield from _twice(("guidance", name), getattr(sections.guidance, name), "id")
    for at, role in enumerate(sections.guidance.roles):
        yield from _twice(("guidance", "roles", at, "steps"), role.steps, "id")


def codes_are_single_and_unique(sections: Sections) -> Iterator[Problem]:
    """A question and each of its options has a letter or digit of its own in addresses."""
    questions = sections.criteria.questions
    path: Path = ("criteria", "questions")
    yield from _codes(path, questions)
    for at, question in enumerate(questions):
        yield from _codes((*path, at, "options"), question.options)


def cards_are_told_apart(sections: Sections) -> Iterator[Problem]:
    """No two cards share a title, another name or an example question."""
    first: dict[str, Card] = {}
    for section in ("topics", "reviews", "learning", "screens"):
        for at, card in enumerate(getattr(sections, section)):
            for path, words in _names_of(card, (section, at)):
                other = first.setdefault(_folded(words), card)
                if other is not card:
                    message = (
                        f"`{words}` stands at `{other.address}` too; a question asked in these "
                        "words has one answer, so keep it on one card"
                    )
                    yield Problem(path, message)


def _names_of(card: Card, path: Path) -> Iterator[tuple[Path, str]]:
    yield (*path, "title"), card.title
    for name in ("aliases", "examples"):
        for at, words in enumerate(getattr(card, name)):
            yield (*path, name, at), words


def _folded(words: str) -> str:
    return " ".join(words.casefold().strip(" ?.!").split())


def _codes(path: Path, entries: tuple[Any, ...]) -> Iterator[Problem]:
    for at, entry in enumerate(entries):
        if not CODE.fullmatch(entry.code):
            message = f"`{entry.code}` is no code; use one small letter or one digit"
            yield Problem((*path, at, "code"), message)
    yield from _twice(path, entries, "code")


def _twice(path: Path, entries: Iterable[Any], name: str) -> Iterator[Problem]:
    return _twice_at([((*path, at), entry) for at, entry in enumerate(entries)], name)


def _twice_at(entries: Iterable[tuple[Path, Any]], name: str) -> Iterator[Problem]:
    places: dict[str, list[Path]] = defaultdict(list)
    for path, entry in entries:
        places[getattr(entry, name)].append(path)
    for given, paths in places.items():
        for path in paths[1:]:
            message = f"the {name} `{given}` is given to another entry too; choose another one"
            yield Problem((*path, name), message)
