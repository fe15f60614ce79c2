"""The guide: opens an address, answers a typed text. It knows no channel and remembers nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.knowledge import Knowledge
    from bot.screen import File, Reply, Screen


class Guide:
    """Every screen of the guide.

    Args:
        knowledge: the knowledge base, read and proved.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge

    def open(self, address: str) -> Screen:
        """The screen of an address; any string at all gives a screen."""
        raise NotImplementedError

    def ask(self, text: str, at: str | None = None) -> Reply:
        """The answer to a typed text; `at` is the address of the screen it was typed under."""
        raise NotImplementedError

    def file(self, address: str) -> File | None:
        """The file of an attachment's address, or None where there is none."""
        raise NotImplementedError
