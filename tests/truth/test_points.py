"""What is still to be confirmed: few points for people, and few marks for readers."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path

from bot.knowledge_base.loader import read_sections
from bot.knowledge_base.report import check_knowledge
from bot.library.model import Contact
from bot.library.points import FOR_PEOPLE, PointKind

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = [ROOT / "knowledge" / "england", ROOT / "knowledge" / "croydon"]


def test_at_most_eighty_points_are_for_people() -> None:
    report = check_knowledge(FOLDERS, date(2026, 12, 1))
    people = [one for one in report.to_confirm if one.kind in FOR_PEOPLE]
    assert 0 < len(people) <= 80


def test_what_to_look_at_stands_page_by_page() -> None:
    report = check_knowledge(FOLDERS, date(2026, 12, 1))
    groups = [one.group for one in report.to_confirm if one.kind is PointKind.LIVE_LOOK]
    changes = sum(before != after for before, after in pairwise(groups))
    assert changes + 1 == len(set(groups))


def test_a_reader_sees_marks_at_numbers_and_one_sentence_on_the_duty_team() -> None:
    sections = read_sections(FOLDERS, whole=True).sections
    contacts = [one for one in sections.contacts if one.confirm]
    assert contacts
    assert all(one.phone for one in contacts)
    others = [
        mark
        for _, entry in sections.entries
        if not isinstance(entry, Contact) and isinstance(mark := getattr(entry, "confirm", 0), str)
    ]
    assert others == [
        "We could not confirm that the Emergency Duty Team takes a possible serious incident"
    ]
