"""The compound file (OLE) around a Word document: its streams, and how many pages Word says it has."""

from __future__ import annotations

import io
import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.ingest.doc.octets import Damaged

if TYPE_CHECKING:
    import olefile

_PAGES = 14  # PIDSI_PAGECOUNT, [MS-OLEPS]
_SUMMARY = "\x05SummaryInformation"
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
    """The number of pages in the summary, which is a courtesy: a damaged summary costs nothing else."""
    try:
        stated = file.getproperties(_SUMMARY).get(_PAGES) if file.exists(_SUMMARY) else None
    except _MISHAPS:
        return None
    return stated if isinstance(stated, int) and stated > 0 else None
