"""The records of all files of the ledger, each stored as a whole when it is read."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from sys import intern
from typing import TYPE_CHECKING

from extractor.model.record import load_record, to_json
from extractor.store import layouts

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator

    from extractor.model.record import Record

_FAST = 1  # deflate level: a third of the size at a tenth of the time of the best


@dataclass(frozen=True, slots=True)
class Stamp:
    """What tells whether a file must be read anew: its bytes, and the rules and program that read them."""

    sha256: str
    digest: str
    status: str
    run: int

    def holds(self, sha256: str, digest: str) -> bool:
        """Whether reading anew would say the same; a failure is tried again, for its cause may lie elsewhere."""
        return (self.sha256, self.digest) == (sha256, digest) and self.status != "failed"


def stamps(connection: sqlite3.Connection) -> dict[str, Stamp]:
    """Name → stamp of every stored file."""
    rows = connection.execute("SELECT name, sha256, digest, status, run FROM files")
    # Most files share their digest and status: these words are held once.
    return {name: Stamp(sha256, intern(digest), intern(status), run) for name, sha256, digest, status, run in rows}


def count(connection: sqlite3.Connection) -> int:
    """How many files are stored."""
    return int(connection.execute("SELECT count(*) FROM files").fetchone()[0])


def since(connection: sqlite3.Connection, run: int) -> Iterator[str]:
    """The names of the files that were read by later runs than this one, sorted."""
    return (name for (name,) in connection.execute("SELECT name FROM files WHERE run > ? ORDER BY name", (run,)))


def unread(connection: sqlite3.Connection) -> Iterator[str]:
    """The names of the files that could not be read, sorted."""
    failed = "SELECT name FROM files WHERE status IN ('failed', 'skipped') ORDER BY name"
    return (name for (name,) in connection.execute(failed))


def stamp(connection: sqlite3.Connection, name: str) -> Stamp | None:
    """The stamp of one file; None when it is not stored."""
    row = connection.execute("SELECT sha256, digest, status, run FROM files WHERE name = ?", (name,)).fetchone()
    return Stamp(*row) if row else None


def put(connection: sqlite3.Connection, run: int, record: Record) -> None:
    """Store a record that a run read, its layout apart from it; one of the same name is replaced."""
    bare: Record = {**record}
    layout = bare.pop("layout", None)
    stamp = (record["file"], record["sha256"], record["digest"], record["status"], run)
    connection.execute("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?)", (*stamp, _packed(bare)))
    layouts.put(connection, record["file"], layout)


def drop(connection: sqlite3.Connection, names: Iterable[str]) -> None:
    """Forget files."""
    gone = [(name,) for name in names]
    connection.executemany("DELETE FROM files WHERE name = ?", gone)
    layouts.drop(connection, gone)


def stored(connection: sqlite3.Connection, name: str) -> Record | None:
    """The record of one file; None when there is none."""
    row = connection.execute("SELECT record FROM files WHERE name = ?", (name,)).fetchone()
    return _unpacked(row[0]) if row else None


def all_stored(connection: sqlite3.Connection) -> Iterator[Record]:
    """All records in the order of their names."""
    for (packed,) in connection.execute("SELECT record FROM files ORDER BY name"):
        yield _unpacked(packed)


def _packed(record: Record) -> bytes:
    return zlib.compress(to_json(record).encode("utf-8", "surrogatepass"), _FAST)


def _unpacked(data: bytes) -> Record:
    return load_record(zlib.decompress(data).decode("utf-8", "surrogatepass"))
