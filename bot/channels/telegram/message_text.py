"""What a message says in words, whatever kind it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from telegram import Message


def text_of(message: Message) -> str | None:
    """The text, the caption, or the lines of a checklist; None where there are no words."""
    if message.text is not None:
        return message.text
    if message.caption is not None:
        return message.caption
    if message.checklist is not None:
        return "\n".join((message.checklist.title, *(one.text for one in message.checklist.tasks)))
    return None
