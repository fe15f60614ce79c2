from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.flowchart.wording import Wording

if TYPE_CHECKING:
    from bot.knowledge import Knowledge


@pytest.fixture(scope="session")
def wording(knowledge: Knowledge) -> Wording:
    return Wording(knowledge)
