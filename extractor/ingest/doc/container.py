"""The compound file (OLE) around a Word document: its streams, and how many pages Word says it has."""

from __future__ import annotations

import io
import struct
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.ingest.doc.octets import Damaged, Octets

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import olefile

_FILE = "复合文件结构"
_IS_STREAM = 2
_SECTOR, _SECTORS, _MINI_SECTOR, _MINI = 30, frozenset({9, 12}), 32, 6  # sizes, as powers of two
_COUNTS = (44, 64, 72)  # how many sectors the three tables of sectors take
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
        Damaged: no compound file, or a damaged one.
    """
    with _opened(data) as file:
        main = _stream(file, "WordDocument", data)
        tables = (_stream(file, "0Table", data), _stream(file, "1Table", data))
        return Streams(main, tables, _stream(file, "Data", data), _pages(_stream(file, _SUMMARY, data)))


def streams_where(data: bytes, wanted: Callable[[str], bool]) -> dict[str, bytes]:
    """The streams of any compound file whose path, ``folder/name``, is ``wanted``.

    Raises:
        Damaged: no compound file, a damaged one, or one whose streams together are larger than it.
    """
    with _opened(data) as file:
        paths = [path for path in ("/".join(parts) for parts in file.listdir()) if wanted(path)]
        if sum(file.get_size(path) for path in paths) > len(data):
            raise Damaged(_FILE)
        return {path: _stream(file, path, data) for path in paths}


@contextmanager
def _opened(data: bytes) -> Iterator[olefile.OleFileIO[str]]:
    import olefile  # noqa: PLC0415 - only for files of this kind

    _check_header(Octets(data, _FILE))
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as file:
            if file.root is None or file.root.size > len(data):  # type: ignore[attr-defined]  # not in the stubs
                raise Damaged(_FILE)
            yield file
    except _MISHAPS as error:
        raise Damaged(_FILE) from error


def _check_header(header: Octets) -> None:
    """Refuse sectors of other sizes than the format has, and tables larger than the file: olefile does not."""
    size = header.word(_SECTOR)
    counts = (header.long(at) for at in _COUNTS)
    if size not in _SECTORS or header.word(_MINI_SECTOR) != _MINI or max(counts) > len(header.data) >> size:
        raise Damaged(header.what)


def _stream(file: olefile.OleFileIO[str], name: str, data: bytes) -> bytes:
    """The bytes of a stream; one longer than the file is refused, olefile would go round in rings to fill it."""
    if file.get_type(name) != _IS_STREAM:
        return b""
    if file.get_size(name) > len(data):
        raise Damaged(_FILE)
    content: bytes = file.openstream(name).read()
    return content


def _pages(stream: bytes) -> int | None:
    """The number of pages in the summary, which is a courtesy: a damaged summary costs nothing else.

    It is looked for here because olefile walks through as many properties as a file claims to have.
    """
    summary = Octets(stream, "摘要信息")
    try:
        section = summary.long(_SECTION)
        for index in range(min(summary.long(section + 4), _MOST)):
            kind, at = summary.longs(section + 8 + 8 * index, 2)
            if kind == _PAGES and summary.long(section + at) == _NUMBER:
                return summary.whole(section + at + 4) or None
    except Damaged:
        return None
    return None
