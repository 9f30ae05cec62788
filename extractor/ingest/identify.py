"""What a file is, told by its content: extensions lie (a ``.doc`` may be text, DOCX or a web page)."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Literal, TypeAlias

Kind: TypeAlias = Literal[
    "text", "docx", "pdf",
    "doc", "xls", "ppt", "xlsx", "pptx", "ofd", "odt", "ods", "odp", "uof", "officexml", "html", "rtf",
    "mhtml", "eml", "msg", "tnef", "image", "archive", "broken", "program", "encrypted", "empty",
]  # fmt: skip

_HEAD = 4096
_PDF_WINDOW = 1024  # PDF 2.0, 7.5.2: readers look for the header within the first 1024 bytes
_BEGINNINGS: tuple[tuple[bytes, Kind], ...] = (
    (b"{\\rtf", "rtf"),
    (b"\x89PNG\r\n", "image"), (b"\xff\xd8\xff", "image"), (b"GIF8", "image"),
    (b"II*\0", "image"), (b"MM\0*", "image"),
    (b"Rar!\x1a", "archive"), (b"7z\xbc\xaf\x27\x1c", "archive"), (b"\x1f\x8b\x08", "archive"),
    (b"\x7fELF", "program"),
    (b"\x78\x9f\x3e\x22", "tnef"),  # [MS-OXTNEF] 2.1.3.1: what Outlook sends as winmail.dat
)  # fmt: skip
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_STREAMS: tuple[tuple[str, Kind], ...] = (
    ("EncryptedPackage", "encrypted"), ("WordDocument", "doc"), ("Workbook", "xls"), ("Book\0", "xls"),
    ("PowerPoint Document", "ppt"), ("__properties_version1.0", "msg"),
)  # fmt: skip
_ZIP_PARTS: tuple[tuple[str, Kind], ...] = (
    ("word/document.xml", "docx"), ("xl/workbook.xml", "xlsx"), ("ppt/presentation.xml", "pptx"),
    ("OFD.xml", "ofd"), ("uof.xml", "uof"), ("content.xml", "odt"),
)  # fmt: skip
_TYPE = "mimetype"  # OpenDocument 1.3 part 2, 3.3: the member that says what the package is
_LONGEST_TYPE = 100
_ODF: tuple[tuple[bytes, Kind], ...] = (
    (b"opendocument.spreadsheet", "ods"), (b"opendocument.presentation", "odp"), (b"opendocument.graphics", "odp"),
)  # fmt: skip
_XML: tuple[tuple[bytes, Kind], ...] = (
    (b"vnd.oasis.opendocument.text", "odt"), (b"vnd.oasis.opendocument.spreadsheet", "ods"),
    (b"schemas.uof.org", "uof"), (b'progid="word.document"', "officexml"), (b'progid="excel.sheet"', "officexml"),
    (b"schemas.microsoft.com/office/word/2003/wordml", "officexml"),
)  # fmt: skip
_CONTENT_TYPES = "[Content_Types].xml"  # in every file of Office since 2007
_PAGE = re.compile(rb"<!doctype html|<html[\s>]|<head[\s>]|<body[\s>]|<%@|<meta\s+(?:http-equiv|charset)")
_TAGS = re.compile(rb"<(?:div|p|td|tr|table|tbody|span|ul|li|script|style|link)(?:\s[^<>]{0,400})?>")
_MARKS_AND_BLANKS = b"\xef\xbb\xbf\xff\xfe \t\r\n"
_MANY_TAGS = 5
_HEADER = re.compile(rb"[!-9;-~]{1,80}:[ \t\r\n]|[ \t]|$")
_OF_MAILS = re.compile(
    rb"^(?:received|return-path|from|to|subject|date|message-id|mime-version|content-type):",
    re.IGNORECASE | re.MULTILINE,
)
_SENT = re.compile(rb"^(?:received|return-path|delivered-to|to|cc): *\S", re.IGNORECASE | re.MULTILINE)
_PAGE_OF_PARTS = re.compile(rb"^content-type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)


def identify(data: bytes) -> Kind:
    """The kind of file that ``data`` is; ``text`` for everything without a mark of another kind."""
    if not data:
        return "empty"
    for beginning, kind in _BEGINNINGS:
        if data.startswith(beginning):
            return kind
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _packed(data)
    if data.startswith(_OLE):
        return _compound(data)
    if b"%PDF-" in data[:_PDF_WINDOW]:
        return "pdf"
    head = data[:_HEAD]
    return _binary(head) or _marked_up(head.replace(b"\0", b"").lstrip(_MARKS_AND_BLANKS).lower())


def _packed(data: bytes) -> Kind:
    """A ZIP by the parts it holds; of a damaged one the names that can still be seen decide.

    ``broken`` is what may have been a document of Office and cannot be told any more.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            stated = _stated_type(archive) if _TYPE in names and "content.xml" in names else b""
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return next((kind for part, kind in _ZIP_PARTS if part.encode() in data), "broken")
    for part, kind in _ODF:
        if part in stated:
            return kind
    plain: Kind = "broken" if _CONTENT_TYPES in names else "archive"
    return next((kind for part, kind in _ZIP_PARTS if part in names), plain)


def _compound(data: bytes) -> Kind:
    """An OLE file by the names of its streams; Word's own when none is known (WPS, old versions)."""
    return next((kind for stream, kind in _OLE_STREAMS if stream.encode("utf-16-le") in data), "doc")


def _binary(head: bytes) -> Kind | None:
    if head.startswith(b"MZ") and b"\0\0" in head:
        return "program"
    bitmap = head.startswith(b"BM") and head[6:10] == b"\0\0\0\0"
    return "image" if bitmap or (head.startswith(b"RIFF") and head[8:12] == b"WEBP") else None


def _marked_up(head: bytes) -> Kind:
    """Web page, mail or plain text; Markdown may hold a few tags, a web page begins with them."""
    headers = head.partition(b"\n\n")[0] if b"\r" not in head else head.partition(b"\r\n\r\n")[0]
    if _is_mail(headers):
        return "mhtml" if _PAGE_OF_PARTS.search(headers) and not _SENT.search(headers) else "eml"
    for mark, kind in _XML if head.startswith(b"<") else ():
        if mark in head:
            return kind
    if head.startswith((b"<%", b"<?xml")) or _PAGE.search(head) or _TAGS.match(head):
        return "html"
    return "html" if len(_TAGS.findall(head)) >= _MANY_TAGS else "text"


def _is_mail(headers: bytes) -> bool:
    """Whether lines are headers and nothing else, three that every mail has among them (a page saved has two)."""
    known = set(map(bytes.lower, _OF_MAILS.findall(headers)))
    enough = len(known) > 1 and known & {b"from:", b"mime-version:", b"message-id:", b"received:", b"return-path:"}
    return bool(enough) and all(map(_HEADER.match, headers.splitlines()[:-1]))


def _stated_type(archive: zipfile.ZipFile) -> bytes:
    """What the package says it is; only stored bytes are looked at, nothing is unpacked for it."""
    member = archive.getinfo(_TYPE)
    if member.compress_type != zipfile.ZIP_STORED or member.flag_bits & 1:
        return b""
    with archive.open(member) as stream:
        return stream.read(_LONGEST_TYPE)
