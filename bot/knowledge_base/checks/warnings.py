"""What is told to authors and never fails."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.knowledge_base.checks import freshness, plain_english

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from bot.knowledge_base.sections import Sections
    from bot.knowledge_base.shapes import Problem

WARNINGS: tuple[Callable[[Sections, date], Iterator[Problem]], ...] = (
    freshness.sources_were_checked_lately,
    freshness.sources_are_used,
    plain_english.sentences_are_short,
    plain_english.abbreviations_are_explained,
    plain_english.words_to_avoid,
)
