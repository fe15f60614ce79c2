"""Telegram's limits and the words in which it refuses, in one table.

Limits: https://core.telegram.org/bots/api and https://limits.tginfo.me; texts as bots meet them.
"""

from __future__ import annotations

from enum import Enum

TEXT_LIMIT = 4096  # UTF-16 units, counted after the markup is parsed
RAW_LIMIT = 32 * 1024  # bytes before parsing
CAPTION_LIMIT = 1024
CALLBACK_LIMIT = 64  # bytes
BUTTON_LIMIT = 100
COPY_TEXT_LIMIT = 256
COMMANDS_LIMIT = 100
COMMAND_DESCRIPTION_LIMIT = 256
DESCRIPTION_LIMIT = 512
SHORT_DESCRIPTION_LIMIT = 120
INLINE_RESULTS_LIMIT = 50
RESULT_ID_LIMIT = 64  # bytes
CALLBACK_ANSWER_LIMIT = 200
UPDATES_LIMIT = 100
DELETE_WINDOW = 48 * 3600  # seconds
CALLS_A_SECOND = 30
CALLS_A_SECOND_IN_A_CHAT = 1


class Refused(Exception):  # noqa: N818 - reads as what happened
    """A call that Telegram refuses."""

    def __init__(
        self, code: int, description: str, parameters: dict[str, int] | None = None
    ) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters or {}


class Refusal(Enum):
    """Each way to be refused: code and text."""

    UNAUTHORIZED = (401, "Unauthorized")
    NOT_FOUND = (404, "Not Found")
    CHAT_NOT_FOUND = (400, "Bad Request: chat not found")
    NEVER_STARTED = (403, "Forbidden: bot can't initiate conversation with a user")
    BLOCKED = (403, "Forbidden: bot was blocked by the user")
    DEACTIVATED = (403, "Forbidden: user is deactivated")
    KICKED = (403, "Forbidden: bot was kicked from the supergroup chat")
    TEXT_EMPTY = (400, "Bad Request: message text is empty")
    TEXT_TOO_LONG = (400, "Bad Request: message is too long")
    CAPTION_TOO_LONG = (400, "Bad Request: message caption is too long")
    ENTITIES = (400, "Bad Request: can't parse entities: {}")
    BUTTON_DATA = (400, "Bad Request: BUTTON_DATA_INVALID")
    BUTTON_URL = (
        400,
        "Bad Request: inline keyboard button URL '{}' is invalid: Wrong HTTP URL",
    )
    BUTTON_TEXT = (
        400,
        'Bad Request: can\'t parse inline keyboard button: Field "text" must be non-empty',
    )
    BUTTON_COPY = (400, "Bad Request: BUTTON_COPY_TEXT_INVALID")
    BUTTON_WITHOUT_ACTION = (
        400,
        "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    )
    TOO_MANY_BUTTONS = (400, "Bad Request: reply markup is too long")
    NOT_MODIFIED = (
        400,
        (
            "Bad Request: message is not modified: specified new message content and reply markup are "
            "exactly the same as a current content and reply markup of the message"
        ),
    )
    EDIT_NOT_FOUND = (400, "Bad Request: message to edit not found")
    EDIT_FOREIGN = (400, "Bad Request: message can't be edited")
    DELETE_NOT_FOUND = (400, "Bad Request: message to delete not found")
    DELETE_NOT_ALLOWED = (400, "Bad Request: message can't be deleted")
    REPLY_NOT_FOUND = (400, "Bad Request: message to be replied not found")
    THREAD_NOT_FOUND = (400, "Bad Request: message thread not found")
    QUERY_TOO_OLD = (
        400,
        "Bad Request: query is too old and response timeout expired or query ID is invalid",
    )
    CALLBACK_ANSWER_TOO_LONG = (400, "Bad Request: MESSAGE_TOO_LONG")
    CALLBACK_URL = (400, "Bad Request: URL_INVALID")
    COMMAND_NAME = (400, "Bad Request: BOT_COMMAND_INVALID")
    COMMAND_DESCRIPTION = (400, "Bad Request: BOT_COMMAND_DESCRIPTION_INVALID")
    TOO_MANY_COMMANDS = (400, "Bad Request: BOT_COMMANDS_TOO_MUCH")
    DESCRIPTION = (400, "Bad Request: BOT_DESCRIPTION_INVALID")
    RESULTS_TOO_MANY = (400, "Bad Request: RESULTS_TOO_MUCH")
    RESULT_ID = (400, "Bad Request: RESULT_ID_INVALID")
    RESULT_ID_TWICE = (400, "Bad Request: RESULT_ID_DUPLICATE")
    RESULT_CONTENT = (400, "Bad Request: MESSAGE_EMPTY")
    FILE_EMPTY = (400, "Bad Request: file must be non-empty")
    IMAGE = (400, "Bad Request: IMAGE_PROCESS_FAILED")
    PARAMETER = (400, 'Bad Request: parameter "{}" is invalid')
    OTHER_POLLER = (
        409,
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
    )
    WEBHOOK_ACTIVE = (
        409,
        (
            "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete "
            "the webhook first"
        ),
    )
    WEBHOOK_URL = (400, "Bad Request: bad webhook: An HTTPS URL must be provided for webhook")
    WEBHOOK_SECRET = (
        400,
        "Bad Request: secret token contains unallowed characters",
    )

    def refused(self, *words: str) -> Refused:
        code, text = self.value
        return Refused(code, text.format(*words))


def too_many_requests(seconds: int) -> Refused:
    return Refused(429, f"Too Many Requests: retry after {seconds}", {"retry_after": seconds})


def migrated(chat: int) -> Refused:
    return Refused(
        400,
        "Bad Request: group chat was upgraded to a supergroup chat",
        {"migrate_to_chat_id": chat},
    )


def units(text: str) -> int:
    """How long Telegram says that a text is."""
    return len(text.encode("utf-16-le")) // 2
