"""The calendar file, read back by a second, independent parser."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

import pytest
import vobject  # type: ignore[import-untyped]  # it ships no types
from hypothesis import given
from hypothesis import strategies as st

from bot.criteria.model import DutyId
from bot.notification.bank_holidays import published_bank_holidays
from bot.notification.calendar import calendar_entries, calendar_file
from bot.notification.deadlines import Deadline, deadlines
from bot.notification.working_days import is_working_day

if TYPE_CHECKING:
    from bot.notification.model import DeadlineRule

PUBLISHED = published_bank_holidays()
BOTH = {DutyId.PANEL, DutyId.OFSTED_SOS}
STAMP = datetime(2026, 11, 26, 10, 0, tzinfo=UTC)
WORDS_THAT_A_TITLE_NEVER_HAS = (
    "child",
    "death",
    "died",
    "harm",
    "abuse",
    "neglect",
    "panel",
    "ofsted",
    "serious",
    "rapid",
)


def files(
    due: tuple[Deadline, ...],
    reference: str = "k7f2",
    stamp: datetime = STAMP,
    owner: str = "cscp",
) -> list[bytes]:
    return [
        calendar_file(entry, owner, reference, stamp) for entry in calendar_entries(due, PUBLISHED)
    ]


def events(contents: list[bytes]) -> list[Any]:
    return [vobject.readOne(content.decode()).vevent for content in contents]


@pytest.fixture(scope="module")
def december(rules: tuple[DeadlineRule, ...]) -> tuple[Deadline, ...]:
    return deadlines(rules, BOTH, date(2026, 12, 16), PUBLISHED)


@given(aware=st.dates(min_value=date(2020, 1, 1), max_value=date(2028, 12, 31)))
def test_every_deadline_with_a_date_is_one_all_day_event_on_it(
    rules: tuple[DeadlineRule, ...], aware: date
) -> None:
    due = deadlines(rules, BOTH, aware, PUBLISHED)
    dated = {one.rule.id: one.due for one in due if one.due}
    if not dated:
        return

    read = events(files(due))

    assert {
        event.uid.value.removeprefix("spr-guide-cscp-k7f2-"): event.dtstart.value for event in read
    } == dated
    assert all(event.dtend.value - event.dtstart.value == timedelta(days=1) for event in read)
    assert not any(isinstance(event.dtstart.value, datetime) for event in read)


def test_a_file_holds_one_event(december: tuple[Deadline, ...]) -> None:
    for content in files(december):
        assert content.count(b"BEGIN:VEVENT") == content.count(b"BEGIN:VALARM") == 1


def test_every_reminder_of_two_years_rings_on_a_working_day_before_six(
    rules: tuple[DeadlineRule, ...],
) -> None:
    for day in range((date(2027, 12, 31) - date(2026, 1, 1)).days + 1):
        due = deadlines(rules, BOTH, date(2026, 1, 1) + timedelta(days=day), PUBLISHED)
        for event in events(files(due)):
            last = datetime.combine(event.dtstart.value, time())
            rings = last + event.valarm.trigger.value
            assert rings < last
            assert is_working_day(rings.date(), PUBLISHED), (event.dtstart.value, rings)
            assert rings.hour == 9
            between = range(1, (last.date() - rings.date()).days)
            days = (rings.date() + timedelta(days=one) for one in between)
            assert not any(is_working_day(one, PUBLISHED) for one in days)
            assert event.valarm.action.value == "DISPLAY"


def test_each_event_is_private_takes_no_time_and_carries_its_stamp(
    december: tuple[Deadline, ...],
) -> None:
    for event in events(files(december)):
        assert event.contents["class"][0].value == "PRIVATE"
        assert event.transp.value == "TRANSPARENT"
        assert event.dtstamp.value == STAMP


def test_no_title_says_what_happened_or_to_whom(december: tuple[Deadline, ...]) -> None:
    titles = [event.summary.value for event in events(files(december))]

    assert len(set(titles)) == len(titles) == 4
    for title in titles:
        assert not [word for word in WORDS_THAT_A_TITLE_NEVER_HAS if word in title.lower()], title


def test_a_second_import_of_the_same_outcome_updates(rules: tuple[DeadlineRule, ...]) -> None:
    first = events(files(deadlines(rules, BOTH, date(2026, 11, 23), PUBLISHED)))
    corrected = events(
        files(
            deadlines(rules, BOTH, date(2026, 11, 20), PUBLISHED),
            stamp=STAMP + timedelta(minutes=5),
        )
    )

    assert {event.uid.value for event in first} == {event.uid.value for event in corrected}
    assert int(corrected[0].sequence.value) > int(first[0].sequence.value)


def test_two_outcomes_and_two_partnerships_stay_apart(december: tuple[Deadline, ...]) -> None:
    one, other, elsewhere = (
        {event.uid.value for event in events(files(december, reference, owner=owner))}
        for reference, owner in (("k7f2", "cscp"), ("m3q9", "cscp"), ("k7f2", "other"))
    )

    assert not one & other
    assert not one & elsewhere


def test_an_event_says_how_its_day_was_counted(december: tuple[Deadline, ...]) -> None:
    last = events(files(december))[-1]

    assert "15 working days, counted from Wednesday 23 December 2026" in last.description.value
    assert "Boxing Day (substitute day), Monday 28 December 2026" in last.description.value


def test_a_deadline_without_a_date_makes_no_event(rules: tuple[DeadlineRule, ...]) -> None:
    due = deadlines(rules, {DutyId.PANEL}, date(2028, 12, 15), PUBLISHED)

    assert [event.dtstart.value for event in events(files(due))] == [date(2028, 12, 22)]


def test_the_file_keeps_to_the_line_ends_and_lengths_of_the_standard(
    december: tuple[Deadline, ...],
) -> None:
    for content in files(december):
        assert content.endswith(b"END:VCALENDAR\r\n")
        assert all(len(line) <= 75 for line in content.split(b"\r\n"))
        assert b"\n" not in content.replace(b"\r\n", b"")


def test_the_same_outcome_at_the_same_time_gives_the_same_bytes(
    december: tuple[Deadline, ...],
) -> None:
    assert files(december) == files(december)
