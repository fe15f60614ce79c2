"""What a statement stands on: its sources, and what a person must still confirm."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.knowledge_base.checks.addresses import cards
from bot.knowledge_base.shapes import Problem
from bot.knowledge_base.suggestion import did_you_mean
from bot.library.model import Card, Change, Contact, Status
from bot.library.points import FOR_PEOPLE, PointKind, ToConfirm
from bot.notification.model import ActionStep, DeadlineRule, Duty, GuidanceStep

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.knowledge_base.sections import Sections

STATEMENTS = (Card, Contact, Duty, ActionStep, DeadlineRule, GuidanceStep)
WITH_POINTS = (*STATEMENTS, Change)
ONE_OF = ("text", "heading", "bullets", "steps", "quote", "dated")


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
    """What is to be confirmed says what, and who can settle it; what is confirmed does not."""
    for path, entry in sections.entries:
        status, point = getattr(entry, "status", None), getattr(entry, "to_confirm", None)
        is_open = point is not None and point.open
        if status is Status.TO_CONFIRM and not is_open:
            message = "say what a person must confirm, and who can: add `to_confirm:` with `point` and `kind`"
            yield Problem((*path, "status"), message)
        if status is Status.CONFIRMED and is_open:
            message = "its point is open: write `status: to-confirm`, or settle the point"
            yield Problem((*path, "status"), message)


def marks_are_for_points_that_readers_share(sections: Sections) -> Iterator[Problem]:
    """A reader sees a mark only where a person outside can settle it, never a maintainer's doubt."""
    for path, entry in sections.entries:
        if not (isinstance(entry, WITH_POINTS) and entry.confirm):
            continue
        point = entry.to_confirm
        if not (point and point.open and point.kind in FOR_PEOPLE):
            message = (
                "a reader may see a mark only at a point that is open and of the kind "
                "`live-look` or `partnership`; delete this line"
            )
            yield Problem((*path, "confirm"), message)


def points_name_who_settles_them(sections: Sections) -> Iterator[Problem]:
    """A live look names its page; what was found says when and by whom."""
    pages = {page.id for page in sections.pages}
    for path, entry in sections.entries:
        if not isinstance(entry, ToConfirm):
            continue
        if (entry.kind is PointKind.LIVE_LOOK) != (entry.page is not None):
            message = "a point of the kind `live-look` names its `page`, and no other does"
            yield Problem((*path, "kind"), message)
        elif entry.page is not None and entry.page not in pages:
            cure = did_you_mean(entry.page, pages) or "add it to the section `pages`"
            yield Problem((*path, "page"), f"there is no page `{entry.page}`; {cure}")
        if entry.found is not None and not (entry.checked and entry.by):
            message = "what was found also says when (`checked`) and in which role (`by`)"
            yield Problem((*path, "found"), message)


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
