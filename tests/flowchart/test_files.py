"""Files that no longer say what the decision table says are found."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.flowchart.files import stale_flowcharts, write_flowcharts

if TYPE_CHECKING:
    from pathlib import Path

    from bot.knowledge import Knowledge

NAMES = {
    f"{chart}.{kind}" for chart in ("criteria", "criteria-rules") for kind in ("svg", "png", "mmd")
}


@pytest.fixture(scope="module")
def written(knowledge: Knowledge, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("flowcharts") / "pictures"
    assert set(write_flowcharts(knowledge, folder)) == NAMES
    return folder


def test_files_just_written_are_not_stale(knowledge: Knowledge, written: Path) -> None:
    assert {path.name for path in written.iterdir()} == NAMES
    assert stale_flowcharts(knowledge, written) == ()


def test_missing_files_are_stale(knowledge: Knowledge, tmp_path: Path) -> None:
    assert set(stale_flowcharts(knowledge, tmp_path)) == NAMES


def test_a_changed_rule_makes_every_file_with_it_stale(
    knowledge: Knowledge, written: Path
) -> None:
    first, *others = knowledge.criteria.rules
    criteria = replace(knowledge.criteria, rules=(replace(first, duties=()), *others))

    stale = stale_flowcharts(replace(knowledge, criteria=criteria), written)

    assert set(stale) == {name for name in NAMES if name.startswith("criteria-rules")}


def test_a_changed_label_makes_every_file_stale(knowledge: Knowledge, written: Path) -> None:
    questions = tuple(
        replace(one, label=f"{one.label} Really?", short=f"{one.short}!")
        for one in knowledge.criteria.questions
    )

    stale = stale_flowcharts(
        replace(knowledge, criteria=replace(knowledge.criteria, questions=questions)), written
    )

    assert set(stale) == NAMES


def test_a_file_changed_by_hand_is_stale(knowledge: Knowledge, tmp_path: Path) -> None:
    write_flowcharts(knowledge, tmp_path)
    (tmp_path / "criteria.mmd").write_text("flowchart LR\n", encoding="utf-8")

    assert stale_flowcharts(knowledge, tmp_path) == ("criteria.mmd",)
