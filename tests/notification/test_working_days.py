"""Working days agree with two independent calendars on every day from 2020 to 2028."""

from __future__ import annotations

from datetime import date, timedelta

import holidays as independent_holidays
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.notification.bank_holidays import published_bank_holidays
from bot.notification.working_days import BankHolidays, count_working_days, is_working_day

FIRST, LAST = date(2020, 1, 1), date(2028, 12, 31)
EVERY_DAY = [FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 1)]
SECOND_SOURCE = independent_holidays.country_holidays(
    "GB", subdiv="ENG", years=range(FIRST.year, LAST.year + 2)
)
PUBLISHED = published_bank_holidays()


def test_every_day_is_a_working_day_exactly_when_a_second_source_says_so() -> None:
    ours = [is_working_day(day, PUBLISHED) for day in EVERY_DAY]

    assert ours == [day.weekday() < 5 and day not in SECOND_SOURCE for day in EVERY_DAY]


@pytest.mark.parametrize("number", [1, 2, 5, 10, 15])
def test_every_count_from_2020_to_2028_agrees_with_numpy_on_the_second_source(number: int) -> None:
    oracle = np.busdaycalendar(holidays=sorted(SECOND_SOURCE))
    expected = [
        np.busday_offset(day, number, roll="backward", busdaycal=oracle).astype(date)
        for day in EVERY_DAY
    ]

    ours = [count_working_days(day, number, PUBLISHED).due for day in EVERY_DAY]

    assert ours == [due if due <= LAST else None for due in expected]


@pytest.mark.parametrize(
    ("aware", "number", "due"),
    [
        (date(2026, 11, 23), 5, date(2026, 11, 30)),
        (date(2026, 11, 23), 15, date(2026, 12, 14)),
        (date(2026, 11, 30), 15, date(2026, 12, 21)),
        (date(2026, 12, 18), 5, date(2026, 12, 29)),
        (date(2026, 12, 23), 5, date(2027, 1, 4)),
    ],
)
def test_the_worked_examples_hold(aware: date, number: int, due: date) -> None:
    assert count_working_days(aware, number, PUBLISHED).due == due


def test_boxing_day_2026_is_skipped_on_its_substitute_monday() -> None:
    counted = count_working_days(date(2026, 12, 23), 5, PUBLISHED)

    assert counted.skipped == (
        (date(2026, 12, 25), "Christmas Day"),
        (date(2026, 12, 28), "Boxing Day (substitute day)"),
        (date(2027, 1, 1), "New Year\N{RIGHT SINGLE QUOTATION MARK}s Day"),
    )


@pytest.mark.parametrize("day", [date(2026, 11, 20), date(2026, 11, 21), date(2026, 11, 22)])
def test_a_start_on_a_weekend_counts_like_the_friday_before(day: date) -> None:
    assert count_working_days(day, 1, PUBLISHED).due == date(2026, 11, 23)


def test_a_count_that_ends_on_the_last_published_day_has_a_date() -> None:
    assert count_working_days(date(2028, 12, 22), 3, PUBLISHED).due == date(2028, 12, 29)


@pytest.mark.parametrize(
    "start",
    [date(2028, 12, 29), date(2028, 12, 31), date(2029, 1, 1), date(2011, 12, 30), date.max],
)
def test_a_count_that_leaves_the_published_list_shows_no_date(start: date) -> None:
    counted = count_working_days(start, 1, PUBLISHED)

    assert counted.due is None


@given(
    start=st.dates(),
    number=st.integers(min_value=1, max_value=400),
    free_days=st.sets(st.dates(min_value=FIRST, max_value=LAST), max_size=30),
)
def test_a_due_date_has_as_many_working_days_behind_it_as_were_counted(
    start: date, number: int, free_days: set[date]
) -> None:
    calendar = BankHolidays(dict.fromkeys(free_days, "Free"), FIRST, LAST)

    counted = count_working_days(start, number, calendar)

    if counted.due is None:
        return
    passed = [start + timedelta(days=n) for n in range(1, (counted.due - start).days + 1)]
    assert is_working_day(counted.due, calendar)
    assert sum(is_working_day(day, calendar) for day in passed) == number
    assert [day for day, _ in counted.skipped] == [
        day for day in passed if day in free_days and day.weekday() < 5
    ]


@pytest.mark.parametrize("number", [0, -1])
def test_less_than_one_working_day_is_refused(number: int) -> None:
    with pytest.raises(ValueError, match="Count at least one"):
        count_working_days(FIRST, number, PUBLISHED)
