"""Headers that every response carries."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.channels.web.rendering import PAGE_POLICY
from bot.settings import SettingsError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from starlette.types import ASGIApp, Message, Receive, Scope, Send

_ANCESTOR = re.compile(r"'self'|'none'|https?://[A-Za-z0-9*.:\[\]-]+|https:")
_SWITCHED_OFF = ("camera", "geolocation", "microphone", "payment", "usb", "browsing-topics")


def security_headers(frame_ancestors: Iterable[str]) -> list[tuple[bytes, bytes]]:
    """The headers that keep a page to itself.

    Args:
        frame_ancestors: the sites that may show the page in a frame.

    Raises:
        SettingsError: one of them is not the address of a site.
    """
    ancestors = tuple(frame_ancestors) or ("'none'",)
    wrong = [one for one in ancestors if not _ANCESTOR.fullmatch(one)]
    if wrong:
        raise SettingsError(
            [
                f"web.frame_ancestors: write {one!r} as https://intranet.example.org"
                for one in wrong
            ]
        )
    headers = {
        "content-security-policy": f"{PAGE_POLICY}; frame-ancestors {' '.join(ancestors)}",
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
        "permissions-policy": ", ".join(f"{one}=()" for one in _SWITCHED_OFF),
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
    }
    return [(name.encode(), value.encode()) for name, value in headers.items()]


class SecurityHeaders:
    """Adds the security headers to every response, errors included."""

    def __init__(self, app: ASGIApp, headers: Iterable[tuple[bytes, bytes]]) -> None:
        self._app = app
        self._headers = tuple(headers)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *self._headers]
            await send(message)

        await self._app(scope, receive, send_with_headers)
