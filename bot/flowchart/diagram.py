"""The dialogue as a diagram: questions, answers and results, worked out from the decision table.

Only sure answers are followed. Answers that lead to the same are one branch, and a question whose
answers all lead to the same is left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.criteria.dialogue import next_question, options_left
from bot.criteria.told import told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.criteria.model import Answers, DutyId, Question, Verdict
    from bot.criteria.table import DecisionTable

YOUNGER_CHILD, OLDER_CHILD = {"age": "0-15"}, {"age": "16-17"}


@dataclass(frozen=True, slots=True)
class Result:
    """What is told at the end of a branch; duties in the order of their ids."""

    verdict: Verdict
    duties: tuple[DutyId, ...]


@dataclass(frozen=True, slots=True)
class Branch:
    """Answers (question id, option id), any of which leads on to the same."""

    answers: tuple[tuple[str, str], ...]
    then: Ask | Result


@dataclass(frozen=True, slots=True)
class Ask:
    question: str
    branches: tuple[Branch, ...]


def diagram(table: DecisionTable, answers: Answers) -> Ask | Result:
    """What is asked after these answers, and where each sure answer leads."""
    question = next_question(table, answers)
    if question is None or question.only_for is not None:
        found = told(table, answers)
        return Result(found.verdict, tuple(sorted(found.now)))
    return _without_needless(Ask(question.id, tuple(_branches(table, question, answers))))


def main_branch(table: DecisionTable) -> Ask:
    """The diagram for a child under 18 who was born alive.

    It is drawn for 16 and 17, where one question more is asked. That question is folded into the
    one before it, and then both ages must agree.

    Raises:
        ValueError: the rules for the two ages differ, so that one diagram cannot stand for both.
    """
    older, younger = diagram(table, OLDER_CHILD), diagram(table, YOUNGER_CHILD)
    for question in sorted(set(asked(older)) - set(asked(younger))):
        older = folded(older, question)
    if not isinstance(older, Ask) or _outline(older) != _outline(younger):
        raise ValueError(
            "One flowchart can no longer stand for every child under 18: the rules for 16 and 17"
            " lead elsewhere. Draw a flowchart for each age."
        )
    return older


def folded(node: Ask | Result, question: str) -> Ask | Result:
    """The diagram without this question, where it only sends some answers to a branch beside it.

    "In care? Yes: A. No: care leaver? Yes: A. No: B" becomes "In care, or care leaver: A. No: B".
    """
    if isinstance(node, Result):
        return node
    branches = [Branch(one.answers, folded(one.then, question)) for one in node.branches]
    for place, branch in enumerate(branches):
        if isinstance(branch.then, Ask) and branch.then.question == question:
            beside = [other for other in branches if other is not branch]
            joined = [_joined(other, branch.then) for other in beside]
            left = [on for on in branch.then.branches if on.then not in [o.then for o in beside]]
            if len(left) == 1:
                rest = Branch(branch.answers, left[0].then)
                return Ask(node.question, (*joined[:place], rest, *joined[place:]))
    return Ask(node.question, tuple(branches))


def _joined(branch: Branch, folded_away: Ask) -> Branch:
    """The branch with those answers that lead back to it."""
    back = (one.answers for one in folded_away.branches if one.then == branch.then)
    return Branch(
        (*branch.answers, *(answer for answers in back for answer in answers)), branch.then
    )


def asked(node: Ask | Result) -> Iterator[str]:
    """Every question of the diagram, as often as it is asked."""
    if isinstance(node, Ask):
        yield node.question
        for branch in node.branches:
            yield from asked(branch.then)


def results(node: Ask | Result) -> Iterator[Result]:
    """Every result, from the first branch to the last."""
    if isinstance(node, Result):
        yield node
        return
    for branch in node.branches:
        yield from results(branch.then)


def _branches(table: DecisionTable, question: Question, answers: Answers) -> Iterator[Branch]:
    by_end: dict[Ask | Result, list[tuple[str, str]]] = {}
    for option in options_left(table, question, answers):
        if option in question.sure_ids:
            end = diagram(table, {**answers, question.id: option})
            by_end.setdefault(end, []).append((question.id, option))
    for end, given in by_end.items():
        yield Branch(tuple(given), end)


def _without_needless(node: Ask) -> Ask | Result:
    return node.branches[0].then if len(node.branches) == 1 else node


def _outline(node: Ask | Result) -> object:
    """The diagram with only those answers that belong to its own questions."""
    if isinstance(node, Result):
        return node
    return node.question, tuple(
        (tuple(one for one in branch.answers if one[0] == node.question), _outline(branch.then))
        for branch in node.branches
    )
