"""What the matcher is given and what it answers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.library.model import AgeGroup


@dataclass(frozen=True, slots=True)
class Target:
    """A card, screen or theme that a question may be answered with.

    Args:
        address: its address, such as `topic_rapid-review`.
        title: its title.
        aliases: other names of it.
        examples: questions that it answers.
        themes: ids of its themes.
        theme_words: titles and everyday words of its themes.
        summary: its short answer and text.
        search_words: words that help to find it and are never shown.
        names: for a review, the names by which it is known ("Child Q", "Baby Eva").
        area: for a review, the borough.
        year: the year of publication, where there is one.
        age_groups: the ages that it is about.
        kind: `topic`, `review`, `learning`, `screen` or `theme`.
    """

    address: str
    title: str
    aliases: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    theme_words: tuple[str, ...] = ()
    summary: str = ""
    search_words: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    area: str = ""
    year: int | None = None
    age_groups: tuple[AgeGroup, ...] = ()
    kind: str = "topic"


class Decision(StrEnum):
    """What the matcher decides for a question."""

    ANSWER = "answer"
    CHOICES = "choices"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Found:
    """A target that was found, with its confidence from 0 to 1 and the words that it rests on."""

    address: str
    score: float
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Matched:
    """What a question was matched with.

    Args:
        decision: one card, up to three choices, or nothing.
        found: up to five targets, best first, whatever the decision.
        confidence: the calibrated confidence in the first one, from 0 to 1.
        parts: where one message held two questions, one `Matched` for each.
        unknown_review: the name of a review that is not in the library ("Child Z"), or None.
        browse: the address of a list or theme that answers a browsing question, or None.
        why: one quiet line that says what the match rests on; empty when nothing was found.
    """

    decision: Decision
    found: tuple[Found, ...] = ()
    confidence: float = 0.0
    parts: tuple[Matched, ...] = ()
    unknown_review: str | None = None
    browse: str | None = None
    why: str = ""
