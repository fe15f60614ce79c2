"""Files to take away, for every outcome: opened again, every answer and date is there."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date

import docx
import pytest
import vobject  # type: ignore[import-untyped]  # it ships no types

from bot.address import address
from bot.criteria.answers_in_address import encode
from bot.criteria.dialogue import paths
from bot.guide import Guide
from bot.plain import plain_text
from bot.screen import Screen
from bot.screens.files import MAKERS

_COLUMNS = {"What", "Entry", "Question", "Answer", "Duty", "No later than", "How it was counted"}
_COLUMNS |= {"Criterion", "State", "Why", "Source"}
EVERY = 9
"""Each so-many-th outcome; the slow run takes them all."""


def _outcomes(guide: Guide, step: int) -> Iterator[tuple[dict[str, str], Screen]]:
    for path in list(paths(guide.basis.table))[::step]:
        pairs = encode(guide.knowledge.criteria, path)
        yield (
            path,
            guide.open(
                address(
                    "outcome", str(guide.knowledge.criteria.version), pairs, "20261223", "a1b2c3"
                )
            ),
        )


def _events(content: bytes) -> list[vobject.base.Component]:
    return list(vobject.readOne(content.decode()).vevent_list)


def test_the_calendar_of_every_outcome_parses_back_with_equal_dates(guide: Guide) -> None:
    for _, screen in _outcomes(guide, 1):
        assert screen.outcome is not None
        offered = [one for one in screen.attachments if one.type == "text/calendar"]
        assert bool(offered) == bool(screen.outcome.deadlines)
        if not offered:
            continue
        found: list[date] = []
        for one in offered:
            file = guide.file(one.address)
            assert file is not None
            (event,) = _events(file.content)
            found.append(event.dtstart.value)
        assert found == sorted(one.due for one in screen.outcome.deadlines)


def test_calendar_titles_name_no_child_and_no_harm(guide: Guide) -> None:
    file = guide.file("calendar_1_acodnslnph_20261223_a1b2c3")
    assert file is not None
    for event in _events(file.content):
        words = event.summary.value.lower()
        assert not {"child", "death", "died", "harm", "abuse", "neglect"} & set(words.split())


def test_a_second_file_of_the_same_outcome_has_the_same_ids_and_another_case_has_others(
    guide: Guide,
) -> None:
    def ids(reference: str) -> set[str]:
        file = guide.file(f"calendar_1_acodnslnph_20261223_{reference}")
        assert file is not None
        return {event.uid.value for event in _events(file.content)}

    assert ids("a1b2c3") == ids("a1b2c3")
    assert not ids("a1b2c3") & ids("d4e5f6")


def _words_of(content: bytes) -> str:
    document = docx.Document(io.BytesIO(content))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


@pytest.mark.parametrize("step", [EVERY, pytest.param(1, marks=pytest.mark.slow)])
def test_every_answer_is_found_in_the_record_opened_again(guide: Guide, step: int) -> None:
    criteria = guide.knowledge.criteria
    for path, screen in _outcomes(guide, step):
        file = guide.file(screen.address.replace("outcome", "record", 1))
        assert file is not None
        words = _words_of(file.content)
        assert screen.address in words
        for question, option in path.items():
            assert criteria.question(question).label in words
            assert criteria.question(question).option(option).label in words


def test_the_plain_record_says_what_the_word_record_says(guide: Guide) -> None:
    word = guide.file("record_1_acodnslnph_20261223_a1b2c3")
    plain = guide.file("recordtext_1_acodnslnph_20261223_a1b2c3")
    assert word is not None
    assert plain is not None
    text = plain.content.decode()
    for line in _words_of(word.content).splitlines():
        assert line in _COLUMNS or line.strip() in text


def test_a_record_without_a_date_has_no_deadlines(guide: Guide) -> None:
    file = guide.file("recordtext_1_acodnslnph")
    assert file is not None
    assert b"became aware on" not in file.content


def test_the_timeline_is_offered_as_a_picture_and_as_a_drawing(guide: Guide) -> None:
    png = guide.file("timeline_1_acodnslnph_20261223_a1b2c3")
    svg = guide.file("timelinesvg_1_acodnslnph_20261223_a1b2c3")
    assert png is not None
    assert svg is not None
    assert png.content.startswith(b"\x89PNG")
    assert b"<title" in svg.content


@pytest.mark.parametrize("name", sorted(MAKERS))
@pytest.mark.parametrize(
    "rest", ["", "_1", "_1_ac", "_1_acodnslnph-_20261223", "_1_acodnslnph_20261399", "_x_y_z"]
)
def test_an_address_that_leads_to_no_outcome_gives_no_file(
    guide: Guide, name: str, rest: str
) -> None:
    assert guide.file(name + rest) is None


def test_no_calendar_and_no_timeline_without_a_date(guide: Guide) -> None:
    for name in ("calendar", "timeline", "timelinesvg"):
        assert guide.file(f"{name}_1_acodnslnph") is None


def test_anything_else_gives_no_file(guide: Guide) -> None:
    for text in ("", "start", "topic_rapid-review", "\x00", "calendar"):
        assert guide.file(text) is None


def test_an_outcome_with_a_day_of_more_than_a_year_ago_still_opens_with_its_files(
    guide: Guide,
) -> None:
    screen = guide.open("outcome_2_acodnslnph_20240115_a1b2c3")

    assert screen.outcome is not None
    assert screen.address == "outcome_2_acodnslnph_20240115_a1b2c3"
    assert "more than a year ago" in plain_text(screen)
    assert all(guide.file(one.address) for one in screen.attachments)
