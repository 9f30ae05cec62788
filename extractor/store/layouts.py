"""What only the view of a notice needs: its layout, and where its file lies."""

from __future__ import annotations

import json
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

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


def all_stored(connection: sqlite3.Connection) -> dict[str, LayoutRecord]:
    """Name → layout of every file that has one."""
    return {name: _unpacked(packed) for name, packed in connection.execute("SELECT file, layout FROM layouts")}


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
