"""The figures of an evaluation are what they say."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from bot.screen import RankedCard, Reply, ReplyKind, Screen
from bot.search.model import Decision, Found, Matched
from tests.search.library import TARGETS
from workshop.answered import Answered, from_matched, from_reply
from workshop.collections import Asked
from workshop.evaluation import curves_of, evaluate, evaluate_files, figures_of, judge

if TYPE_CHECKING:
    from pathlib import Path

ANSWERS = {
    "right": Answered((frozenset("a"),), 0.9, Decision.ANSWER),
    "second": Answered((frozenset("b"), frozenset("a")), 0.8, Decision.ANSWER),
    "offered": Answered((frozenset("b"), frozenset("c"), frozenset("a")), 0.5, Decision.CHOICES),
    "silent": Answered((), 0.1, Decision.NONE),
    "out": Answered((frozenset("a"),), 0.7, Decision.ANSWER),
    "out and silent": Answered((), 0.2, Decision.NONE),
}
ASKED = tuple(
    Asked(question, frozenset() if question.startswith("out") else frozenset("a"), "some")
    for question in ANSWERS
)


def test_the_figures_count_what_they_say() -> None:
    figures = figures_of(judge(ANSWERS.__getitem__, ASKED))
    assert (figures.n_in, figures.n_out) == (4, 2)
    assert figures.top1 == 1 / 4
    assert figures.top3 == 3 / 4
    assert figures.mrr == pytest.approx((1 + 1 / 2 + 1 / 3) / 4)
    assert figures.answered_out_of_scope == 1 / 2
    assert figures.wrong_with_confidence == 2 / 6
    assert (figures.answered, figures.offered, figures.silent) == (1 / 2, 1 / 4, 1 / 4)


def test_there_is_no_auroc_without_questions_that_have_no_answer() -> None:
    figures = figures_of(judge(ANSWERS.__getitem__, ASKED[:4]))
    assert figures.auroc is None
    assert figures.answered_out_of_scope is None


def test_a_list_counts_by_its_address_or_by_its_first_card() -> None:
    answered = from_matched(
        Matched(Decision.ANSWER, (Found("a", 0.9), Found("b", 0.8)), 0.9, browse="theme_x")
    )
    assert answered.rank_of(frozenset({"theme_x"})) == 1
    assert answered.rank_of(frozenset({"a"})) == 1
    assert answered.rank_of(frozenset({"b"})) == 2


def test_the_dialogue_with_answers_picked_up_counts_as_the_dialogue() -> None:
    reply = Reply("q", ReplyKind.ANSWER, "check_2_a2", (Screen("check_2_a2", "Check"),))
    assert from_reply(reply).rank_of(frozenset({"check"})) == 1


def test_a_command_is_a_sure_answer() -> None:
    reply = Reply("help", ReplyKind.COMMAND, "help", (Screen("help", "Help"),))
    assert from_reply(reply) == Answered((frozenset({"help"}),), 1.0, Decision.ANSWER)


def test_the_matches_of_a_reply_are_its_ranks() -> None:
    reply = Reply(
        "q",
        ReplyKind.CHOICES,
        None,
        (Screen("start", "Which"),),
        matches=(RankedCard("a", "A", 0.4), RankedCard("b", "B", 0.3)),
    )
    answered = from_reply(reply)
    assert answered.ranks == (frozenset({"a"}), frozenset({"b"}))
    assert answered.confidence == 0.4


def test_the_curves_end_with_every_question() -> None:
    curves = curves_of(judge(ANSWERS.__getitem__, ASKED))
    assert sum(number for _, _, number in curves.reliability) == len(ASKED)
    covered, wrong = curves.risk[-1]
    assert covered == 1
    assert wrong == pytest.approx(5 / 6)


def test_a_report_has_the_figures_for_scripts_and_the_stock_scorers() -> None:
    report = evaluate(ANSWERS.get, TARGETS, ()).as_json()  # type: ignore[arg-type]  # nothing is asked
    assert {
        "top1", "top3", "auroc", "answered_out_of_scope", "wrong_with_confidence", "n_in", "n_out",
    } <= set(report)  # fmt: skip
    assert set(report["stock"]) == {  # type: ignore[call-overload]  # a mapping, as the next line shows
        "rapidfuzz WRatio", "rapidfuzz token_set_ratio",
    }  # fmt: skip


def test_any_collection_can_be_measured(tmp_path: Path) -> None:
    cards, questions = tmp_path / "cards.jsonl", tmp_path / "questions.jsonl"
    cards.write_text(
        "\n".join(
            json.dumps({"id": target.address, "examples": [target.title, *target.examples]})
            for target in TARGETS
        )
    )
    questions.write_text(
        '{"q": "rapid reviews", "gold": ["topic_rapid-review"], "slice": "easy"}\n'
        '{"q": "who is the ladoo", "gold": ["topic_lado"]}\n'
        '{"q": "council tax", "gold": []}\n'
        '{"q": "something", "gold": ["nowhere"]}\n'
    )
    report = evaluate_files(cards, questions, None)
    assert (report.figures.n_in, report.figures.n_out) == (3, 1)
    assert report.figures.top1 == pytest.approx(2 / 3)
    assert report.slices["easy"].top1 == 1
    assert report.notes == ("No card has: nowhere.",)
    text = report.as_text()
    assert "rapidfuzz token_set_ratio" in text
    assert "wanted nowhere" in text
