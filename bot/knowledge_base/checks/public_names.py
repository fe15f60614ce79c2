"""Names that are known to the public: whole names, each once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.knowledge_base.shapes import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.knowledge_base.sections import Sections

_FEWEST_WORDS = 2


def public_names_are_whole_and_given_once(sections: Sections) -> Iterator[Problem]:
    """No public name is a first name alone, which may be any child's, and none stands twice."""
    seen: set[str] = set()
    for section in ("published_elsewhere", "public_people"):
        for at, name in enumerate(getattr(sections, section)):
            if len(name.replace("-", " ").split()) < _FEWEST_WORDS:
                message = f"`{name}` may be any child's name; give the whole name"
                yield Problem((section, at), message)
            if name.casefold() in seen:
                yield Problem((section, at), f"`{name}` stands here twice; keep one of them")
            seen.add(name.casefold())
