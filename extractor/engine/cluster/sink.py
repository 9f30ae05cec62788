"""Linked records -> the Parquet tables of their bucket."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.export.parquet.file_rows import file_rows
from extractor.export.parquet.standing import standings
from extractor.store.parquet.sheet import BucketSheets

if TYPE_CHECKING:
    from extractor.graph.versions.found import Versions
    from extractor.model.record import Record
    from extractor.store.parquet.storage import Part, Storage


@dataclass(frozen=True, slots=True)
class Tables:
    """See ``Sink``: writes to a storage."""

    storage: Storage

    def open(self, bucket: int) -> TablesPen:
        """Begin a bucket."""
        return TablesPen(BucketSheets(self.storage, bucket))


@dataclass(frozen=True, slots=True)
class TablesPen:
    """See ``Pen``: says which files it wrote."""

    sheets: BucketSheets

    def take(self, record: Record, versions: Versions) -> None:
        """Write the rows of a file."""
        for table, row in file_rows(record, standings(record, versions)):
            self.sheets.add(table, row)

    def close(self) -> list[tuple[str, Part]]:
        """Table and file, for every table that has rows."""
        return sorted(self.sheets.close().items())
