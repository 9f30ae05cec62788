"""DOCX → Source: the body in reading order, with the numbers that Word prints but does not store as text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.ingest.beside import lay_marks, left_out
from extractor.ingest.builder import SourceBuilder
from extractor.ingest.docx.blocks import BodyReader
from extractor.ingest.docx.headers import count_comments, header_lines
from extractor.ingest.docx.laying import lay
from extractor.ingest.docx.lists import read_lists
from extractor.ingest.docx.names import w
from extractor.ingest.docx.package import open_package
from extractor.ingest.docx.reading import Pages, Reading
from extractor.ingest.docx.styles import read_styles
from extractor.ingest.numbering import Numbering
from extractor.model.errors import EmptyFile, LimitExceeded, ScanWithoutText, UnreadableFile
from extractor.model.problem import Problem, Severity

if TYPE_CHECKING:
    from extractor.ingest.docx.body import Block
    from extractor.ingest.docx.package import Package
    from extractor.model.source import Source

_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_STATED_PAGES = re.compile(rb"<(?:\w+:)?Pages>(\d{1,6})<")
_SEVERITIES: dict[str, Severity] = {"part-not-read": "warning"}


def read_docx(data: bytes, name: str, sha256: str) -> Source:
    """The text of a DOCX (also DOCM, DOTX): paragraphs and text boxes as lines, tables as tables.

    Automatic numbers stand before their paragraphs (一、总体要求). Tables that only lay out text are lines.
    Left out, and counted in a problem each, are deletions under change tracking, hidden text, footnotes and
    endnotes, comments, tables of contents, headers and footers, and parts of other formats. A mark of secrecy in a
    header stands before the first line.
    Pages are known when the file marks where they end.

    Raises:
        UnreadableFile: no DOCX, damaged, or with XML that a DOCX must not have.
        EncryptedFile: the parts ask for a password.
        EmptyFile: no text and no picture in it; ScanWithoutText: pictures only.
        LimitExceeded: unpacks to more, has more table cells, or is nested deeper than is reasonable.
    """
    try:
        return _read(data, name, sha256)
    except RecursionError as error:
        raise LimitExceeded(name, "limit-nesting") from error


def _read(data: bytes, name: str, sha256: str) -> Source:
    package = open_package(data, name)
    document = package.document()
    body = package.parsed(document, package.main).find(w("body"))
    if body is None:
        raise UnreadableFile(name, reason=f"缺少正文（{package.main}）")
    reading = _reading(package, document)
    reading.left_out["comments-left-out"] += count_comments(package, document)
    blocks = BodyReader(reading).blocks(body)
    return _source(reading, blocks, header_lines(package), sha256)


def _reading(package: Package, document: bytes) -> Reading:
    """Lists and styles, parsed only where the document makes use of them."""
    pages = Pages(document.count(b"lastRenderedPageBreak"), _stated_pages(package))
    reading = Reading(package.name, pages=pages)
    styles = package.related("styles") or b""
    number, hide = _mentions(styles, b"numPr"), _mentions(styles, b"vanish")
    reading.hides = hide or _mentions(document, b"vanish")
    lists = package.related("numbering") if number or _mentions(document, b"numPr") else None
    if lists:
        reading.numbering = Numbering(read_lists(package.parsed(lists, "numbering")))
    if hide or (number and lists):
        reading.styles = read_styles(package.parsed(styles, "styles"))
    return reading


def _mentions(part: bytes, word: bytes) -> bool:
    """Whether the XML of a part may hold ``word``; one in UTF-16 is not searched."""
    return word in part or part.startswith(_UTF_16)


def _source(reading: Reading, blocks: list[Block], headers: list[str], sha256: str) -> Source:
    builder = SourceBuilder()
    lay_marks(builder, headers, 1 if reading.pages.known else None)
    lay(blocks, builder, paged=reading.pages.known)
    left_out(builder, headers)
    if not builder.length:
        raise ScanWithoutText(reading.name) if reading.pictures else EmptyFile(reading.name)
    for code, count in sorted(reading.left_out.items()):
        if count:
            details = (("count", str(count)),)
            builder.problems.append(Problem(code, None, _SEVERITIES.get(code, "info"), details))
    return builder.build(reading.name, "docx", sha256)


def _stated_pages(package: Package) -> int | None:
    """How many pages the program that wrote the file says it has."""
    stated = _STATED_PAGES.search(package.part("docProps/app.xml") or b"")
    return int(stated[1]) if stated else None
