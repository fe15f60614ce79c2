"""The base of every model that is read from YAML."""

from __future__ import annotations

from typing import ClassVar, NewType

Slotted = NewType("Slotted", str)
"""A text with slots in curly brackets that are filled in when it is shown, such as `{day}`."""


class Strict:
    """Read with every unknown key refused. The setting is data, so no model imports a validator."""

    __pydantic_config__: ClassVar[dict[str, object]] = {"extra": "forbid"}
