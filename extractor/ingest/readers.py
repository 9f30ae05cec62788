"""Which reader reads which kind of file."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from extractor.model.errors import UnsupportedFormat

if TYPE_CHECKING:
    from extractor.ingest.identify import Kind
    from extractor.model.source import Source
    from extractor.rules.book import RuleBook

_SHOWN = {
    "archive": "ZIP/RAR/7Z", "broken": "ZIP", "program": "EXE", "uof": "UOF 标文通", "officexml": "Office 2003 XML",
    "tnef": "winmail.dat",
}  # fmt: skip
_UNREAD: dict[Kind, str] = {
    "archive": "unsupported-archive", "broken": "unsupported-archive", "tnef": "unsupported-tnef",
}  # fmt: skip


def reader_of(kind: Kind, data: bytes, name: str, book: RuleBook | None) -> Source:
    """The source that the reader for ``kind`` makes of ``data``; ``book`` as in ``read``.

    Readers are loaded when the first file of their kind comes: text files load no PDF library.

    Raises:
        UnsupportedFormat: there is no reader for it; otherwise as the readers do.
    """
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
    from extractor.ingest.plain.text import read_text  # noqa: PLC0415 - see above

    return read_text(data, name, digest, book)


def _office(kind: Kind, data: bytes, name: str, digest: str) -> Source | None:
    """Documents of word processors; None for what is none."""
    if kind == "docx":
        from extractor.ingest.docx.file import read_docx  # noqa: PLC0415 - see above

        return read_docx(data, name, digest)
    if kind == "doc":
        from extractor.ingest.doc.document import read_doc  # noqa: PLC0415 - see above

        return read_doc(data, name, digest)
    if kind == "odt":
        from extractor.ingest.odf.text import read_odt  # noqa: PLC0415 - see above

        return read_odt(data, name, digest)
    if kind == "rtf":
        from extractor.ingest.rtf.file import read_rtf  # noqa: PLC0415 - see above

        return read_rtf(data, name, digest)
    return None


def _sheets(kind: Kind, data: bytes, name: str, digest: str) -> Source | None:
    """Workbooks; None for what is none."""
    if kind == "xlsx":
        from extractor.ingest.sheets.xlsx import read_xlsx  # noqa: PLC0415 - see above

        return read_xlsx(data, name, digest)
    if kind == "ods":
        from extractor.ingest.odf.sheets import read_ods  # noqa: PLC0415 - see above

        return read_ods(data, name, digest)
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
