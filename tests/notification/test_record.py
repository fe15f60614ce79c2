"""The record says everything, in plain text and in a Word document read back."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, timedelta
from io import BytesIO
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from docx import Document
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.criteria.model import CriterionState, DutyId
from bot.notification.bank_holidays import published_bank_holidays
from bot.notification.deadlines import deadlines
from bot.notification.record import BLANKS, Record, RecordedCriterion, sections
from bot.notification.record_docx import record_docx
from bot.notification.record_text import record_text

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

    from bot.notification.model import DeadlineRule

PUBLISHED = published_bank_holidays()
MADE = datetime(2026, 12, 17, 9, 30, tzinfo=ZoneInfo("Europe/London"))


@pytest.fixture(scope="module")
def record(rules: tuple[DeadlineRule, ...]) -> Record:
    aware = date(2026, 12, 16)
    return Record(
        made=MADE,
        knowledge_version="3f9a2c",
        criteria_version="1",
        address="outcome_2_abcdef_20261216_k7f2",
        reference="k7f2",
        headline="Report now: appears to meet the criteria for notification",
        explanation="Abuse or neglect is suspected and a child has died.",
        answers=(
            ("How old were they when they died or were harmed?", "Under 16"),
            ("What has happened?", "Died"),
            ("Does anyone know or suspect abuse or neglect?", "Suspected"),
        ),
        criteria=(
            RecordedCriterion(
                "Abuse or neglect is known or suspected",
                CriterionState.MET,
                "You answered: Suspected",
                ("Children Act 2004, section 16C",),
            ),
            RecordedCriterion(
                "The child was looked after", CriterionState.NOT_KNOWN, "", ("A guide", "Another")
            ),
        ),
        steps_now=("Call 999 if anyone is in danger.", "Tell MASH today."),
        council_steps=("Notify the Panel.", "Hold a rapid review."),
        also=("If they were looked after: tell Ofsted.",),
        aware=aware,
        deadlines=deadlines(rules, {DutyId.PANEL}, aware, PUBLISHED),
        counting_note="The next working day is taken as day 1.",
        published_until=PUBLISHED.published_until,
        council_decides="The council decides. This guide does not.",
        sources=("Children Act 2004, checked Monday 23 November 2026",),
    )


def words_of(document: WordDocument) -> list[str]:
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return [paragraph.text for paragraph in document.paragraphs] + cells


def opened(record: Record) -> WordDocument:
    return Document(BytesIO(record_docx(record)))


def everything_said(record: Record) -> list[str]:
    said = [record.headline, record.explanation, record.council_decides, record.counting_note]
    said += [words for answer in record.answers for words in answer]
    said += [one.label for one in record.criteria]
    said += [*record.steps_now, *record.council_steps, *record.also, *record.sources]
    said += [one.rule.label for one in record.deadlines]
    return [*said, record.address, record.reference, *BLANKS]


def test_plain_text_says_everything(record: Record) -> None:
    text = record_text(record)

    assert [words for words in everything_said(record) if words not in text] == []


def test_the_word_document_opened_again_says_everything(record: Record) -> None:
    words = words_of(opened(record))

    assert [said for said in everything_said(record) if said not in words] == []


def test_every_answer_stands_beside_its_question(record: Record) -> None:
    rows = [
        [cell.text for cell in row.cells] for table in opened(record).tables for row in table.rows
    ]

    assert [list(answer) for answer in record.answers if list(answer) not in rows] == []
    for question, answer in record.answers:
        assert f"{question} {answer}\n" in record_text(record)


def test_versions_and_time_are_in_the_record(record: Record) -> None:
    text = record_text(record)

    assert "Made on: Thursday 17 December 2026 at 09:30" in text
    assert "Knowledge base: Version 3f9a2c" in text
    assert "Criteria: Version 1" in text


def test_every_date_comes_with_its_count_and_the_holidays_left_out(record: Record) -> None:
    text = record_text(record)

    assert "No later than: Wednesday 23 December 2026" in text
    assert "5 working days, counted from Wednesday 16 December 2026." in text
    assert "Boxing Day (substitute day) (Monday 28 December 2026)" in text


def test_no_date_is_shown_beyond_the_published_bank_holidays(
    record: Record, rules: tuple[DeadlineRule, ...]
) -> None:
    late = date(2028, 12, 20)
    text = record_text(
        replace(record, aware=late, deadlines=deadlines(rules, {DutyId.PANEL}, late, PUBLISHED))
    )

    assert "No date: it lies beyond the published bank holidays (Sunday 31 December 2028)" in text
    assert "2029" not in text


def test_without_a_date_there_is_no_section_on_deadlines(record: Record) -> None:
    text = record_text(replace(record, aware=None, deadlines=()))

    assert "Deadlines" not in text


def test_what_nobody_wrote_leaves_no_trace(record: Record) -> None:
    plain = tuple(
        replace(one, rule=replace(one.rule, confirm=None), skipped=()) for one in record.deadlines
    )

    text = record_text(replace(record, deadlines=plain, counting_note="", also=(), reference=""))

    assert "To confirm" not in text
    assert "Not counted" not in text
    assert "Also" not in text
    assert "Reference" not in text
    assert "\n\n\n" not in text


def test_a_date_without_a_deadline_says_so(record: Record) -> None:
    assert "has a deadline in days" in record_text(replace(record, deadlines=()))


def test_the_document_has_real_headings_in_order(record: Record) -> None:
    headings = [
        (paragraph.style.name, paragraph.text)
        for paragraph in opened(record).paragraphs
        if paragraph.style is not None and str(paragraph.style.name).startswith("Heading")
    ]

    assert headings == [
        ("Heading 1", record.title),
        *(("Heading 2", section.heading) for section in sections(record)),
    ]


def test_every_table_has_a_name_and_a_marked_header_row(record: Record) -> None:
    for table in opened(record).tables:
        assert table._tbl.tblPr.find(qn("w:tblCaption")) is not None
        assert table.rows[0]._tr.trPr is not None
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None


def test_each_numbered_list_begins_with_one(record: Record) -> None:
    document = opened(record)
    numbers = {
        section: [
            paragraph._p.xpath("string(w:pPr/w:numPr/w:numId/@w:val)")
            for paragraph in document.paragraphs
            if paragraph.text in items
        ]
        for section, items in (("you", record.steps_now), ("council", record.council_steps))
    }

    assert len(set(numbers["you"])) == len(set(numbers["council"])) == 1
    assert numbers["you"] != numbers["council"]


def test_the_document_is_in_british_english_and_has_a_title(record: Record) -> None:
    document = opened(record)
    languages = {
        element.get(qn("w:val")) for element in document.styles.element.iter(qn("w:lang"))
    }

    assert languages == {"en-GB"}
    assert document.core_properties.language == "en-GB"
    assert document.core_properties.title == record.title
    assert document.core_properties.created == MADE


def test_the_page_is_a4(record: Record) -> None:
    page = opened(record).sections[0]

    assert (page.page_width, page.page_height) == pytest.approx((7560310, 10692130), abs=500)


def test_the_same_record_gives_the_same_bytes(record: Record) -> None:
    assert record_docx(record) == record_docx(record)


def test_a_record_made_later_differs(record: Record) -> None:
    later = replace(record, made=MADE + timedelta(minutes=1))

    assert record_text(record) != record_text(later)


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1)


@settings(max_examples=20, deadline=None)
@given(question=WORDS, answer=WORDS)
def test_any_words_pass_through_unchanged(record: Record, question: str, answer: str) -> None:
    changed = replace(record, answers=((question, answer),))

    assert question in record_text(changed)
    assert f" {answer}\n" in record_text(changed)
    words = words_of(opened(changed))
    assert question in words
    assert answer in words


def test_plain_text_has_no_trailing_blanks_and_no_ornaments(record: Record) -> None:
    text = record_text(record)

    assert not re.search(r"[ \t]\n|[-=_*#]{3}", text)
