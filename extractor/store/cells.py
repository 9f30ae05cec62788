"""Cells of CSV files: made harmless for spreadsheet programs, and read back from what these save."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

Row = dict[str, str]

LONGEST = 32_000  # characters; a cell of Excel and WPS holds 32,767 and the rest spills into other rows
CUT_OFF = "……（全文见 analysis.jsonl）"
_FORMULA = own(r"'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")  # the last four are full-width
_CONTROL = own(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_DEEPEST_HEADER = 5
_PIECE = 1 << 16  # characters that are written together
_SEPARATORS = (",", "\t", ";", "，", "；")


def guard(text: str) -> str:
    """``text`` so that no spreadsheet program takes it for a formula: ``=1+1`` becomes ``'=1+1``.

    Control characters go, line breaks become LF; what is longer than a cell can hold is cut off and says so.
    """
    words = plain(text)
    short = words if len(words) <= LONGEST else words[:LONGEST] + CUT_OFF
    return f"'{short}" if _FORMULA.match(short) else short


def plain(text: str) -> str:
    """``text`` as a cell can hold it: without control characters, LF between lines."""
    return _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def unguard(cell: str) -> str:
    """What ``guard`` was given (control characters aside); cells of staff's own come back as they are."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def table_bytes(columns: Sequence[str], rows: Iterable[Mapping[str, str]], *, bom: bool = True) -> bytes:
    """A CSV file with a header: UTF-8, CRLF between rows, LF inside cells, every cell guarded."""
    return b"".join(table_chunks(columns, rows, bom=bom))


def table_chunks(
    columns: Sequence[str], rows: Iterable[Mapping[str, str]], *, bom: bool = True
) -> Iterator[bytes]:
    """The same in pieces of a few rows."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns)
    yield "\ufeff".encode() if bom else b""
    for row in rows:
        writer.writerow([guard(row.get(column, "")) for column in columns])
        if text.tell() > _PIECE:
            yield text.getvalue().encode()
            text.seek(0)
            text.truncate()
    yield text.getvalue().encode()


def own_rows(table: Iterable[str]) -> Iterator[Row]:
    """The rows of a CSV file as ``table_bytes`` wrote it."""
    lines = ([cell.strip() for cell in line] for line in csv.reader(table))
    header = next(lines, [])
    for line in lines:
        row = dict(zip(header, map(unguard, line), strict=False))
        if any(row.values()):
            yield row


def table_rows(data: bytes, key: str) -> list[Row] | None:
    """The rows of a CSV file as a person may have saved it; None when it has no column ``key``.

    UTF-8 with or without BOM, GB18030 (WPS) and UTF-16 ("Unicode text" of Excel); separated by comma, tab or
    semicolon. Columns may stand in any order; rows without any word are left out.
    """
    text = _decode(data)
    if text is None:
        return None
    tables = (_from_header(_split(text, separator), key) for separator in _SEPARATORS)
    header, *lines = next((table for table in tables if table), [[]])
    if not header:
        return None
    rows = (dict(zip(header, map(unguard, line), strict=False)) for line in lines)
    return [row for row in rows if any(row.values())]


def _decode(data: bytes) -> str | None:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings: tuple[str, ...] = ("utf-16",)
    else:
        encodings = ("utf-8-sig", "gb18030")
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _from_header(lines: list[list[str]], key: str) -> list[list[str]]:
    """``lines`` from the one with the columns on; a title may stand above it. Empty when there is none."""
    at = next((number for number, line in enumerate(lines[:_DEEPEST_HEADER]) if key in line), None)
    return [] if at is None else lines[at:]


def _split(text: str, separator: str) -> list[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        return [[cell.strip() for cell in line] for line in reader]
    except csv.Error:  # an open quotation mark swallowed the rest of the file
        return []
