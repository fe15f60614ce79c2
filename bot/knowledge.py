"""Everything that the guide may say, as one frozen model. `knowledge_base` is its only reader."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.criteria.model import Criteria
    from bot.library.model import Library, Term
    from bot.notification.first_screen import FirstScreen
    from bot.notification.model import Guidance
    from bot.notification.record import RecordWords
    from bot.reading.language import Language


@dataclass(frozen=True, kw_only=True)
class Knowledge:
    """The knowledge base, read and proved.

    Args:
        version: a short hash of every file read; shown on `about` and in records.
        names: words of the partnership, such as `area` ("Croydon") and `partnership`.
        criteria: the decision table and its questions.
        guidance: headlines, duties, steps and deadlines.
        first_screen: what the first screen of an outcome says, and when.
        record: what the record of what was done says, and when.
        library: cards, themes, sources, contacts and the log of changes.
        vocabulary: reads the terms; called once, when the first question is asked.
        language: reads the words and phrases of typed texts; called once, as above.
        out_of_scope: questions that must not be answered.
        published_elsewhere: names of reviews and inquiries of other areas, known to the public.
        public_people: people known to the public without one, such as authors of reports.
    """

    version: str
    names: Mapping[str, str]
    criteria: Criteria
    guidance: Guidance
    first_screen: FirstScreen
    record: RecordWords
    library: Library
    vocabulary: Callable[[], tuple[Term, ...]]
    language: Callable[[], Language]
    out_of_scope: tuple[str, ...] = field(default=())
    published_elsewhere: tuple[str, ...] = field(default=())
    public_people: tuple[str, ...] = field(default=())

    @cached_property
    def public_names(self) -> frozenset[str]:
        """Names that are known to the public: no case of the reader's, and no detail of one."""
        return frozenset((*self.published_elsewhere, *self.public_people))

    @cached_property
    def published_names(self) -> frozenset[str]:
        """Names under which reviews are published, here or elsewhere, and other public names."""
        cards = (*self.library.reviews.values(), *self.library.learning.values())
        return self.public_names.union(
            name for card in cards for name in (card.title, *card.aliases)
        )

    @cached_property
    def published_contacts(self) -> frozenset[str]:
        """The phone numbers and e-mails of services, which identify no child."""
        contacts = self.library.contacts.values()
        return frozenset(way for one in contacts for way in (one.phone, one.email) if way)
