"""The picture of an evaluation can be drawn."""

from __future__ import annotations

from bot.drawing.svg import svg
from bot.matching.answered import from_matched
from bot.matching.collections import Asked
from bot.matching.evaluation import evaluate
from bot.matching.matcher import Matcher
from bot.matching.picture import drawing_of
from tests.matching.library import OUTSIDE, TARGETS


def test_the_picture_shows_both_curves_and_says_them_in_words() -> None:
    matcher = Matcher(TARGETS, (), OUTSIDE)
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
    matcher = Matcher(TARGETS)
    report = evaluate(lambda text: from_matched(matcher.match(text)), TARGETS, (), stock=False)
    assert svg(drawing_of(report))
