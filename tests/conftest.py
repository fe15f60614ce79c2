"""The real knowledge base and the real guide, on one fixed day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.criteria.table import DecisionTable
from bot.guide import Guide
from bot.knowledge import Knowledge
from bot.knowledge_base.loader import read_knowledge

ROOT = Path(__file__).resolve().parent.parent
TODAY = date(2026, 11, 26)


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return read_knowledge([ROOT / "knowledge" / "england", ROOT / "knowledge" / "croydon"])


@pytest.fixture(scope="session")
def table(knowledge: Knowledge) -> DecisionTable:
    return DecisionTable(knowledge.criteria)


@pytest.fixture(scope="session")
def guide(knowledge: Knowledge) -> Guide:
    return Guide(knowledge, today=lambda: TODAY, new_reference=lambda: "a1b2c3")
