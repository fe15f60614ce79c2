"""Puts the guide together from its settings. The only place that joins the reader and the guide."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from bot.guide import Guide
from bot.knowledge_base.loader import read_knowledge
from bot.settings import read_settings

if TYPE_CHECKING:
    from datetime import date, datetime

    from bot.settings import Settings

_PACKAGE = Path(__file__).resolve().parent
SHIPPED = _PACKAGE / "shipped" / "config.yaml"
"""Where a wheel carries the settings, and the knowledge base beside them."""

CONFIG = SHIPPED if SHIPPED.is_file() else _PACKAGE.parent / "config.yaml"


def settings_of(config: Path | None = None) -> Settings:
    """The settings of config.yaml and the environment.

    Raises:
        SettingsError: something in them is wrong; it says what, and the cure.
    """
    return read_settings(config or CONFIG, os.environ)


def open_guide(
    settings: Settings, today: date | None = None, now: datetime | None = None
) -> Guide:
    """The guide over the knowledge base that the settings name.

    Args:
        settings: where the knowledge base stands.
        today: a fixed date of today; None for the clock's.
        now: a fixed moment; None for the clock's, or for noon where only the day is fixed.

    Raises:
        KnowledgeError: something in the knowledge base is wrong; it says everything that is.
    """
    return Guide(
        read_knowledge(settings.knowledge),
        today=None if today is None else lambda: today,
        now=None if now is None else lambda: now,
        encoder=settings.encoder,
    )
