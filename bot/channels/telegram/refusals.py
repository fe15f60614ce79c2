"""What Telegram's refusals mean for us. It tells them apart by their words only."""

from __future__ import annotations

from telegram.error import BadRequest, TelegramError

_NOT_MODIFIED = "message is not modified"
_CANNOT_PARSE = "can't parse entities"
_TOO_OLD = ("query is too old", "query id is invalid")
_NO_THREAD = "message thread not found"
_NOBODY = ("chat not found", "user not found", "peer_id_invalid")


def is_not_modified(error: TelegramError) -> bool:
    """The message shows already what it should: the work is done."""
    return isinstance(error, BadRequest) and _NOT_MODIFIED in error.message.lower()


def is_query_too_old(error: TelegramError) -> bool:
    """The tap was made long ago, or was answered already."""
    return isinstance(error, BadRequest) and any(
        words in error.message.lower() for words in _TOO_OLD
    )


def is_thread_gone(error: TelegramError) -> bool:
    return isinstance(error, BadRequest) and _NO_THREAD in error.message.lower()


def is_nobody_there(error: TelegramError) -> bool:
    """The chat is gone or never was."""
    return isinstance(error, BadRequest) and any(
        words in error.message.lower() for words in _NOBODY
    )


def is_markup_refused(error: TelegramError) -> bool:
    return isinstance(error, BadRequest) and _CANNOT_PARSE in error.message.lower()
