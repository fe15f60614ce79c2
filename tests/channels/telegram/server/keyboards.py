"""What Telegram accepts as a keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from tests.channels.telegram.server.refusals import (
    BUTTON_LIMIT,
    CALLBACK_LIMIT,
    COPY_TEXT_LIMIT,
    Refusal,
)

if TYPE_CHECKING:
    from tests.channels.telegram.server.world import Json

_ACTIONS = frozenset(
    {
        "callback_data",
        "url",
        "copy_text",
        "switch_inline_query",
        "switch_inline_query_current_chat",
        "web_app",
        "login_url",
        "pay",
    }
)


def check(markup: Json | None) -> Json | None:
    """The keyboard as Telegram stores it; refused with Telegram's words."""
    if not markup or "inline_keyboard" not in markup:
        return markup
    buttons = [button for row in markup["inline_keyboard"] for button in row]
    if len(buttons) > BUTTON_LIMIT:
        raise Refusal.TOO_MANY_BUTTONS.refused()
    for button in buttons:
        _check_button(button)
    return {"inline_keyboard": markup["inline_keyboard"]} if buttons else None


def _check_button(button: Json) -> None:
    if not button.get("text"):
        raise Refusal.BUTTON_TEXT.refused()
    if not _ACTIONS & button.keys():
        raise Refusal.BUTTON_WITHOUT_ACTION.refused()
    if "callback_data" in button and not (
        1 <= len(str(button["callback_data"]).encode()) <= CALLBACK_LIMIT
    ):
        raise Refusal.BUTTON_DATA.refused()
    if "url" in button:
        parts = urlsplit(button["url"])
        if parts.scheme not in {"http", "https", "tg"} or not parts.netloc:
            raise Refusal.BUTTON_URL.refused(button["url"])
    if (
        "copy_text" in button
        and not 1 <= len(button["copy_text"].get("text", "")) <= COPY_TEXT_LIMIT
    ):
        raise Refusal.BUTTON_COPY.refused()
