"""An OpenDocument file as its parts, whether packed in a ZIP or written as one XML (FODT, FODS).

Source: OpenDocument 1.3 (ISO/IEC 26300), part 2 (packages) and part 3, 3.1 (documents).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.ingest.docx.package import open_package
from extractor.ingest.markup import parse_xml
from extractor.model.errors import EncryptedFile, UnreadableFile

if TYPE_CHECKING:
    from extractor.ingest.markup import Element

_CONTENT, _STYLES, _MANIFEST = "content.xml", "styles.xml", "META-INF/manifest.xml"
_OASIS = "{urn:oasis:names:tc:opendocument:xmlns:"


def n(name: str) -> str:
    """``n("text:p")`` is the tag of ``<text:p>``, as lxml reports it."""
    prefix, _, local = name.partition(":")
    namespace = {"svg": "svg-compatible:1.0", "draw": "drawing:1.0"}.get(prefix, f"{prefix}:1.0")
    return f"{_OASIS}{namespace}}}{local}"


@dataclass(frozen=True, slots=True)
class Document:
    """``body`` holds what is read; ``roots`` are all that may define styles, the common ones first."""

    name: str
    body: Element
    roots: tuple[Element, ...]


def open_document(data: bytes, name: str, kind: str) -> Document:
    """The document in ``data``; ``kind`` is the element that holds it: ``text`` or ``spreadsheet``.

    Raises:
        UnreadableFile: no OpenDocument file, a damaged one, or with XML that it must not have.
        EncryptedFile: it asks for a password. LimitExceeded: it unpacks to more than is reasonable.
    """
    roots = _packed(data, name) if data.startswith(b"PK") else (parse_xml(data, name, name),)
    body = roots[-1].find(f"{n('office:body')}/{n('office:' + kind)}")
    if body is None:
        raise UnreadableFile(name, reason=f"缺少正文（{_CONTENT}）")
    return Document(name, body, roots)


def _packed(data: bytes, name: str) -> tuple[Element, ...]:
    package = open_package(data, name, "ODF")
    if b"encryption-data" in (package.part(_MANIFEST) or b""):
        raise EncryptedFile(name)
    content, styles = package.part(_CONTENT), package.part(_STYLES)
    if content is None:
        raise UnreadableFile(name, reason=f"缺少 {_CONTENT}")
    common = (package.parsed(styles, _STYLES),) if styles else ()
    return (*common, package.parsed(content, _CONTENT))


def count(element: Element, attribute: str, most: int) -> int:
    """A repetition or a span as a number from 1 to ``most``; 1 where it is not said or makes no sense."""
    said = element.get(attribute, "1")
    return min(max(int(said), 1), most) if said.isascii() and said.isdigit() and len(said) < 10 else 1  # noqa: PLR2004 - no sheet has a row of ten digits
