"""The published list is complete, known to its last day, and read without a network."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

from bot.notification.bank_holidays import published_bank_holidays

OFFLINE = """
import socket, sys
def refused(*_): raise AssertionError("a connection was tried")
socket.socket = socket.create_connection = socket.getaddrinfo = refused
from bot.notification.bank_holidays import published_bank_holidays
assert published_bank_holidays().titles
assert "requests" not in sys.modules and "govuk_bank_holidays.bank_holidays" not in sys.modules
"""


def test_the_list_ends_with_2028() -> None:
    assert published_bank_holidays().published_until == date(2028, 12, 31)


def test_every_published_year_has_at_least_the_eight_usual_holidays() -> None:
    published = published_bank_holidays()

    for year in range(published.published_from.year, published.published_until.year + 1):
        assert sum(day.year == year for day in published.titles) >= 8, year


def test_no_published_holiday_falls_on_a_weekend() -> None:
    assert not [day for day in published_bank_holidays().titles if day.weekday() >= 5]


def test_the_list_is_read_without_a_network_and_without_a_network_client() -> None:
    subprocess.run([sys.executable, "-c", OFFLINE], check=True)
