"""What a statement stands on: its sources, and what a person must still confirm."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.knowledge_base.checks.addresses import cards
from bot.knowledge_base.shapes import Problem
from bot.library.model import Card, Contact, Status
from bot.notification.model import ActionStep, DeadlineRule, Duty, GuidanceStep

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.knowledge_base.sections import Sections

STATEMENTS = (Card, Contact, Duty, ActionStep, DeadlineRule, GuidanceStep)
ONE_OF = ("text", "heading", "bullets", "steps", "quote")


def every_statement_has_a_source(sections: Sections) -> Iterator[Problem]:
    """Nothing is said without a source; a screen's own words need none."""
    for path, entry in sections.entries:
        is_screen = path[:1] == ("screens",)
        if isinstance(entry, STATEMENTS) and not entry.sources and not is_screen:
            message = "no source is named; write at least one below `sources:`"
            yield Problem((*path, "sources"), message, key=True)
    for at, question in enumerate(sections.criteria.questions):
        if not question.sources:
            message = "no source is named; write at least one below `sources:`"
            yield Problem(("criteria", "questions", at, "sources"), message, key=True)


def to_confirm_says_what(sections: Sections) -> Iterator[Problem]:
    """What is to be confirmed says what a person must confirm; what is confirmed does not."""
    for path, entry in sections.entries:
        status, confirm = getattr(entry, "status", None), getattr(entry, "confirm", None)
        if status is Status.TO_CONFIRM and not confirm:
            message = "say what a person must confirm: add a line `confirm: …`"
            yield Problem((*path, "status"), message)
        if status is Status.CONFIRMED and confirm:
            message = "this is `confirmed`, so delete this line, or write `status: to-confirm`"
            yield Problem((*path, "confirm"), message)


def missing_summaries_are_owned_up_to(sections: Sections) -> Iterator[Problem]:
    """A card without a summary says in its text that no source read says what it is about."""
    for section, at, card in cards(sections):
        if not card.summary and not any(part.text for part in card.body):
            message = (
                "this card says nothing; add a `summary`, or a `body` with a text that says "
                "that no source that we read tells what it is about"
            )
            yield Problem((section, at), message)


def parts_are_one_thing(sections: Sections) -> Iterator[Problem]:
    """Each part of a card's text is a text, a heading, bullets, steps or a quotation."""
    for section, at, card in cards(sections):
        for number, part in enumerate(card.body):
            given = [name for name in ONE_OF if getattr(part, name)]
            if len(given) != 1:
                message = f"give exactly one of {', '.join(ONE_OF)} here; start others with a dash"
                yield Problem((section, at, "body", number), message)
