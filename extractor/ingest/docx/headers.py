"""The headers and footers of a DOCX, also text boxes and watermarks in them, and how many comments it has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.ingest.docx.blocks import BodyReader
from extractor.ingest.docx.body import words_of
from extractor.ingest.docx.names import w
from extractor.ingest.docx.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.ingest.docx.package import Element, Package

_KINDS = ("header", "footer")
_WATERMARK = "{urn:schemas-microsoft-com:vml}textpath"


def header_lines(package: Package) -> list[str]:
    """The lines of every header and footer of the document.

    Raises:
        UnreadableFile, LimitExceeded: as the parts of the document do.
    """
    found: list[str] = []
    for path in (path for kind in _KINDS for path in package.others.get(kind, ())):
        data = package.part(path)
        if data:
            root = package.parsed(data, path)
            found += words_of(BodyReader(Reading(package.name)).blocks(root)).splitlines()
            found += _watermarks(root)
    return found


def _watermarks(root: Element) -> Iterator[str]:
    """What is written across the page: Word keeps it in a shape of the header."""
    return (each.get("string", "") for each in root.iter(_WATERMARK))


def count_comments(package: Package, document: bytes) -> int:
    """How many comments the body refers to."""
    data = package.related("comments") if b"commentReference" in document else None
    return sum(1 for _ in package.parsed(data, "comments").iter(w("comment"))) if data else 0
