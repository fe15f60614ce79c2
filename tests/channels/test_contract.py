"""One contract for every channel: a journey ends alike, whatever it is typed into.

The terminal and Telegram are the real processes (Telegram against the strict stand-in), the web
page is the real application. Each is told what a reader types, and each must say the verdict's
headline, every deadline, and offer the files of the same outcome.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from bot.channels.web.application import web_app
from bot.guide import Guide
from bot.knowledge import Knowledge
from bot.notification.dates_in_words import long_date
from bot.settings import WebSettings
from tests.channels.telegram.server.player import Player
from tests.channels.telegram.server.process import Process
from tests.channels.telegram.server.strict import BotApi
from tests.journey import JOURNEYS, Journey

ROOT = Path(__file__).resolve().parents[2]
_AT = re.compile('name="at" value="([^"]+)"')
DAYS = sorted({journey.today for journey in JOURNEYS})


def in_the_terminal(_: Knowledge, journey: Journey, __: Player | None) -> str:
    typed = "\n".join((*journey.to_outcome, "quit", ""))
    command = [sys.executable, "-m", "bot", "--today", journey.today.isoformat()]
    ended = subprocess.run(
        command, input=typed, capture_output=True, text=True, cwd=ROOT, check=True
    )
    return ended.stdout


def on_the_web(knowledge: Knowledge, journey: Journey, _: Player | None) -> str:
    guide = Guide(knowledge, today=lambda: journey.today)
    client = TestClient(web_app(guide, WebSettings()), base_url="http://localhost")
    page = client.get("/")
    for typed in journey.to_outcome:
        at = _AT.findall(page.text)[-1]
        page = client.post("/ask", data={"text": typed, "at": at})
    return page.text


def in_telegram(_: Knowledge, journey: Journey, player: Player | None) -> str:
    assert player is not None
    player.says("/start")
    seen = [shown for typed in journey.to_outcome for shown in player.says(typed)]
    return "\n".join(f"{one.text}\n{one.addresses}" for one in seen)


CHANNELS = {"terminal": in_the_terminal, "web": on_the_web, "telegram": in_telegram}


@pytest.fixture(scope="module", params=DAYS, ids=str)
def telegram_on(request: pytest.FixtureRequest) -> Iterator[tuple[date, BotApi]]:
    """The running Telegram process on one fixed day."""
    day: date = request.param
    with BotApi() as api, Process(api, options=("--today", day.isoformat())) as process:
        process.start()
        yield day, api


def _expected(knowledge: Knowledge, journey: Journey) -> tuple[str, str]:
    """The headline, and the outcome's address without its random reference."""
    guide = Guide(knowledge, today=lambda: journey.today, new_reference=lambda: "a1b2c3")
    here = guide.open("start")
    for typed in journey.to_outcome:
        here = guide.ask(typed, here.address).screens[-1]
    return here.title, here.address.removesuffix("_a1b2c3")


@pytest.mark.parametrize("channel", ["terminal", "web"])
@pytest.mark.parametrize("journey", JOURNEYS, ids=lambda journey: journey.name)
def test_a_journey_ends_alike(knowledge: Knowledge, journey: Journey, channel: str) -> None:
    _ends_alike(knowledge, journey, CHANNELS[channel](knowledge, journey, None))


def test_a_journey_ends_alike_in_telegram(
    knowledge: Knowledge, telegram_on: tuple[date, BotApi]
) -> None:
    day, api = telegram_on
    on_this_day = [journey for journey in JOURNEYS if journey.today == day]
    assert on_this_day
    for number, journey in enumerate(on_this_day, start=700):
        _ends_alike(knowledge, journey, in_telegram(knowledge, journey, Player(api.world, number)))


def _ends_alike(knowledge: Knowledge, journey: Journey, shown: str) -> None:
    title, address = _expected(knowledge, journey)
    words = " ".join(shown.split()).replace("&#39;", "'").replace("&#34;", '"')
    assert title in words
    assert address.removeprefix("outcome") in words
    for _, due in journey.deadlines:
        assert long_date(due) in words
