"""A source, its tables included, written out in the forms in which an office would send the same notice."""

from __future__ import annotations

from email.message import EmailMessage
from email.policy import SMTP
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING, TypeAlias

from docx import Document
from docx.enum.text import WD_PARAGRAPH_ALIGNMENT as ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from extractor.model.source import Table
from tests.making.page import CHARACTERS, LINES, Standing, laid_out, standing
from tests.making.word import saved

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from docx.document import Document as WordDocument
    from docx.text.paragraph import Paragraph

    from extractor.model.source import Cell, Source

Block: TypeAlias = str | Table

_SIZE, _FONT = 16, "Noto Sans Mono CJK SC"  # its blanks and digits are half as wide as 一, as those of 仿宋
_ALIGNED = {Standing.CENTRED: ALIGNMENT.CENTER, Standing.SIGNED: ALIGNMENT.RIGHT}


def blocks(source: Source) -> Iterator[Block]:
    """Paragraphs and tables in reading order."""
    at = 0
    for table in source.tables:
        yield from source.text[at : table.span.start].splitlines()
        yield table
        at = table.span.end
    yield from source.text[at:].splitlines()


def docx(source: Source) -> bytes:
    """A DOCX set as GB/T 9704 has it, its tables as tables."""
    document = Document()
    _set_page(document)
    found = [block for block in blocks(source) if block != ""]
    for _, group in groupby(found, key=lambda block: isinstance(block, Table)):
        alike = list(group)
        words = [block for block in alike if isinstance(block, str)]
        for paragraph, stands in zip(words, standing(words), strict=True):
            _add_paragraph(document, paragraph, stands)
        for table in alike:
            if isinstance(table, Table):
                _add_table(document, source, table)
    return saved(document)


def html(source: Source) -> bytes:
    """A web page with nothing around the notice."""
    inside = "".join(_page_block(source, block) for block in blocks(source))
    return f"<!DOCTYPE html><html><head><meta charset='utf-8'></head><body>{inside}</body></html>".encode()


def mhtml(source: Source) -> bytes:
    """The same page saved in one file."""
    message = EmailMessage(policy=SMTP)
    message["Subject"] = "saved"
    message.set_content(html(source).decode(), subtype="html", cte="base64")
    whole = EmailMessage(policy=SMTP)
    whole["From"] = "saved by a browser"
    whole["MIME-Version"] = "1.0"
    whole.set_type("multipart/related")
    whole.attach(message)
    return bytes(whole)


def lines_of_pages(source: Source) -> list[list[str]]:
    """The lines of every page, moved in by wide blanks, as the writer of an OFD wants them."""
    paragraphs = source.text.splitlines()
    lines = [line for paragraph in laid_out(paragraphs) for line in paragraph]
    laid = ["\u3000" * round(line.indent) + line.words for line in lines]
    return [laid[first : first + LINES] for first in range(0, len(laid), LINES)]


def _set_page(document: WordDocument) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(27), Mm(183 - 5.64 * CHARACTERS)
    style = document.styles["Normal"]
    style.font.size, style.font.name = Pt(_SIZE), _FONT
    style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), _FONT)


def _add_paragraph(document: WordDocument, words: str, stands: Standing) -> Paragraph:
    added = document.add_paragraph(words)
    added.paragraph_format.space_after = Pt(0)
    if stands in _ALIGNED:
        added.alignment = _ALIGNED[stands]
    if stands is Standing.INDENTED:
        added.paragraph_format.first_line_indent = Pt(2 * _SIZE)
    return added


def _add_table(document: WordDocument, source: Source, table: Table) -> None:
    height = max(cell.row + cell.rows for cell in table.cells)
    width = max(cell.column + cell.columns for cell in table.cells)
    added = document.add_table(height, width)
    added.style = "Table Grid"
    for cell in table.cells:
        first = added.cell(cell.row, cell.column)
        last = added.cell(cell.row + cell.rows - 1, cell.column + cell.columns - 1)
        merged = first.merge(last) if first._tc is not last._tc else first  # noqa: SLF001 - no other way to compare
        merged.text = _words(source, cell)
        for paragraph in merged.paragraphs:
            for run in paragraph.runs:
                run.font.size = Pt(9)


def _page_block(source: Source, block: Block) -> str:
    if isinstance(block, str):
        return f"<p>{escape(block)}</p>\n"
    rows = groupby(block.cells, key=lambda cell: cell.row)
    return "<table border=1>" + "".join(_page_row(source, list(row)) for _, row in rows) + "</table>\n"


def _page_row(source: Source, cells: Sequence[Cell]) -> str:
    drawn = (
        f"<td rowspan={cell.rows} colspan={cell.columns}>{escape(_words(source, cell)).replace(chr(10), '<br>')}</td>"
        for cell in cells
    )
    return f"<tr>{''.join(drawn)}</tr>\n"


def _words(source: Source, cell: Cell) -> str:
    return source.quote(cell.span) if cell.span else ""
