"""Read the files of one bucket: what is known is not read again, and no file costs another."""

from __future__ import annotations

import time
from dataclasses import dataclass
from multiprocessing.connection import wait
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Self

from extractor.engine.cluster.listing import fetched, incoming_of, listing
from extractor.engine.cluster.records import row_of
from extractor.engine.desk import Desk
from extractor.engine.reading import content_hash
from extractor.ingest import changing
from extractor.store.files import Stamp

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from extractor.engine.cluster.records import Records
    from extractor.engine.incoming import Incoming
    from extractor.engine.record_reader import RecordReader
    from extractor.model.record import Record

_UNREAD = frozenset({"failed", "skipped"})
_COMPLAINTS = 5
KEPT = 50
"""So many files are kept at once; what a machine that breaks down had read since is read again."""


@dataclass(frozen=True, slots=True)
class Work:
    """What is the same for all buckets; it can be sent to another process.

    Attributes:
        records: where what was read is kept.
        reader: reads one file, in a process of its own.
        digest: that of the reader, so that nobody makes the rules ready to find that nothing is to be read.
        limits: of reading.
        force: read unchanged files too.
    """

    records: Records
    reader: RecordReader
    digest: str
    limits: Mapping[str, int]
    force: bool = False


@dataclass(frozen=True, slots=True)
class BucketDone:
    """What became of a bucket: how many files it read, were known, and could not be read.

    ``complaints`` (message and advice) are about the first of these; ``parts`` name what is kept of all.
    """

    bucket: int
    read: int
    unchanged: int
    unread: int = 0
    complaints: tuple[tuple[str, str], ...] = ()
    parts: tuple[str, ...] = ()


def read_bucket(bucket: int, work: Work) -> BucketDone:
    """Read what is new or changed in a bucket, and keep it; done twice, the second time finds all done."""
    changing.put(work.limits)
    known = {} if work.force else work.records.stamps(bucket)
    wanted: dict[str, Stamp] = {}
    complaints: list[tuple[str, str]] = []
    read = 0
    for records in _in_groups(_news(bucket, work, known, wanted)):
        sheet = work.records.sheet(bucket)
        for record in records:
            sheet.add(row_of(record))
            wanted[record["file"]] = Stamp(record["sha256"], record["digest"], record["status"], 0)
            read += record["status"] not in _UNREAD
            complaints += _complaints(record)
        sheet.close()
    work.records.settle(bucket, wanted)
    unread = sum(stamp.status in _UNREAD for stamp in wanted.values())
    kept = tuple(work.records.parts(bucket))
    return BucketDone(bucket, read, len(wanted) - read - unread, unread, tuple(complaints[:_COMPLAINTS]), kept)


def _news(
    bucket: int, work: Work, known: Mapping[str, list[Stamp]], wanted: dict[str, Stamp]
) -> Iterator[Record]:
    """The records of all files that are not known as they are; those that are get into ``wanted``."""
    with Isolated(work.reader) as isolated:
        for row in listing(work.records.storage, bucket):
            name = str(row["file"])
            with TemporaryDirectory() as room:
                incoming = incoming_of(row, _here(str(row["path"]), Path(room)))
                sha256 = content_hash(incoming)
                stands = [stamp for stamp in known.get(name, ()) if stamp.holds(sha256, work.digest)]
                if stands:
                    wanted[name] = stands[0]
                else:
                    yield isolated.read(incoming)


def _complaints(record: Record) -> list[tuple[str, str]]:
    """Message and advice of what is the matter with a file that could not be read."""
    if record["status"] not in _UNREAD:
        return []
    return [(problem["message"], problem["advice"]) for problem in record["problems"]]


def _here(path: str, room: Path) -> Path:
    """The file on this machine; a path to nothing when it cannot be fetched, so that reading it says so."""
    try:
        return fetched(path, room)
    except OSError:
        return room / "gone"


def _in_groups(records: Iterable[Record]) -> Iterator[list[Record]]:
    group: list[Record] = []
    for record in records:
        group.append(record)
        if len(group) == KEPT:
            yield group
            group = []
    if group:
        yield group


class Isolated:
    """Reads one file after the other in a process beside this one, which any of them may cost."""

    def __init__(self, reader: RecordReader) -> None:
        """The process is started for the first file."""
        self._desk = Desk(reader)

    def __enter__(self) -> Self:
        """Nothing to prepare."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the process."""
        self._desk.dismiss()

    def read(self, incoming: Incoming) -> Record:
        """The record of one file, also of one that crashes or hangs its reader."""
        desk = self._desk
        desk.take(incoming)
        record: Record | None = None
        while record is None:
            ready = wait([desk.connection], max(desk.until - time.monotonic(), 0))
            record = desk.answer() if ready else desk.overdue()
        return record
