"""The sections that the files of the knowledge base are made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from bot.criteria.model import Criteria, Rule
from bot.knowledge_base.walk import entries
from bot.library.model import (
    Change,
    Contact,
    Learning,
    Review,
    ScreenCard,
    Source,
    Term,
    Theme,
    Topic,
)
from bot.library.points import Page
from bot.notification.first_screen import FirstScreen
from bot.notification.model import Guidance
from bot.notification.record import RecordWords
from bot.strict import Strict

if TYPE_CHECKING:
    from bot.knowledge_base.walk import Entry


@dataclass(frozen=True, kw_only=True)
class Sections(Strict):
    """All sections, each joined from all files, as their authors wrote them.

    `criteria` is the national table; the partnership's own rules stand apart in `local_rules`.
    """

    names: Mapping[str, str]
    criteria: Criteria
    guidance: Guidance
    first_screen: FirstScreen
    record: RecordWords
    topics: tuple[Topic, ...]
    reviews: tuple[Review, ...] = ()
    learning: tuple[Learning, ...] = ()
    screens: tuple[ScreenCard, ...] = ()
    themes: tuple[Theme, ...] = ()
    sources: tuple[Source, ...]
    contacts: tuple[Contact, ...] = ()
    changes: tuple[Change, ...] = ()
    vocabulary: tuple[Term, ...] = ()
    out_of_scope: tuple[str, ...] = ()
    published_elsewhere: tuple[str, ...] = ()
    public_people: tuple[str, ...] = ()
    local_rules: tuple[Rule, ...] = ()
    pages: tuple[Page, ...] = ()

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """Every entry of every section, with the way to it."""
        return tuple(entries(self))
