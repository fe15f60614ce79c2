"""Cards: reviews, national learning, topics and screens, and what they stand on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import ClassVar

from bot.library.points import ToConfirm
from bot.strict import Strict


class Status(StrEnum):
    """`to-confirm`: its point is open. `confirmed`: the sources, or a person, carry it."""

    CONFIRMED = "confirmed"
    TO_CONFIRM = "to-confirm"


class Read(StrEnum):
    """How much of a source was read."""

    WHOLE = "whole"
    EXCERPT = "excerpt"
    MENTIONED = "mentioned"


class ReviewKind(StrEnum):
    SPR = "SPR"
    SCR = "SCR"
    THEMATIC = "thematic"


class Standing(StrEnum):
    """Whether a piece of national learning is still the one to use."""

    CURRENT = "current"
    HISTORIC = "historic"
    SUPERSEDED = "superseded"


class AgeGroup(StrEnum):
    UNDER_1 = "under-1"
    FROM_1_TO_4 = "1-4"
    FROM_5_TO_10 = "5-10"
    FROM_11_TO_15 = "11-15"
    FROM_16_TO_17 = "16-17"
    FROM_18 = "18-plus"


class ContactRole(StrEnum):
    """What a contact is for on a first screen, whatever a partnership calls it."""

    FRONT_DOOR = "front_door"
    OUT_OF_HOURS = "out_of_hours"
    CHILD_DEATH = "child_death"
    CHILD_DEATH_FORM = "child_death_form"


@dataclass(frozen=True, kw_only=True)
class Source(Strict):
    """A page or a law that carries a statement.

    `linked: false` marks an address that is printed but never linked (a former site whose paths
    no longer lead where they did). `grade` is the strength of the source: A statute, B an official
    body's own page, C a local page that relays it, D old or weak. `reached` is the day on which the
    command `links` last opened the address; it says nothing about the statement.
    """

    id: str
    title: str
    publisher: str
    checked: date
    grade: str
    url: str | None = None
    linked: bool = True
    read: Read = Read.EXCERPT
    reached: date | None = None


@dataclass(frozen=True, kw_only=True)
class Contact(Strict):
    """A way to reach someone. `confirm` is the mark that a reader sees beside it.

    `short` is the name that stands before its number inside a line. `role` is what first screens
    know it by. `opens` and `closes`, such as "09:00", hold on every working day.
    """

    id: str
    label: str
    short: str | None = None
    role: ContactRole | None = None
    opens: str | None = None
    closes: str | None = None
    sources: tuple[str, ...]
    checked: date
    status: Status
    phone: str | None = None
    email: str | None = None
    hours: str | None = None
    note: str | None = None
    confirm: str | None = None
    to_confirm: ToConfirm | None = None
    page: PageLink | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class PageLink(Strict):
    """A link shown to the reader. `what` says what the page is, above all when it is not the report.

    From the day `until` on the page holds what is meant no longer, and the link is gone.
    """

    label: str
    url: str
    what: str = ""
    reached: date | None = None
    until: date | None = None

    def leads_on(self, today: date) -> bool:
        """The link is shown on this day."""
        return self.until is None or today < self.until


@dataclass(frozen=True, kw_only=True)
class Theme(Strict):
    id: str
    title: str
    aliases: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Dated(Strict):
    """A statement that changes on a day: `before` is said up to its eve, `after` from it on."""

    day: date
    before: str
    after: str

    def on(self, today: date) -> str:
        """What is true on this day."""
        return self.before if today < self.day else self.after


@dataclass(frozen=True, kw_only=True)
class Part(Strict):
    """One part of a card's text: exactly one of the six is given."""

    text: str | None = None
    heading: str | None = None
    bullets: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    quote: str | None = None
    dated: Dated | None = None
    source: str | None = None


@dataclass(frozen=True, kw_only=True)
class Card(Strict):
    """What every card has.

    `summary` is the short answer; `body` what follows it. `sources` are ids of sources.
    `to_confirm` is required when `status` is to-confirm; a reader sees `confirm` alone. `examples` are questions in practitioners'
    words that this card answers; `aliases` are other names of it; `search_words` help to find the
    card and are never shown.
    """

    kind: ClassVar[str] = "card"

    id: str
    title: str
    summary: str | None = None
    body: tuple[Part, ...] = ()
    sources: tuple[str, ...]
    checked: date
    status: Status
    confirm: str | None = None
    to_confirm: ToConfirm | None = None
    themes: tuple[str, ...] = ()
    links: tuple[PageLink, ...] = ()
    contacts: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    search_words: tuple[str, ...] = ()

    @property
    def address(self) -> str:
        return f"{self.kind}_{self.id}"


@dataclass(frozen=True, kw_only=True)
class Topic(Card):
    kind: ClassVar[str] = "topic"


@dataclass(frozen=True, kw_only=True)
class Document(Strict):
    """A document of a review. `url` is None where its own address was not found."""

    title: str
    type: str
    url: str | None = None
    note: str | None = None
    reached: date | None = None


@dataclass(frozen=True, kw_only=True)
class Review(Card):
    kind: ClassVar[str] = "review"

    review_kind: ReviewKind
    area: str
    published: date
    date_note: str | None = None
    age_groups: tuple[AgeGroup, ...] = ()
    documents: tuple[Document, ...] = ()
    sensitive: str | None = None


@dataclass(frozen=True, kw_only=True)
class Learning(Card):
    """National learning, or a review of another area that is asked for as if it were national."""

    kind: ClassVar[str] = "learning"

    publisher: str
    published: str
    year: int | None = None
    document_kind: str
    standing: Standing
    age_groups: tuple[AgeGroup, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ScreenCard(Card):
    """The words of a fixed screen (`start`, `privacy`, …) and the questions that ask for it."""

    kind: ClassVar[str] = "screen"

    @property
    def address(self) -> str:
        return self.id


@dataclass(frozen=True, kw_only=True)
class Term(Strict):
    """What practitioners type, what it means, and what else they say for it.

    `exact_case` marks a short form that is also an ordinary word and counts only as written.
    `prefer` is the wording that a reply uses; synonyms are for finding only.
    """

    term: str
    expansion: str
    category: str
    synonyms: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    exact_case: bool = False
    ambiguous_with: tuple[str, ...] = ()
    prefer: str | None = None
    note: str | None = None


@dataclass(frozen=True, kw_only=True)
class Change(Strict):
    """One entry of the log of guidance changes. `criteria_version` is set when the criteria changed."""

    since: date
    title: str
    what: str
    sources: tuple[str, ...] = ()
    cards: tuple[str, ...] = ()
    criteria_version: int | None = None
    fingerprint: str | None = None
    status: Status = Status.CONFIRMED
    confirm: str | None = None
    to_confirm: ToConfirm | None = None


@dataclass(frozen=True, kw_only=True)
class Library(Strict):
    """Every card, by address, with its themes, sources and contacts."""

    topics: Mapping[str, Topic]
    reviews: Mapping[str, Review]
    learning: Mapping[str, Learning]
    screens: Mapping[str, ScreenCard]
    themes: Mapping[str, Theme]
    sources: Mapping[str, Source]
    contacts: Mapping[str, Contact]
    changes: tuple[Change, ...] = field(default=())
    """Newest first."""

    def cards(self) -> tuple[Card, ...]:
        return self._cards

    def contact(self, role: ContactRole) -> Contact:
        """The contact of a role; the check of the knowledge base proves that there is one."""
        return self._by_role[role]

    @cached_property
    def _by_role(self) -> Mapping[ContactRole, Contact]:
        return {one.role: one for one in self.contacts.values() if one.role is not None}

    @cached_property
    def _cards(self) -> tuple[Card, ...]:
        return (*self.topics.values(), *self.reviews.values(), *self.learning.values())

    @cached_property
    def of_kind(self) -> Mapping[str, tuple[Card, ...]]:
        """The cards of each kind, newest first where they have a date."""
        reviews, learning = self.reviews.values(), self.learning.values()
        return {
            "reviews": tuple(sorted(reviews, key=lambda one: one.published, reverse=True)),
            "learning": tuple(sorted(learning, key=lambda one: one.year or 0, reverse=True)),
            "topics": tuple(self.topics.values()),
        }

    @cached_property
    def naming(self) -> Mapping[str, tuple[str, ...]]:
        """For each address, the cards that name it as related."""
        found: dict[str, list[str]] = {}
        for card in self._cards:
            for address in card.related:
                found.setdefault(address, []).append(card.address)
        return {address: tuple(cards) for address, cards in found.items()}

    @cached_property
    def with_theme(self) -> Mapping[str, tuple[Card, ...]]:
        """For each theme, its cards: local reviews first, then national learning, then topics."""
        found: dict[str, list[Card]] = {}
        for cards in self.of_kind.values():
            for card in cards:
                for theme in card.themes:
                    found.setdefault(theme, []).append(card)
        return {theme: tuple(cards) for theme, cards in found.items()}
