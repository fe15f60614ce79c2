"""Puts the guide together from its settings. The only place that joins the reader and the guide."""

from __future__ import annotations

import os
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bot.guide import Guide
from bot.knowledge_base.loader import read_knowledge
from bot.settings import read_settings

if TYPE_CHECKING:
    from bot.settings import Settings

CONFIG = Path(__file__).resolve().parent.parent / "config.yaml"


def settings_of(config: Path | None = None) -> Settings:
    """The settings of config.yaml and the environment.

    Raises:
        SettingsError: something in them is wrong; it says what, and the cure.
    """
    return read_settings(config or CONFIG, os.environ)


def open_guide(settings: Settings, today: date | None = None) -> Guide:
    """The guide over the knowledge base that the settings name.

    Args:
        settings: where the knowledge base stands.
        today: a fixed date of today; None for the clock's.

    Raises:
        KnowledgeError: something in the knowledge base is wrong; it says everything that is.
    """
    knowledge = read_knowledge(settings.knowledge)
    if today is None:
        return Guide(knowledge, today=today_in_england, now=now_in_england)
    return Guide(
        knowledge,
        today=lambda: today,
        now=lambda: datetime.combine(today, now_in_england().timetz()),
    )


def today_in_england() -> date:
    """The day in England, whatever the machine's own time zone: working days are counted there."""
    return now_in_england().date()


def now_in_england() -> datetime:
    return datetime.now(ZoneInfo("Europe/London"))
