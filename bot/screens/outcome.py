"""The outcome: its first screen, the folds under it, and what to take away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.criteria.answers_in_address import Reader
from bot.criteria.model import Verdict
from bot.screen import (
    Action,
    Attachment,
    ConditionalDuty,
    Line,
    Notice,
    Part,
    Screen,
    ShownCriterion,
    ShownDeadline,
    ShownOutcome,
    Tone,
)
from bot.screens import awareness, dialogue, folds, notify, pathway
from bot.screens.basis import START
from bot.screens.first_screen import FirstScreenOf, call_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.screen import Block
    from bot.screens.basis import Basis
    from bot.screens.case import Case

CALENDAR = "text/calendar"
CALENDARS = ("calendar", "calendar-2", "calendar-3", "calendar-4")
"""The addresses of calendar files, one event each: the deadlines in the order of their days."""
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TEXT = "text/plain"
PNG = "image/png"
SVG = "image/svg+xml"

_FOLDS_WITHOUT_A_WAY_ON = frozenset({"answers", "sources"})


def outcome_screen(basis: Basis, case: Case) -> Screen:
    """The first screen of the outcome, with everything else folded under it."""
    first = FirstScreenOf(basis, case)
    under = folds.folds_of(basis, case)
    lines = first.lines()
    return Screen(
        address=pathway.at(basis, "outcome", case.pathway),
        title=first.title,
        danger=first.danger,
        blocks=(*_about_the_address(basis, case), lines),
        outcome=shown(basis, case, (*_above(first), *lines.items)),
        folds=under,
        actions=(
            *(
                Action(one.id, one.title, one.address)
                for one in under
                if one.id not in _FOLDS_WITHOUT_A_WAY_ON
            ),
            *_ways_on(basis, case),
        ),
        attachments=attachments(basis, case),
        has_clock=case.now is not None,
    )


def so_far_screen(basis: Basis, case: Case) -> Screen:
    """What to do on the answers so far, where there is no time to answer the rest."""
    first = FirstScreenOf(basis, case)
    lines = first.lines()
    return Screen(
        address=pathway.at(basis, "sofar", case.pathway),
        title=first.title,
        danger=first.danger,
        blocks=(
            *_about_the_address(basis, case),
            Notice(Tone.NOTE, f"{dialogue.SO_FAR}."),
            lines,
        ),
        outcome=shown(basis, case, (*_above(first), *lines.items)),
        actions=(
            Action("check", "Back to the question", pathway.at(basis, "check", case.pathway)),
            *_other_reader(basis, case, "sofar"),
            dialogue.restart(basis, case.pathway),
            START,
        ),
        has_clock=case.now is not None,
    )


def fold_screen(basis: Basis, case: Case, name: str) -> Screen | None:
    """One fold as a screen of its own, or None where these answers have no such fold."""
    fold = folds.MAKERS[name](basis, case)
    if fold is None:
        return None
    return Screen(
        address=fold.address,
        title=fold.title,
        danger=FirstScreenOf(basis, case).danger,
        blocks=fold.blocks,
        actions=(
            Action("back", "Back to the outcome", pathway.at(basis, "outcome", case.pathway)),
            START,
        ),
    )


def take_away_screen(basis: Basis, case: Case) -> Screen:
    """The files that the outcome offers: the record always, the calendar with a date."""
    return Screen(
        address=pathway.at(basis, "takeaway", case.pathway),
        title=str(basis.knowledge.first_screen.folds.takeaway),
        danger=FirstScreenOf(basis, case).danger,
        actions=(
            Action("back", "Back to the outcome", pathway.at(basis, "outcome", case.pathway)),
            *_add_date(basis, case),
            START,
        ),
        attachments=attachments(basis, case),
    )


def shown(basis: Basis, case: Case, first: tuple[Line, ...] = ()) -> ShownOutcome:
    """The outcome as scripts read it."""
    finding = case.finding
    return ShownOutcome(
        verdict=finding.verdict.value,
        rules=finding.rules,
        now=tuple(sorted(finding.now)),
        if_=tuple(
            ConditionalDuty(duty.value, condition) for duty, condition in case.conditions.items()
        ),
        notifier=finding.notifier,
        criteria=tuple(
            ShownCriterion(
                reason.criterion.id,
                reason.state,
                "; ".join(
                    basis.knowledge.library.sources[source].title
                    for source in reason.criterion.sources
                ),
            )
            for reason in case.reasons
        ),
        deadlines=tuple(
            ShownDeadline(one.rule.duty, one.due, one.counted_from, one.rule.basis)
            for one in case.deadlines
            if one.due is not None and one.counted_from is not None
        ),
        first=first,
        call=call_of(basis, case),
        reader=case.pathway.reader.value if case.pathway.reader else None,
    )


def attachments(basis: Basis, case: Case) -> tuple[Attachment, ...]:
    """Files to take away: the record always, the calendar and the timeline once there is a date."""

    def at(screen: str) -> str:
        return pathway.at(basis, screen, case.pathway)

    files = [
        Attachment("record.docx", DOCX, at("record"), "Record for the file (Word)"),
        Attachment("record.txt", TEXT, at("recordtext"), "Record as plain text"),
    ]
    if case.aware and any(one.due for one in case.deadlines):
        files += [
            *(
                Attachment(f"deadline-{number}.ics", CALENDAR, at(name), f"Calendar: {label}")
                for number, (name, label) in enumerate(
                    zip(
                        CALENDARS,
                        (one.rule.label for one in case.deadlines if one.due),
                        strict=False,
                    ),
                    start=1,
                )
            ),
            Attachment("timeline.png", PNG, at("timeline"), "Timeline as a picture"),
            Attachment("timeline.svg", SVG, at("timelinesvg"), "Timeline as a drawing"),
        ]
    return tuple(files)


def _above(first: FirstScreenOf) -> Iterator[Line]:
    yield Line(Part.DANGER, first.danger)
    yield Line(Part.TITLE, first.title)


def _about_the_address(basis: Basis, case: Case) -> Iterator[Block]:
    """What must be said of the link itself: an older version, an odd date."""
    yield from case.pathway.notices
    if case.aware:
        yield from awareness.warnings(basis, case.aware)


def _ways_on(basis: Basis, case: Case) -> Iterator[Action]:
    way = case.pathway
    yield from _add_date(basis, case)
    yield from _learning(basis, case)
    yield Action("record", "Take away: record to fill in", pathway.at(basis, "takeaway", way))
    yield Action(
        "notify",
        basis.knowledge.first_screen.start.ways_on["notify"],
        notify.address_for(basis, way.reader),
    )
    yield Action("disagree", "I disagree, or we cannot agree", "topic_escalation")
    yield from _other_reader(basis, case, "outcome")
    yield Action("back", "Your answers", pathway.at(basis, "check", way))
    yield from dialogue.change_actions(basis, way)
    yield dialogue.restart(basis, way)
    yield START


def _other_reader(basis: Basis, case: Case, screen: str) -> Iterator[Action]:
    """The way to the words of the other side, where they differ: a report is owed."""
    if case.reports:
        words = basis.knowledge.first_screen.readers
        if case.reader is Reader.COUNCIL:
            label, other = words.agency, Reader.AGENCY
        else:
            label, other = words.council, Reader.COUNCIL
        yield Action("reader", label, pathway.with_reader(basis, screen, case.pathway, other))


def _add_date(basis: Basis, case: Case) -> tuple[Action, ...]:
    if not any(rule.after in case.finding.now for rule in basis.knowledge.guidance.deadlines):
        return ()
    label = "Add the date, to see the deadlines" if case.aware is None else "Change the date"
    return (Action("add_date", label, pathway.date_question(basis, case.pathway)),)


def _learning(basis: Basis, case: Case) -> tuple[Action, ...]:
    """Never where the answer is "not on these answers": no case like it is to be suggested."""
    if case.finding.verdict is Verdict.NOT_ON_THESE_ANSWERS:
        return ()
    where = pathway.at(basis, "like", case.pathway)
    return (Action("learning", "Similar reviews", where),)
