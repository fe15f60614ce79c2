"""Language files: faults at their place, and lists that are proved by their own sentences."""

from __future__ import annotations

from datetime import date

import pytest

from bot.knowledge_base.files import TextFile
from bot.knowledge_base.language_files import language_faults

TODAY = date(2026, 12, 1)


@pytest.mark.parametrize(
    ("name", "text", "line", "words"),
    [
        ("acts", "thanks:\n  whole: [thanks, '* thanks']\n", 2, "begins and ends with a word"),
        ("acts", "thanks:\n  whole: thanks\n", 2, "a list is expected"),
        ("words", "child: [baby, small child]\n", 1, "single words"),
        (
            "acts",
            "thanks:\n  whole: [ta]\n  fires:\n    - ta\n    - hello\n",
            5,
            "nothing in this",
        ),
        ("acts", "thanks:\n  whole: [ta]\n  does not fire: [ta]\n", 3, "this list stands"),
    ],
)
def test_a_fault_is_told_at_its_line(name: str, text: str, line: int, words: str) -> None:
    (fault,) = language_faults([TextFile(f"language/{name}.yaml", text, language=True)], TODAY)
    assert (fault.line, words in fault.message) == (line, True)
