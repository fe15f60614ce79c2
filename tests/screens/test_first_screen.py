"""The first screen of every case, at open, closed and unknown hours, for both readers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from itertools import groupby

import pytest

from bot.clock import ENGLAND
from bot.criteria.answers_in_address import Reader, encode
from bot.criteria.dialogue import paths
from bot.criteria.told import told
from bot.guide import Guide
from bot.knowledge import Knowledge
from bot.screen import Screen
from tests.screens.first_screen_reference import First, What, first

MOMENTS = {
    "open": datetime(2026, 12, 1, 16, 20, tzinfo=ENGLAND),
    "closed": datetime(2026, 12, 4, 17, 40, tzinfo=ENGLAND),
    "unknown": None,
}
NOT_COUNTED = ("danger",)


def _guide(knowledge: Knowledge, now: datetime | None) -> Guide:
    return Guide(knowledge, now=lambda: now)


def _ways(guide: Guide) -> list[dict[str, str]]:
    """Every way through the dialogue, and every stop on it."""
    ends = [list(path.items()) for path in paths(guide.basis.table)]
    stops = {tuple(end[:length]) for end in ends for length in range(1, len(end) + 1)}
    return [dict(stop) for stop in sorted(stops)]


def _opened(guide: Guide, answers: dict[str, str], reader: Reader) -> Screen:
    """The outcome of the answers, or what to do on them so far."""
    pairs = encode(guide.knowledge.criteria, answers, (), reader)
    return guide.open(f"sofar_{guide.basis.version}_{pairs}")


def _first(screen: Screen) -> First:
    assert screen.outcome is not None
    parts = groupby(screen.outcome.first, key=lambda line: line.part.value)
    return [(part, " ".join(line.text for line in lines)) for part, lines in parts]


def _what(guide: Guide, answers: dict[str, str]) -> What:
    read = {"age": "unsure", **answers}
    if read["age"] != "25+":
        read.setdefault("outcome", "unsure")
    found = told(guide.basis.table, read)
    return What(
        read,
        found.verdict.value,
        frozenset(map(str, found.now)),
        frozenset(map(str, found.if_)),
        found.notifier,
    )


def _cases(guide: Guide) -> Iterator[tuple[dict[str, str], Reader, Screen]]:
    for answers in _ways(guide):
        for reader in Reader:
            yield answers, reader, _opened(guide, answers, reader)


@pytest.mark.parametrize("clock", MOMENTS)
def test_the_first_screen_says_what_an_independent_reading_of_the_rules_says(
    knowledge: Knowledge, clock: str
) -> None:
    guide = _guide(knowledge, MOMENTS[clock])
    for answers, reader, screen in _cases(guide):
        council = reader is Reader.COUNCIL
        expected = first(_what(guide, answers), MOMENTS[clock], council=council)
        assert _first(screen) == expected, (answers, reader)


@pytest.mark.parametrize("clock", MOMENTS)
def test_the_first_screen_is_short_and_names_both_services(
    knowledge: Knowledge, clock: str
) -> None:
    guide = _guide(knowledge, MOMENTS[clock])
    for answers, _, screen in _cases(guide):
        said = " ".join(text for part, text in _first(screen) if part not in NOT_COUNTED)
        assert len(re.sub(r"\b\d{3} \d{4} \d{4}\b", "N", said).split()) <= 130, answers
        assert "020 8255 2888" in said
        assert "020 8726 6400" in said


@pytest.mark.parametrize("clock", ["open", "closed"])
def test_the_button_rings_the_service_that_is_open(knowledge: Knowledge, clock: str) -> None:
    guide = _guide(knowledge, MOMENTS[clock])
    for _, _, screen in _cases(guide):
        assert screen.outcome is not None
        assert screen.outcome.call is not None
        call = next(line for line in screen.outcome.first if line.part == "call")
        assert call.phone == screen.outcome.call.phone
        assert (screen.outcome.call.to == "mash") == (clock == "open")
        assert screen.has_clock


def test_for_whom_the_reader_works_changes_no_verdict_and_no_duty(guide: Guide) -> None:
    for answers in _ways(guide):
        agency, council = (
            _opened(guide, answers, reader).outcome for reader in (Reader.AGENCY, Reader.COUNCIL)
        )
        assert agency is not None
        assert council is not None
        told_to_one = (agency.verdict, agency.rules, agency.now, agency.if_, agency.notifier)
        told_to_other = (council.verdict, council.rules, council.now, council.if_)
        assert told_to_one == (*told_to_other, council.notifier)
        assert agency.criteria == council.criteria


def _state(knowledge: Knowledge, now: datetime) -> tuple[str, str]:
    screen = _guide(knowledge, now).open("outcome_2_acodnslnph")
    said = dict(_first(screen))
    return said["state"], said["call"]


@pytest.mark.parametrize(
    ("moment", "state", "number"),
    [
        ("2026-12-01T08:59", "At 8:59am MASH is closed, until 9am today.", "6400"),
        ("2026-12-01T09:00", "At 9am MASH is open, until 5pm.", "2888"),
        ("2026-12-01T16:59", "At 4:59pm MASH is open, until 5pm.", "2888"),
        (
            "2026-12-01T17:00",
            "At 5pm MASH is closed, until 9am on Wednesday 2 December.",
            "6400",
        ),
        (
            "2026-12-04T17:40",
            "At 5:40pm MASH is closed, until 9am on Monday 7 December.",
            "6400",
        ),
        (
            "2026-12-24T17:00",
            "At 5pm MASH is closed, until 9am on Tuesday 29 December.",
            "6400",
        ),
        (
            "2026-12-31T23:30",
            "At 11:30pm MASH is closed, until 9am on Monday 4 January 2027.",
            "6400",
        ),
    ],
)
def test_the_hours_hold_to_the_minute_and_over_the_holidays(
    knowledge: Knowledge, moment: str, state: str, number: str
) -> None:
    now = datetime.fromisoformat(moment).replace(tzinfo=ENGLAND)
    said, call = _state(knowledge, now)
    assert said == state
    assert call.endswith(number)


@pytest.mark.parametrize(
    ("moment", "state"),
    [
        ("2026-07-01T08:30+00:00", "At 9:30am MASH is open, until 5pm."),
        ("2026-07-02T00:30+09:00", "At 4:30pm MASH is open, until 5pm."),
    ],
)
def test_a_machine_elsewhere_reads_the_clock_in_england(
    knowledge: Knowledge, moment: str, state: str
) -> None:
    assert _state(knowledge, datetime.fromisoformat(moment))[0] == state


def test_without_bank_holidays_nobody_is_said_to_be_open(knowledge: Knowledge) -> None:
    screen = _guide(knowledge, datetime(2035, 3, 5, 10, tzinfo=ENGLAND)).open(
        "outcome_2_acodnslnph"
    )
    assert dict(_first(screen))["call"].startswith("Monday to Friday, 9am to 5pm: ring")
    assert screen.outcome is not None
    assert screen.outcome.call is not None
    assert screen.outcome.call.to is None


def test_only_the_council_is_shown_a_last_day_first(guide: Guide) -> None:
    for answers, reader, screen in _cases(guide):
        said = " ".join(text for _, text in _first(screen))
        assert reader is Reader.COUNCIL or "no later than" not in said, answers


def test_a_last_day_that_has_passed_says_notify_now(knowledge: Knowledge) -> None:
    guide = _guide(knowledge, MOMENTS["open"])
    due = dict(_first(guide.open("outcome_2_acodnslnphrc_20261102")))["due"]
    assert due.endswith("This day has passed. Notify now.")
    assert "on Monday 2 November" in due


def test_the_two_sentences_to_say_are_two(knowledge: Knowledge) -> None:
    guide = _guide(knowledge, MOMENTS["open"])
    for answers, _, screen in _cases(guide):
        assert screen.outcome is not None
        assert len(screen.outcome.say) in {0, 2}, answers


def test_the_day_of_a_moment_is_today(knowledge: Knowledge) -> None:
    assert _guide(knowledge, MOMENTS["closed"]).basis.today() == date(2026, 12, 4)
