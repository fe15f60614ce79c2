"""The record of what was done: one page to fill in, the same in plain text and in Word."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from io import BytesIO
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from docx import Document
from docx.oxml.ns import qn

from bot.notification.first_screen import Words
from bot.notification.record import BOX, RecordBlock, RecordRow, RecordWords, record_of
from bot.notification.record_docx import record_docx
from bot.notification.record_text import BLANK, record_text
from bot.strict import Slotted

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

    from bot.notification.record import Record

MADE = datetime(2026, 12, 17, 9, 30, tzinfo=ZoneInfo("Europe/London"))
SAID = {"made": "today", "number": "020 0000 0000", "nothing": ""}


def words(text: str, **when: str) -> Words:
    conditions = ({name: (value,) for name, value in when.items()},) if when else ()
    return Words(text=Slotted(text), when=conditions)


WORDS = RecordWords(
    title="Record",
    note="Fill it in.",
    made=Slotted("Made {made}."),
    last_days="Last days",
    foot=Slotted("The council decides."),
    blocks=(
        RecordBlock(
            headings=("1. The call", "-"),
            rows=(
                RecordRow(
                    label=(words("Rang"),),
                    entries=(words(f"{BOX} MASH {{number}}"), words(f"{BOX} other: {BLANK}")),
                ),
                RecordRow(label=(words("Spoke to"),)),
                RecordRow(label=(words("{nothing}"),), entries=(words("never"),)),
            ),
        ),
        RecordBlock(
            headings=("2. Done", "When", "By"),
            rows=(
                RecordRow(label=(words(f"{BOX} Notice sent", died="yes"),)),
                RecordRow(label=(words(f"{BOX} Lead told"),)),
            ),
        ),
        RecordBlock(
            headings=("3. Decided", "-"),
            rows=(
                RecordRow(
                    label=(words(f"{BOX} notifies", report="yes"),), entries=(words("Reason:"),)
                ),
            ),
        ),
    ),
)


@pytest.fixture
def record() -> Record:
    return record_of(WORDS, {"died": "yes", "report": "yes"}, SAID)


def opened(record: Record) -> WordDocument:
    return Document(BytesIO(record_docx(record, MADE)))


def test_plain_text_has_a_line_for_each_box_and_room_for_each_answer(record: Record) -> None:
    assert record_text(record).splitlines() == [
        "Record",
        "Fill it in.",
        "Made today.",
        "",
        "1. The call",
        "",
        "Rang:",
        f"  {BOX} MASH 020 0000 0000",
        f"  {BOX} other: {BLANK}",
        "Spoke to:",
        f"  {BLANK}",
        "",
        "2. Done",
        "",
        f"{BOX} Notice sent",
        f"  When: {BLANK}",
        f"  By: {BLANK}",
        f"{BOX} Lead told",
        f"  When: {BLANK}",
        f"  By: {BLANK}",
        "",
        "3. Decided",
        "",
        f"{BOX} notifies:",
        f"  Reason: {BLANK}",
        "",
        "The council decides.",
    ]


def test_a_row_stands_only_where_its_words_fit_and_a_block_only_where_it_has_rows() -> None:
    text = record_text(record_of(WORDS, {"died": "no", "report": "no"}, SAID))

    assert "Notice sent" not in text
    assert "Lead told" in text
    assert "3. Decided" not in text


def test_word_has_a_box_that_can_be_ticked_for_each_box_with_its_words_as_its_name(
    record: Record,
) -> None:
    controls = list(opened(record).element.iter(qn("w:sdt")))
    checkbox = "{http://schemas.microsoft.com/office/word/2010/wordml}checkbox"

    assert all(one.find(f".//{checkbox}") is not None for one in controls)
    assert [one.find(f".//{qn('w:alias')}").get(qn("w:val")) for one in controls] == [
        "MASH 020 0000 0000",
        f"other: {BLANK}",
        "Notice sent",
        "Lead told",
        "notifies",
    ]
    ids = [one.find(f".//{qn('w:id')}").get(qn("w:val")) for one in controls]
    assert len(set(ids)) == len(ids)


def test_word_and_plain_text_say_the_same(record: Record) -> None:
    document = opened(record)
    in_cells = "".join(
        text.text or "" for table in document.tables for text in table._tbl.iter(qn("w:t"))
    )
    in_paragraphs = "".join(one.text for one in document.paragraphs)
    plain = re.sub(rf"{BLANK}|\s|:|\d\. ", "", record_text(record))

    said = set(re.findall(r"\w+", in_cells + " " + in_paragraphs))
    assert said
    for row in record.rows:
        for line in (line for cell in row.cells for line in cell):
            shown = line.removeprefix(f"{BOX} ")
            assert shown in in_cells + in_paragraphs or row.heading, line
            assert re.sub(rf"{BLANK}|\s|:|\d\. ", "", line) in plain


def test_what_is_to_be_written_is_an_empty_cell_of_a_table(record: Record) -> None:
    call, done, decided = opened(record).tables

    assert call.rows[1].cells[1].text == ""
    assert [cell.text for cell in done.rows[1].cells[1:]] == ["", ""]
    assert [cell.text for cell in done.rows[0].cells] == ["Done", "When", "By"]
    assert len(decided.columns) == 2


def test_every_table_has_a_heading_and_a_name(record: Record) -> None:
    document = opened(record)
    headings = [
        one.text for one in document.paragraphs if one.style and one.style.name == "Heading 2"
    ]
    captions = [
        table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) for table in document.tables
    ]

    assert headings == captions == ["1. The call", "2. Done", "3. Decided"]


def test_the_document_is_in_british_english_on_a4(record: Record) -> None:
    document = opened(record)
    page = document.sections[0]
    languages = {one.get(qn("w:val")) for one in document.styles.element.iter(qn("w:lang"))}

    assert languages == {"en-GB"}
    assert document.core_properties.title == "Record"
    assert (page.page_width, page.page_height) == pytest.approx((7560310, 10692130), abs=500)


def test_the_same_record_gives_the_same_bytes_and_a_later_one_others(record: Record) -> None:
    assert record_docx(record, MADE) == record_docx(record, MADE)
    assert record_docx(record, MADE) != record_docx(record, MADE + timedelta(minutes=1))
