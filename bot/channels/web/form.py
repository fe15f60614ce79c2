"""The one form of the page: a typed text, and the address under which it was typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

if TYPE_CHECKING:
    from starlette.requests import Request

LONGEST_BODY = 16 * 1024
_FORM = "application/x-www-form-urlencoded"
_MOST_FIELDS = 8


class FormError(Exception):
    """The body is not a form of this page. `status` is what the client is told."""

    def __init__(self, status: int, *lines: str) -> None:
        self.status = status
        self.lines = lines
        super().__init__(" ".join(lines))


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed, and where. The text never shows in a representation."""

    text: str
    at: str | None

    def __repr__(self) -> str:
        return f"Typed(at={self.at!r})"


async def read_form(request: Request) -> Typed:
    """The typed text of a request.

    Raises:
        FormError: the body is too long, or no form.
    """
    given = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if given != _FORM:
        raise FormError(415, "Send the question with the box on this page.")
    body = await _body(request)
    try:
        fields = parse_qs(
            body.decode("utf-8", errors="replace"),
            keep_blank_values=True,
            max_num_fields=_MOST_FIELDS,
        )
    except ValueError as error:
        raise FormError(400, "Send the question with the box on this page.") from error
    return Typed(text=fields.get("text", [""])[0], at=fields.get("at", [""])[0] or None)


async def _body(request: Request) -> bytes:
    """The whole body, read no further than the longest that is allowed."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LONGEST_BODY:
            raise FormError(413, "The text is too long. Ask in one or two sentences.")
    return bytes(body)
