"""Calls to Telegram, each tried again until it is done, refused, or out of time."""

from __future__ import annotations

import asyncio
import logging
import time
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, TypeVar

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
)

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

T = TypeVar("T")
LOG = logging.getLogger(__name__)

_FINAL = (BadRequest, Forbidden, InvalidToken, ChatMigrated)


class OutOfTime(Exception):  # noqa: N818  (reads as what happened)
    """A call was tried until its time was over."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to try. Seconds.

    Args:
        in_all: how long one call is tried before it is given up.
        first_pause: the pause after the first failure; it doubles up to `longest_pause`.
        longest_pause: the longest pause that Telegram did not order.
    """

    in_all: float = 900
    first_pause: float = 0.2
    longest_pause: float = 15


async def persist(attempt: Callable[[], Awaitable[T]], patience: Patience) -> T:
    """The result of a call, tried again when Telegram is busy, broken or out of reach.

    Raises:
        OutOfTime: it failed until the end.
        TelegramError: it was refused, and trying again cannot help.
    """
    until = time.monotonic() + patience.in_all
    pause = patience.first_pause
    while True:
        try:
            return await attempt()
        except _FINAL:
            raise
        except RetryAfter as busy:
            wait = seconds(busy.retry_after)
            LOG.info("flood control: waiting %s s", wait)
        except NetworkError as error:
            wait = pause
            pause = min(pause * 2, patience.longest_pause)
            LOG.info("call failed (%s): trying again in %.1f s", type(error).__name__, wait)
        if time.monotonic() + wait > until:
            raise OutOfTime
        await asyncio.sleep(wait)


def seconds(span: int | timedelta) -> float:
    return span.total_seconds() if isinstance(span, timedelta) else float(span)
