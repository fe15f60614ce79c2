"""The timeline shows every duty on its day, in words and as a picture for a phone."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.criteria.model import DutyId
from bot.drawing.shapes import Box, Ink, Shape, Words
from bot.drawing.text_width import text_width
from bot.drawing.theme import Theme
from bot.notification.bank_holidays import published_bank_holidays
from bot.notification.dates_in_words import long_date
from bot.notification.deadlines import deadlines
from bot.notification.timeline import PASSED, Timeline, timeline_text
from bot.notification.timeline_picture import timeline_drawing, timeline_png, timeline_svg

if TYPE_CHECKING:
    from bot.drawing.shapes import Drawing
    from bot.notification.model import DeadlineRule

PUBLISHED = published_bank_holidays()
BOTH = {DutyId.PANEL, DutyId.OFSTED_SOS}


def timeline(rules: tuple[DeadlineRule, ...], aware: date, today: date) -> Timeline:
    return Timeline(
        aware=aware,
        today=today,
        deadlines=deadlines(rules, BOTH, aware, PUBLISHED),
        holidays=PUBLISHED,
    )


@pytest.fixture
def december(rules: tuple[DeadlineRule, ...]) -> Timeline:
    return timeline(rules, date(2026, 12, 16), date(2026, 12, 17))


def lines_of(drawing: Drawing) -> list[Words]:
    return [part for part in drawing.parts if isinstance(part, Words)]


def words_of(drawing: Drawing) -> str:
    return " ".join(line.text for line in lines_of(drawing))


def test_the_text_tells_the_days_in_the_order_of_time(december: Timeline) -> None:
    lines = timeline_text(december)

    assert lines[0] == "Wednesday 16 December 2026: The council became aware."
    assert lines[1] == "Thursday 17 December 2026: Today."
    assert lines[2].startswith("No later than Wednesday 23 December 2026: Last day: panel.")
    assert lines[4] == "Friday 25 December 2026: Christmas Day. A bank holiday, not counted."
    assert lines[-2].startswith("No later than Monday 18 January 2027: Last day: rapid_review.")
    assert lines[-1] == "Saturdays and Sundays are not counted either."


def test_a_day_that_has_passed_says_so_in_words(rules: tuple[DeadlineRule, ...]) -> None:
    late = timeline(rules, date(2026, 11, 2), date(2026, 11, 10))

    passed = [line for line in timeline_text(late) if line.endswith(PASSED)]

    assert len(passed) == 2
    assert PASSED in words_of(timeline_drawing(late))


def test_the_last_day_itself_has_not_passed(rules: tuple[DeadlineRule, ...]) -> None:
    on_the_day = timeline(rules, date(2026, 11, 23), date(2026, 11, 30))

    assert not [line for line in timeline_text(on_the_day) if PASSED in line]


def test_a_duty_without_a_date_is_told_in_text_and_picture(
    rules: tuple[DeadlineRule, ...],
) -> None:
    late = timeline(rules, date(2028, 12, 15), date(2028, 12, 15))

    assert sum("no date" in line for line in timeline_text(late)) == 2
    assert words_of(timeline_drawing(late)).count("no date") == 2


@settings(max_examples=60)
@given(
    aware=st.dates(min_value=date(2020, 1, 1), max_value=date(2028, 12, 31)),
    since=st.integers(min_value=0, max_value=400),
)
def test_the_picture_says_what_the_text_says_and_fits_a_phone(
    rules: tuple[DeadlineRule, ...], aware: date, since: int
) -> None:
    shown = timeline(rules, aware, aware + timedelta(days=since))
    drawing = timeline_drawing(shown)
    words = words_of(drawing)

    for moment in shown.moments:
        assert long_date(moment.day) in words
        assert moment.label in words
        assert moment.detail in words
    for _, title in shown.holidays_on_the_way():
        assert title in words
    assert drawing.width == 390
    assert drawing.description == " ".join(timeline_text(shown))
    for line in lines_of(drawing):
        assert line.size >= 16
        assert line.x + text_width(line.text, line.size, bold=line.bold) <= drawing.width
        assert line.y <= drawing.height
    for before, after in pairwise(lines_of(drawing)):
        assert after.y - before.y >= after.size


def test_every_weekend_day_and_bank_holiday_on_the_way_has_its_band(december: Timeline) -> None:
    bands = [
        part
        for part in timeline_drawing(december).parts
        if isinstance(part, Box) and part.fill is Ink.BAND
    ]
    days = [date(2026, 12, 16) + timedelta(days=n) for n in range(34)]
    weekend = [day for day in days if day.weekday() >= 5]
    holidays = [day for day in days if day in PUBLISHED.titles]

    in_the_key = 1
    assert sum(band.stroke is None for band in bands) == len(weekend) + in_the_key
    assert sum(band.stroke is not None for band in bands) == len(holidays) + in_the_key


def test_each_day_with_a_deadline_has_one_diamond(december: Timeline) -> None:
    diamonds = [
        part
        for part in timeline_drawing(december).parts
        if isinstance(part, Shape) and part.fill is Ink.MARK
    ]

    assert len(diamonds) == len({one.due for one in december.deadlines}) == 3


def test_a_long_wait_before_today_is_left_out_and_said(rules: tuple[DeadlineRule, ...]) -> None:
    long_ago = timeline(rules, date(2026, 1, 5), date(2026, 11, 26))

    assert "days, not drawn" in words_of(timeline_drawing(long_ago))
    assert timeline_drawing(long_ago).height < 1400


def test_the_drawing_for_the_web_is_well_formed_and_follows_the_reader(
    december: Timeline,
) -> None:
    text = timeline_svg(december)

    ET.fromstring(text)  # noqa: S314  our own text
    assert "prefers-color-scheme:dark" in text


def test_the_picture_for_a_chat_differs_in_light_and_dark(december: Timeline) -> None:
    light, dark = (timeline_png(december, theme) for theme in (Theme.LIGHT, Theme.DARK))

    assert light.startswith(b"\x89PNG")
    assert light != dark
    assert len(light) < 500_000
