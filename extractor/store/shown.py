"""The tables of tasks as the program last wrote them: what differs from that now was edited by staff."""

from __future__ import annotations

import hashlib
import io
import tempfile
import zlib
from contextlib import suppress
from typing import TYPE_CHECKING

from extractor.store.cells import own_rows, table_rows
from extractor.store.database import transaction
from extractor.store.shelf import Shelf
from extractor.store.staff import KEPT, KEY, LEDGER

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from extractor.store.cells import Row

NEXT = "next"
"""Under this name stands what is about to be written: a crash may fall before or after the file is replaced."""

_DIGEST = "shown"
"""Entry of the table ``meta``: the digest of ``tasks.csv`` as it was last written."""
_PIECE = 1 << 16
_PART = 4_000_000  # bytes of a deflated table in one row: the tables of hundreds of thousands of tasks take several

Shown = dict[str, "Row"]
"""Task → row."""


def announce(connection: sqlite3.Connection, data: Iterable[bytes]) -> None:
    """Say what ``tasks.csv`` is about to become."""
    digest = hashlib.sha256()
    with transaction(connection):
        _forget(connection, NEXT)
        for number, part in enumerate(_deflated(data, digest)):
            connection.execute("INSERT INTO shown VALUES (?, ?)", (f"{NEXT}#{number:06}" if number else NEXT, part))
        connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (_DIGEST, digest.hexdigest()))


def _deflated(data: Iterable[bytes], digest: hashlib._Hash) -> Iterator[bytes]:
    """``data`` deflated as one stream, in parts that SQLite need not hold as a whole."""
    packing, packed = zlib.compressobj(1), bytearray()
    for chunk in data:
        digest.update(chunk)
        packed += packing.compress(chunk)
        if len(packed) >= _PART:
            yield bytes(packed)
            packed.clear()
    yield bytes(packed + packing.flush())


def is_as_shown(connection: sqlite3.Connection, path: Path) -> bool:
    """Whether ``tasks.csv`` is just as it was last written: nobody edited it."""
    row = connection.execute("SELECT value FROM meta WHERE name = ?", (_DIGEST,)).fetchone()
    if row is None or _has(connection, NEXT) or not path.is_file():
        return False
    with suppress(OSError), path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest() == str(row[0])
    return False  # who reads it will say why it cannot be read


def shelved(connection: sqlite3.Connection) -> Shelf:
    """The rows of ``tasks.csv`` as it was last written."""
    return Shelf(_each(_parts(connection, LEDGER if _has(connection, LEDGER) else NEXT)))


def confirm(connection: sqlite3.Connection) -> None:
    """Say that it became so."""
    with transaction(connection):
        if _has(connection, NEXT):
            _forget(connection, LEDGER)
            renamed = "UPDATE shown SET file = ? || substr(file, ?) WHERE file = ? OR file GLOB ?"
            connection.execute(renamed, (LEDGER, len(NEXT) + 1, NEXT, f"{NEXT}#*"))


def last_shown(connection: sqlite3.Connection, theirs: Sequence[Row]) -> Shown:
    """What the file that staff edited showed before: of the last two versions the one that it differs from least."""
    versions = [_rows(b"".join(_parts(connection, file))) for file in (LEDGER, NEXT) if _has(connection, file)]
    return min(versions, key=lambda rows: _differences(theirs, rows), default={})


def _has(connection: sqlite3.Connection, file: str) -> bool:
    return connection.execute("SELECT 1 FROM shown WHERE file = ?", (file,)).fetchone() is not None


def _parts(connection: sqlite3.Connection, file: str) -> Iterator[bytes]:
    """What was deflated of a file, in its parts: ``tasks.csv``, then ``tasks.csv#000001`` and so on."""
    rows = connection.execute("SELECT data FROM shown WHERE file = ? OR file GLOB ? ORDER BY file", (file, f"{file}#*"))
    return (part for (part,) in rows)


def _forget(connection: sqlite3.Connection, file: str) -> None:
    connection.execute("DELETE FROM shown WHERE file = ? OR file GLOB ?", (file, f"{file}#*"))


def show_kept(connection: sqlite3.Connection, data: bytes) -> None:
    """Say what ``staff-notes.csv`` has become; no bytes: it is not there."""
    connection.execute("INSERT OR REPLACE INTO shown VALUES (?, ?)", (KEPT, zlib.compress(data, 1)))


def kept_shown(connection: sqlite3.Connection) -> Shown:
    """The rows that ``staff-notes.csv`` showed when it was last written."""
    row = connection.execute("SELECT data FROM shown WHERE file = ?", (KEPT,)).fetchone()
    return _rows(row[0]) if row else {}


def _each(parts: Iterable[bytes]) -> Iterator[Row]:
    """The rows of a table that we wrote, unpacked piece by piece."""
    with tempfile.TemporaryFile() as plain:
        unpacking = zlib.decompressobj()
        for data in parts:
            for at in range(0, len(data), _PIECE):
                plain.write(unpacking.decompress(data[at : at + _PIECE]))
        plain.write(unpacking.flush())
        plain.seek(0)
        with io.TextIOWrapper(plain, "utf-8-sig", newline="") as table:
            yield from (row for row in own_rows(table) if row.get(KEY))


def _rows(data: bytes) -> Shown:
    return {row[KEY]: row for row in table_rows(zlib.decompress(data), KEY) or () if row.get(KEY)}


def _differences(theirs: Sequence[Row], rows: Shown) -> int:
    known = ((row, rows.get(row.get(KEY, ""), {})) for row in theirs)
    return sum(cell != before.get(column, "") for row, before in known for column, cell in row.items())
