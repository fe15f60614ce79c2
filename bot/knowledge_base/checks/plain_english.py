"""Our own sentences: short, without unexplained short forms, in words that do not hurt."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.knowledge_base.shapes import Problem
from bot.knowledge_base.walk import own_texts
from bot.library.model import Document, Learning, PageLink, Source, Term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.knowledge_base.fault import Path
    from bot.knowledge_base.sections import Sections

MOST_WORDS = 25
SENTENCE_END = re.compile(r"(?<=[.?!])\s+|\n")
SHORT_FORM = re.compile(r"\b[A-Z][A-Za-z]*[A-Z][A-Za-z]*\b")
EXPLAINED_HERE = re.compile(r"\(([A-Za-z]*[A-Z][A-Za-z]*)\)")
EVERYBODY_KNOWS = frozenset(
    {"UK", "AI", "GOV", "PDF", "NHS", "GP", "DVD", "ID", "II", "III", "IV", "OK"}
)
REPLACED = re.compile(r"(?:never|rather than|not|replaces|dropped) '([^']+)'")
AVOID = {
    "committed suicide": "died by suicide",
    "e.g.": "for example",
    "i.e.": "that is",
    "etc.": "and so on",
    "and/or": "say which",
    "in order to": "to",
    "utilise": "use",
    "prior to": "before",
}
NAMED_BY_OTHERS = (Document, PageLink, Source, Term)
"""Entries whose titles and labels are the names that other people gave."""


def sentences_are_short(sections: Sections) -> Iterator[Problem]:
    """No sentence of ours has over 25 words."""
    for path, text in _own_texts(sections):
        for sentence in SENTENCE_END.split(text):
            words = len(sentence.split())
            if words > MOST_WORDS:
                beginning = " ".join(sentence.split()[:6])
                message = f"a sentence of {words} words (“{beginning} …”); make two of it"
                yield Problem(path, message)


def abbreviations_are_explained(sections: Sections) -> Iterator[Problem]:
    """Every short form stands in the vocabulary, among the names, or is explained in its entry."""
    known = set(EVERYBODY_KNOWS)
    for term in sections.vocabulary:
        known |= set(SHORT_FORM.findall(" ".join((term.term, *term.synonyms))))
    for name in sections.names.values():
        known |= set(SHORT_FORM.findall(name))
    explained: dict[Path, set[str]] = {}
    texts = list(_own_texts(sections))
    for path, text in texts:
        explained.setdefault(path[:2], set()).update(EXPLAINED_HERE.findall(text))
    told: set[tuple[Path, str]] = set()
    for path, text in texts:
        for short_form in SHORT_FORM.findall(text):
            bare = short_form.removesuffix("s")
            if bare in known or bare in explained[path[:2]] or (path[:2], bare) in told:
                continue
            told.add((path[:2], bare))
            message = f"`{short_form}` is not explained; add it to the vocabulary or write it out"
            yield Problem(path, message)


def words_to_avoid(sections: Sections) -> Iterator[Problem]:
    """No text of ours has a word for which the vocabulary or plain English knows a better one."""
    avoid = dict(AVOID)
    for term in sections.vocabulary:
        avoid |= dict.fromkeys(REPLACED.findall(term.prefer or ""), term.prefer or "")
    if not avoid:
        return
    words = "|".join(rf"(?<!\w){re.escape(word)}(?!\w)" for word in avoid)
    pattern = re.compile(words, re.IGNORECASE)
    better = {word.casefold(): instead for word, instead in avoid.items()}
    for path, text in _own_texts(sections):
        for found in pattern.findall(text):
            yield Problem(path, f"avoid “{found}”; better: {better[found.casefold()]}")


def _own_texts(sections: Sections) -> Iterator[tuple[Path, str]]:
    for path, entry in sections.entries:
        for place, text in own_texts(entry, path):
            named_by_others = isinstance(entry, NAMED_BY_OTHERS) or (
                isinstance(entry, Learning) and place[-1] == "title"
            )
            if not named_by_others:
                yield place, text
