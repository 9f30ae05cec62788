"""The compound file (OLE) around a Word document: its streams, and how many pages Word says it has."""

from __future__ import annotations

import io
import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.ingest.doc.octets import Damaged, Octets

if TYPE_CHECKING:
    import olefile

_SUMMARY, _SECTION = "\x05SummaryInformation", 44
_PAGES, _NUMBER, _MOST = 14, 3, 200  # [MS-OLEPS] 2.25.1: PIDSI_PAGECOUNT as VT_I4; there are nineteen properties
# What olefile lets through when a compound file is damaged, besides its own error, which is an OSError.
_MISHAPS = (OSError, ValueError, LookupError, TypeError, AttributeError, struct.error, RecursionError, MemoryError)


@dataclass(frozen=True, slots=True)
class Streams:
    """The parts of the file: ``main`` (WordDocument), ``tables`` (0Table, 1Table), ``data`` (Data).

    A part that is missing is empty; ``pages`` is None when the file does not say.
    """

    main: bytes
    tables: tuple[bytes, bytes]
    data: bytes
    pages: int | None


def open_container(data: bytes) -> Streams:
    """The streams of a compound file.

    Raises:
        Damaged: no compound file, a damaged one, or one without a Word document.
    """
    import olefile  # noqa: PLC0415 - only for files of this kind

    try:
        with olefile.OleFileIO(io.BytesIO(data)) as file:
            main = _stream(file, "WordDocument")
            tables = (_stream(file, "0Table"), _stream(file, "1Table"))
            streams = Streams(main, tables, _stream(file, "Data"), _pages(file))
    except _MISHAPS as error:
        what = "复合文件结构"
        raise Damaged(what) from error
    if not streams.main:
        what = "缺少 WordDocument 流"
        raise Damaged(what)
    return streams


def _stream(file: olefile.OleFileIO, name: str) -> bytes:
    content: bytes = file.openstream(name).read() if file.exists(name) else b""
    return content


def _pages(file: olefile.OleFileIO) -> int | None:
    """The number of pages in the summary, which is a courtesy: a damaged summary costs nothing else.

    It is looked for here because olefile walks through as many properties as a file claims to have.
    """
    summary = Octets(_stream(file, _SUMMARY), "摘要信息")
    try:
        section = summary.long(_SECTION)
        for index in range(min(summary.long(section + 4), _MOST)):
            kind, at = summary.longs(section + 8 + 8 * index, 2)
            if kind == _PAGES and summary.long(section + at) == _NUMBER:
                return summary.whole(section + at + 4) or None
    except Damaged:
        return None
    return None
