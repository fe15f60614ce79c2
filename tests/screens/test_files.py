"""Files to take away, for every outcome: opened again, every answer and date is there."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date

import docx
import pytest
import vobject  # type: ignore[import-untyped]  # it ships no types
from docx.oxml.ns import qn

from bot.address import address
from bot.criteria.answers_in_address import encode
from bot.criteria.dialogue import paths
from bot.drawing.text_width import wrapped
from bot.guide import Guide
from bot.notification.record import BOX
from bot.notification.record_text import BLANK
from bot.plain import plain_text
from bot.screen import Screen
from bot.screens.files import MAKERS

EVERY = 9
"""Each so-many-th outcome; the slow run takes them all."""


def _outcomes(guide: Guide, step: int) -> Iterator[tuple[dict[str, str], Screen]]:
    for path in list(paths(guide.basis.table))[::step]:
        pairs = encode(guide.knowledge.criteria, path)
        yield (
            path,
            guide.open(
                address(
                    "outcome", str(guide.knowledge.criteria.version), pairs, "20261223", "a1b2c3"
                )
            ),
        )


def _events(content: bytes) -> list[vobject.base.Component]:
    return list(vobject.readOne(content.decode()).vevent_list)


def test_the_calendar_of_every_outcome_parses_back_with_equal_dates(guide: Guide) -> None:
    for _, screen in _outcomes(guide, 1):
        assert screen.outcome is not None
        offered = [one for one in screen.attachments if one.type == "text/calendar"]
        assert bool(offered) == bool(screen.outcome.deadlines)
        if not offered:
            continue
        found: list[date] = []
        for one in offered:
            file = guide.file(one.address)
            assert file is not None
            (event,) = _events(file.content)
            found.append(event.dtstart.value)
        assert found == sorted(one.due for one in screen.outcome.deadlines)


def test_calendar_titles_name_no_child_and_no_harm(guide: Guide) -> None:
    file = guide.file("calendar_1_acodnslnph_20261223_a1b2c3")
    assert file is not None
    for event in _events(file.content):
        words = event.summary.value.lower()
        assert not {"child", "death", "died", "harm", "abuse", "neglect"} & set(words.split())


def test_a_second_file_of_the_same_outcome_has_the_same_ids_and_another_case_has_others(
    guide: Guide,
) -> None:
    def ids(reference: str) -> set[str]:
        file = guide.file(f"calendar_1_acodnslnph_20261223_{reference}")
        assert file is not None
        return {event.uid.value for event in _events(file.content)}

    assert ids("a1b2c3") == ids("a1b2c3")
    assert not ids("a1b2c3") & ids("d4e5f6")


def _words_of(content: bytes) -> str:
    """Everything that a Word document says, with the words inside content controls."""
    document = docx.Document(io.BytesIO(content))
    return "\n".join(
        "".join(text.text or "" for text in paragraph.iter(qn("w:t")))
        for paragraph in document.element.iter(qn("w:p"))
    )


def _record(guide: Guide, pairs: str, *dated: str) -> str:
    file = guide.file(address("recordtext", "2", pairs, *dated))
    assert file is not None
    return file.content.decode()


@pytest.mark.parametrize("step", [EVERY, pytest.param(1, marks=pytest.mark.slow)])
def test_the_word_record_says_what_the_plain_record_says(guide: Guide, step: int) -> None:
    for _, screen in _outcomes(guide, step):
        word = guide.file(screen.address.replace("outcome", "record", 1))
        plain = guide.file(screen.address.replace("outcome", "recordtext", 1))
        assert word is not None
        assert plain is not None
        words = _words_of(word.content)
        text = plain.content.decode()
        assert screen.title in words
        assert screen.address in text
        for line in filter(None, map(str.strip, text.splitlines())):
            said = line.replace(BLANK, "").removeprefix("When:").removeprefix("By, and to whom:")
            for part in filter(None, said.split(BOX)):
                assert part.strip().rstrip(":") in words, part


def test_the_record_has_the_sentences_of_the_screen(guide: Guide) -> None:
    text = _record(guide, "acodnslnph")

    assert f"{BOX} “A child has died, and abuse or neglect is suspected.”" in text
    assert f"{BOX} “This is a possible serious incident: please consider a notification.”" in text
    assert f"{BOX} eCDOP death notice sent\n" in text


@pytest.mark.parametrize(
    ("pairs", "there", "not_there"),
    [
        ("acodnslnph", ["eCDOP", "other children"], ["Designated Manager", "adult safeguarding"]),
        ("acodnslnphrc", ["Designated Manager told", "Last days"], []),
        ("acohnslnph", ["LADO told"], ["eCDOP", "Death notice", "Last days"]),
        ("acodnslnpe", ["Council of the place where it happened told"], []),
        ("acodnnlnwn", ["eCDOP death notice sent"], ["I said", "3. What the council", "eferred"]),
    ],
)
def test_a_row_of_the_record_stands_by_the_conditions_of_the_screen(
    guide: Guide, pairs: str, there: list[str], not_there: list[str]
) -> None:
    text = _record(guide, pairs)

    assert [one for one in there if one.lower() not in text.lower()] == []
    assert [one for one in not_there if one.lower() in text.lower()] == []


def test_no_record_of_harm_speaks_of_a_death_notice_and_no_death_of_an_adult_concern(
    guide: Guide,
) -> None:
    for path, screen in _outcomes(guide, 1):
        pairs = screen.address.split("_")[2]
        text = _record(guide, pairs)
        if path.get("outcome") in {"seriously_harmed", "not_seriously_harmed"}:
            assert "eath notice" not in text, pairs
        if path.get("outcome") == "died":
            assert "Adult safeguarding concern" not in text, pairs


def test_a_record_of_another_agency_without_a_date_has_no_last_day(guide: Guide) -> None:
    assert "Last days" not in _record(guide, "acodnslnph")
    assert "Tuesday 8 December 2026" in _record(guide, "acodnslnph", "20261201", "a1b2c3")


_PAGE = 757
"""Points between the margins of an A4 page."""


def _height(content: bytes) -> float:
    """Points that a record takes, measured with a font that is wider than Arial."""
    document = docx.Document(io.BytesIO(content))
    size = document.styles["Normal"].font.size.pt
    height = 7 * 5.0 + 8
    for one in document.paragraphs:
        small = one.runs[0].font.size.pt if one.runs and one.runs[0].font.size else size
        height += _lines(one.text, 510, small)
    for table in document.tables:
        widths = (155, 354) if len(table.columns) == 2 else (269, 99, 142)
        for row in table.rows:
            cells = [
                sum(_lines(one.text, width - 11, size) for one in cell.paragraphs)
                + sum(9 for one in cell.paragraphs if one.text.endswith(":"))
                for cell, width in zip(row.cells, widths, strict=True)
            ]
            height += max(*cells, (row.height or 0) / 12700) + 1
    return height


def _lines(text: str, room: float, size: float) -> float:
    return max(1, len(wrapped(text, room, size))) * size * 1.16 + 2


def test_every_record_fits_one_page(guide: Guide) -> None:
    tall = {}
    for _, screen in _outcomes(guide, 7):
        _, version, pairs, *dated = screen.address.split("_")
        for reader in ("", "rc"):
            file = guide.file(address("record", version, pairs + reader, *dated))
            assert file is not None
            height = _height(file.content)
            if height > _PAGE:
                tall[pairs + reader] = height
    assert tall == {}


def test_the_timeline_is_offered_as_a_picture_and_as_a_drawing(guide: Guide) -> None:
    png = guide.file("timeline_1_acodnslnph_20261223_a1b2c3")
    svg = guide.file("timelinesvg_1_acodnslnph_20261223_a1b2c3")
    assert png is not None
    assert svg is not None
    assert png.content.startswith(b"\x89PNG")
    assert b"<title" in svg.content


@pytest.mark.parametrize("name", sorted(MAKERS))
@pytest.mark.parametrize(
    "rest", ["", "_1", "_1_ac", "_1_acodnslnph-_20261223", "_1_acodnslnph_20261399", "_x_y_z"]
)
def test_an_address_that_leads_to_no_outcome_gives_no_file(
    guide: Guide, name: str, rest: str
) -> None:
    assert guide.file(name + rest) is None


def test_no_calendar_and_no_timeline_without_a_date(guide: Guide) -> None:
    for name in ("calendar", "timeline", "timelinesvg"):
        assert guide.file(f"{name}_1_acodnslnph") is None


def test_anything_else_gives_no_file(guide: Guide) -> None:
    for text in ("", "start", "topic_rapid-review", "\x00", "calendar"):
        assert guide.file(text) is None


def test_an_outcome_with_a_day_of_more_than_a_year_ago_still_opens_with_its_files(
    guide: Guide,
) -> None:
    screen = guide.open("outcome_2_acodnslnph_20240115_a1b2c3")

    assert screen.outcome is not None
    assert screen.address == "outcome_2_acodnslnph_20240115_a1b2c3"
    assert "more than a year ago" in plain_text(screen)
    assert all(guide.file(one.address) for one in screen.attachments)
