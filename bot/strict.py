"""The base of every model that is read from YAML."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from collections.abc import Mapping


class Strict:
    """Read with every unknown key refused. The setting is data, so no model imports a validator."""

    __pydantic_config__: ClassVar[Mapping[str, object]] = {"extra": "forbid"}
