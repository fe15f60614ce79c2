"""The figures on the development questions do not fall."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.guide import Guide
from bot.search.targets import targets_of
from workshop.answered import from_reply
from workshop.collections import read_questions
from workshop.evaluation import Figures, figures_of, judge
from workshop.typos import with_slips

if TYPE_CHECKING:
    from bot.knowledge import Knowledge
    from workshop.answered import Answered

QUESTIONS = Path(__file__).parents[1] / "questions" / "development.jsonl"
HELD_OUT = QUESTIONS.with_name("held-out.jsonl")
LEAST = {"top1": 0.9, "top3": 0.955, "mrr": 0.925, "auroc": 0.9}
MOST = {"answered_out_of_scope": 0.05, "wrong_with_confidence": 0.04}
LEAST_WITH_SLIPS = {"top1": 0.86, "top3": 0.93, "auroc": 0.9}
LEAST_UNSEEN = {"top1": 0.9, "top3": 0.96, "auroc": 0.92}
MOST_UNSEEN = {"answered_out_of_scope": 0.02, "wrong_with_confidence": 0.03}


@pytest.fixture(scope="module")
def figures(knowledge: Knowledge) -> tuple[Figures, Figures]:
    guide = Guide(knowledge, today=lambda: date(2026, 11, 26))
    asked = read_questions(QUESTIONS)

    def ask(text: str) -> Answered:
        return from_reply(guide.ask(text))

    return figures_of(judge(ask, asked)), figures_of(judge(ask, asked, with_slips))


@pytest.mark.parametrize(("name", "floor"), LEAST.items())
def test_a_figure_does_not_fall(figures: tuple[Figures, Figures], name: str, floor: float) -> None:
    assert getattr(figures[0], name) >= floor


@pytest.mark.parametrize(("name", "ceiling"), MOST.items())
def test_a_fault_does_not_grow(
    figures: tuple[Figures, Figures], name: str, ceiling: float
) -> None:
    assert getattr(figures[0], name) <= ceiling
    assert getattr(figures[1], name) <= ceiling


@pytest.mark.parametrize(("name", "floor"), LEAST_WITH_SLIPS.items())
def test_slips_of_the_keys_cost_little(
    figures: tuple[Figures, Figures], name: str, floor: float
) -> None:
    assert getattr(figures[1], name) >= floor


@pytest.fixture(scope="module")
def unseen(knowledge: Knowledge) -> Figures:
    guide = Guide(knowledge, today=lambda: date(2026, 11, 26))
    return figures_of(judge(lambda text: from_reply(guide.ask(text)), read_questions(HELD_OUT)))


@pytest.mark.parametrize(("name", "floor"), LEAST_UNSEEN.items())
def test_questions_that_no_fit_has_seen_find_their_card(
    unseen: Figures, name: str, floor: float
) -> None:
    assert getattr(unseen, name) >= floor


@pytest.mark.parametrize(("name", "ceiling"), MOST_UNSEEN.items())
def test_questions_that_no_fit_has_seen_are_rarely_answered_wrongly(
    unseen: Figures, name: str, ceiling: float
) -> None:
    assert getattr(unseen, name) <= ceiling


def test_every_gold_card_exists_or_is_a_list(knowledge: Knowledge) -> None:
    addresses = {target.address for target in targets_of(knowledge)}
    gold = {one for asked in read_questions(QUESTIONS) for one in asked.gold}
    assert {one for one in gold - addresses if not one.startswith("list_")} == set()
