"""What stands folded under a first screen: each fold also is a screen with an address of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.criteria.answers_in_address import Reader
from bot.criteria.conditions import conditions_of, in_words
from bot.criteria.model import CriterionState
from bot.criteria.table import satisfies
from bot.notification.dates_in_words import day_and_month, long_date, short_date
from bot.notification.first_screen import filled
from bot.screen import Bullets, Fold, Paragraph, Row, Rows, Steps
from bot.screens import pathway
from bot.screens.case import AGE, DIED, OUTCOME

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import date

    from bot.criteria.reasons import Reason, Turn
    from bot.notification.deadlines import Deadline
    from bot.notification.model import ActionStep
    from bot.screen import Block
    from bot.screens.basis import Basis
    from bot.screens.case import Case

STATE_WORDS = {
    CriterionState.MET: "Met",
    CriterionState.NOT_MET: "Not met",
    CriterionState.NOT_KNOWN: "Not known",
}
_MOST_REASONS, _MANY_REASONS = 2, 4
_PLACE = "location"
_SETTLED_BY_DEATH = frozenset({AGE, OUTCOME, _PLACE})
"""Questions whose other answer cannot turn out to be true once someone has died."""


def folds_of(basis: Basis, case: Case) -> tuple[Fold, ...]:
    """The folds of an outcome, in order. With a date, what the council does stands first and open."""
    found = [fold for make in MAKERS.values() if (fold := make(basis, case))]
    if case.aware is None:
        return tuple(found)
    return tuple(sorted(found, key=lambda one: one.id != "council"))


def _answers(basis: Basis, case: Case) -> Fold:
    criteria, way = basis.knowledge.criteria, case.pathway
    rows = tuple(
        Row(
            criteria.question(question_id).short,
            criteria.question(question_id).option(option_id).label,
            pathway.at(basis, "change", way, criteria.question(question_id).code),
        )
        for question_id, option_id in way.path.items()
    )
    title = filled(basis.knowledge.first_screen.folds.answers, {"brief": brief(basis, case)})
    return Fold("answers", title, pathway.at(basis, "check", way), (Rows(rows),))


def brief(basis: Basis, case: Case) -> str:
    """The answers in one line, such as "under 16, died, abuse suspected"."""
    criteria = basis.knowledge.criteria
    options = (criteria.question(one).option(given) for one, given in case.pathway.path.items())
    return ", ".join(option.brief or option.label for option in options)


def _steps(basis: Basis, case: Case) -> Fold:
    steps = shown_steps(basis.knowledge.guidance.you_do_now, case)
    items = tuple(step.text for step in steps)
    return _fold(basis, case, "steps", (Steps(items),), len(items))


def _why(basis: Basis, case: Case) -> Fold:
    rules = case.finding.rules
    rows = tuple(
        Row(reason.criterion.label, STATE_WORDS[reason.state])
        for reason in case.reasons
        if _decided(reason, case)
    )
    lines = [_why_rule(basis, case, one) for one in rules]
    most = 1 if len(lines) > _MANY_REASONS else _MOST_REASONS
    plainest = sorted(lines, key=len)[:most]
    blocks: list[Block] = [Bullets(tuple(one for one in lines if one in plainest))]
    if more := len(lines) - len(plainest):
        rules_left = "1 more rule" if more == 1 else f"{more} more rules"
        blocks.append(Paragraph(f"{rules_left} may apply."))
    sources = basis.sources(_sources_of_reasons(basis, case))
    title = filled(
        basis.knowledge.first_screen.folds.why,
        {"reasons": _counted(len(rules), "reason"), "sources": _counted(len(sources), "source")},
    )
    address = pathway.at(basis, "why", case.pathway)
    return Fold("why", title, address, (*blocks, Rows(rows), *sources))


def _turns(basis: Basis, case: Case) -> Fold | None:
    titles = {one.verdict: one.short for one in basis.knowledge.guidance.headlines}
    criteria = basis.knowledge.criteria
    lines = tuple(
        f"If {in_words(criteria, ({turn.question: turn.options},))}: {titles[turn.verdict]}."
        for turn in case.turns
        if _can_happen(basis, case, turn)
    )
    return _fold(basis, case, "turns", (Bullets(lines),), len(lines)) if lines else None


def _alsoif(basis: Basis, case: Case) -> Fold:
    guidance = basis.knowledge.guidance
    labels = {duty.id: duty.label for duty in guidance.duties}
    lines = (
        *(f"If {condition}: {labels[duty]}." for duty, condition in case.conditions.items()),
        *(step.text for step in also_if(basis, case)),
    )
    return _fold(basis, case, "alsoif", (Bullets(lines),), len(lines))


def _council(basis: Basis, case: Case) -> Fold | None:
    steps = shown_steps(basis.knowledge.guidance.council_does, case)
    if not case.reports or not steps:
        return None
    dates = tuple(_dates(basis, case))
    titles = basis.knowledge.first_screen.folds
    blocks: tuple[Block, ...] = (Bullets(tuple(step.text for step in steps)),)
    if case.reader is Reader.COUNCIL or case.aware:
        blocks = (*dates, *blocks)
    own = titles.council_for_itself if case.reader is Reader.COUNCIL else titles.council
    return Fold(
        "council",
        filled(own, {"dates": _counted(sum(1 for one in case.deadlines if one.due), "date")}),
        pathway.at(basis, "council", case.pathway),
        blocks,
        open=case.aware is not None,
    )


def _sources(basis: Basis, case: Case) -> Fold:
    lines = basis.sources(source_ids(basis, case))
    still_open = tuple(to_confirm(basis, case))
    said = {
        "checked": short_date(max(one.checked for one in lines)),
        "count": str(len(lines)),
    }
    title = filled(basis.knowledge.first_screen.folds.sources_checked, said)
    blocks: tuple[Block, ...] = (Bullets(still_open),) if still_open else ()
    return Fold("sources", title, pathway.at(basis, "sources", case.pathway), (*blocks, *lines))


MAKERS: Mapping[str, Callable[[Basis, Case], Fold | None]] = {
    "answers": _answers,
    "steps": _steps,
    "why": _why,
    "turns": _turns,
    "alsoif": _alsoif,
    "council": _council,
    "sources": _sources,
}
"""Each fold under the name that its address begins with, in reading order."""


def shown_steps(steps: Iterable[ActionStep], case: Case) -> tuple[ActionStep, ...]:
    """The lines that apply: always shown, or under these answers and what follows from them."""
    return tuple(step for step in steps if _applies(step, case))


def also_if(basis: Basis, case: Case) -> tuple[ActionStep, ...]:
    """What else to do if something is true that no question asks: the local lines first."""
    guidance = basis.knowledge.guidance
    return shown_steps((*guidance.local_also_if, *guidance.also_if), case)


def source_ids(basis: Basis, case: Case) -> Iterator[str]:
    """Every source that the outcome stands on."""
    guidance = basis.knowledge.guidance
    yield from _sources_of_reasons(basis, case)
    for step in (
        *shown_steps(guidance.you_do_now, case),
        *shown_steps(guidance.council_does, case),
        *also_if(basis, case),
    ):
        yield from step.sources
    for one in case.deadlines:
        yield from one.rule.sources


def to_confirm(basis: Basis, case: Case) -> Iterator[str]:
    """What a person must still confirm, in words and each once."""
    guidance = basis.knowledge.guidance
    steps = (
        *shown_steps(guidance.you_do_now, case),
        *shown_steps(guidance.council_does, case),
        *also_if(basis, case),
    )
    words = [step.confirm for step in steps] + [one.rule.confirm for one in case.deadlines]
    for one in dict.fromkeys(filter(None, words)):
        yield f"{one[:1].upper()}{one[1:]}."


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _fold(basis: Basis, case: Case, name: str, blocks: tuple[Block, ...], count: int) -> Fold:
    title = getattr(basis.knowledge.first_screen.folds, name)
    return Fold(
        name,
        filled(title, {"count": str(count)}),
        pathway.at(basis, name, case.pathway),
        blocks,
    )


def _applies(step: ActionStep, case: Case) -> bool:
    if step.duty is not None and step.duty not in case.finding.now:
        return False
    if step.verdicts and case.finding.verdict not in step.verdicts:
        return False
    return not step.when or any(satisfies(case.facts, one) for one in step.when)


def _decided(reason: Reason, case: Case) -> bool:
    """The criterion bears on this case: it is met or open, or what rules it out was answered."""
    if reason.state is not CriterionState.NOT_MET:
        return True
    return not case.reports and all(
        question in case.answers for question in reason.criterion.decided_by
    )


def _can_happen(basis: Basis, case: Case, turn: Turn) -> bool:
    if case.answers.get(OUTCOME) == DIED and turn.question in _SETTLED_BY_DEATH:
        return False
    return turn.question != AGE or not _is_sure(basis, case, AGE)


def _is_sure(basis: Basis, case: Case, question_id: str) -> bool:
    return basis.knowledge.criteria.question(question_id).option(case.answers[question_id]).sure


def _why_rule(basis: Basis, case: Case, rule_id: str) -> str:
    """Why a rule applies; where it is one of several that may, under which condition it does."""
    rule = next(rule for rule in basis.knowledge.criteria.rules if rule.id == rule_id)
    within = basis.table.bits(case.answers)
    here = basis.table.rule_bits[rule_id] & within
    if here == within:
        return f"{rule.why} {rule.caution}".strip()
    conditions = conditions_of(basis.table, here, within)
    reason = rule.why.partition(". ")[0].rstrip(".")
    return f"If {in_words(basis.knowledge.criteria, conditions)}: {reason}."


def _sources_of_reasons(basis: Basis, case: Case) -> Iterator[str]:
    for rule in basis.knowledge.criteria.rules:
        if rule.id in case.finding.rules:
            yield from rule.sources
    for reason in case.reasons:
        if _decided(reason, case):
            yield from reason.criterion.sources


def _dates(basis: Basis, case: Case) -> Iterator[Block]:
    """The deadlines in one table, earliest first, with what was left out and what is to confirm."""
    since = case.counted_from
    if since is None:
        return
    aware = "if aware" if case.aware is None else "aware"
    yield Paragraph(f"No later than, {aware} on {long_date(since)}:")
    if not case.deadlines:
        yield Paragraph("No duty that holds on these answers has a deadline in days.")
        return
    yield Rows(tuple(Row(one.rule.label, _due(basis, case, one)) for one in case.deadlines))
    yield Paragraph(" ".join((*_left_out(case), basis.knowledge.guidance.counting_note)))


def _due(basis: Basis, case: Case, one: Deadline) -> str:
    if one.due is None:
        last = basis.holidays().published_until.year
        return f"The bank holidays are published to the end of {last}. No date is shown beyond it."
    return f"{_urgency(one.due, case.today)}{long_date(one.due)}"


def _left_out(case: Case) -> Iterator[str]:
    """The bank holidays that no deadline counts, once for all of them."""
    days = sorted({day for one in case.deadlines for day, _ in one.skipped})
    if days:
        yield f"Bank holidays left out: {', '.join(map(day_and_month, days))}."


def _urgency(due: date, today: date) -> str:
    if due < today:
        return "This day has passed, so report now: "
    return "Today, " if due == today else ""
