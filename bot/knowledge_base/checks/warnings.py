"""What is told to authors and never fails."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.knowledge_base.checks import freshness, plain_english, unused

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from bot.knowledge_base.sections import Sections
    from bot.knowledge_base.shapes import Problem


def warnings(sections: Sections, today: date) -> Iterator[Problem]:
    """Everything that is worth a look on this day."""
    yield from freshness.sources_were_checked_lately(sections, today)
    yield from unused.sources_are_used(sections)
    yield from unused.themes_lead_somewhere(sections)
    yield from plain_english.sentences_are_short(sections)
    yield from plain_english.abbreviations_are_explained(sections)
    yield from plain_english.words_to_avoid(sections)
