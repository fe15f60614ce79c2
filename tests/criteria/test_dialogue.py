"""The dialogue is replayed from the first question every time."""

from __future__ import annotations

from dataclasses import replace

from bot.criteria.dialogue import most_questions_left, options_left, paths, replay
from bot.criteria.table import DecisionTable


def _asking_everybody(table: DecisionTable, question_id: str) -> DecisionTable:
    """Criteria that ask a question whatever was answered before it."""
    questions = tuple(
        replace(one, asked_when=()) if one.id == question_id else one
        for one in table.criteria.questions
    )
    return DecisionTable(replace(table.criteria, questions=questions))


def test_an_option_that_contradicts_an_earlier_answer_is_not_offered(table: DecisionTable) -> None:
    asking = _asking_everybody(table, "care_leaver")
    question = asking.criteria.question("care_leaver")
    assert options_left(asking, question, {"age": "0-15"}) == ("no", "unsure")


def test_an_answer_that_contradicts_an_earlier_one_counts_as_not_given(
    table: DecisionTable,
) -> None:
    criteria = table.criteria
    never = {"age": ("0-15",), "abuse_or_neglect": ("known",)}
    asking = DecisionTable(replace(criteria, impossible=(*criteria.impossible, never)))
    answers = {"age": "0-15", "outcome": "died", "abuse_or_neglect": "known"}
    position = replay(asking, answers)
    assert position.path == {"age": "0-15", "outcome": "died"}
    assert position.question == criteria.question("abuse_or_neglect")


def test_a_replay_of_a_whole_path_arrives_at_no_question(table: DecisionTable) -> None:
    for path in paths(table):
        position = replay(table, path)
        assert (position.path, position.question) == (path, None)
        assert not position.unused
        assert not position.pending


def test_a_replay_does_not_depend_on_the_order_of_the_answers(table: DecisionTable) -> None:
    for path in paths(table):
        backwards = dict(reversed(path.items()))
        assert list(replay(table, backwards).path) == list(path)


def test_answers_for_questions_not_yet_reached_wait(table: DecisionTable) -> None:
    position = replay(table, {"outcome": "died", "looked_after": "yes"})
    assert position.question is not None
    assert position.question.id == "age"
    assert position.pending == {"outcome": "died", "looked_after": "yes"}


def test_an_answer_that_no_question_asks_for_is_told_as_unused(table: DecisionTable) -> None:
    answers = {
        "age": "0-15",
        "outcome": "died",
        "abuse_or_neglect": "known",
        "looked_after": "no",
        "location": "here",
        "warning_signs": "yes",
    }
    assert replay(table, answers).unused == {"warning_signs": "yes"}


def test_changing_an_answer_to_itself_changes_nothing(table: DecisionTable) -> None:
    for path in paths(table):
        for question, option in path.items():
            assert replay(table, {**path, question: option}).path == path


def test_at_most_so_many_questions_are_left_and_some_way_asks_that_many(
    table: DecisionTable,
) -> None:
    for path in paths(table):
        answers: dict[str, str] = {}
        for index, (question, option) in enumerate(path.items()):
            assert len(path) - index <= most_questions_left(table, answers)
            answers[question] = option
        assert most_questions_left(table, answers) == 0
    assert most_questions_left(table, {}) == max(len(path) for path in paths(table))


def test_every_option_of_the_first_question_is_open(table: DecisionTable) -> None:
    first = table.criteria.questions[0]
    assert options_left(table, first, {}) == tuple(option.id for option in first.options)


def test_a_contradicting_answer_counts_as_not_given(table: DecisionTable) -> None:
    for path in paths(table):
        if path["age"] == "18-24" and "care_leaver" in path:
            position = replay(table, {**path, "age": "25+"})
            assert "care_leaver" not in position.path
