"""A journey on the web, typed into the page or by its links, ends where the guide ends."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

from bot.channels.web.application import web_app
from bot.guide import Guide
from bot.knowledge import Knowledge
from bot.notification.dates_in_words import long_date
from bot.settings import WebSettings
from tests.journey import JOURNEYS, Journey

ORIGIN = "http://localhost"
AT = re.compile('name="at" value="([^"]+)"')


@pytest.mark.parametrize("journey", JOURNEYS, ids=lambda journey: journey.name)
def test_a_journey_typed_into_the_page_ends_where_the_guide_ends(
    knowledge: Knowledge, journey: Journey
) -> None:
    guide = Guide(knowledge, today=lambda: journey.today, new_reference=lambda: "a1b2c3")
    end = guide.open("start")
    for typed in journey.to_outcome:
        end = guide.ask(typed, end.address).screens[-1]
    client = TestClient(web_app(guide, WebSettings()), base_url=ORIGIN)
    page = client.get("/")
    for typed in journey.to_outcome:
        at = AT.findall(page.text)[-1]
        page = client.post("/ask", data={"text": typed, "at": at})
    assert page.url.path == f"/{end.address}"
    assert end.title in page.text
    assert all(long_date(due) in page.text for _, due in journey.deadlines)


def test_every_option_of_every_question_is_a_link(client: TestClient, guide: Guide) -> None:
    here = "check"
    while question := guide.open(here).question:
        page = client.get(f"/{here}").text
        for choice in question.choices:
            assert f'<a href="/{choice.address}"><b>{choice.label}</b>' in page.replace(
                "&#39;", "'"
            )
        here = question.choices[-1].address
    assert guide.open(here).outcome
