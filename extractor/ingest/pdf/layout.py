"""The lines and tables of all pages, laid into the one text with their places."""

from __future__ import annotations

from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from extractor.ingest.layout_tables import is_layout
from extractor.ingest.pdf.lines import Line
from extractor.ingest.pdf.margins import measures_of
from extractor.ingest.pdf.paragraphs import Paragraph, paragraphs_of
from extractor.ingest.pdf.table_join import WholeTable, joined, same_columns
from extractor.model.source import Place, Printed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from extractor.ingest.builder import SourceBuilder
    from extractor.ingest.pdf.page import Item, Page
    from extractor.ingest.pdf.tables import PdfTable


def lay_out(builder: SourceBuilder, pages: Sequence[Page]) -> None:
    """Add everything on ``pages`` to ``builder``, in order; paragraphs and tables go on over page breaks."""
    measures = measures_of([page.lines for page in pages])
    for document in _documents(pages):
        for lines, tables in _stretches(item for page in document for item in page.items):
            for paragraph in paragraphs_of(lines, measures):
                _add_paragraph(builder, paragraph)
            if tables:
                _add_table(builder, joined(tables))


def _documents(pages: Sequence[Page]) -> list[list[Page]]:
    """The pages of each document; nothing goes on from one to the next."""
    documents: list[list[Page]] = [[]]
    for page in pages:
        if page.opens:
            documents.append([])
        documents[-1].append(page)
    return documents


def _stretches(items: Iterable[Item]) -> Iterator[tuple[list[Line], list[PdfTable]]]:
    """The lines up to the next table, and the parts of that table."""
    lines: list[Line] = []
    tables: list[PdfTable] = []
    for item in items:
        if tables and (isinstance(item, Line) or not _goes_on(tables[-1], item)):
            yield lines, tables
            lines, tables = [], []
        if isinstance(item, Line):
            lines.append(item)
        else:
            tables.append(item)
    yield lines, tables


def _goes_on(table: PdfTable, other: PdfTable) -> bool:
    return other.page == table.page + 1 and same_columns(table, other)


def _add_paragraph(builder: SourceBuilder, paragraph: Paragraph) -> None:
    """One line of the text; every printed line in it is a place."""
    pieces = paragraph.pieces()
    first = paragraph.lines[0]
    span = builder.paragraph("".join(pieces), first.page, first.number)
    if span is None:
        return
    offsets = [0, *accumulate(len(piece) for piece in pieces)]
    for line, offset in zip(paragraph.lines[1:], offsets[1:], strict=False):
        builder.places.append(Place(span.start + offset, line.page, line.number))
    placed = zip(paragraph.lines, pairwise(offsets), strict=True)
    builder.print_lines([Printed(start, end, line.page, line.box) for line, (start, end) in placed], span)


def _add_table(builder: SourceBuilder, table: WholeTable) -> None:
    """A table with its cells; one that only lays out a text is read cell by cell."""
    page = table.page_at(0)
    if is_layout(table.cells):
        for part in table.cells:
            origin = 0
            for words in part.text.split("\n"):
                span = builder.paragraph(words, table.page_at(part.row))
                builder.print_lines(part.printed, span, origin + len(words) - len(words.lstrip()))
                origin += len(words) + 1
        return
    builder.table(table.cells, page)
    for cell in builder.tables[-1].cells:
        if cell.span and table.page_at(cell.row) != page:
            page = table.page_at(cell.row)
            builder.places.append(Place(cell.span.start, page))
