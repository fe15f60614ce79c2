"""Files to take away, made from an outcome."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.screen import File
    from bot.screens.basis import Basis
    from bot.screens.outcome import Outcome

MAKERS: Mapping[str, Callable[[Basis, Outcome], File | None]] = {}
