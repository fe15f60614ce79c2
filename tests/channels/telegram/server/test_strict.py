"""The stand-in refuses what Telegram refuses, in Telegram's words."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from tests.channels.telegram.server.faults import Fault, Wrong
from tests.channels.telegram.server.markup import parse
from tests.channels.telegram.server.player import Player, group
from tests.channels.telegram.server.refusals import Refusal, Refused
from tests.channels.telegram.server.strict import BotApi
from tests.channels.telegram.server.world import BOT, TOKEN, Chat, Flood

ME, NEVER, GONE, STRANGER = 1, 2, 3, 404
PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)


@pytest.fixture(scope="module")
def api() -> Iterator[BotApi]:
    with BotApi() as api:
        Player(api.world, ME)
        Player(api.world, NEVER).chat.started = False
        Player(api.world, GONE).chat.refusal = Refusal.BLOCKED
        yield api


def _call(api: BotApi, method: str, /, **given: object) -> dict[str, Any]:
    return _call_as(TOKEN, api, method, given)


def _call_as(token: str, api: BotApi, method: str, given: dict[str, object]) -> dict[str, Any]:
    answer = httpx.post(f"{api.base_url}{token}/{method}", json=given, timeout=30)
    found: dict[str, Any] = answer.json()
    assert answer.status_code == found.get("error_code", 200)
    return found


def _button(**more: object) -> dict[str, object]:
    return {"reply_markup": {"inline_keyboard": [[{"text": "Go", **more}]]}}


def _message(**more: object) -> dict[str, object]:
    return {"chat_id": ME, "text": "x", **more}


REFUSED = [
    ("sendMessage", _message(text=""), Refusal.TEXT_EMPTY),
    ("sendMessage", _message(text=" \n"), Refusal.TEXT_EMPTY),
    ("sendMessage", _message(text="<b></b>", parse_mode="HTML"), Refusal.TEXT_EMPTY),
    ("sendMessage", _message(text="x" * 4097), Refusal.TEXT_TOO_LONG),
    ("sendMessage", _message(text="\N{PEOPLE HUGGING}" * 2049), Refusal.TEXT_TOO_LONG),
    ("sendMessage", {"chat_id": STRANGER, "text": "x"}, Refusal.CHAT_NOT_FOUND),
    ("sendMessage", {"chat_id": NEVER, "text": "x"}, Refusal.NEVER_STARTED),
    ("sendMessage", {"chat_id": GONE, "text": "x"}, Refusal.BLOCKED),
    ("sendMessage", _message(**_button(callback_data="x" * 65)), Refusal.BUTTON_DATA),
    ("sendMessage", _message(**_button(callback_data="é" * 33)), Refusal.BUTTON_DATA),
    ("sendMessage", _message(**_button(callback_data="")), Refusal.BUTTON_DATA),
    ("sendMessage", _message(**_button()), Refusal.BUTTON_WITHOUT_ACTION),
    ("sendMessage", _message(**_button(text="", url="https://a.b")), Refusal.BUTTON_TEXT),
    ("sendMessage", _message(**_button(copy_text={"text": "x" * 257})), Refusal.BUTTON_COPY),
    ("sendMessage", _message(message_thread_id=9), Refusal.THREAD_NOT_FOUND),
    ("sendMessage", _message(reply_parameters={"message_id": 99}), Refusal.REPLY_NOT_FOUND),
    ("editMessageText", _message(message_id=99), Refusal.EDIT_NOT_FOUND),
    ("editMessageText", {"chat_id": ME, "text": "x"}, Refusal.PARAMETER),
    ("deleteMessage", {"chat_id": ME, "message_id": 99}, Refusal.DELETE_NOT_FOUND),
    ("answerCallbackQuery", {"callback_query_id": "never"}, Refusal.QUERY_TOO_OLD),
    ("answerInlineQuery", {"inline_query_id": "never", "results": []}, Refusal.QUERY_TOO_OLD),
    ("setMyCommands", {"commands": [{"command": "Up", "description": "x"}]}, Refusal.COMMAND_NAME),
    (
        "setMyCommands",
        {"commands": [{"command": "up", "description": "x" * 257}]},
        Refusal.COMMAND_DESCRIPTION,
    ),
    ("setMyDescription", {"description": "x" * 513}, Refusal.DESCRIPTION),
    ("setMyShortDescription", {"short_description": "x" * 121}, Refusal.DESCRIPTION),
    ("setWebhook", {"url": "ftp://a.b"}, Refusal.WEBHOOK_URL),
    ("setWebhook", {"url": "https://a.b", "secret_token": "a b"}, Refusal.WEBHOOK_SECRET),
    ("sendDocument", {"chat_id": ME}, Refusal.PARAMETER),
    ("noSuchMethod", {}, Refusal.NOT_FOUND),
]


@pytest.mark.parametrize(("method", "given", "refusal"), REFUSED)
def test_it_refuses(api: BotApi, method: str, given: dict[str, object], refusal: Refusal) -> None:
    answer = _call(api, method, **given)
    code, text = refusal.value
    assert answer["ok"] is False
    assert answer["error_code"] == code
    assert answer["description"].startswith(text.split("{}")[0])


@pytest.mark.parametrize(("token", "code"), [(f"4242:{'y' * 35}", 401), ("nonsense", 404)])
def test_it_refuses_the_token(api: BotApi, token: str, code: int) -> None:
    assert _call_as(token, api, "getMe", {})["error_code"] == code


def test_a_hundred_and_one_buttons_are_too_many(api: BotApi) -> None:
    row = [{"text": "x", "callback_data": "x"}]
    assert _call(api, "sendMessage", **_message(reply_markup={"inline_keyboard": [row] * 100}))[
        "ok"
    ]
    answer = _call(api, "sendMessage", **_message(reply_markup={"inline_keyboard": [row] * 101}))
    assert answer["description"] == Refusal.TOO_MANY_BUTTONS.value[1]


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("a < b", "Unclosed start tag at byte offset 2"),
        ("<h1>x</h1>", 'Unsupported start tag "h1" at byte offset 0'),
    ],
)
def test_it_refuses_broken_markup(raw: str, says: str) -> None:
    with pytest.raises(Refused, match="can't parse entities") as refused:
        parse(raw)
    assert says in refused.value.description


def test_it_reads_markup_as_telegram_does() -> None:
    parsed = parse(
        "\N{PEOPLE HUGGING}<b>a &lt; b</b> <a href='https://x.y'>z</a>".replace("'", '"')
    )
    assert parsed.text == "\N{PEOPLE HUGGING}a < b z"
    assert parsed.entities == (
        {"type": "bold", "offset": 2, "length": 5},
        {"type": "text_link", "url": "https://x.y", "offset": 8, "length": 1},
    )


def test_an_edit_that_changes_nothing_is_refused(api: BotApi) -> None:
    sent = _call(api, "sendMessage", **_message(text="same"))["result"]
    answer = _call(api, "editMessageText", **_message(text="same", message_id=sent["message_id"]))
    assert answer["description"] == Refusal.NOT_MODIFIED.value[1]
    assert _call(api, "editMessageText", **_message(text="other", message_id=sent["message_id"]))[
        "ok"
    ]


def test_the_message_of_a_person_cannot_be_edited(api: BotApi) -> None:
    number = Player(api.world, 77).types("hello")
    answer = _call(api, "editMessageText", chat_id=77, message_id=number, text="x")
    assert answer["description"] == Refusal.EDIT_FOREIGN.value[1]
    api.world.updates.clear()


def test_messages_of_others_can_be_deleted_in_private_chats_and_for_two_days_only(
    api: BotApi,
) -> None:
    user, team = Player(api.world, 78), group(api.world, -78)
    new, old, foreign = user.types("a"), user.types("b", date=1), user.types("c", chat=team)
    assert _call(api, "deleteMessage", chat_id=78, message_id=new)["ok"]
    assert not _call(api, "deleteMessage", chat_id=78, message_id=old)["ok"]
    assert not _call(api, "deleteMessage", chat_id=-78, message_id=foreign)["ok"]
    api.world.updates.clear()


def test_a_callback_query_is_answered_once(api: BotApi) -> None:
    query = Player(api.world, 79).presses("x", None)
    assert _call(api, "answerCallbackQuery", callback_query_id=query)["ok"]
    assert not _call(api, "answerCallbackQuery", callback_query_id=query)["ok"]
    api.world.updates.clear()


def _article(number: object, text: str = "x") -> dict[str, object]:
    return {
        "type": "article",
        "id": str(number),
        "title": "x",
        "input_message_content": {"message_text": text},
    }


@pytest.mark.parametrize(
    ("results", "refusal"),
    [
        ([_article(number) for number in range(51)], Refusal.RESULTS_TOO_MANY),
        ([_article(1), _article(1)], Refusal.RESULT_ID_TWICE),
        ([_article("x" * 65)], Refusal.RESULT_ID),
        ([_article(1, "")], Refusal.TEXT_EMPTY),
        ([_article(1, "x" * 4097)], Refusal.TEXT_TOO_LONG),
    ],
)
def test_inline_results_have_limits(
    api: BotApi, results: list[dict[str, object]], refusal: Refusal
) -> None:
    api.world.queries["inline"] = {}
    answer = _call(api, "answerInlineQuery", inline_query_id="inline", results=results)
    assert answer["description"] == refusal.value[1]


def test_files_are_checked(api: BotApi) -> None:
    def send(method: str, field: str, content: bytes, caption: str = "") -> dict[str, Any]:
        found: dict[str, Any] = httpx.post(
            f"{api.base_url}{TOKEN}/{method}",
            data={"chat_id": str(ME), "caption": caption},
            files={field: ("name", content)},
        ).json()
        return found

    assert send("sendPhoto", "photo", PNG)["ok"]
    assert send("sendPhoto", "photo", b"no picture")["description"] == Refusal.IMAGE.value[1]
    assert send("sendDocument", "document", b"")["description"] == Refusal.FILE_EMPTY.value[1]
    too_long = send("sendDocument", "document", b"x", "x" * 1025)
    assert too_long["description"] == Refusal.CAPTION_TOO_LONG.value[1]


def test_flood_control_answers_with_retry_after(api: BotApi) -> None:
    api.world.flood = Flood()
    first, second = (_call(api, "sendMessage", **_message()) for _ in range(2))
    api.world.flood = None
    assert first["ok"]
    assert second["error_code"] == 429
    assert second["parameters"] == {"retry_after": 1}


def test_a_new_poll_ends_the_older_one(api: BotApi) -> None:
    answers: list[dict[str, Any]] = []
    older = threading.Thread(target=lambda: answers.append(_call(api, "getUpdates", timeout=10)))
    older.start()
    api.world.wait(lambda: api.world.pollers > 0, 5, "nobody polls")
    assert _call(api, "getUpdates", timeout=0)["ok"]
    older.join()
    assert answers[0]["error_code"] == 409


def test_polling_while_a_webhook_is_set_is_a_conflict() -> None:
    with BotApi() as api:
        assert _call(api, "setWebhook", url="https://a.b")["ok"]
        assert _call(api, "getUpdates")["description"] == Refusal.WEBHOOK_ACTIVE.value[1]
        assert _call(api, "deleteWebhook")["ok"]
        assert _call(api, "getUpdates")["ok"]


def test_updates_come_again_until_they_are_confirmed() -> None:
    with BotApi() as api:
        user = Player(api.world, ME)
        for text in "abc":
            user.types(text)
        first, second, _ = _call(api, "getUpdates")["result"]
        assert len(_call(api, "getUpdates", limit=2)["result"]) == 2
        left = _call(api, "getUpdates", offset=second["update_id"])["result"]
        assert [one["message"]["text"] for one in left] == ["b", "c"]
        assert first["update_id"] not in {one["update_id"] for one in left}


@pytest.mark.parametrize("wrong", [Wrong.DROP_BEFORE, Wrong.DROP_AFTER])
def test_a_dropped_call_was_done_or_was_not(wrong: Wrong) -> None:
    with BotApi() as api:
        user = Player(api.world, ME)
        api.world.faults.order(Fault(wrong, times=1))
        with pytest.raises(httpx.HTTPError):
            _call(api, "sendMessage", **_message())
        assert len(user.reads()) == (1 if wrong is Wrong.DROP_AFTER else 0)


def test_the_bot_is_one_and_never_a_member_of_a_channel_it_left(api: BotApi) -> None:
    channel = api.world.open_chat(Chat(-5, "channel", "News", refusal=Refusal.KICKED))
    assert _call(api, "getMe")["result"]["username"] == BOT["username"]
    assert _call(api, "sendMessage", chat_id=channel.id, text="x")["error_code"] == 403
