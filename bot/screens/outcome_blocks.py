"""The parts of an outcome, each as blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.criteria.conditions import condition_of, conditions_of, in_words
from bot.criteria.model import DutyId, Verdict
from bot.criteria.reasons import reasons, turns
from bot.criteria.table import satisfies
from bot.criteria.told import PLACE
from bot.notification.dates_in_words import long_date
from bot.notification.record import STATE_WORDS, how_counted
from bot.screen import (
    Block,
    Bullets,
    Heading,
    Notice,
    Paragraph,
    Row,
    Rows,
    Steps,
    Tone,
)
from bot.screens.cards import CONFIRM

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from bot.criteria.reasons import Reason
    from bot.notification.deadlines import Deadline
    from bot.notification.model import ActionStep
    from bot.screens.basis import Basis
    from bot.screens.worked_out import Outcome

_MOST_REASONS = 4
AGE = "age"


def explanation(basis: Basis, outcome: Outcome) -> Iterator[Block]:
    if _referral_comes_first(basis, outcome):
        yield Notice(Tone.WARNING, "Make a MASH referral now.")
    yield Paragraph(basis.knowledge.guidance.headline(outcome.found.verdict).explanation)


def you_do_now(basis: Basis, outcome: Outcome) -> Iterator[Block]:
    steps = shown_steps(basis.knowledge.guidance.you_do_now, outcome)
    yield Heading("You do now, today")
    yield Steps(tuple(_with_numbers(basis, step) for step in steps))
    yield from basis.numbers(contact for step in steps for contact in step.contacts)


def council_does(basis: Basis, outcome: Outcome) -> Iterator[Block]:
    steps = shown_steps(basis.knowledge.guidance.council_does, outcome)
    if not steps:
        return
    yield Heading("The council does, not you")
    yield Steps(tuple(step.text for step in steps))
    yield from _notifier(basis, outcome)


def possible_duties(basis: Basis, outcome: Outcome) -> Iterator[Block]:
    """Duties that hold in some completions only and that no line covers, each with its condition."""
    open_duties = sorted(outcome.found.if_ - _covered(basis, outcome))
    if not open_duties:
        return
    yield Heading("Also, depending on what turns out")
    labels = {duty.id: duty.label for duty in basis.knowledge.guidance.duties}
    yield Bullets(
        tuple(
            f"If {condition_of(basis.table, outcome.way.path, duty)}: {labels[duty]}."
            for duty in open_duties
        )
    )


def dates(basis: Basis, outcome: Outcome) -> Iterator[Block]:
    if outcome.aware is None:
        return
    yield Heading("Deadlines for the council")
    yield Paragraph(f"The council became aware on {long_date(outcome.aware)}.")
    if not outcome.deadlines:
        yield Paragraph("No duty that holds on these answers has a deadline in days.")
        return
    yield Rows(tuple(Row(one.rule.label, _due(basis, one)) for one in outcome.deadlines))
    yield Paragraph(basis.knowledge.guidance.counting_note)


def why(basis: Basis, outcome: Outcome) -> Iterator[Block]:
    yield Heading("Why")
    rules = outcome.found.rules
    yield Bullets(tuple(_why(basis, outcome, rule_id) for rule_id in rules[:_MOST_REASONS]))
    if more := len(rules[_MOST_REASONS:]):
        yield Paragraph(
            f"{more} more {'rule' if more == 1 else 'rules'} could apply, because much is not sure "
            "yet. Answer again when you know more."
        )
    yield Rows(
        tuple(
            Row(reason.criterion.label, _reason(basis, reason))
            for reason in reasons(basis.table, outcome.way.path)
        )
    )


def what_would_change(basis: Basis, outcome: Outcome) -> Iterator[Block]:
    criteria = basis.knowledge.criteria
    titles = {one.verdict: one.short for one in basis.knowledge.guidance.headlines}
    lines = tuple(
        f"If {in_words(criteria, ({turn.question: turn.options},))}: {titles[turn.verdict]}."
        for turn in turns(basis.table, outcome.way.path)
        if turn.question != AGE or not _is_sure(basis, outcome, AGE)
    )
    if lines:
        yield Heading("Which single answer would change this")
        yield Bullets(lines)


def also_if(basis: Basis) -> Iterator[Block]:
    yield Heading("Also, if")
    yield Bullets(tuple(step.text for step in basis.knowledge.guidance.also_if))


def still_to_confirm(basis: Basis, outcome: Outcome) -> Iterator[Block]:
    """What a person must still confirm, line by line."""
    guidance = basis.knowledge.guidance
    parts = (
        ("Your line", shown_steps(guidance.you_do_now, outcome)),
        ("The council's line", shown_steps(guidance.council_does, outcome)),
        ("Also, if: line", guidance.also_if),
    )
    lines = tuple(
        f"{part} {number}: {step.confirm}."
        for part, steps in parts
        for number, step in enumerate(steps, start=1)
        if step.confirm
    )
    if lines:
        yield Heading(CONFIRM)
        yield Bullets(lines)


def closing(basis: Basis) -> Iterator[Block]:
    yield Paragraph(basis.knowledge.guidance.council_decides)
    yield Paragraph(
        f"This rests on your answers and on today's date, {long_date(basis.today())}. "
        f"Criteria version {basis.version}, knowledge base {basis.knowledge.version}."
    )


def source_ids(basis: Basis, outcome: Outcome) -> Iterator[str]:
    guidance = basis.knowledge.guidance
    for rule in basis.knowledge.criteria.rules:
        if rule.id in outcome.found.rules:
            yield from rule.sources
    for step in (
        *shown_steps(guidance.you_do_now, outcome),
        *shown_steps(guidance.council_does, outcome),
        *guidance.also_if,
    ):
        yield from step.sources
    for one in outcome.deadlines:
        yield from one.rule.sources


def shown_steps(steps: Iterable[ActionStep], outcome: Outcome) -> tuple[ActionStep, ...]:
    """The steps that apply: always shown, or for a duty that is owed now."""
    return tuple(step for step in steps if _applies(step, outcome))


def _applies(step: ActionStep, outcome: Outcome) -> bool:
    if step.duty is not None and step.duty not in outcome.found.now:
        return False
    if step.verdicts and outcome.found.verdict not in step.verdicts:
        return False
    return not step.when or any(satisfies(outcome.way.path, one) for one in step.when)


def _referral_comes_first(basis: Basis, outcome: Outcome) -> bool:
    """Where nothing is notified, or a line asks for a referral that is not owed in every case."""
    if DutyId.MASH in outcome.found.now:
        return outcome.found.verdict is Verdict.NOT_ON_THESE_ANSWERS
    return DutyId.MASH in _covered(basis, outcome)


def _covered(basis: Basis, outcome: Outcome) -> frozenset[DutyId]:
    """The duties that a shown line asks for although they are not owed in every completion."""
    steps = shown_steps(basis.knowledge.guidance.you_do_now, outcome)
    return frozenset(step.covers for step in steps if step.covers)


def _with_numbers(basis: Basis, step: ActionStep) -> str:
    """The line, with the numbers to ring where they are needed."""
    named = [basis.knowledge.library.contacts[one] for one in step.contacts]
    numbers = [
        f"{one.short or one.label}: {one.phone}"
        for one in named
        if one.phone and one.phone not in step.text
    ]
    return f"{step.text} {'; '.join(numbers)}." if numbers else step.text


def _is_sure(basis: Basis, outcome: Outcome, question_id: str) -> bool:
    question = basis.knowledge.criteria.question(question_id)
    return question.option(outcome.way.path[question_id]).sure


def _notifier(basis: Basis, outcome: Outcome) -> Iterator[Block]:
    if outcome.found.notifier is not None:
        place = basis.knowledge.criteria.question(PLACE).option(outcome.found.notifier)
        yield Paragraph(f"Which council notifies the Panel: {place.help}")


def _due(basis: Basis, one: Deadline) -> str:
    if one.due is None:
        last = basis.holidays().published_until.year
        return f"The bank holidays are published to the end of {last}. No date is shown beyond it."
    return f"{_urgency(one.due, basis.today())}{long_date(one.due)}. {how_counted(one)}"


def _urgency(due: date, today: date) -> str:
    if due < today:
        return "This day has passed, so report now: "
    return "Today, no later than " if due == today else "No later than "


def _why(basis: Basis, outcome: Outcome, rule_id: str) -> str:
    """Why a rule applies; where it is one of several that may, under which condition it does."""
    rule = next(rule for rule in basis.knowledge.criteria.rules if rule.id == rule_id)
    reason = f"{rule.why} {rule.caution}".strip()
    within = basis.table.bits(outcome.way.path)
    here = basis.table.rule_bits[rule_id] & within
    if here == within:
        return reason
    conditions = conditions_of(basis.table, here, within)
    return f"If {in_words(basis.knowledge.criteria, conditions)}: {reason}"


def _reason(basis: Basis, reason: Reason) -> str:
    criteria = basis.knowledge.criteria
    answered = "; ".join(criteria.answer_in_words(*answer) for answer in reason.decided_by.items())
    source = "; ".join(
        basis.knowledge.library.sources[source].title for source in reason.criterion.sources
    )
    because = f" You answered {answered}." if answered else ""
    return f"{STATE_WORDS[reason.state]}.{because} Source: {source}."
