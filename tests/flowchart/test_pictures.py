"""The pictures say everything, fit their page, and overlap nowhere."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from bot.drawing.shapes import Box, Words
from bot.drawing.text_width import text_width
from bot.flowchart.diagram import main_branch, results
from bot.flowchart.mermaid import reader_mermaid, rules_mermaid
from bot.flowchart.reader_picture import PAGE, duties_by_number, reader_lines, reader_picture
from bot.flowchart.rules_picture import rules_lines, rules_picture

if TYPE_CHECKING:
    from bot.criteria.table import DecisionTable
    from bot.drawing.shapes import Drawing
    from bot.flowchart.wording import Wording

A4_HEIGHT_BY_WIDTH = 297 / 210
SMALLEST_PRINT = 2.8
"""Millimetres on paper: 8 point."""


@pytest.fixture(params=["reader", "rules"])
def picture(request: pytest.FixtureRequest, table: DecisionTable, wording: Wording) -> Drawing:
    return reader_picture(table, wording) if request.param == "reader" else rules_picture(wording)


def words_of(drawing: Drawing) -> list[Words]:
    return [part for part in drawing.parts if isinstance(part, Words)]


def said(drawing: Drawing) -> str:
    return " ".join(words.text for words in words_of(drawing))


def test_every_line_stays_inside_the_page(picture: Drawing) -> None:
    for words in words_of(picture):
        right = words.x + text_width(words.text, words.size, bold=words.bold)
        assert right <= picture.width, words
        assert words.y <= picture.height - 5, words


def test_no_two_lines_of_a_column_overlap(picture: Drawing) -> None:
    columns = defaultdict(list)
    for words in words_of(picture):
        columns[words.x].append(words.y)

    for heights in columns.values():
        assert all(below - above >= 14 for above, below in pairwise(sorted(heights)))


def test_every_line_in_a_box_stays_in_its_box(picture: Drawing) -> None:
    boxes = [part for part in picture.parts if isinstance(part, Box) and part.radius]
    for words in words_of(picture):
        around = [
            box
            for box in boxes
            if box.x <= words.x < box.x + box.width and box.y <= words.y <= box.y + box.height
        ]
        for box in around:
            assert (
                words.x + text_width(words.text, words.size, bold=words.bold) <= box.x + box.width
            )
            assert words.y - words.size >= box.y - 1


def test_the_chart_for_a_reader_is_one_page_of_a4_with_legible_print(
    table: DecisionTable, wording: Wording
) -> None:
    drawing = reader_picture(table, wording)

    assert PAGE[1] / PAGE[0] == pytest.approx(A4_HEIGHT_BY_WIDTH, abs=0.001)
    assert min(words.size for words in words_of(drawing)) * 210 / PAGE[0] >= SMALLEST_PRINT


def test_the_chart_for_a_reader_names_every_duty_and_the_999_line(
    table: DecisionTable, wording: Wording
) -> None:
    words = said(reader_picture(table, wording))
    chart = main_branch(table)

    assert wording.danger_line in words
    assert wording.council_decides in words
    for duty, number in duties_by_number(chart, wording).items():
        assert f"{number}. {wording.duties[duty]}." in words
    assert words.count("You: ") == len(list(results(chart))) == len(reader_lines(table, wording))


def test_the_chart_for_fact_checkers_has_every_rule_with_every_source(wording: Wording) -> None:
    words = said(rules_picture(wording))

    assert len(rules_lines(wording)) == len(wording.criteria.rules)
    for number, rule in enumerate(wording.criteria.rules, start=1):
        assert f"{number}. {rule.id}" in words
        for source in rule.sources:
            assert wording.source(source) in words
        for condition in wording.rule_conditions(rule):
            assert condition in words


def test_mermaid_text_has_every_rule_source_and_result(
    table: DecisionTable, wording: Wording
) -> None:
    rules, reader = rules_mermaid(wording), reader_mermaid(table, wording)

    for rule in wording.criteria.rules:
        assert rule.id in rules
        assert all(
            wording.source(source).replace('"', "#quot;") in rules for source in rule.sources
        )
    assert rules.count("-->|yes|") == len(wording.criteria.rules)
    assert rules.count("-->|no|") == len(wording.criteria.rules) - 1
    assert reader.count('("') == len(list(results(main_branch(table))))


LINE_OF_MERMAID = re.compile(
    r"  \w+(?:WORDS)?(?: -->(?:\|yes\|) \w+WORDS| -->\|(?:no|TEXT)\| \w+)?"
)


def test_every_line_of_mermaid_text_has_its_words_in_quotation_marks(
    table: DecisionTable, wording: Wording
) -> None:
    for text in (reader_mermaid(table, wording), rules_mermaid(wording)):
        for line in text.splitlines()[1:]:
            shape = re.sub(r'"[^"]*"', "TEXT", line)
            shape = shape.replace("[TEXT]", "WORDS").replace("(TEXT)", "WORDS")
            assert LINE_OF_MERMAID.fullmatch(shape), line
