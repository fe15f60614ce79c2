"""The record as a Word document that a screen reader can walk: headings, lists, header rows."""

from __future__ import annotations

from datetime import UTC
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from bot.notification.record import Listed, Numbered, Table, sections

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.table import Table as WordTable
    from docx.text.paragraph import Paragraph

    from bot.notification.record import Part, Record

_LANGUAGE = "en-GB"
_FONT = "Arial"
_MARGIN = Cm(2)
_WIDTHS = {
    ("What", "Entry"): (5, 12),
    ("Question", "Answer"): (9, 8),
    ("Criterion", "State", "Why", "Source"): (5, 2, 5, 5),
    ("Duty", "No later than", "How it was counted"): (5, 4, 8),
}
_ROOM_TO_WRITE = Cm(1.4)
_FIRST_DAY_OF_ZIP = (1980, 1, 1, 0, 0, 0)


def record_docx(record: Record) -> bytes:
    """The whole record as a .docx; the same record gives the same bytes."""
    document = Document()
    _set_up_page(document, record)
    _set_up_styles(document)
    document.add_heading(record.title, level=1)
    for section in sections(record):
        document.add_heading(section.heading, level=2)
        for part in section.parts:
            _add(document, part)
    _set_properties(document, record)
    return _bytes(document)


def _add(document: WordDocument, part: Part) -> None:
    if isinstance(part, str):
        document.add_paragraph(part)
    elif isinstance(part, Table):
        _add_table(document, part)
    else:
        _add_list(document, part)


def _add_list(document: WordDocument, part: Numbered | Listed) -> None:
    style = "List Number" if isinstance(part, Numbered) else "List Bullet"
    paragraphs = [document.add_paragraph(item, style=style) for item in part.items]
    if isinstance(part, Numbered):
        _number_from_one(document, paragraphs)


def _number_from_one(document: WordDocument, paragraphs: list[Paragraph]) -> None:
    """Give these paragraphs a numbering of their own, or Word would count on from the last list."""
    numbering = document.part.numbering_part.element
    style = document.styles["List Number"].element
    used = style.pPr.numPr.numId.val
    abstract = next(num for num in numbering.num_lst if num.numId == used).abstractNumId.val
    number = numbering.add_num(abstract)
    number.add_lvlOverride(ilvl=0).add_startOverride(1)
    for paragraph in paragraphs:
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001  no public way
        properties.get_or_add_numId().val = number.numId
        properties.get_or_add_ilvl().val = 0


def _add_table(document: WordDocument, part: Table) -> None:
    table = document.add_table(rows=1, cols=len(part.columns), style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.LEFT
    table.autofit = False
    _name(table, part.caption)
    for cell, column in zip(table.rows[0].cells, part.columns, strict=True):
        cell.paragraphs[0].add_run(column).bold = True
    _mark(table, 0, "w:tblHeader")
    for row in part.rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
        if not row[-1]:
            table.rows[-1].height = _ROOM_TO_WRITE
    for index in range(len(table.rows)):
        _mark(table, index, "w:cantSplit")
    for column, width in zip(table.columns, _WIDTHS[part.columns], strict=True):
        column.width = Cm(width)
        for cell in column.cells:
            cell.width = Cm(width)
    document.add_paragraph()


def _name(table: WordTable, caption: str) -> None:
    """A name that a screen reader says before the table."""
    element = OxmlElement("w:tblCaption")
    element.set(qn("w:val"), caption)
    table._tbl.tblPr.append(element)  # noqa: SLF001  python-docx has no caption


def _mark(table: WordTable, row: int, name: str) -> None:
    properties = table.rows[row]._tr.get_or_add_trPr()  # noqa: SLF001  python-docx has no such mark
    properties.append(OxmlElement(name))


def _set_up_page(document: WordDocument, record: Record) -> None:
    """A4, with the reference and "page 1 of 3" at the foot."""
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = _MARGIN
    foot = page.footer.paragraphs[0]
    reference = f"Reference {record.reference}. " if record.reference else ""
    foot.add_run(f"{reference}The council decides; this record does not. Page ")
    _add_field(foot, "PAGE")
    foot.add_run(" of ")
    _add_field(foot, "NUMPAGES")


def _add_field(paragraph: Paragraph, instruction: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), instruction)
    field.append(OxmlElement("w:r"))
    field[0].append(OxmlElement("w:t"))
    field[0][0].text = "1"
    paragraph._p.append(field)  # noqa: SLF001  python-docx has no fields


def _set_up_styles(document: WordDocument) -> None:
    """One font that every machine has, black headings, and British English throughout."""
    for name in ("Normal", "Heading 1", "Heading 2"):
        style = document.styles[name]
        style.font.name = _FONT
        style.font.color.rgb = None
        _set_fonts(style.element.get_or_add_rPr())
    document.styles["Normal"].font.size = Pt(11)
    for language in document.styles.element.iter(qn("w:lang")):
        for attribute in ("w:val", "w:eastAsia"):
            language.set(qn(attribute), _LANGUAGE)


def _set_fonts(properties: BaseOxmlElement) -> None:
    for fonts in properties.iter(qn("w:rFonts")):
        for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(theme), None)
        for kind in ("w:ascii", "w:hAnsi", "w:cs"):
            fonts.set(qn(kind), _FONT)


def _set_properties(document: WordDocument, record: Record) -> None:
    made = record.made.astimezone(UTC).replace(tzinfo=None)
    properties = document.core_properties
    properties.title = record.title
    properties.author = properties.last_modified_by = "Automated guide"
    properties.subject = "Safeguarding Practice Review criteria"
    properties.language = _LANGUAGE
    properties.comments = properties.keywords = ""
    properties.created = properties.modified = made
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
