"""Whether everything that was written last time still stands: then a run that read nothing new has nothing to do.

Ten thousand notices are linked and written in minutes. Who runs the program again over unchanged files, an hour
later or by a timer, need not wait for them: what decides the outputs is compared by its fingerprint, and each file
below the folder by its size and time.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from extractor import VERSION
from extractor.ledger.outputs.summary import Summary
from extractor.ledger.settings import remembered
from extractor.rules.bodies.departments import list_files
from extractor.store import runs
from extractor.store.staff import KEPT

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable
    from pathlib import Path

_ENTRY = "standing"
_KEPT_TABLES = (
    # A file that could not be read is tried again, and may be unreadable for another reason.
    "SELECT name, sha256, digest, status, CASE status WHEN 'failed' THEN record END FROM files ORDER BY name",
    "SELECT * FROM cells ORDER BY task, field",
    "SELECT * FROM added ORDER BY task",
    "SELECT * FROM gone ORDER BY task",
    "SELECT * FROM meta WHERE name NOT IN ('standing', 'written') ORDER BY name",
)


@dataclass(frozen=True, slots=True)
class Terms:
    """What else decides the outputs, beside what the ledger holds: the language, and where Parquet goes."""

    lang: str
    parquet: str = ""


def stands(connection: sqlite3.Connection, out: Path, terms: Terms) -> Summary | None:
    """What was written last time, if it would be written again as it is; else None."""
    row = connection.execute("SELECT value FROM meta WHERE name = ?", (_ENTRY,)).fetchone()
    known = json.loads(row[0]) if row else {}
    if not known or terms.parquet or known["imprint"] != _imprint(connection, out, terms):
        return None
    if known["files"] != _files(out, known["files"]):
        return None
    found = known["summary"]
    problems = tuple((file, problem) for file, problem in found["ledger_problems"])
    return Summary(**{**found, "files": tuple(found["files"]), "ledger_problems": problems})


def remember(connection: sqlite3.Connection, out: Path, terms: Terms, written: Summary) -> None:
    """Note what was written, and from what; nothing where the next run will have less to tell."""
    connection.execute("DELETE FROM meta WHERE name = ?", (_ENTRY,))
    files = _files(out, (*written.files, KEPT))
    known = {"imprint": _imprint(connection, out, terms), "files": files, "summary": asdict(written)}
    edited_since = runs.last(connection) > runs.written(connection)  # asked last: also while the imprint was taken
    if edited_since or not written.settled:
        return
    connection.execute("INSERT INTO meta VALUES (?, ?)", (_ENTRY, json.dumps(known, ensure_ascii=False)))


def _imprint(connection: sqlite3.Connection, out: Path, terms: Terms) -> str:
    digest = hashlib.sha256(f"{VERSION}\0{terms.lang}\0".encode())
    for path in list_files(*remembered(connection).lists(out)):
        digest.update(path.read_bytes() if path.is_file() else b"\0")
    for table in _KEPT_TABLES:
        for row in connection.execute(table):
            digest.update(repr(tuple(row)).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def _files(out: Path, names: Iterable[str]) -> dict[str, list[int] | None]:
    """Size, time and number of each file; None where there is none."""
    return {name: _seen(out / name) for name in names}


def _seen(path: Path) -> list[int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return [found.st_size, found.st_mtime_ns, found.st_ino]
