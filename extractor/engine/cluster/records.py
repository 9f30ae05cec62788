"""The records of all files as Parquet, bucket by bucket: what is read again, and what linking goes by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.model.record import load_record, to_json
from extractor.store.files import Stamp
from extractor.store.parquet.columns import RECORDS
from extractor.store.parquet.manifest import bucket_of, folder_of
from extractor.store.parquet.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from extractor.model.record import Record
    from extractor.store.parquet.storage import Storage

FOLDER = "records"
_GROUP = 50  # records in memory at a time


@dataclass(frozen=True, slots=True)
class Records:
    """The records in a storage, dealt out to ``buckets``; see ``Shelf``."""

    storage: Storage
    buckets: int

    def bucket(self, file: str) -> int:
        """The bucket of a file."""
        return bucket_of(file, self.buckets)

    def records(self, bucket: int) -> Iterator[Record]:
        """The records of a bucket by file name, once ``settle`` was called."""
        for row in self.storage.read(self.parts(bucket), ["record"], _GROUP):
            yield load_record(row["record"])

    def parts(self, bucket: int) -> list[str]:
        """The files of a bucket: one when it is settled, several when its reading was broken off."""
        return list(self.storage.names(folder_of(FOLDER, bucket)))

    def stamps(self, bucket: int) -> dict[str, list[Stamp]]:
        """File → what was read of it; twice where a reading was broken off between two versions of it."""
        found: dict[str, list[Stamp]] = {}
        for row in self.storage.read(self.parts(bucket), ["file", "sha256", "digest", "status"]):
            found.setdefault(row["file"], []).append(Stamp(row["sha256"], row["digest"], row["status"], 0))
        return found

    def sheet(self, bucket: int) -> Sheet:
        """Where records of a bucket are written; closed, they are kept whatever happens."""
        return Sheet(self.storage, folder_of(FOLDER, bucket), RECORDS, _GROUP)

    def settle(self, bucket: int, wanted: Mapping[str, Stamp]) -> None:
        """Put the records of a bucket into one file by name; what is not ``wanted`` any more is dropped."""
        parts = self.parts(bucket)
        if len(parts) <= 1 and self.stamps(bucket) == {file: [stamp] for file, stamp in wanted.items()}:
            return
        kept: dict[str, dict[str, str]] = {}
        for row in self.storage.read(parts, group=_GROUP):
            if row["file"] in wanted and _is(row, wanted[row["file"]]):
                kept[row["file"]] = row
        sheet = self.sheet(bucket)
        for name in sorted(kept):
            sheet.add(kept[name])
        whole = sheet.close()
        for part in parts:
            if whole is None or part != whole.path:
                self.storage.remove(part)


def row_of(record: Record) -> dict[str, str]:
    """A record as it is kept."""
    return {
        "file": record["file"],
        "sha256": record["sha256"],
        "digest": record["digest"],
        "status": record["status"],
        "record": to_json(record),
    }


def _is(row: Mapping[str, str], stamp: Stamp) -> bool:
    return (row["sha256"], row["digest"], row["status"]) == (stamp.sha256, stamp.digest, stamp.status)
