"""XLS (Excel 97–2003 and older) → Source, by the library xlrd.

The compound file around the workbook is opened by our own reader: the library's goes round in rings of sectors.
"""

from __future__ import annotations

import io
import struct
from typing import TYPE_CHECKING, Any

from extractor.ingest.doc.container import streams_where
from extractor.ingest.doc.octets import Damaged
from extractor.ingest.sheets.formats import printed
from extractor.ingest.sheets.laying import source_of
from extractor.ingest.sheets.sheet import Sheet
from extractor.model.errors import EncryptedFile, UnreadableFile

if TYPE_CHECKING:
    from extractor.model.source import Source

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_NAMES = ("workbook", "book")
_DAMAGE = (
    struct.error, ValueError, LookupError, AssertionError, AttributeError, TypeError, OverflowError, MemoryError,
    NotImplementedError, EOFError,
)  # fmt: skip


def read_xls(data: bytes, name: str, sha256: str) -> Source:
    """The sheets of a workbook that are shown, figures and days as they are printed.

    Raises:
        EncryptedFile: it asks for a password. UnreadableFile: damaged, or no workbook.
        EmptyFile, LimitExceeded: as their names say.
    """
    book = _opened(data, name)
    shown, hidden = [], []
    try:
        for sheet in book.sheets():
            if sheet.visibility:
                hidden.append(sheet.name)
            else:
                shown.append(_sheet(sheet, book, name))
    except _DAMAGE as error:
        raise UnreadableFile(name, reason="XLS 内容已损坏") from error
    return source_of(shown, hidden, name, "xls", sha256)


def _opened(data: bytes, name: str) -> Any:  # noqa: ANN401 - the library has no types
    import xlrd  # noqa: PLC0415 - only a run that meets such a file loads it

    stream = _stream(data, name) if data.startswith(_OLE) else data
    try:
        return xlrd.open_workbook(
            file_contents=stream, formatting_info=True, ragged_rows=True, logfile=io.StringIO()
        )
    except xlrd.XLRDError as error:
        if "encrypted" in str(error).lower():
            raise EncryptedFile(name) from error
        raise UnreadableFile(name, reason="XLS 结构已损坏") from error
    except _DAMAGE as error:
        raise UnreadableFile(name, reason="XLS 结构已损坏") from error


def _stream(data: bytes, name: str) -> bytes:
    """The workbook in a compound file: ``Workbook``, or ``Book`` as Excel 5 called it; never a file in a file."""
    try:
        found = streams_where(data, lambda path: path.lower() in _NAMES)
    except Damaged as error:
        raise UnreadableFile(name, reason="XLS 结构已损坏") from error
    stream = next((found[path] for path in sorted(found, reverse=True)), b"")
    if not stream or stream.startswith(_OLE):
        raise UnreadableFile(name, reason="XLS 结构已损坏")
    return stream


def _sheet(sheet: Any, book: Any, name: str) -> Sheet:  # noqa: ANN401 - see above
    found = Sheet(sheet.name)
    for row in range(sheet.nrows):
        for column, cell in enumerate(sheet.row(row)):
            found.put(row, column, _words(cell, book), name)
    for first_row, end_row, first_column, end_column in sheet.merged_cells:
        found.merge((first_row, first_column), (end_row - 1, end_column - 1))
    return found


def _words(cell: Any, book: Any) -> str:  # noqa: ANN401 - see above
    """The words of a cell; kinds as xlrd counts them: text, figure, day, yes or no, mistake."""
    text, figure, day, boolean = 1, 2, 3, 4
    if cell.ctype == text:
        return str(cell.value)
    if cell.ctype in (figure, day):
        style = book.xf_list[cell.xf_index] if cell.xf_index is not None else None
        code = book.format_map[style.format_key].format_str if style is not None else ""
        return printed(float(cell.value), code, from_1904=bool(book.datemode))
    return ("TRUE" if cell.value else "FALSE") if cell.ctype == boolean else ""
