"""The base of every model that is read from YAML."""

from __future__ import annotations

from typing import ClassVar


class Strict:
    """Read with every unknown key refused. The setting is data, so no model imports a validator."""

    __pydantic_config__: ClassVar[dict[str, object]] = {"extra": "forbid"}
