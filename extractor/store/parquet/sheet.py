"""A Parquet file that is being written, in groups of rows."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extractor.store.parquet.arrow import GROUP, arrow, schema
from extractor.store.parquet.arrow import table as arrow_table
from extractor.store.parquet.columns import TABLES
from extractor.store.parquet.manifest import folder_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from extractor.store.parquet.columns import Column, Row
    from extractor.store.parquet.storage import Part, Storage


class Sheet:
    """A Parquet file that is being written; only the rows of one group are in memory."""

    def __init__(self, storage: Storage, folder: str, columns: Sequence[Column], group: int = 0) -> None:
        """No file yet; it is begun with the first group of ``group`` rows (0: the usual number)."""
        self._group = group or GROUP
        self._storage, self._folder, self._schema = storage, folder, schema(columns)
        self._waiting: list[Row] = []
        self._rows = 0
        self._draft: tuple[tempfile.TemporaryDirectory[str], Any] | None = None

    def add(self, row: Row) -> None:
        """One more row."""
        self._waiting.append(row)
        if len(self._waiting) >= self._group:
            self._flush()

    def close(self) -> Part | None:
        """Put the file in its place; None when it had no row."""
        self._flush()
        if self._draft is None:
            return None
        room, writer = self._draft
        with room:
            writer.close()
            return self._storage.deliver(Path(room.name, "draft"), self._folder, self._rows)

    def _flush(self) -> None:
        if not self._waiting:
            return
        if self._draft is None:
            room = tempfile.TemporaryDirectory()
            draft = str(Path(room.name, "draft"))
            self._draft = room, arrow().parquet.ParquetWriter(draft, self._schema, compression="zstd")
        self._draft[1].write_table(arrow_table(self._waiting, self._schema))
        self._rows += len(self._waiting)
        self._waiting = []


class BucketSheets:
    """The files of one bucket, a table each; begun with its first row.

    The order of the rows decides the content of the files, and with it their names: a bucket that did not change
    is not written again.
    """

    def __init__(self, storage: Storage, bucket: int) -> None:
        """No file yet."""
        self._storage, self._bucket = storage, bucket
        self._sheets: dict[str, Sheet] = {}

    def add(self, table: str, row: Row) -> None:
        """One more row of a table."""
        if table not in self._sheets:
            self._sheets[table] = Sheet(self._storage, folder_of(table, self._bucket), TABLES[table])
        self._sheets[table].add(row)

    def close(self) -> dict[str, Part]:
        """The file of every table that has rows."""
        closed = {table: sheet.close() for table, sheet in self._sheets.items()}
        return {table: part for table, part in closed.items() if part}


def write_bucket(storage: Storage, bucket: int, rows: Iterable[tuple[str, Row]]) -> dict[str, Part]:
    """Write the rows of one bucket, each given with its table; returns the file of every table that has rows."""
    sheets = BucketSheets(storage, bucket)
    for table, row in rows:
        sheets.add(table, row)
    return sheets.close()
