"""The front door of ingest: a path becomes a ``Source``, read by what the file is, not by its name."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from extractor.ingest import limits
from extractor.ingest.archive import unpacked
from extractor.ingest.identify import Kind, identify
from extractor.model.errors import EmptyFile, EncryptedFile, UnreadableFile, UnsupportedFormat
from extractor.model.problem import Problem

if TYPE_CHECKING:
    from extractor.model.source import Source
    from extractor.rules.rule import RuleBook

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
    "xls": (".xls", ".xlt", ".et", ".ett"),
    "image": (".png", ".jpg", ".jpeg", ".jfif", ".tif", ".tiff", ".gif", ".bmp", ".webp"),
}
_SHOWN = {"archive": "ZIP/RAR/7Z", "broken": "ZIP", "program": "EXE"}
_UNREAD: dict[Kind, str] = {"archive": "unsupported-archive", "broken": "unsupported-archive"}
_OFFICE = frozenset({".docx", ".docm", ".dotx", ".dotm", ".xlsx", ".xlsm", ".pptx", ".wps", ".et", ".ofd"})


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


def read_member(path: Path, member: int, name: str, book: RuleBook | None = None) -> Source:
    """As ``read``, for the file of that number in the archive at ``path``."""
    return _with_text(read_bytes(unpacked(path, member, name), name, book), name)


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
    source = _reader(kind, data, name, book)
    return source if _honest(name, kind) else _with_note(source, kind)


def _reader(kind: Kind, data: bytes, name: str, book: RuleBook | None) -> Source:
    """Readers are loaded when the first file of their kind comes: text files load no PDF library."""
    digest = hashlib.sha256(data).hexdigest()
    if kind in ("text", "html", "mhtml", "eml", "msg"):
        return _worded(kind, data, name, digest, book or _shipped())
    found = _office(kind, data, name, digest) or _sheets(kind, data, name, digest)
    return found or _printed(kind, data, name, digest)


def _worded(kind: Kind, data: bytes, name: str, digest: str, book: RuleBook) -> Source:
    """Text, web pages and mails, in which the notice is told by its words."""
    if kind == "html":
        from extractor.ingest.html.page import read_html  # noqa: PLC0415 - see above

        return read_html(data, name, digest, book)
    if kind == "mhtml":
        from extractor.ingest.html.mhtml import read_mhtml  # noqa: PLC0415 - see above

        return read_mhtml(data, name, digest, book)
    if kind == "eml":
        from extractor.ingest.mail.eml import read_eml  # noqa: PLC0415 - see above

        return read_eml(data, name, digest, book)
    if kind == "msg":
        from extractor.ingest.mail.msg import read_msg  # noqa: PLC0415 - see above

        return read_msg(data, name, digest, book)
    from extractor.ingest.text import read_text  # noqa: PLC0415 - see above

    return read_text(data, name, digest, book)


def _office(kind: Kind, data: bytes, name: str, digest: str) -> Source | None:
    """Documents of word processors; None for what is none."""
    if kind == "docx":
        from extractor.ingest.docx.file import read_docx  # noqa: PLC0415 - see above

        return read_docx(data, name, digest)
    if kind == "doc":
        from extractor.ingest.doc.document import read_doc  # noqa: PLC0415 - see above

        return read_doc(data, name, digest)
    if kind == "rtf":
        from extractor.ingest.rtf.file import read_rtf  # noqa: PLC0415 - see above

        return read_rtf(data, name, digest)
    return None


def _sheets(kind: Kind, data: bytes, name: str, digest: str) -> Source | None:
    """Workbooks; None for what is none."""
    if kind == "xlsx":
        from extractor.ingest.sheets.xlsx import read_xlsx  # noqa: PLC0415 - see above

        return read_xlsx(data, name, digest)
    if kind == "xls":
        from extractor.ingest.sheets.xls import read_xls  # noqa: PLC0415 - see above

        return read_xls(data, name, digest)
    return None


def _printed(kind: Kind, data: bytes, name: str, digest: str) -> Source:
    """Pages as they are printed."""
    if kind == "pdf":
        from extractor.ingest.pdf.file import read_pdf  # noqa: PLC0415 - see above

        return read_pdf(data, name, digest)
    if kind == "ofd":
        from extractor.ingest.ofd.file import read_ofd  # noqa: PLC0415 - see above

        return read_ofd(data, name, digest)
    if kind == "image":
        from extractor.ingest.ocr.images import read_image  # noqa: PLC0415 - see above

        return read_image(data, name, digest)
    raise UnsupportedFormat(name, _UNREAD.get(kind, ""), format=_SHOWN.get(kind, kind.upper()))


def _shipped() -> RuleBook:
    from extractor.rules.load import load  # noqa: PLC0415 - only for callers without a book

    return load()


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
