"""A PDF becomes a source: its text layer in the order in which a person reads it."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from extractor.ingest import limits
from extractor.ingest.beside import lay_marks
from extractor.ingest.builder import SourceBuilder
from extractor.ingest.pdf.columns import Columns
from extractor.ingest.pdf.contents import without_contents
from extractor.ingest.pdf.furniture import marks_beside, without_furniture
from extractor.ingest.pdf.layout import lay_out
from extractor.ingest.pdf.page import SCAN, Page, read_page
from extractor.ingest.pdf.pdfium import PdfFile
from extractor.model.errors import EmptyFile, ScanWithoutText, UnreadableFile
from extractor.model.problem import Problem
from extractor.model.source import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extractor.model.source import Source

_ONE_AT_A_TIME = threading.Lock()  # PDFium crashes when two threads use it
_TAIL = 2048  # bytes in which a whole file names its end


def read_pdf(data: bytes, name: str, sha256: str) -> Source:
    """The text layer of a PDF as one text: paragraphs whole, tables with their cells, page numbers left out.

    Every printed line is a place (page and line). Rows that stand aslant, running heads and tables of
    contents are left out, pages without text named, each with a problem.

    Raises:
        EncryptedFile: it asks for a password.
        UnreadableFile: it is broken or ends too early.
        ScanWithoutText: its pages are images without a text layer, or with only a watermark.
        EmptyFile: its pages are empty.
        LimitExceeded: it has too many pages or too much text.
    """
    if b"%%EOF" not in data[-_TAIL:] and b"startxref" not in data[-_TAIL:]:
        raise UnreadableFile(name, reason="PDF 不完整，缺少结尾")
    with _ONE_AT_A_TIME:
        pages = _read_pages(data, name)
    return source_of(pages, name, "pdf", sha256)


def source_of(pages: list[Page], name: str, reader: str, sha256: str) -> Source:
    """The source that ``pages`` make, of whatever format they were; ``reader`` names it. Raises as above."""
    marks = marks_beside(pages)
    pages, heads = without_furniture(pages)
    _refuse_without_text(pages, name)
    pages, entries = without_contents(pages)
    builder = SourceBuilder()
    lay_marks(builder, marks, 1)
    lay_out(builder, pages)
    builder.sheets += [Sheet(page.number, page.frame, page.turns, page.slant) for page in pages]
    limits.check(name, "characters", builder.length, limits.MAX_TEXT_CHARACTERS)
    limits.check(name, "cells", sum(len(table.cells) for table in builder.tables), limits.MAX_TABLE_CELLS)
    builder.problems += _problems(pages, heads, entries)
    if any(page.scores for page in pages):
        builder.problems += _doubts(pages, builder)
    return builder.build(name, reader, sha256)


def _doubts(pages: list[Page], builder: SourceBuilder) -> Iterator[Problem]:
    from extractor.ingest.ocr.marks import problems_of  # noqa: PLC0415 - only for recognised pages

    return problems_of(pages, "".join(builder.parts), builder.places)


def _read_pages(data: bytes, name: str) -> list[Page]:
    with PdfFile(data, name) as document:
        limits.check(name, "pages", len(document), limits.MAX_PAGES)
        columns = Columns()
        pages = [_read_page(document, index, columns, name) for index in range(len(document))]
        return _with_scans_read(document, pages) if any(page.picture for page in pages) else pages


def _with_scans_read(document: PdfFile, pages: list[Page]) -> list[Page]:
    from extractor.ingest.ocr.scans import with_scans_read  # noqa: PLC0415 - only for files with pictures

    return with_scans_read(document, pages)


def _read_page(document: PdfFile, index: int, columns: Columns, name: str) -> Page:
    page = document.page(index)
    if page is None:
        raise UnreadableFile(name, reason=f"第 {index + 1} 页已损坏")
    try:
        return read_page(page, columns)
    finally:
        page.close()


def _refuse_without_text(pages: list[Page], name: str) -> None:
    characters = sum(page.characters for page in pages)
    pages = [page for page in pages if not page.missed]
    if 2 * sum(page.picture for page in pages) >= len(pages) > 0 and characters < SCAN * len(pages):
        raise ScanWithoutText(name, pages=str(len(pages)))
    if not characters:
        raise EmptyFile(name)


def stretches(numbers: Sequence[int]) -> str:
    """Rising numbers in short: ``3、7–9``."""
    found: list[list[int]] = []
    for number in numbers:
        if found and number == found[-1][-1] + 1:
            found[-1][1:] = [number]
        else:
            found.append([number])
    return "、".join("–".join(map(str, ends)) for ends in found)


def _problems(pages: list[Page], heads: int, entries: int) -> Iterator[Problem]:
    """What was left out, and which pages have no text; nothing is dropped without a word."""
    missed = [page.number for page in pages if page.missed]
    if missed:
        details = (("pages", stretches(missed)), ("count", str(len(missed))))
        yield Problem("pages-not-recognised", None, "error", details)
    for page in pages:
        if page.picture and page.characters < SCAN and not page.missed:
            yield Problem("page-without-text", details=(("page", str(page.number)),))
    counts = {
        "watermark-left-out": sum(page.aslant for page in pages),
        "running-head-left-out": heads,
        "contents-left-out": entries,
    }
    for code, count in counts.items():
        if count:
            yield Problem(code, severity="info", details=(("count", str(count)),))
