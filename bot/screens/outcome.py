"""The outcome: what to do now, why, by when, and what would change it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.criteria.conditions import condition_of
from bot.criteria.model import Verdict
from bot.criteria.reasons import reasons
from bot.screen import (
    Action,
    Attachment,
    ConditionalDuty,
    Screen,
    ShownCriterion,
    ShownDeadline,
    ShownOutcome,
)
from bot.screens import awareness, dialogue, outcome_blocks, pathway
from bot.screens.basis import START

if TYPE_CHECKING:
    from bot.criteria.told import Told
    from bot.screens.basis import Basis
    from bot.screens.worked_out import Outcome

CALENDAR = "text/calendar"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TEXT = "text/plain"
PNG = "image/png"
SVG = "image/svg+xml"


def outcome_screen(basis: Basis, outcome: Outcome) -> Screen:
    """The outcome, in the order in which a tired reader needs it."""
    return Screen(
        address=pathway.at(basis, "outcome", outcome.way, *outcome.dated),
        title=basis.knowledge.guidance.headline(outcome.found.verdict).title,
        blocks=(
            basis.danger(),
            *outcome.way.notices,
            *(awareness.warnings(basis, outcome.aware) if outcome.aware else ()),
            *outcome_blocks.explanation(basis, outcome),
            *outcome_blocks.you_do_now(basis, outcome),
            *outcome_blocks.dates(basis, outcome),
            *outcome_blocks.council_does(basis, outcome),
            *outcome_blocks.possible_duties(basis, outcome),
            *outcome_blocks.why(basis, outcome),
            *outcome_blocks.what_would_change(basis, outcome),
            *outcome_blocks.also_if(basis),
            *outcome_blocks.still_to_confirm(basis, outcome),
            *outcome_blocks.closing(basis),
            *basis.sources(outcome_blocks.source_ids(basis, outcome)),
        ),
        outcome=shown(basis, outcome),
        actions=_actions(basis, outcome),
        attachments=attachments(basis, outcome),
    )


def shown(basis: Basis, outcome: Outcome) -> ShownOutcome:
    """The outcome as scripts read it."""
    found = outcome.found
    return ShownOutcome(
        verdict=found.verdict.value,
        rules=found.rules,
        now=tuple(sorted(found.now)),
        if_=tuple(
            ConditionalDuty(duty.value, condition_of(basis.table, outcome.way.path, duty))
            for duty in sorted(found.if_)
        ),
        notifier=found.notifier,
        criteria=tuple(
            ShownCriterion(
                reason.criterion.id,
                reason.state,
                "; ".join(
                    basis.knowledge.library.sources[source].title
                    for source in reason.criterion.sources
                ),
            )
            for reason in reasons(basis.table, outcome.way.path)
        ),
        deadlines=tuple(
            ShownDeadline(one.rule.duty, one.due, one.counted_from, one.rule.basis)
            for one in outcome.deadlines
            if one.due is not None and one.counted_from is not None
        ),
    )


def attachments(basis: Basis, outcome: Outcome) -> tuple[Attachment, ...]:
    """Files to take away: the record always, the calendar and the timeline once there is a date."""

    def at(screen: str) -> str:
        return pathway.at(basis, screen, outcome.way, *outcome.dated)

    files = [
        Attachment("record.docx", DOCX, at("record"), "Record for the file (Word)"),
        Attachment("record.txt", TEXT, at("recordtext"), "Record as plain text"),
    ]
    if any(one.due for one in outcome.deadlines):
        files += [
            Attachment(
                "deadlines.ics",
                CALENDAR,
                at("calendar"),
                "Deadlines for the calendar",
            ),
            Attachment("timeline.png", PNG, at("timeline"), "Timeline as a picture"),
            Attachment("timeline.svg", SVG, at("timelinesvg"), "Timeline as a drawing"),
        ]
    return tuple(files)


def has_deadlines(basis: Basis, found: Told) -> bool:
    """Some duty that holds now has a deadline."""
    return any(rule.after in found.now for rule in basis.knowledge.guidance.deadlines)


def _actions(basis: Basis, outcome: Outcome) -> tuple[Action, ...]:
    way = outcome.way
    return (
        *_add_date(basis, outcome),
        *_learning(basis, outcome),
        Action("notify", "Steps for telling others", "notify"),
        Action("disagree", "I disagree, or we cannot agree", "topic_escalation"),
        Action("back", "Back to your answers", pathway.at(basis, "check", way)),
        *dialogue.change_actions(basis, way),
        dialogue.RESTART,
        START,
    )


def _add_date(basis: Basis, outcome: Outcome) -> tuple[Action, ...]:
    if not has_deadlines(basis, outcome.found):
        return ()
    label = "Add the date, to see the deadlines" if outcome.aware is None else "Change the date"
    return (Action("add_date", label, pathway.at(basis, "date", outcome.way, outcome.reference)),)


def _learning(basis: Basis, outcome: Outcome) -> tuple[Action, ...]:
    """Never where the answer is "not on these answers": no case like it is to be suggested."""
    if outcome.found.verdict is Verdict.NOT_ON_THESE_ANSWERS:
        return ()
    where = pathway.at(basis, "like", outcome.way)
    return (Action("learning", "Learning from cases like this", where),)
