"""Why: the state of each criterion, and which single answer would change the verdict."""

from __future__ import annotations

from bot.criteria.dialogue import paths, replay
from bot.criteria.model import CriterionState, Verdict
from bot.criteria.reasons import reasons, turns
from bot.criteria.table import DecisionTable
from bot.criteria.told import told

MEETS = {
    "age": "0-15",
    "outcome": "died",
    "abuse_or_neglect": "suspected",
    "looked_after": "no",
    "location": "here",
}


def _states(table: DecisionTable, answers: dict[str, str]) -> dict[str, CriterionState]:
    return {reason.criterion.id: reason.state for reason in reasons(table, answers)}


def test_both_limbs_are_met_where_the_verdict_is_meets(table: DecisionTable) -> None:
    for path in paths(table):
        if told(table, path).verdict is Verdict.MEETS:
            states = _states(table, path)
            assert states["died-or-seriously-harmed"] is CriterionState.MET
            assert states["abuse-or-neglect-known-or-suspected"] is CriterionState.MET


def test_a_criterion_is_decided_only_where_every_completion_agrees(table: DecisionTable) -> None:
    unsure = {**MEETS, "abuse_or_neglect": "unsure"}
    assert (
        _states(table, unsure)["abuse-or-neglect-known-or-suspected"] is CriterionState.NOT_KNOWN
    )
    sure = {**MEETS, "abuse_or_neglect": "not_known", "warning_signs": "no"}
    assert _states(table, sure)["abuse-or-neglect-known-or-suspected"] is CriterionState.NOT_MET


def test_a_warning_sign_leaves_abuse_or_neglect_not_known(table: DecisionTable) -> None:
    warned = {**MEETS, "abuse_or_neglect": "not_known", "warning_signs": "yes"}
    assert (
        _states(table, warned)["abuse-or-neglect-known-or-suspected"] is CriterionState.NOT_KNOWN
    )


def test_the_place_is_shown_only_where_it_is_asked(table: DecisionTable) -> None:
    for path in paths(table):
        shown = "place" in _states(table, path)
        assert shown == (told(table, path).verdict is Verdict.MEETS)


def test_the_place_is_not_known_until_it_is_answered(table: DecisionTable) -> None:
    without = {question: option for question, option in MEETS.items() if question != "location"}
    assert _states(table, without)["place"] is CriterionState.NOT_KNOWN
    assert _states(table, MEETS)["place"] is CriterionState.MET
    assert (
        _states(table, {**MEETS, "location": "elsewhere_in_england"})["place"]
        is CriterionState.NOT_MET
    )


def test_a_reason_names_the_answers_that_decided_it(table: DecisionTable) -> None:
    found = {reason.criterion.id: reason for reason in reasons(table, MEETS)}
    decided = found["abuse-or-neglect-known-or-suspected"].decided_by
    assert decided == {"abuse_or_neglect": "suspected"}


def test_a_turn_leads_to_the_verdict_that_it_names_and_to_another_than_now(
    table: DecisionTable,
) -> None:
    for path in paths(table):
        now = told(table, path).verdict
        for turn in turns(table, path):
            assert turn.verdict is not now
            for option in turn.options:
                other = replay(table, {**path, turn.question: option}).path
                assert told(table, other).verdict is turn.verdict
