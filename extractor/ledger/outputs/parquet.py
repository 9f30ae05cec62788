"""What the ledger holds, written as partitioned Parquet: the same tables as a cluster writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.export.parquet.file_rows import file_rows
from extractor.export.parquet.graph_rows import body_row, edge_order, edge_row, node_row, owning_bodies
from extractor.export.parquet.standing import standings
from extractor.graph.versions.merged import held
from extractor.store.parquet.columns import TABLES
from extractor.store.parquet.manifest import Manifest, bucket_of, buckets_for, publish, stored
from extractor.store.parquet.sheet import write_bucket
from extractor.store.parquet.storage import Storage

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    files, across = _dealt(linked, buckets)
    manifest = Manifest(buckets, linked.found[0]["digest"] if linked.found else "", {table: [] for table in TABLES})
    for bucket in range(buckets):
        of_files = (row for record in files[bucket] for row in file_rows(record, standings(record, linked.versions)))
        parts = write_bucket(storage, bucket, of_files) | write_bucket(storage, bucket, across[bucket])
        for table, part in parts.items():
            manifest.parts[table].append(part)
    publish(storage, manifest)


def _dealt(linked: Linked, buckets: int) -> tuple[list[list[Record]], list[list[tuple[str, Row]]]]:
    """The records, and the rows that belong to no file, dealt out to buckets; in an order of their own."""
    files: list[list[Record]] = [[] for _ in range(buckets)]
    for record in linked.found:
        files[bucket_of(record["file"], buckets)].append(record)
    across: list[list[tuple[str, Row]]] = [[] for _ in range(buckets)]
    for table, row in _across(linked):
        across[bucket_of(str(row[TABLES[table][0].name]), buckets)].append((table, row))
    return files, across


def _across(linked: Linked) -> Iterator[tuple[str, Row]]:
    counted = (document for record in held(linked.found, linked.versions) for document in record["documents"])
    bodies = {body for document in counted for body in owning_bodies(document)}
    yield from (("bodies", body_row(*body, linked.called)) for body in sorted(bodies))
    yield from (("nodes", node_row(node)) for node in linked.graph.nodes)
    yield from (("edges", edge_row(edge)) for edge in sorted(linked.graph.edges, key=edge_order))
