"""The front door of ingest: a path becomes a ``Source``, read by what the file is, not by its name."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from extractor.ingest import limits
from extractor.ingest.identify import Kind, identify
from extractor.ingest.packed import Route, content
from extractor.ingest.readers import reader_of
from extractor.model.errors import EmptyFile, EncryptedFile, UnreadableFile
from extractor.model.problem import Problem

if TYPE_CHECKING:
    from extractor.model.source import Source
    from extractor.rules.book import RuleBook

_EXTENSIONS: dict[Kind, tuple[str, ...]] = {
    "text": ("", ".txt", ".text", ".md", ".markdown"),
    "docx": (".docx", ".docm", ".dotx", ".dotm"),
    "pdf": (".pdf",),
    "doc": (".doc", ".dot", ".wps", ".wpt"),
    "html": (".html", ".htm", ".shtml", ".xhtml", ".asp", ".aspx", ".jsp", ".php"),
    "mhtml": (".mht", ".mhtml"),
    "ofd": (".ofd",),
    "eml": (".eml",),
    "msg": (".msg",),
    "rtf": (".rtf",),
    "xlsx": (".xlsx", ".xlsm", ".xltx", ".xltm", ".et"),
    "odt": (".odt", ".ott", ".fodt"),
    "ods": (".ods", ".ots", ".fods"),
    "xls": (".xls", ".xlt", ".et", ".ett"),
    "image": (".png", ".jpg", ".jpeg", ".jfif", ".tif", ".tiff", ".gif", ".bmp", ".webp"),
}
_OFFICE = frozenset({
    ".docx", ".docm", ".dotx", ".dotm", ".xlsx", ".xlsm", ".pptx", ".wps", ".et", ".ofd", ".odt", ".ods",
})  # fmt: skip


def read(path: Path, name: str, book: RuleBook | None = None) -> Source:
    """The text of the file at ``path``; ``name`` is what it is called in results and messages.

    ``book`` holds the words of layout (``patterns/layout.toml``); without one the shipped rules are loaded.

    Raises:
        EmptyFile: no text in it.
        UnreadableFile: no permission, a folder, or a damaged file.
        UnsupportedFormat: a kind of file that is known but not read.
        EncryptedFile, ScanWithoutText, UnknownEncoding, LimitExceeded: as their names say.
    """
    return _with_text(read_bytes(_content(path, name), name, book), name)


def read_member(path: Path, route: Route, name: str, book: RuleBook | None = None) -> Source:
    """As ``read``, for a file inside the archive or mail at ``path``."""
    return _with_text(read_bytes(content(path, route, name), name, book), name)


def _with_text(source: Source, name: str) -> Source:
    if not source.text.strip():
        raise EmptyFile(name)
    limits.check(name, "characters", len(source.text), limits.MAX_TEXT_CHARACTERS)
    return source


def read_bytes(data: bytes, name: str, book: RuleBook | None = None) -> Source:
    """As ``read``, for content that is already at hand."""
    kind = identify(data)
    if kind == "empty":
        raise EmptyFile(name)
    if kind == "encrypted":
        raise EncryptedFile(name)
    if kind == "broken" and Path(name).suffix.lower() in _OFFICE:
        raise UnreadableFile(name, reason="文件不完整（ZIP 已损坏）")
    source = reader_of(kind, data, name, book)
    return source if _honest(name, kind) else _with_note(source, kind)


def _content(path: Path, name: str) -> bytes:
    try:
        limits.check(name, "bytes", path.stat().st_size, limits.MAX_FILE_BYTES)
        return path.read_bytes()
    except OSError as error:
        raise UnreadableFile(name, reason=error.strerror or type(error).__name__) from error


def _honest(name: str, kind: Kind) -> bool:
    return Path(name).suffix.lower() in _EXTENSIONS[kind]


def _with_note(source: Source, kind: Kind) -> Source:
    actual = "TXT" if kind == "text" else kind.upper()
    note = Problem("extension-differs", None, "info", (("actual", actual),))
    return replace(source, problems=(*source.problems, note))
