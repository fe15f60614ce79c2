"""Typed dates are read as people in England mean them, and never guessed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.notification.bank_holidays import published_bank_holidays
from bot.notification.dates_in_words import MONTHS, WEEKDAYS, long_date
from bot.notification.typed_dates import (
    NotUnderstood,
    Understood,
    understand_date,
    why_refused,
)

HOLIDAYS = published_bank_holidays()
MONDAY = date(2026, 11, 23)
FRIDAY_BEFORE = date(2026, 11, 20)


def understood(text: str, today: date = MONDAY) -> date:
    answer = understand_date(text, today, HOLIDAYS)
    assert isinstance(answer, Understood), (text, answer)
    return answer.day


def refused(text: str, today: date = MONDAY) -> NotUnderstood:
    answer = understand_date(text, today, HOLIDAYS)
    assert isinstance(answer, NotUnderstood), (text, answer)
    return answer


@pytest.mark.parametrize(
    "text",
    [
        "Friday",
        "last Friday",
        "on fri",
        "Firday",
        "friday morning",
        "we became aware on Friday",
        "Friday last week",
        "3 days ago",
        "three days ago",
        "20/11",
        "20.11.26",
        "20-11-2026",
        "20\N{EN DASH}11\N{EN DASH}2026",
        "20 / 11 / 2026",
        "20 11 2026",
        "2026-11-20",
        "2026/11/20",
        "20 November",
        "Nov 20",
        "20nov",
        "20th",
        "the 20th",
        "Friday the 20th",
        "the 20th of november 2026",
        "20 novmber",
        "20th Nov, 2026",
        "Friday 20 November 2026",
        "20 Nov \N{RIGHT SINGLE QUOTATION MARK}26",
        "20 Nov at 5pm",
        "20/11/26 17:40",
        "\N{FULLWIDTH DIGIT TWO}\N{FULLWIDTH DIGIT ZERO}/11",
        "  FRIDAY.  ",
    ],
)
def test_these_texts_mean_friday_20_november_2026(text: str) -> None:
    assert understood(text) == FRIDAY_BEFORE


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("today", MONDAY),
        ("this morning", MONDAY),
        ("this Monday", MONDAY),
        ("now", MONDAY),
        ("yesterday", date(2026, 11, 22)),
        ("yesturday", date(2026, 11, 22)),
        ("last night at 23:40", date(2026, 11, 22)),
        ("the day before yesterday", date(2026, 11, 21)),
        ("wensday", date(2026, 11, 18)),
        ("last Monday", date(2026, 11, 16)),
        ("a week ago", date(2026, 11, 16)),
        ("a week ago today", date(2026, 11, 16)),
        ("Friday before last", date(2026, 11, 13)),
        ("a week last Friday", date(2026, 11, 13)),
        ("a fortnight ago", date(2026, 11, 9)),
        ("the 31st", date(2026, 10, 31)),
        ("20/12/2025", date(2025, 12, 20)),
        ("yesterday at 9", date(2026, 11, 22)),
        ("two nights ago", date(2026, 11, 21)),
        ("in the early hours of this morning", MONDAY),
        ("20261120", FRIDAY_BEFORE),
        ("Friday 20261120", FRIDAY_BEFORE),
    ],
)
def test_other_days_are_read_too(text: str, day: date) -> None:
    assert understood(text) == day


NEW_YEAR = date(2027, 1, 4)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("boxing day", date(2026, 12, 26)),
        ("on Boxing Day", date(2026, 12, 26)),
        ("boxing day 2026", date(2026, 12, 26)),
        ("christmas eve", date(2026, 12, 24)),
        ("xmas eve", date(2026, 12, 24)),
        ("Christmas Day", date(2026, 12, 25)),
        ("new year's eve", date(2026, 12, 31)),
        ("New Year\N{RIGHT SINGLE QUOTATION MARK}s Day", date(2027, 1, 1)),
        ("new years day", date(2027, 1, 1)),
        ("bank holiday", date(2027, 1, 1)),
        ("bank holiday monday", date(2026, 12, 28)),
        ("last good friday", date(2026, 4, 3)),
        ("easter sunday", date(2026, 4, 5)),
        ("easter monday", date(2026, 4, 6)),
        ("the august bank holiday", date(2026, 8, 31)),
        ("bonfire night", date(2026, 11, 5)),
    ],
)
def test_a_day_with_a_name_is_the_latest_one(text: str, day: date) -> None:
    assert understood(text, NEW_YEAR) == day


def test_last_bank_holiday_is_the_one_before_today() -> None:
    assert understood("last bank holiday", date(2026, 11, 23)) == date(2026, 8, 31)
    assert understood("last bank holiday", date(2026, 12, 28)) == date(2026, 12, 25)
    assert understood("bank holiday", date(2026, 12, 28)) == date(2026, 12, 28)
    assert understood("christmas eve", date(2026, 12, 24)) == date(2026, 12, 24)
    assert understood("last christmas eve", date(2026, 12, 24)) == date(2025, 12, 24)


def test_a_named_day_beyond_what_is_published_is_asked_for() -> None:
    assert "Which day was that?" in refused("good friday 2031", date(2032, 1, 1)).message
    assert "in the future" in refused("boxing day 2027", NEW_YEAR).message


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-11-20T09:15", FRIDAY_BEFORE),
        ("2026-11-20t09:15:30", FRIDAY_BEFORE),
        ("2026-11-20T09:15:30.250Z", FRIDAY_BEFORE),
        ("20261120T0915", FRIDAY_BEFORE),
        ("2026-11-20T23:30:00+00:00", FRIDAY_BEFORE),
        ("2026-11-20 09:15:30", FRIDAY_BEFORE),
        ("2026-07-01T23:30Z", date(2026, 7, 2)),
        ("2026-11-21T01:00+05:30", FRIDAY_BEFORE),
    ],
)
def test_a_moment_from_a_form_or_a_log_is_its_day_in_england(text: str, day: date) -> None:
    assert understood(text) == day


@pytest.mark.parametrize(
    "text", ["about the 20th", "around Friday", "roughly 20 November", "the 20th or 21st"]
)
def test_a_day_that_is_not_certain_asks_for_one_day(text: str) -> None:
    answer = refused(text)

    assert answer.meant_a_date
    assert "counted from one day" in answer.message
    assert 'such as "today"' in answer.message


@pytest.mark.parametrize(
    "text", ["christmas", "the weekend", "easter", "20261340", "new year day x"]
)
def test_what_names_no_single_day_stays_a_date(text: str) -> None:
    assert refused(text).meant_a_date


def test_the_day_comes_first_always() -> None:
    assert understood("3/4", date(2026, 5, 1)) == date(2026, 4, 3)
    assert understood("3/4/2026", date(2026, 5, 1)) == date(2026, 4, 3)
    assert "no month 20" in refused("11/20/2026").message


def test_a_date_without_a_year_is_the_latest_one_near() -> None:
    assert understood("29 December", date(2027, 1, 4)) == date(2026, 12, 29)


def test_a_date_without_a_year_that_is_far_back_or_ahead_asks_for_the_year() -> None:
    assert "20 December of which year?" in refused("20/12").message
    assert "3 April of which year?" in refused("3/4").message


def test_a_weekday_that_is_todays_could_be_two_days_and_is_not_guessed() -> None:
    message = refused("Monday").message

    assert "could be two days" in message
    assert 'Type "today", or "last Monday" for 16 November' in message


def test_a_weekday_beside_a_date_must_agree_with_it() -> None:
    assert "20 November 2026 is a Friday" in refused("Thursday 20 November").message


@pytest.mark.parametrize("text", ["tomorrow", "next Friday", "this Friday", "24/11/2026"])
def test_a_day_in_the_future_is_refused(text: str) -> None:
    assert "in the future" in refused(text).message


@pytest.mark.parametrize("text", ["20/11/2024", "400 days ago"])
def test_a_day_more_than_a_year_back_is_refused(text: str) -> None:
    answer = refused(text)

    assert answer.meant_a_date
    assert "more than a year ago" in answer.message


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("31/11", "no 31 November"),
        ("29/2/2026", "no 29 February 2026"),
        ("29 Feb", "no 29 February"),
        ("0/11", "no 0 November"),
        ("20 November 0000", "no 20 November 0"),
        ("32nd", "No month has a day 32"),
        ("November", "missing"),
        ("20", "missing"),
        ("last week", "missing"),
    ],
)
def test_a_date_that_does_not_exist_is_refused_with_the_reason_and_a_cure(
    text: str, reason: str
) -> None:
    answer = refused(text)

    assert answer.meant_a_date
    assert reason in answer.message
    assert "Type" in answer.message


@pytest.mark.parametrize(
    "text",
    [
        "not Friday",
        "20-21 November",
        "20/11 or 21/11",
        "5 to 6 days ago",
        "munday",
        "Friday week",
        "20112026",
        "in 3 days",
        "3 working days ago",
        "around the 20th or 21st",
    ],
)
def test_what_could_be_several_days_is_not_guessed(text: str) -> None:
    assert "Type a day such as" in refused(text).message


@pytest.mark.parametrize(
    "text",
    [
        "what is a rapid review",
        "which local reviews were published in May 2021",
        "yes",
        "",
        "section 47",
        "help",
        "?",
    ],
)
def test_a_text_that_is_no_date_is_known_as_such(text: str) -> None:
    assert not refused(text).meant_a_date


@pytest.mark.parametrize("text", ["not Friday", "20/11 or 21/11", "20112026", "5 to 6 days ago"])
def test_a_text_with_something_of_a_date_in_it_is_known_as_such(text: str) -> None:
    assert refused(text).meant_a_date


@pytest.mark.parametrize("back", range(7))
@pytest.mark.parametrize("weekday", range(7))
def test_every_weekday_from_every_day_is_as_the_module_says(weekday: int, back: int) -> None:
    today = MONDAY + timedelta(days=back)
    name = WEEKDAYS[weekday]
    earlier = [today - timedelta(days=n) for n in range(1, 15)]
    latest, before = [day for day in earlier if day.weekday() == weekday]
    monday = today - timedelta(days=today.weekday())

    assert understood(f"last {name}", today) == latest
    assert understood(f"{name} before last", today) == before
    assert understood(f"{name} last week", today) == monday + timedelta(days=weekday - 7)
    if today.weekday() == weekday:
        refused(name, today)
    else:
        assert understood(name, today) == latest
    if weekday <= today.weekday():
        assert understood(f"this {name}", today) == monday + timedelta(days=weekday)
    else:
        assert "in the future" in refused(f"this {name}", today).message


def test_every_day_of_the_year_behind_is_read_in_every_usual_spelling() -> None:
    for back in range(366):
        day = MONDAY - timedelta(days=back)
        month = MONTHS[day.month - 1]
        for text in (
            long_date(day),
            day.isoformat(),
            f"{day.day}/{day.month}/{day.year}",
            f"{day:%d.%m.%y}",
            f"{day.day} {month[:3].lower()} {day.year}",
            f"{month} {day.day}, {day.year}",
            f"{back} days ago",
        ):
            assert understood(text) == day, text


WORDS = [
    "today",
    "yesterday",
    "last",
    "this",
    "next",
    "week",
    "ago",
    "day",
    "days",
    "friday",
    "Mon",
    "20",
    "20th",
    "1",
    "31",
    "11",
    "2026",
    "26",
    "/",
    "-",
    ".",
    "november",
    "feb",
    "the",
    "of",
    "on",
    "before",
    "a",
    "two",
    "fortnight",
    "29",
    "00",
    "99",
    ",",
    "th",
    "ago'",
    "boxing",
    "bank holiday",
    "good",
    "2026-11-20T09:15",
]
TODAYS = st.dates(min_value=date(2020, 1, 1), max_value=date(2030, 12, 31))


@given(text=st.text() | st.lists(st.sampled_from(WORDS)).map(" ".join), today=TODAYS)
@example(text="1" * 5000, today=MONDAY)
@example(text="99 fortnights ago", today=MONDAY)
@example(text="\N{ARABIC-INDIC DIGIT TWO}/\N{SUPERSCRIPT TWO}", today=MONDAY)
def test_any_text_gives_a_day_of_the_past_year_or_a_message_with_a_cure(
    text: str, today: date
) -> None:
    answer = understand_date(text, today, HOLIDAYS)

    if isinstance(answer, Understood):
        assert timedelta(0) <= today - answer.day <= timedelta(days=366)
        assert why_refused(answer.day, today) is None
    else:
        assert "ype " in answer.message


@given(text=st.text(st.sampled_from("0123456789/-. "), max_size=12), today=TODAYS)
def test_any_row_of_digits_and_separators_is_answered(text: str, today: date) -> None:
    answer = understand_date(text, today, HOLIDAYS)

    assert isinstance(answer, Understood) or "ype " in answer.message
