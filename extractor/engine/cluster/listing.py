"""What there is to read, written down by bucket, so that no machine but the first has to look for files."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from extractor.engine.incoming import Incoming, collect, wanted, with_members
from extractor.ingest.packed import HOLDING
from extractor.store.parquet.columns import LISTED
from extractor.store.parquet.manifest import bucket_of, folder_of
from extractor.store.parquet.sheet import Sheet
from extractor.store.parquet.storage import Storage

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from extractor.store.parquet.columns import Row

FOLDER = "listing"


def is_remote(location: str) -> bool:
    """Whether a path is a URI: ``s3://bucket/folder``."""
    return "://" in location


def listed(locations: Sequence[str], out: str) -> list[Row]:
    """The files below folders and URIs: their names, as a run on one machine has them, and where they lie.

    Raises:
        NoSuchPath: a path does not exist.
        OutputsAmongNotices: a path is the folder ``out`` itself.
    """
    local = tuple(Path(each) for each in locations if not is_remote(each))
    away = None if is_remote(out) else Path(out)
    found: list[Row] = [
        _row(each, str(each.path.resolve()))
        for each in (collect(local, away) if local else ())
    ]
    return found + [row for each in locations if is_remote(each) for row in _remote(each, out)]


def write_listing(storage: Storage, rows: Sequence[Row], buckets: int) -> list[int]:
    """Write down what to read, bucket by bucket; returns how many files each bucket has."""
    sheets = [Sheet(storage, folder_of(FOLDER, bucket), LISTED) for bucket in range(buckets)]
    counts = [0] * buckets
    for row in rows:
        bucket = bucket_of(str(row["file"]), buckets)
        counts[bucket] += 1
        sheets[bucket].add(row)
    parts = {part.path for part in (sheet.close() for sheet in sheets) if part}
    for path in storage.names(FOLDER):
        if path not in parts:
            storage.remove(path)
    return counts


def listing(storage: Storage, bucket: int) -> Iterator[dict[str, str | int | None]]:
    """What to read in a bucket."""
    return storage.read(storage.names(folder_of(FOLDER, bucket)))


def incoming_of(row: Mapping[str, object], here: Path) -> Incoming:
    """What a row of the listing means, the file itself being ``here``."""
    route = tuple(int(step) for step in str(row["route"]).split(".") if step)
    return Incoming(here, str(row["file"]), route, bool(row["opened"]))


def fetched(path: str, room: Path) -> Path:
    """The file at a listed path on this machine: itself, or a copy in ``room``."""
    location, _, name = path.partition("\n")
    if not name:
        return Path(location)
    copy = room / f"copy{PurePosixPath(name).suffix}"
    Storage(location).fetch(name, copy)
    return copy


def _remote(location: str, out: str) -> Iterator[Row]:
    """The files below a URI, without what lies in ``out``; an archive or mail is fetched to see what it holds."""
    storage = Storage(location)
    results = f"{Storage(out).full('')}/"
    for name in storage.names():
        path = f"{location}\n{name}"
        if storage.full(name).startswith(results) or not all(map(wanted, PurePosixPath(name).parts)):
            continue
        if not name.lower().endswith(HOLDING):
            yield _row(Incoming(Path(name), name), path)
            continue
        with TemporaryDirectory() as room:
            packed = list(with_members(Incoming(fetched(path, Path(room)), name)))
        yield from (_row(each, path) for each in packed)


def _row(each: Incoming, path: str) -> Row:
    route = ".".join(map(str, each.route))
    return {"file": each.name, "path": path, "route": route, "opened": "1" if each.opened else ""}
