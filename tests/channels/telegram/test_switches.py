"""What an operator may switch: inline mode, and who may use the guide."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.channels.telegram import wording
from tests.channels.telegram.server.player import Player
from tests.channels.telegram.server.process import ROOT, Process
from tests.channels.telegram.server.strict import BotApi

STAFF, STRANGER = 700, 701


@pytest.fixture(scope="module")
def switched(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BotApi]:
    """A process with inline mode on and an allow-list of one."""
    config = tmp_path_factory.mktemp("config") / "config.yaml"
    config.write_text(_with_inline_mode(), encoding="utf-8")
    with BotApi() as api:
        process = Process(api, config=config, environment={"BOT_ALLOWED_USERS": str(STAFF)})
        process.start()
        yield api
        code = process.terminate()
        log = process.log()
        process.stop()
        assert code == 0, log
        assert str(STAFF) not in log


def test_staff_are_answered(switched: BotApi) -> None:
    assert Player(switched.world, STAFF).says("/about")[0].text.startswith("About")


def test_a_stranger_hears_whom_to_ask_and_the_emergency_number(switched: BotApi) -> None:
    stranger = Player(switched.world, STRANGER)
    (shown,) = stranger.says("what is a rapid review")
    assert shown.text == wording.NOT_ALLOWED
    assert "999" in shown.text
    query = stranger.presses("check", shown.message)
    switched.world.settle()
    assert switched.world.callback_answers[query]["text"] == wording.NOT_ALLOWED


def test_inline_queries_offer_cards_that_open_the_guide(switched: BotApi) -> None:
    answer = Player(switched.world, STAFF).asks_inline("child q")
    assert 1 <= len(answer["results"]) <= 10
    for result in answer["results"]:
        button = result["reply_markup"]["inline_keyboard"][0][0]
        assert button["url"].endswith(f"?start={result['id']}")
        assert result["input_message_content"]["link_preview_options"] == {"is_disabled": True}


def test_an_empty_inline_query_offers_the_start(switched: BotApi) -> None:
    answer = Player(switched.world, STAFF).asks_inline("")
    assert [one["id"] for one in answer["results"]] == ["start", "contacts"]


@pytest.mark.parametrize("words", ["\N{SNOWMAN}", "x" * 256, "<b>", "999", "a child has died"])
def test_any_inline_query_is_answered(switched: BotApi, words: str) -> None:
    assert "results" in Player(switched.world, STAFF).asks_inline(words)


def test_a_stranger_gets_no_inline_results(switched: BotApi) -> None:
    assert Player(switched.world, STRANGER).asks_inline("child q").get("results", []) == []


def test_a_card_sent_by_inline_mode_into_the_own_chat_is_not_answered(switched: BotApi) -> None:
    user = Player(switched.world, STAFF)
    from_inline = {
        "text": "Child Q",
        "via_bot": {"id": 4242, "is_bot": True, "first_name": "Guide"},
    }
    from_inline["via_bot"]["username"] = "review_guide_bot"  # type: ignore[index]  # a dictionary
    assert user.shows(from_inline) == []


def _with_inline_mode() -> str:
    text = (ROOT / "config.yaml").read_text(encoding="utf-8")
    return text.replace("inline_mode: false", "inline_mode: true").replace(
        "- knowledge/", f"- {Path(ROOT)}/knowledge/"
    )
