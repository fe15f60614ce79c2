"""The picture of an evaluation can be drawn."""

from __future__ import annotations

from bot.drawing.svg import svg
from bot.search.search import Search
from tests.search.library import OUTSIDE, TARGETS, search_over
from workshop.answered import from_matched
from workshop.collections import Asked
from workshop.curves import drawing_of
from workshop.evaluation import evaluate


def test_the_picture_shows_both_curves_and_says_them_in_words() -> None:
    matcher = search_over(TARGETS, (), OUTSIDE)
    asked = (
        *(Asked(text, frozenset({one.address})) for one in TARGETS for text in one.examples),
        *(Asked(text, frozenset()) for text in OUTSIDE),
    )
    report = evaluate(lambda text: from_matched(matcher.match(text)), TARGETS, asked, stock=False)
    drawing = drawing_of(report)
    assert "Reliability" in svg(drawing)
    assert "Risk and coverage" in svg(drawing)
    assert "% right of" in drawing.description


def test_an_evaluation_of_nothing_has_a_picture() -> None:
    matcher = Search(TARGETS)
    report = evaluate(lambda text: from_matched(matcher.match(text)), TARGETS, (), stock=False)
    assert svg(drawing_of(report))
