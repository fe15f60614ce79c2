"""The place at which a text is typed: all that the reading knows of a screen."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class PlaceKind(StrEnum):
    """What kind of screen stands in front of the reader."""

    QUESTION = "question"
    HELP = "help"
    CHANGE = "change"
    SUMMARY = "summary"
    OUTCOME = "outcome"
    DATE = "date"
    LIST = "list"
    CHOICES = "choices"
    CARD = "card"
    START = "start"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text is typed.

    Args:
        kind: the kind of screen.
        question: the id of the open question, or None.
        answers: the answers given so far, question id to option id.
        options: the options of the open question, in the order shown.
        shown: the addresses of the numbered things, in the order shown.
        before: the addresses of the list shown before this screen.
    """

    kind: PlaceKind = PlaceKind.START
    question: str | None = None
    answers: Mapping[str, str] = field(default_factory=dict)
    options: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()
    before: tuple[str, ...] = ()

    @property
    def in_check(self) -> bool:
        """A check is under way, or has just ended."""
        return bool(self.answers) or self.question is not None
