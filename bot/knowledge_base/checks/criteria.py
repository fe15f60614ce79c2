"""The decision: conditions name what exists, and the log of changes knows its version."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.criteria.fingerprint import fingerprint
from bot.criteria.proofs import prove
from bot.criteria.told import PLACE
from bot.knowledge_base.local_rules import with_local_rules
from bot.knowledge_base.shapes import Problem
from bot.knowledge_base.suggestion import did_you_mean
from bot.notification.first_screen import FOLLOWING, Words
from bot.notification.model import ActionStep

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bot.criteria.model import Condition
    from bot.knowledge_base.fault import Path
    from bot.knowledge_base.sections import Sections


def conditions_name_what_exists(sections: Sections) -> Iterator[Problem]:
    """Every question and option in a condition is one of the criteria."""
    options = _options(sections)
    for path, condition in _conditions(sections):
        yield from _named_in(path, condition, options)
    following = {**options, **FOLLOWING, "notifier": [*options.get(PLACE, ()), "none"]}
    for path, condition in _conditions_of_words(sections):
        yield from _named_in(path, condition, following)
    yield from _questions_named(sections, options)


def _options(sections: Sections) -> dict[str, Sequence[str]]:
    return {
        question.id: [option.id for option in question.options]
        for question in sections.criteria.questions
    }


def _named_in(
    path: Path, condition: Condition, options: Mapping[str, Sequence[str]]
) -> Iterator[Problem]:
    for question, named in condition.items():
        if question not in options:
            cure = did_you_mean(question, options) or "correct it"
            message = f"there is no question `{question}`; {cure}"
            yield Problem((*path, question), message, key=True)
            continue
        for at, option in enumerate(named):
            if option not in options[question]:
                cure = did_you_mean(option, options[question]) or (
                    f"they are {', '.join(options[question])}"
                )
                message = f"`{question}` has no option `{option}`; {cure}"
                yield Problem((*path, question, at), message)


def local_rules_have_a_place(sections: Sections) -> Iterator[Problem]:
    """A local rule names the national rule that it stands in front of; a national one does not."""
    national = [rule.id for rule in sections.criteria.rules]
    for at, rule in enumerate(sections.local_rules):
        if rule.before is None:
            message = "say which national rule this one stands in front of: add `before: …`"
            yield Problem(("local_rules", at), message)
        elif rule.before not in national:
            cure = did_you_mean(rule.before, national) or f"they are {', '.join(national)}"
            message = f"there is no national rule `{rule.before}`; {cure}"
            yield Problem(("local_rules", at, "before"), message)
    for at, rule in enumerate(sections.criteria.rules):
        if rule.before is not None:
            message = "national rules stand in their order; delete this line and move the rule"
            yield Problem(("criteria", "rules", at, "before"), message)


def version_is_in_the_log(sections: Sections) -> Iterator[Problem]:
    """The newest change of the criteria in the log carries their version and their fingerprint."""
    criteria = with_local_rules(sections.criteria, sections.local_rules)
    logged = [
        (change.criteria_version, at)
        for at, change in enumerate(sections.changes)
        if change.criteria_version is not None
    ]
    version, now = criteria.version, fingerprint(criteria)
    if not logged:
        message = (
            "the log of changes has no entry with this version; add one under `changes` with "
            f"`criteria_version: {version}` and `fingerprint: {now}`"
        )
        yield Problem(("criteria", "version"), message)
        return
    newest, at = max(logged)
    if newest != version:
        message = f"the criteria have the version {version}; make both numbers the same"
        yield Problem(("changes", at, "criteria_version"), message)
    elif sections.changes[at].fingerprint != now:
        message = (
            f"the criteria decide differently now (fingerprint `{now}`); raise their `version` "
            "and add a change with the new version and this fingerprint"
        )
        yield Problem(("changes", at), message)


def what_cannot_be_proved(sections: Sections) -> Iterator[Problem]:
    """What the decision table must hold over all answers, and does not."""
    for message in prove(with_local_rules(sections.criteria, sections.local_rules)):
        yield Problem(("criteria", "rules"), message, key=True)


def _conditions(sections: Sections) -> Iterator[tuple[Path, Condition]]:
    criteria, path = sections.criteria, ("criteria",)
    for at, question in enumerate(criteria.questions):
        here: Path = (*path, "questions", at)
        yield from _numbered((*here, "asked_when"), question.asked_when)
        for number, option in enumerate(question.options):
            yield from _numbered((*here, "options", number, "stands_for"), option.stands_for)
        for name in ("signs", "other_labels"):
            for number, worded in enumerate(getattr(question, name)):
                yield from _numbered((*here, name, number, "when"), worded.when)
    yield from _numbered((*path, "impossible"), criteria.impossible)
    for at, rule in enumerate(criteria.rules):
        yield (*path, "rules", at, "when"), rule.when
    for at, rule in enumerate(sections.local_rules):
        yield ("local_rules", at, "when"), rule.when
    for at, criterion in enumerate(criteria.criteria):
        yield from _numbered((*path, "criteria", at, "met_when"), criterion.met_when)


def _conditions_of_words(sections: Sections) -> Iterator[tuple[Path, Condition]]:
    """The conditions of what is said on an outcome: they name what follows from answers too."""
    for path, entry in sections.entries:
        if isinstance(entry, Words | ActionStep):
            yield from _numbered((*path, "when"), entry.when)


def _numbered(path: Path, conditions: Sequence[Condition]) -> Iterator[tuple[Path, Condition]]:
    for at, condition in enumerate(conditions):
        yield (*path, at), condition


def _questions_named(
    sections: Sections, options: Mapping[str, Sequence[str]]
) -> Iterator[Problem]:
    for at, criterion in enumerate(sections.criteria.criteria):
        for number, question in enumerate(criterion.decided_by):
            if question not in options:
                cure = did_you_mean(question, options) or "correct it"
                path = ("criteria", "criteria", at, "decided_by", number)
                yield Problem(path, f"there is no question `{question}`; {cure}")
    for at, words in enumerate(sections.criteria.condition_words):
        here = ("criteria", "condition_words", at)
        if words.question not in options:
            cure = did_you_mean(words.question, options) or "correct it"
            message = f"there is no question `{words.question}`; {cure}"
            yield Problem((*here, "question"), message)
            continue
        for number, option in enumerate(words.options):
            if option not in options[words.question]:
                message = f"`{words.question}` has no option `{option}`; correct it"
                yield Problem((*here, "options", number), message)
