"""The proofs find what they are for."""

from __future__ import annotations

from dataclasses import replace

from bot.criteria.fingerprint import fingerprint
from bot.criteria.model import Criteria, DutyId, Option, Verdict
from bot.criteria.proofs import prove
from bot.criteria.table import DecisionTable


def _with_rule(criteria: Criteria, rule_id: str, **changes: object) -> Criteria:
    rules = tuple(
        replace(rule, **changes) if rule.id == rule_id else rule  # type: ignore[arg-type]  # by name
        for rule in criteria.rules
    )
    return replace(criteria, rules=rules)


def _with_option(criteria: Criteria, question_id: str, option_id: str, new: Option) -> Criteria:
    questions = tuple(
        replace(
            question,
            options=tuple(new if one.id == option_id else one for one in question.options),
        )
        if question.id == question_id
        else question
        for question in criteria.questions
    )
    return replace(criteria, questions=questions)


def test_the_real_criteria_hold(table: DecisionTable) -> None:
    assert prove(table.criteria) == ()


def test_a_rule_that_can_never_fire_is_named(table: DecisionTable) -> None:
    criteria = table.criteria
    twice = replace(criteria, rules=(*criteria.rules, replace(criteria.rules[0], id="late")))
    assert any("late can never fire" in fault for fault in prove(twice))


def test_a_case_that_no_rule_covers_is_named(table: DecisionTable) -> None:
    criteria = replace(table.criteria, rules=table.criteria.rules[:-1])
    assert any("No rule covers this case" in fault for fault in prove(criteria))


def test_a_child_death_without_ecdop_is_named(table: DecisionTable) -> None:
    criteria = _with_rule(table.criteria, "died", duties=())
    assert any("without ecdop" in fault for fault in prove(criteria))


def test_meets_for_being_looked_after_alone_is_named(table: DecisionTable) -> None:
    criteria = _with_rule(table.criteria, "serious-looked-after", verdict=Verdict.MEETS)
    assert any("Meets without" in fault for fault in prove(criteria))


def test_an_unsure_answer_milder_than_a_worried_one_is_named(table: DecisionTable) -> None:
    criteria = table.criteria
    unsure = criteria.question("warning_signs").option("unsure")
    mild = replace(unsure, stands_for=({"warning_signs": ("no",)},))
    faults = prove(_with_option(criteria, "warning_signs", "unsure", mild))
    assert any("milder than a worried one" in fault for fault in faults)


def test_the_fingerprint_changes_with_rules_and_not_with_wording(table: DecisionTable) -> None:
    criteria = table.criteria
    reworded = _with_rule(criteria, "died", why="In other words.")
    decided = _with_rule(criteria, "died", duties=(DutyId.SPOC,))
    assert fingerprint(reworded) == fingerprint(criteria)
    assert fingerprint(decided) != fingerprint(criteria)
