from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.knowledge_base.conftest import Base

TOPICS = "england/topics/harm.yaml"
SOURCES = "england/sources.yaml"

WORTH_A_LOOK = [
    (
        TOPICS,
        "summary: A notice to the council.",
        f"summary: {'word ' * 26}",
        f"{TOPICS}:25:14: a sentence of 26 words",
    ),
    (
        TOPICS,
        "- It may heal.",
        f"- It may heal. {'Word ' * 26}",
        f"{TOPICS}:11:13: a sentence of 26 words",
    ),
    (
        TOPICS,
        "summary: A notice to the council.",
        "summary: Ask the XYZ.",
        f"{TOPICS}:25:14: `XYZ` is not explained",
    ),
    (
        TOPICS,
        "summary: A notice to the council.",
        "summary: They committed suicide.",
        f"{TOPICS}:25:14: avoid “committed suicide”; better: died by suicide",
    ),
    (
        TOPICS,
        "summary: A notice to the council.",
        "summary: Tell it, e.g. today.",
        "avoid “e.g.”; better: for example",
    ),
    (
        TOPICS,
        "themes: [neglect]",
        "themes: []",
        f"{SOURCES}:7:10: no card has the theme `neglect`",
    ),
    (
        SOURCES,
        "themes:",
        "  - {id: unread, title: Unread, publisher: X, checked: 2026-11-23, grade: A}\nthemes:",
        "nothing stands on the source `unread`",
    ),
]


@pytest.mark.parametrize(("name", "old", "new", "told"), WORTH_A_LOOK)
def test_the_check_warns_and_does_not_fail(
    base: Base, name: str, old: str, new: str, told: str
) -> None:
    base.replace(name, old, new)
    report = base.report()

    assert report.faults == ()
    assert told in "\n".join(map(str, report.warnings))


@pytest.mark.parametrize(
    "summary",
    [
        f"{'word ' * 24}word.",
        f"{'word ' * 20}. {'word ' * 20}.",
        "Ask the MASH, or the EXP.",
        "Ask the Xylo Yard Zone (XYZ). The XYZ knows.",
        "Several MASHs.",
    ],
)
def test_plain_sentences_are_not_warned_of(base: Base, summary: str) -> None:
    base.replace(TOPICS, "A notice to the council.", f'"{summary}"')

    assert base.report().warnings == ()


def test_a_quotation_may_be_long(base: Base) -> None:
    base.replace(TOPICS, "serious harm includes lasting harm", "harm " * 40)

    assert base.report().warnings == ()


def test_an_old_date_checked_is_warned_of_after_180_days(base: Base) -> None:
    checked = date(2026, 11, 23)

    assert base.report(checked + timedelta(days=180)).warnings == ()
    overdue = base.report(checked + timedelta(days=181)).warnings
    assert len(overdue) == 18
    assert all("last checked 181 days ago" in warning.message for warning in overdue)


def test_a_date_checked_that_is_still_to_come_is_warned_of(base: Base) -> None:
    assert "still to come" in base.report(date(2026, 11, 22)).warnings[0].message
