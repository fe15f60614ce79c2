"""The chart for a reader tells what the decision table tells, for every child under 18."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

import pytest

from bot.criteria.model import Verdict
from bot.criteria.table import DecisionTable
from bot.criteria.told import told
from bot.flowchart.diagram import Ask, Branch, Result, asked, diagram, folded, main_branch, results

if TYPE_CHECKING:
    from bot.criteria.model import Answers

A, B = Result(Verdict.MEETS, ()), Result(Verdict.CONSULT, ())


def completions(table: DecisionTable) -> list[dict[str, str]]:
    """Every set of sure answers that is possible at all."""
    facts = table.criteria.facts
    combinations = product(*(question.sure_ids for question in facts))
    all_of_them = [
        dict(zip((question.id for question in facts), one, strict=True)) for one in combinations
    ]
    return [answers for answers in all_of_them if table.bits(answers)]


def end_of(node: Ask | Result, answers: Answers) -> Result:
    """Where a reader with these answers arrives; an "or" beside an answer is read first."""
    if isinstance(node, Result):
        return node
    fits = [
        branch
        for branch in node.branches
        if any(answers[question] == option for question, option in branch.answers)
    ]
    elsewhere = [
        branch
        for branch in fits
        if any(
            question != node.question and answers[question] == option
            for question, option in branch.answers
        )
    ]
    return end_of((elsewhere or fits)[0].then, answers)


def test_every_child_under_18_arrives_at_what_is_told(table: DecisionTable) -> None:
    chart = main_branch(table)
    children = [each for each in completions(table) if each["age"] in ("0-15", "16-17")]

    assert len(children) > 20
    for answers in children:
        found = told(table, answers)
        assert end_of(chart, answers) == Result(found.verdict, tuple(sorted(found.now))), answers


def test_every_person_arrives_at_what_is_told_on_the_chart_of_the_whole_dialogue(
    table: DecisionTable,
) -> None:
    chart = diagram(table, {})

    for answers in completions(table):
        found = told(table, answers)
        assert end_of(chart, answers) == Result(found.verdict, tuple(sorted(found.now))), answers


def test_the_chart_for_a_reader_asks_no_question_that_only_one_age_is_asked(
    table: DecisionTable,
) -> None:
    assert set(asked(main_branch(table))) == {
        "outcome",
        "abuse_or_neglect",
        "looked_after",
        "warning_signs",
    }


def test_no_unsure_answer_is_drawn(table: DecisionTable) -> None:
    def answers(node: Ask | Result) -> list[tuple[str, str]]:
        if isinstance(node, Result):
            return []
        return [each for one in node.branches for each in (*one.answers, *answers(one.then))]

    for question, option in answers(main_branch(table)):
        assert table.criteria.question(question).option(option).sure


def test_a_question_that_sends_some_back_is_folded_into_the_answer_beside_it() -> None:
    inner = Ask("care", (Branch((("care", "yes"),), A), Branch((("care", "no"),), B)))
    outer = Ask("in", (Branch((("in", "yes"),), A), Branch((("in", "no"),), inner)))

    assert folded(outer, "care") == Ask(
        "in", (Branch((("in", "yes"), ("care", "yes")), A), Branch((("in", "no"),), B))
    )


def test_a_question_that_leads_to_something_new_is_not_folded() -> None:
    inner = Ask("care", (Branch((("care", "yes"),), B), Branch((("care", "no"),), A)))
    other = Result(Verdict.OTHER_DUTY, ())
    outer = Ask("in", (Branch((("in", "yes"),), other), Branch((("in", "no"),), inner)))

    assert folded(outer, "care") == outer


def test_one_chart_is_refused_once_it_no_longer_stands_for_both_ages(
    table: DecisionTable,
) -> None:
    only_older = replace(
        next(rule for rule in table.criteria.rules if rule.id == "serious-abuse"),
        id="only-older",
        when={"age": ("16-17",), "outcome": ("seriously_harmed",)},
        verdict=Verdict.CONSULT,
    )
    changed = replace(table.criteria, rules=(only_older, *table.criteria.rules))

    with pytest.raises(ValueError, match="a flowchart for each age"):
        main_branch(DecisionTable(changed))


def test_results_are_told_from_the_first_branch_to_the_last(table: DecisionTable) -> None:
    found = list(results(main_branch(table)))

    assert found[0].verdict is Verdict.MEETS
    assert found[-1].verdict is Verdict.NOT_ON_THESE_ANSWERS
