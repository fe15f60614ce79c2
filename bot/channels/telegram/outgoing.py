"""The calls that make nearly every answer, as plain JSON.

The library's own methods build objects for each button and read each sent message back. Nothing of
that is used here, and it costs more than all else in an answer.
"""

from __future__ import annotations

import json
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from collections.abc import Mapping

    from telegram import Bot
    from telegram.request import RequestData

    from bot.channels.telegram.keyboard import Button, Keyboard


class Parameters:
    """The parameters of one call, read by requests as the library's own (which is final).

    Those that are None are left out.
    """

    contains_files = False
    multipart_data: Mapping[str, Any] = MappingProxyType({})

    def __init__(self, given: dict[str, Any]) -> None:
        self.given = {name: value for name, value in given.items() if value is not None}

    @property
    def json_parameters(self) -> dict[str, str]:
        return {
            name: value if isinstance(value, str) else json.dumps(value)
            for name, value in self.given.items()
        }

    @property
    def json_payload(self) -> bytes:
        return json.dumps(self.given).encode()


async def call(bot: Bot, method: str, **parameters: object) -> None:
    """Makes the call. Raises the library's own errors."""
    data = cast("RequestData", Parameters(parameters))
    await bot.request.post(f"{bot.base_url}/{method}", data)


def markup(keyboard: Keyboard) -> dict[str, Any] | None:
    if not keyboard:
        return None
    return {"inline_keyboard": [[_button(one) for one in row] for row in keyboard]}


def _button(button: Button) -> dict[str, Any]:
    if button.address:
        return {"text": button.label, "callback_data": button.address}
    if button.url:
        return {"text": button.label, "url": button.url}
    return {"text": button.label, "copy_text": {"text": button.copies}}
