"""What a user would otherwise take: other libraries on the same files, each imported only when it is there."""

from __future__ import annotations

import importlib
import io
import zipfile
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Peer = Callable[[Path], object]

_PARAGRAPH = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p"


def library(name: str) -> Any:  # noqa: ANN401 - some state no types
    """A library by name.

    Raises:
        ImportError: it is not installed.
    """
    return importlib.import_module(name)


def reading_bytes() -> Peer:
    """The floor of reading text: its bytes."""
    return lambda path: path.read_bytes().decode("utf-8", "replace")


def lxml_on_document() -> Peer:
    """The floor of reading DOCX: ``document.xml`` unpacked, parsed, and the text of its paragraphs taken."""
    etree = library("lxml.etree")

    def read(path: Path) -> object:
        with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as package:
            root = etree.fromstring(package.read("word/document.xml"))
        return ["".join(paragraph.itertext()) for paragraph in root.iter(_PARAGRAPH)]

    return read


def pypdfium2_text() -> Peer:
    """The floor of reading PDF: the text of every page."""
    pdfium = library("pypdfium2")

    def read(path: Path) -> object:
        with pdfium.PdfDocument(path) as document:
            return [page.get_textpage().get_text_range() for page in document]

    return read


def jieba_lcut() -> Peer:
    """Word segmentation of the text; the dictionary is loaded beforehand and not counted."""
    jieba = library("jieba")
    jieba.setLogLevel("ERROR")
    jieba.initialize()
    return lambda path: jieba.lcut(path.read_bytes().decode("utf-8", "replace"))


def dateparser_search() -> Peer:
    """Times in running text, found offline."""
    search = library("dateparser.search").search_dates
    return lambda path: search(path.read_bytes().decode("utf-8", "replace"), languages=["zh"])


def docx_paragraphs() -> Peer:
    """The texts of the paragraphs, by python-docx."""
    docx = library("docx")
    return lambda path: [paragraph.text for paragraph in docx.Document(str(path)).paragraphs]


def pdfplumber_text() -> Peer:
    """The text of every page, by pdfplumber."""
    pdfplumber = library("pdfplumber")

    def read(path: Path) -> object:
        with pdfplumber.open(path) as document:
            return [page.extract_text() for page in document.pages]

    return read


def markitdown_text() -> Peer:
    """The file as Markdown, by markitdown."""
    converter = library("markitdown").MarkItDown(enable_plugins=False)
    return lambda path: converter.convert_local(str(path)).text_content


PEERS: dict[str, tuple[tuple[str, Callable[[], Peer]], ...]] = {
    "txt": (("读出字节", reading_bytes), ("jieba.lcut", jieba_lcut), ("dateparser", dateparser_search)),
    "docx": (
        ("lxml 读 document.xml", lxml_on_document), ("python-docx 段落", docx_paragraphs),
        ("markitdown", markitdown_text),
    ),
    "pdf": (
        ("pypdfium2 取文字", pypdfium2_text), ("pdfplumber 取文字", pdfplumber_text), ("markitdown", markitdown_text),
    ),
}  # fmt: skip
"""Format → its peers, the bare parse first, each with what makes it ready."""
SLOW = {"dateparser", "markitdown", "pdfplumber 取文字"}
"""Peers that are given a few of the files only."""
