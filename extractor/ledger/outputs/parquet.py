"""What the ledger holds, written as partitioned Parquet: the same tables as a cluster writes."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from extractor.export.parquet.file_rows import file_rows
from extractor.export.parquet.graph_rows import body_row, edge_order, edge_row, node_row, owning_bodies
from extractor.export.parquet.standing import standings
from extractor.graph.versions.merged import each_held
from extractor.store.parquet.columns import TABLES
from extractor.store.parquet.manifest import Manifest, bucket_of, buckets_for, publish, stored
from extractor.store.parquet.sheet import write_bucket
from extractor.store.parquet.storage import Storage
from extractor.store.spool import Spool

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from extractor.ledger.linking import Linked
    from extractor.model.record import Record
    from extractor.store.parquet.columns import Row


def write_parquet(location: str, linked: Linked) -> None:
    """Write what the notices say, without what staff wrote beside it; files that would not change stay.

    Args:
        location: a folder, by path or URI.
        linked: all that the ledger holds.

    Raises:
        ClusterNotInstalled: the libraries are not there.
        OutputInUse: the folder may not be written.
    """
    storage = Storage(location)
    buckets = buckets_for(len(linked.found), stored(storage))
    manifest = Manifest(buckets, linked.found[0]["digest"] if linked.found else "", {table: [] for table in TABLES})
    found = _Dealt(linked, buckets)
    for bucket in range(buckets):
        records = ((record, standings(record, linked.versions)) for record in found.records(bucket))
        of_files = (row for pair in records for row in file_rows(*pair))
        parts = write_bucket(storage, bucket, of_files) | write_bucket(storage, bucket, found.across(bucket))
        for table, part in parts.items():
            manifest.parts[table].append(part)
    publish(storage, manifest)


class _Dealt:
    """The records, and the rows that belong to no file, dealt out to buckets: by their numbers, all lie on the disk."""

    def __init__(self, linked: Linked, buckets: int) -> None:
        self._records, self._edges, self._others = linked.found, linked.graph.edges, Spool(_others(linked))
        files = (record["file"] for record in self._records)
        others = (str(row[TABLES[table][0].name]) for table, row in self._others)
        self._files, self._rows = _numbers(files, buckets), _numbers(others, buckets)
        self._edge_rows = _numbers((edge.subject for edge in self._edges), buckets)

    def records(self, bucket: int) -> Iterator[Record]:
        """The records of a bucket, by file."""
        return (self._records[number] for number in self._files[bucket])

    def across(self, bucket: int) -> Iterator[tuple[str, Row]]:
        """Its bodies and nodes as they come, its edges in their order."""
        yield from (self._others[number] for number in self._rows[bucket])
        edges = (self._edges[number] for number in self._edge_rows[bucket])
        yield from (("edges", edge_row(edge)) for edge in sorted(edges, key=edge_order))


def _numbers(names: Iterable[str], buckets: int) -> list[array[int]]:
    """The numbers of the names that fall into each bucket."""
    found = [array("q") for _ in range(buckets)]
    for number, name in enumerate(names):
        found[bucket_of(name, buckets)].append(number)
    return found


def _others(linked: Linked) -> Iterator[tuple[str, Row]]:
    counted = (document for record in each_held(linked.found, linked.versions) for document in record["documents"])
    bodies = {body for document in counted for body in owning_bodies(document)}
    yield from (("bodies", body_row(*body, linked.called)) for body in sorted(bodies))
    yield from (("nodes", node_row(node)) for node in linked.graph.nodes)
