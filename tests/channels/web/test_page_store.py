"""Rendered pages are kept for a day, by address, and never with a date or a text."""

from __future__ import annotations

from datetime import date, timedelta

from bot.channels.web.page_store import PageStore, rendered
from bot.channels.web.pages import Pages
from bot.channels.web.places import ServedPlaces
from bot.channels.web.rendering import Renderer
from bot.guide import Guide
from bot.knowledge import Knowledge
from tests.channels.web import walks

TODAY = date(2026, 11, 26)


def test_a_kept_page_is_gone_on_the_next_day() -> None:
    store = PageStore()
    page = rendered("<p>today</p>")
    store.keep("check", TODAY, page)
    assert store.get("check", TODAY) is page
    tomorrow = TODAY + timedelta(days=1)
    assert store.get("check", tomorrow) is None
    store.keep("start", tomorrow, page)
    assert len(store) == 1


def test_no_more_pages_are_kept_than_allowed_and_the_least_used_go_first() -> None:
    store = PageStore(most=2)
    for address in ("a", "b"):
        store.keep(address, TODAY, rendered(address))
    store.get("a", TODAY)
    store.keep("c", TODAY, rendered("c"))
    assert (store.get("b", TODAY), len(store)) == (None, 2)
    assert store.get("a", TODAY)


def test_a_page_with_a_date_is_rendered_each_time_and_an_unknown_one_is_not_kept(
    guide: Guide,
) -> None:
    pages = Pages(guide, Renderer(guide, ServedPlaces()))
    for address in (walks.dated_outcome(guide), f"{walks.date(guide)}_20261120", "nothing"):
        assert pages.of_address(address) is not pages.of_address(address)
    assert pages.of_address("check") is pages.of_address("check")


def test_an_outcome_of_yesterday_is_not_shown_today(knowledge: Knowledge, guide: Guide) -> None:
    days = [TODAY]
    moving = Guide(knowledge, today=lambda: days[-1])
    pages = Pages(moving, Renderer(moving, ServedPlaces()))
    outcome = walks.outcome(guide)
    assert b"Thursday 26 November" in pages.of_address(outcome).plain
    days.append(TODAY + timedelta(days=1))
    assert b"Friday 27 November" in pages.of_address(outcome).plain
