"""What is told, on every way through the dialogue and on its way there."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.criteria.dialogue import next_question, paths
from bot.criteria.model import Criteria, DutyId, Verdict
from bot.criteria.table import DecisionTable
from bot.criteria.told import told

EVERY_PATH: list[dict[str, Any]] = [
    json.loads(line)
    for line in (Path(__file__).parent / "every_path.jsonl").read_text("utf-8").splitlines()
]


def test_the_dialogue_has_exactly_the_ways_that_the_table_was_proved_on(
    table: DecisionTable,
) -> None:
    expected = {tuple(one["answers"].items()) for one in EVERY_PATH}
    assert {tuple(path.items()) for path in paths(table)} == expected
    assert len(expected) == 360


def test_the_verdicts_are_spread_as_in_the_proved_table(table: DecisionTable) -> None:
    verdicts = Counter(told(table, path).verdict.value for path in paths(table))
    assert verdicts == {
        "meets": 100,
        "other_duty": 24,
        "consult": 177,
        "not_on_these_answers": 59,
    }
    assert len(table.criteria.rules) == 30
    assert max(len(path) for path in paths(table)) == 6


@pytest.mark.parametrize("outcome", ["died", "seriously_harmed"])
def test_before_birth_a_notification_needs_abuse_or_a_warning_sign(
    table: DecisionTable, outcome: str
) -> None:
    answers = {"age": "unborn", "outcome": outcome}
    worry = told(table, {**answers, "abuse_or_neglect": "suspected"})
    warning = told(table, {**answers, "abuse_or_neglect": "not_known", "warning_signs": "unsure"})
    neither = told(table, {**answers, "abuse_or_neglect": "not_known", "warning_signs": "no"})
    assert worry.verdict is warning.verdict is Verdict.CONSULT
    assert worry.now == warning.now == {DutyId.SPOC, DutyId.MASH}
    assert neither.verdict is Verdict.NOT_ON_THESE_ANSWERS
    assert not neither.now | neither.if_


@pytest.mark.parametrize("expected", EVERY_PATH, ids=lambda one: "-".join(one["answers"].values()))
def test_every_way_tells_what_the_table_was_proved_to_tell(
    table: DecisionTable, expected: dict[str, Any]
) -> None:
    found = told(table, expected["answers"])
    assert {
        "answers": expected["answers"],
        "verdict": found.verdict.value,
        "now": sorted(found.now),
        "if": sorted(found.if_),
        "notifier": found.notifier,
        "rules": list(found.rules),
    } == expected


def test_a_not_sure_answer_never_ends_in_no(table: DecisionTable) -> None:
    for path in paths(table):
        if told(table, path).verdict is not Verdict.NOT_ON_THESE_ANSWERS:
            continue
        for question_id, option_id in path.items():
            if table.criteria.question(question_id).option(option_id).sure:
                continue
            for option in table.values(table.bits(path), question_id):
                sure = told(table, {**path, question_id: option})
                assert sure.verdict is Verdict.NOT_ON_THESE_ANSWERS, path


def test_being_looked_after_alone_never_meets_the_criteria(table: DecisionTable) -> None:
    for path in paths(table):
        if told(table, path).verdict is Verdict.MEETS:
            assert path["abuse_or_neglect"] in {"known", "suspected"}
            assert path["outcome"] in {"died", "seriously_harmed"}


def test_the_death_of_a_child_is_always_notified_to_ecdop(table: DecisionTable) -> None:
    for path in paths(table):
        if path["age"] in {"0-15", "16-17"} and path.get("outcome") == "died":
            assert DutyId.ECDOP in told(table, path).now


def test_a_verdict_exists_after_every_answer(table: DecisionTable) -> None:
    for path in paths(table):
        answers: dict[str, str] = {}
        for question, option in path.items():
            answers[question] = option
            assert told(table, answers).verdict in Verdict


def test_answers_that_exclude_each_other_are_refused(table: DecisionTable) -> None:
    with pytest.raises(ValueError, match="exclude each other"):
        told(table, {"age": "25+", "looked_after": "yes"})


def test_the_notifying_council_is_told_only_where_the_criteria_are_met(
    table: DecisionTable,
) -> None:
    for path in paths(table):
        found = told(table, path)
        assert (found.notifier is not None) == (found.verdict is Verdict.MEETS)


def test_a_place_that_is_not_answered_names_no_council(table: DecisionTable) -> None:
    answers = {"age": "0-15", "outcome": "died", "abuse_or_neglect": "known", "looked_after": "no"}
    assert told(table, answers).notifier == "unsure"


def test_no_question_is_asked_whose_answer_can_no_longer_change_what_is_told(
    table: DecisionTable,
) -> None:
    for path in paths(table):
        answers: dict[str, str] = {}
        for question_id, option_id in path.items():
            question = table.criteria.question(question_id)
            if question.only_for is None:
                views = {
                    told(table, {**answers, question_id: option}).view
                    for option in question.sure_ids
                    if table.bits({**answers, question_id: option})
                }
                assert views != {told(table, answers).view}
            answers[question_id] = option_id


def test_no_question_is_left_whose_answer_could_still_change_what_is_told(
    table: DecisionTable,
) -> None:
    for path in paths(table):
        assert next_question(table, path) is None
        for question in table.criteria.facts:
            if question.id in path or not any(
                all(path.get(fact) in options for fact, options in condition.items())
                for condition in question.asked_when or ({},)
            ):
                continue
            for option in question.sure_ids:
                if table.bits({**path, question.id: option}):
                    assert (
                        told(table, {**path, question.id: option}).view == told(table, path).view
                    )


@given(st.data())
def test_any_answers_that_do_not_exclude_each_other_tell_something(data: st.DataObject) -> None:
    table = _TABLES[0]
    answers = {
        question.id: data.draw(st.sampled_from([option.id for option in question.options]))
        for question in data.draw(
            st.lists(st.sampled_from(table.criteria.questions), unique_by=lambda one: one.id)
        )
    }
    if table.bits(answers):
        assert told(table, answers).verdict in Verdict
    else:
        with pytest.raises(ValueError, match="exclude"):
            told(table, answers)


_TABLES: list[DecisionTable] = []


@pytest.fixture(autouse=True, scope="module")
def _table_for_hypothesis(table: DecisionTable) -> None:
    _TABLES.append(table)


def test_the_criteria_are_immutable(knowledge_criteria: Criteria) -> None:
    with pytest.raises(AttributeError):
        knowledge_criteria.version = 2  # type: ignore[misc]  # the point of the test


@pytest.fixture
def knowledge_criteria(table: DecisionTable) -> Criteria:
    return table.criteria
