"""An OFD becomes a source: what its pages print, in the order in which a person reads it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from extractor.ingest import limits
from extractor.ingest.ofd.container import open_ofd
from extractor.ingest.ofd.document import open_document
from extractor.ingest.ofd.drawing import Budget
from extractor.ingest.ofd.page import read_page
from extractor.ingest.pdf.columns import Columns
from extractor.ingest.pdf.file import source_of
from extractor.ingest.pdf.page import SCAN
from extractor.model.errors import EmptyFile, LimitExceeded
from extractor.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.ingest.ofd.document import OfdDocument
    from extractor.ingest.pdf.page import Page
    from extractor.model.source import Source


def read_ofd(data: bytes, name: str, sha256: str) -> Source:
    """The text of an OFD as one text, as that of a PDF: paragraphs whole, tables with their cells.

    Templates are read as part of their pages, several documents one after the other. Signatures are not
    verified. Annotations (seals, handwriting), files put into the document and hidden text are left out
    and named.

    Raises:
        EncryptedFile: its parts are enciphered.
        UnreadableFile: no OFD, damaged, or a part is missing.
        ScanWithoutText: its pages are images; EmptyFile: they are empty.
        LimitExceeded: it has too many pages, objects or characters, or is nested too deep.
    """
    try:
        documents = _documents(data, name)
        pages, hidden = _read_pages(documents, name)
    except RecursionError as error:
        raise LimitExceeded(name, "limit-nesting") from error
    source = source_of(pages, name, "ofd", sha256)
    return replace(source, problems=(*source.problems, *_problems(documents, hidden)))


def _documents(data: bytes, name: str) -> list[OfdDocument]:
    container = open_ofd(data, name)
    documents = [open_document(container, part) for part in container.documents()]
    limits.check(name, "pages", sum(len(document.pages) for document in documents), limits.MAX_PAGES)
    return documents


def _read_pages(documents: list[OfdDocument], name: str) -> tuple[list[Page], int]:
    pages: list[Page] = []
    hidden = characters = 0
    budget = Budget(name)
    for document in documents:
        columns = Columns()
        for index, location in enumerate(document.pages):
            parts = document.page(location)
            page, unseen, picture = read_page(parts, document.resources, len(pages) + 1, budget, columns)
            if page.picture and page.characters < SCAN:
                page = _recognised(page, document.picture(picture), name)
            characters += page.characters
            limits.check(name, "characters", characters, limits.MAX_TEXT_CHARACTERS)
            hidden += unseen
            pages.append(replace(page, opens=index == 0))
    if not pages:
        raise EmptyFile(name)
    return pages, hidden


def _recognised(page: Page, data: bytes, name: str) -> Page:
    """A page that is a picture, with what is read in it where the extra is installed."""
    from extractor.ingest.ocr.images import with_picture_read  # noqa: PLC0415 - only for scans

    return with_picture_read(page, data, name)


def _problems(documents: list[OfdDocument], hidden: int) -> Iterator[Problem]:
    """What was left out; nothing is dropped without a word."""
    if hidden:
        yield Problem("hidden-left-out", None, "info", (("count", str(hidden)),))
    annotated = sum(document.annotated_pages() for document in documents)
    if annotated:
        yield Problem("annotations-left-out", None, "info", (("count", str(annotated)),))
    names = [name for document in documents for name in document.attachments()]
    if names:
        yield Problem("attachments-not-read", None, "warning", (("names", "、".join(names)),))
