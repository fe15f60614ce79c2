"""The vocabulary: each term once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.knowledge_base.shapes import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.knowledge_base.sections import Sections


def terms_are_told_apart(sections: Sections) -> Iterator[Problem]:
    """No term is explained twice with the same meaning."""
    seen: set[tuple[str, str]] = set()
    for at, term in enumerate(sections.vocabulary):
        meaning = (term.term, term.expansion.casefold())
        if meaning in seen:
            message = f"`{term.term}` is explained twice in the same way; keep one of them"
            yield Problem(("vocabulary", at, "term"), message)
        seen.add(meaning)
