"""One answer takes no more than its time, in every channel, and says so kindly."""

from __future__ import annotations

import threading
import time

import pytest

from bot.deadline import Overdue, within
from bot.guide import Guide
from bot.knowledge import Knowledge
from bot.screen import ReplyKind
from bot.search.model import Matched


class Endless:
    """A matcher that never comes back."""

    def match(self, _: str) -> Matched:
        while True:
            pass


@pytest.fixture
def slow(knowledge: Knowledge) -> Guide:
    guide = Guide(knowledge, longest_answer=0.2)
    guide.search = Endless()  # type: ignore[assignment]  # a stand-in for its one method
    return guide


def test_work_that_is_done_in_time_gives_its_result() -> None:
    assert within(5, lambda: 2 + 3) == 5


def test_an_error_of_the_work_is_an_error_of_the_caller() -> None:
    with pytest.raises(ZeroDivisionError):
        within(5, lambda: 1 // 0)
    with pytest.raises(TimeoutError):
        within(5, _times_out)


def _times_out() -> None:
    raise TimeoutError


def test_work_that_never_ends_is_ended() -> None:
    with pytest.raises(Overdue):
        within(0.1, lambda: Endless().match(""))
    _no_reader_is_left()


def _no_reader_is_left() -> None:
    until = time.monotonic() + 5
    while any(one.name == "answer" for one in threading.enumerate()):
        assert time.monotonic() < until
        time.sleep(0.01)


def test_a_text_that_takes_too_long_gets_the_line_for_danger_and_ways_on(slow: Guide) -> None:
    began = time.monotonic()
    reply = slow.ask("what is a rapid review")
    assert time.monotonic() - began < 3
    (screen,) = reply.screens
    assert reply.kind is ReplyKind.NONE
    assert screen.title == "That took too long to read"
    assert "999" in screen.danger
    assert {"check", "contacts"} <= {one.address for one in screen.actions}
    _no_reader_is_left()


def test_the_place_is_kept_under_a_text_that_takes_too_long(slow: Guide) -> None:
    (screen,) = slow.ask("what is a rapid review", "check_1_ac").screens
    asked = slow.open("check_1_ac")
    assert screen.address == asked.address
    assert screen.question == asked.question


def test_screens_are_opened_while_a_text_is_read(slow: Guide) -> None:
    slow.longest_answer = 2
    reading = threading.Thread(target=slow.ask, args=("what is a rapid review",))
    reading.start()
    began = time.monotonic()
    assert slow.open("check").question
    assert time.monotonic() - began < 1
    reading.join()
