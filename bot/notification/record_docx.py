"""The record as a Word document of one page, to fill in: real table cells, boxes that can be ticked.

A reader of the document walks headings and tables with names; Tab goes from cell to cell.
"""

from __future__ import annotations

from datetime import UTC
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.enum.table import WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt

from bot.notification.record import BOX, ticked

if TYPE_CHECKING:
    from datetime import datetime

    from docx.document import Document as WordDocument
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.table import Table, _Cell, _Row
    from docx.text.paragraph import Paragraph

    from bot.notification.record import Cell, Record, Row

_LANGUAGE = "en-GB"
_FONT = "Arial"
_MARGIN = Cm(1.5)
_WIDTHS = {2: (5.5, 12.5), 3: (9.5, 3.5, 5)}
"""Centimetres of the columns of a table with so many."""
_ROOM_TO_WRITE = Cm(0.75)
_ROOM_TO_ANSWER = Pt(11)
_SIZE, _SMALL, _TITLE = Pt(9), Pt(7), Pt(15)
_SHADE = "EEF0EE"
_FIRST_DAY_OF_ZIP = (1980, 1, 1, 0, 0, 0)
_WORD_2010 = "http://schemas.microsoft.com/office/word/2010/wordml"
_BOX = f"""
<w:sdt {nsdecls("w")} xmlns:w14="{_WORD_2010}">
  <w:sdtPr>
    <w:alias/>
    <w:id/>
    <w14:checkbox>
      <w14:checked w14:val="0"/>
      <w14:checkedState w14:val="2612" w14:font="MS Gothic"/>
      <w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/>
    </w14:checkbox>
  </w:sdtPr>
  <w:sdtContent>
    <w:r>
      <w:rPr><w:rFonts w:ascii="MS Gothic" w:hAnsi="MS Gothic" w:eastAsia="MS Gothic"/></w:rPr>
      <w:t>{BOX}</w:t>
    </w:r>
  </w:sdtContent>
</w:sdt>"""
_LONGEST_ALIAS = 64


def record_docx(record: Record, made: datetime) -> bytes:
    """The whole record as a .docx; the same record made at the same time gives the same bytes."""
    document = Document()
    _set_up_page(document)
    _set_up_styles(document)
    document.add_heading(record.title, level=1)
    for line in record.lines:
        document.add_paragraph(line)
    boxes = _Boxes()
    for heading, rows in record.tables():
        _add_table(document, heading, rows, boxes)
    foot = document.add_paragraph()
    foot.add_run(record.foot).font.size = _SMALL
    foot.paragraph_format.space_before = Pt(4)
    _set_properties(document, record, made)
    return _bytes(document)


class _Boxes:
    """Makes boxes to tick, each with a number of its own and the words beside it as its name."""

    def __init__(self) -> None:
        self._made = 0

    def box(self, words: str) -> BaseOxmlElement:
        self._made += 1
        element: BaseOxmlElement = parse_xml(_BOX)
        element.find(f".//{qn('w:alias')}").set(qn("w:val"), words[:_LONGEST_ALIAS])
        element.find(f".//{qn('w:id')}").set(qn("w:val"), str(self._made))
        return element


def _add_table(document: WordDocument, heading: Row, rows: tuple[Row, ...], boxes: _Boxes) -> None:
    """A table under a heading of its own, which screen readers jump to."""
    title = " ".join(heading.cells[0])
    document.add_heading(title, level=2)
    named = any(heading.cells[1:])
    table = document.add_table(rows=int(named), cols=len(heading.cells), style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.LEFT
    table.autofit = False
    _name(table, title)
    if named:
        for cell, lines in zip(table.rows[0].cells, heading.cells, strict=True):
            cell.paragraphs[0].add_run(_without_number(" ".join(lines))).bold = True
            _shade(cell)
        _mark(table.rows[0], "w:tblHeader")
    for row in rows:
        added = table.add_row()
        if row.is_to_fill_in:
            added.height, added.height_rule = _ROOM_TO_WRITE, WD_ROW_HEIGHT_RULE.AT_LEAST
        _mark(added, "w:cantSplit")
        for cell, lines in zip(added.cells, row.cells, strict=True):
            _write(cell, lines, boxes)
    for column, width in zip(table.columns, _WIDTHS[len(table.columns)], strict=True):
        column.width = Cm(width)
        for cell in column.cells:
            cell.width = Cm(width)


def _name(table: Table, caption: str) -> None:
    """A name that a screen reader says before the table."""
    element = OxmlElement("w:tblCaption")
    element.set(qn("w:val"), caption)
    table._tbl.tblPr.append(element)  # noqa: SLF001  python-docx has no caption


def _mark(row: _Row, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))  # noqa: SLF001  python-docx has no such mark


def _without_number(heading: str) -> str:
    """The heading as the head of a column: "2. Done" is "Done"."""
    return heading.partition(". ")[2] or heading


def _write(cell: _Cell, lines: Cell, boxes: _Boxes) -> None:
    for at, line in enumerate(lines):
        paragraph = cell.paragraphs[0] if at == 0 else cell.add_paragraph()
        _write_line(paragraph, line, boxes)


def _write_line(paragraph: Paragraph, line: str, boxes: _Boxes) -> None:
    words = ticked(line)
    if words is not None:
        paragraph._p.append(boxes.box(words))  # noqa: SLF001  python-docx has no content controls
    paragraph.add_run(line if words is None else f" {words}")
    if line.endswith(":"):
        paragraph.paragraph_format.space_after = _ROOM_TO_ANSWER


def _shade(cell: _Cell) -> None:
    shade = OxmlElement("w:shd")
    for name, value in (("w:val", "clear"), ("w:color", "auto"), ("w:fill", _SHADE)):
        shade.set(qn(name), value)
    cell._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001  python-docx has no shading


def _set_up_page(document: WordDocument) -> None:
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = _MARGIN


def _set_up_styles(document: WordDocument) -> None:
    """One font that every machine has, black headings, and British English throughout."""
    for name, size in (("Normal", _SIZE), ("Heading 1", _TITLE), ("Heading 2", Pt(10))):
        style = document.styles[name]
        style.font.name, style.font.size = _FONT, size
        style.font.color.rgb = None
        style.paragraph_format.space_before = Pt(0 if name == "Normal" else 5)
        style.paragraph_format.space_after = Pt(2)
        style.paragraph_format.line_spacing = 1
        _set_fonts(style.element.get_or_add_rPr())
    for language in document.styles.element.iter(qn("w:lang")):
        for attribute in ("w:val", "w:eastAsia"):
            language.set(qn(attribute), _LANGUAGE)


def _set_fonts(properties: BaseOxmlElement) -> None:
    for fonts in properties.iter(qn("w:rFonts")):
        for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(theme), None)
        for kind in ("w:ascii", "w:hAnsi", "w:cs"):
            fonts.set(qn(kind), _FONT)


def _set_properties(document: WordDocument, record: Record, made: datetime) -> None:
    properties = document.core_properties
    properties.title = record.title
    properties.author = properties.last_modified_by = "Automated guide"
    properties.language = _LANGUAGE
    properties.comments = properties.keywords = properties.subject = ""
    properties.created = properties.modified = made.astimezone(UTC).replace(tzinfo=None)
    properties.revision = 1


def _bytes(document: WordDocument) -> bytes:
    """The parts of the document packed without the time of packing."""
    packed, repacked = BytesIO(), BytesIO()
    document.save(packed)
    with ZipFile(packed) as source, ZipFile(repacked, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            entry = ZipInfo(name, date_time=_FIRST_DAY_OF_ZIP)
            entry.compress_type = ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return repacked.getvalue()
