"""``manifest.json``: which Parquet files hold what was found; what it does not name does not count."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING

from extractor.model.errors import UsageError
from extractor.store.parquet.columns import TABLES
from extractor.store.parquet.storage import Part

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.store.parquet.storage import Storage

FILE = "manifest.json"
_FORMAT = 1
_FEWEST, _MOST, _FILES_EACH = 8, 4096, 250


class NoParquet(UsageError):  # noqa: N818 - errors are named for what a person has to mend
    """The folder holds no finished results."""

    code = "no-parquet"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a finished run left.

    Attributes:
        buckets: how many buckets the rows are dealt out to.
        digest: the rules and the program.
        parts: table → its files, in the order of their buckets.
        state: what the files were made of, where that is remembered: while it stays the same, so do they.
    """

    buckets: int
    digest: str = ""
    parts: dict[str, list[Part]] = field(default_factory=dict)
    state: str = ""

    def rows(self, table: str) -> int:
        """How many rows a table has."""
        return sum(part.rows for part in self.parts.get(table, ()))

    def paths(self, table: str) -> list[str]:
        """The files of a table below the folder."""
        return [part.path for part in self.parts.get(table, ())]


def bucket_of(key: str, buckets: int) -> int:
    """The bucket of a file's name or another key: the same on every machine and for ever."""
    return int.from_bytes(hashlib.sha256(key.encode("utf-8", "surrogatepass")).digest()[:8], "big") % buckets


def folder_of(table: str, bucket: int) -> str:
    """Where the rows of a bucket lie: ``tasks/bucket=07``."""
    return f"{table}/bucket={bucket:02d}"


def buckets_for(files: int, before: Manifest | None) -> int:
    """How many buckets so many files deserve; as before, unless there are four times more.

    With 250 files in each, what a process of the cluster holds stays below 250 MB.
    """
    wanted = _FEWEST
    while wanted < _MOST and wanted * _FILES_EACH < files:
        wanted *= 2
    return before.buckets if before and wanted <= before.buckets * 4 else wanted


def stored(storage: Storage) -> Manifest | None:
    """The manifest of a folder; None when there is none of this format."""
    data = storage.get(FILE)
    found = json.loads(data) if data else {}
    if found.get("format") != _FORMAT:
        return None
    parts = {table: [Part(**each) for each in listed] for table, listed in found["tables"].items()}
    return Manifest(found["buckets"], found["digest"], parts, found["state"])


def needed(storage: Storage) -> Manifest:
    """As ``stored``.

    Raises:
        NoParquet: there is none.
    """
    found = stored(storage)
    if found is None:
        raise NoParquet(storage.location)
    return found


def publish(storage: Storage, manifest: Manifest) -> None:
    """From now on these files count; those that only earlier manifests named are taken away.

    Raises:
        OutputInUse: the folder may not be written.
    """
    shown = {
        "format": _FORMAT,
        "buckets": manifest.buckets,
        "digest": manifest.digest,
        "state": manifest.state,
        "tables": {table: [asdict(part) for part in parts] for table, parts in sorted(manifest.parts.items())},
    }
    storage.put(FILE, json.dumps(shown, ensure_ascii=False, indent=1).encode())
    kept = {part.path for parts in manifest.parts.values() for part in parts}
    for path in _left_over(storage, kept):
        storage.remove(path)


def _left_over(storage: Storage, kept: set[str]) -> Iterator[str]:
    for table in TABLES:
        yield from (path for path in storage.names(table) if path not in kept)
