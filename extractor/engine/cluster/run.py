"""A run on a cluster: the files of every bucket are read, all are linked, and Parquet files say what was found."""

from __future__ import annotations

import hashlib
import pickle
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from extractor.engine.cluster.across import across
from extractor.engine.cluster.bucket import BucketDone, Work, read_bucket
from extractor.engine.cluster.listing import listed, write_listing
from extractor.engine.cluster.ray_flow import cluster, spread, turns
from extractor.engine.cluster.records import Records
from extractor.engine.cluster.sink import Tables
from extractor.engine.local import NothingToRead
from extractor.graph.apart.shelf import key_of
from extractor.graph.apart.whole import Whole, link
from extractor.ingest import changing
from extractor.store.parquet.columns import TABLES
from extractor.store.parquet.manifest import Manifest, buckets_for, publish, stored
from extractor.store.parquet.storage import Storage

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extractor.engine.plan import Progress
    from extractor.engine.record_reader import RecordReader
    from extractor.graph.apart.flow import Flow
    from extractor.rules.bodies.departments import Departments


@dataclass(frozen=True, slots=True)
class ClusterPlan:
    """What a run on a cluster was asked to do.

    Attributes:
        locations: files and folders to read, by path or URI; all machines reach them under the same names.
        out: the folder of the Parquet files, by path or URI; the same holds for it.
        names: what is known about the names of bodies.
        jobs: CPUs to use where Ray runs on this machine only; None: all.
        force: read unchanged files too.
        buckets: into how many parts the work is dealt out; None: about 250 files each.
    """

    locations: tuple[str, ...]
    out: str
    names: Departments
    jobs: int | None = None
    force: bool = False
    buckets: int | None = None


@dataclass(frozen=True, slots=True)
class ClusterSummary:
    """What a run on a cluster did: how many files, and how many rows each table has.

    ``complaints`` (message and advice) are about the first files of those that could not be read.
    """

    files: int
    read: int
    unchanged: int
    unread: int
    complaints: tuple[tuple[str, str], ...] = ()
    rows: dict[str, int] = field(default_factory=dict)


def run_on_cluster(plan: ClusterPlan, reader: RecordReader, progress: Progress | None = None) -> ClusterSummary:
    """Read all files of the plan, link them, and write the tables; ``progress`` is told bucket by bucket.

    What was read is kept as it comes: a run that was broken off is taken up by the next one.

    Raises:
        NoSuchPath: a path does not exist.
        NothingToRead: there is no file in the folders.
        RuleError: the rules are wrong.
        ClusterNotInstalled: the libraries are not there.
        OutputInUse: ``out`` may not be written.
    """
    digest = reader.digest  # a mistake in the rules is told before anything is read
    storage = Storage(plan.out)
    found = listed(plan.locations, plan.out)
    if not found:
        raise NothingToRead("、".join(plan.locations))
    before = stored(storage)
    buckets = plan.buckets or buckets_for(len(found), before)
    counts = write_listing(storage, found, buckets)
    records = Records(storage, buckets)
    work = Work(records, reader, digest, changing.current(), plan.force)
    with cluster(plan.jobs) as data:
        done = list(_told(spread(data, range(buckets), partial(read_bucket, work=work)), counts, progress))
        state = _state(done, plan.names, digest)
        manifest = before if before and before.state == state else None
        if manifest is None:
            begun = turns(data, [key_of(bucket) for bucket in range(buckets)], buckets)
            manifest = linked(begun, records, plan.names, Manifest(buckets, digest, state=state))
            publish(storage, manifest)
    return ClusterSummary(
        len(found),
        sum(each.read for each in done),
        sum(each.unchanged for each in done),
        sum(each.unread for each in done),
        tuple(complaint for each in sorted(done, key=lambda each: each.bucket) for complaint in each.complaints),
        {table: manifest.rows(table) for table in TABLES},
    )


def _told(done: Iterator[BucketDone], counts: list[int], progress: Progress | None) -> Iterator[BucketDone]:
    so_far = 0
    for each in done:
        so_far += counts[each.bucket]
        if progress:
            progress(so_far, sum(counts), f"bucket {each.bucket}")
        yield each


def linked(begun: Flow, records: Records, names: Departments, manifest: Manifest) -> Manifest:
    """Link what was read, and write all tables.

    Args:
        begun: a message to every bucket.
        records: what was read.
        names: what is known about the names of bodies.
        manifest: without parts; it is returned with them.
    """
    whole = Whole(records, names, Tables(records.storage))
    manifest.parts.update({table: [] for table in TABLES})
    for _, (table, part) in across(link(begun, whole), whole, records.storage):
        manifest.parts[table].append(part)
    for parts in manifest.parts.values():
        parts.sort(key=lambda part: part.bucket)
    return manifest


def _state(done: Sequence[BucketDone], names: Departments, digest: str) -> str:
    """Names all that linking goes by; names of parts say their content."""
    parts = sorted(part for each in done for part in each.parts)
    return hashlib.sha256(pickle.dumps((parts, names, digest, len(done)))).hexdigest()[:16]
