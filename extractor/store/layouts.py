"""What only the view of a notice needs: its layout, and where its file lies."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence

    from extractor.model.layout import LayoutRecord

_FAST = 1  # deflate level


def put(connection: sqlite3.Connection, name: str, layout: LayoutRecord | None) -> None:
    """Store the layout of a file, or that it has none."""
    if layout is None:
        connection.execute("DELETE FROM layouts WHERE file = ?", (name,))
        return
    packed = zlib.compress(json.dumps(layout, separators=(",", ":")).encode(), _FAST)
    connection.execute("INSERT OR REPLACE INTO layouts VALUES (?, ?)", (name, packed))


def stored(connection: sqlite3.Connection, name: str) -> LayoutRecord | None:
    """The layout of a file; None when nothing is known of it."""
    row = connection.execute("SELECT layout FROM layouts WHERE file = ?", (name,)).fetchone()
    return _unpacked(row[0]) if row else None


class StoredLayouts(Mapping[str, "LayoutRecord"]):
    """Name → layout of every file that has one, each read when somebody asks for it."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Ask this ledger."""
        self._connection = connection

    def __len__(self) -> int:
        """How many files have one."""
        return int(self._connection.execute("SELECT count(*) FROM layouts").fetchone()[0])

    def __iter__(self) -> Iterator[str]:
        """Their names."""
        return (name for (name,) in self._connection.execute("SELECT file FROM layouts"))

    def __getitem__(self, name: str) -> LayoutRecord:
        """The layout of a file."""
        found = stored(self._connection, name)
        if found is None:
            raise KeyError(name)
        return found


def drop(connection: sqlite3.Connection, names: Sequence[tuple[str]]) -> None:
    """Forget files."""
    connection.executemany("DELETE FROM layouts WHERE file = ?", names)
    connection.executemany("DELETE FROM origins WHERE file = ?", names)


def put_origins(connection: sqlite3.Connection, origins: Iterable[tuple[str, str, Sequence[int]]]) -> None:
    """Keep where files lie: name, path, the way inside the archive or mail there."""
    rows = ((name, path, ".".join(map(str, route))) for name, path, route in origins)
    connection.executemany("INSERT OR REPLACE INTO origins VALUES (?, ?, ?)", rows)


def origin(connection: sqlite3.Connection, name: str) -> tuple[Path, tuple[int, ...]] | None:
    """Where a file lay when it was last seen; None when nobody said."""
    row = connection.execute("SELECT path, route FROM origins WHERE file = ?", (name,)).fetchone()
    return (Path(row["path"]), tuple(map(int, filter(None, row["route"].split("."))))) if row else None


def _unpacked(data: bytes) -> LayoutRecord:
    return cast("LayoutRecord", json.loads(zlib.decompress(data)))
