"""Logs name the route and the time taken. No text, no person, no answer, and never the token."""

from __future__ import annotations

import logging
import sys
import traceback
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
_LOUD = ("httpx", "httpcore", "telegram")
"""Libraries that write addresses with the token, or what they received, into their logs."""


class RedactingFormatter(logging.Formatter):
    """Formats a record, with its traceback, and takes every secret out of the result."""

    def __init__(self, secrets: Iterable[str | None]) -> None:
        super().__init__(_FORMAT)
        self.secrets = tuple(one for one in secrets if one)

    def format(self, record: logging.LogRecord) -> str:
        text = super().format(record)
        for secret in self.secrets:
            text = text.replace(secret, "[secret]")
        return text


def configure(secrets: Iterable[str | None], level: int = logging.INFO) -> None:
    """One handler for everything, on the standard error stream."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(RedactingFormatter(secrets))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in _LOUD:
        logging.getLogger(name).setLevel(logging.WARNING)


def without_words(error: BaseException) -> str:
    """Where an error came from, without its message: that may hold what a person typed."""
    frames = traceback.extract_tb(error.__traceback__)
    places = " < ".join(
        f"{frame.filename.rpartition('/')[2]}:{frame.lineno}" for frame in reversed(frames[-6:])
    )
    return f"{type(error).__name__} at {places}"
