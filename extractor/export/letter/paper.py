"""Official paper (GB/T 9704-2012): A4 with its margins, fonts and sizes, page numbers at the outer edge."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, cast

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from docx.section import _Footer
    from docx.styles.style import ParagraphStyle
    from docx.table import _Cell, _Row
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

TITLE, BODY, HEADING, SUBHEADING, NUMBER = "方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312", "宋体"
SIZE_2, SIZE_3, SIZE_4, SIZE_SMALL_4 = 22, 16, 14, 12
"""Sizes 二号, 三号, 四号, 小四 in points."""
LINE, TABLE_LINE, TITLE_LINE = 28, 18, 32
"""Fixed distances of lines in points."""
TOP, BOTTOM, LEFT, RIGHT, FOOTER = 37, 35, 28, 26, 23
"""Margins in millimetres; the page number stands 7 mm below the text."""
_WIDTHS = (13, 40, 13, 27, 41, 22)
"""Columns of a table in millimetres: 156 together, the width of the text."""


class Paper:
    """A sheet that is written from top to bottom."""

    def __init__(self, title: str, author: str, made: dt.datetime) -> None:
        """An empty sheet; ``title``, ``author`` and ``made`` go into the properties of the file."""
        self._document = Document()
        properties = self._document.core_properties
        properties.title, properties.author, properties.comments = title, author, ""
        properties.created = properties.modified = made
        self._set_page()
        plain = cast("ParagraphStyle", self._document.styles["Normal"])
        _set_font(plain, BODY, SIZE_3)
        plain.element.get_or_add_rPr().append(OxmlElement("w:lang", {qn("w:eastAsia"): "zh-CN"}))

    def title(self, words: str) -> None:
        """二号小标宋 in the middle, one line free after it."""
        paragraph = self._paragraph(words, TITLE, SIZE_2, TITLE_LINE)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.space_after = Pt(LINE)

    def plain(self, words: str, indent: int = 2) -> None:
        """三号仿宋, the first line ``indent`` characters in."""
        paragraph = self._paragraph(words, BODY)
        paragraph.paragraph_format.first_line_indent = Pt(SIZE_3 * indent)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY if indent else WD_ALIGN_PARAGRAPH.LEFT

    def heading(self, words: str) -> None:
        """三号黑体: 一、."""
        self._heading(words, HEADING)

    def subheading(self, words: str) -> None:
        """三号楷体: （一）."""
        self._heading(words, SUBHEADING)

    def empty(self) -> None:
        """One line without words."""
        self._paragraph("", BODY)

    def signature(self, words: str, away: float) -> None:
        """A line at the right edge, ``away`` characters from it; kept together with the line before."""
        paragraph = self._paragraph(words, BODY)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        paragraph.paragraph_format.right_indent = Pt(SIZE_3 * away)

    def table(self, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """小四仿宋 with lines around every cell; its head comes again on every page, no row is broken by one."""
        table = self._document.add_table(0, len(columns), "Table Grid")
        table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
        for column, width in zip(table.columns, _WIDTHS, strict=True):
            column.width = Mm(width)
        for number, cells in enumerate((columns, *rows)):
            row = table.add_row()
            _mark(row, "w:cantSplit")
            if not number:
                _mark(row, "w:tblHeader")
            for at, (cell, words) in enumerate(zip(row.cells, cells, strict=True)):
                middle = not number or at in (0, 2, len(columns) - 1)
                _fill(cell, words, _WIDTHS[at], HEADING if not number else BODY, middle=middle)

    def bytes(self) -> bytes:
        """The DOCX file."""
        data = io.BytesIO()
        self._document.save(data)
        return data.getvalue()

    def _set_page(self) -> None:
        section = self._document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.top_margin, section.bottom_margin = Mm(TOP), Mm(BOTTOM)
        section.left_margin, section.right_margin = Mm(LEFT), Mm(RIGHT)
        section.footer_distance = Mm(FOOTER)
        self._document.settings.odd_and_even_pages_header_footer = True
        _number(section.footer, WD_ALIGN_PARAGRAPH.RIGHT)
        _number(section.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT)

    def _heading(self, words: str, family: str) -> None:
        paragraph = self._paragraph(words, family)
        paragraph.paragraph_format.first_line_indent = Pt(SIZE_3 * 2)
        paragraph.paragraph_format.keep_with_next = True

    def _paragraph(self, words: str, family: str, size: int = SIZE_3, line: int = LINE) -> Paragraph:
        paragraph = self._document.add_paragraph()
        _set_line(paragraph, line)
        _write(paragraph, words, family, size)
        return paragraph


def _fill(cell: _Cell, words: str, width: int, family: str, *, middle: bool) -> None:
    cell.width = Mm(width)
    paragraph = cell.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER if middle else WD_ALIGN_PARAGRAPH.LEFT
    _set_line(paragraph, TABLE_LINE)
    _write(paragraph, words, family, SIZE_SMALL_4)


def _number(footer: _Footer, side: WD_ALIGN_PARAGRAPH) -> None:
    """— 1 —, one character away from the outer edge: right on odd pages, left on even ones."""
    paragraph = footer.paragraphs[0]
    paragraph.alignment = side
    shape = paragraph.paragraph_format
    shape.left_indent = shape.right_indent = Pt(SIZE_4)
    _write(paragraph, "— ", NUMBER, SIZE_4)
    field = OxmlElement("w:fldSimple", {qn("w:instr"): " PAGE "})
    field.append(_write(paragraph, "1", NUMBER, SIZE_4)._r)  # noqa: SLF001 - python-docx has no fields
    paragraph._p.append(field)  # noqa: SLF001
    _write(paragraph, " —", NUMBER, SIZE_4)


def _write(paragraph: Paragraph, words: str, family: str, size: int) -> Run:
    run = paragraph.add_run(words)
    _set_font(run, family, size)
    return run


def _set_font(styled: Run | ParagraphStyle, family: str, size: int) -> None:
    """The font for Latin letters, digits and Chinese; python-docx itself names no East Asian one."""
    styled.font.name, styled.font.size = family, Pt(size)
    styled.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), family)


def _set_line(paragraph: Paragraph, points: int) -> None:
    shape = paragraph.paragraph_format
    shape.line_spacing_rule, shape.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(points)
    shape.space_before = shape.space_after = Pt(0)


def _mark(row: _Row, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))  # noqa: SLF001 - python-docx knows no such marks
