"""The records of the ledger linked with each other, corrected as staff want them, and made ready for questions."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.graph.build import build, resolve
from extractor.graph.versions.found import versions_of
from extractor.ledger.staffed import staffed
from extractor.store import files, staff
from extractor.store.database import transaction
from extractor.store.index import Contents, index

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from extractor.graph.elements import Graph
    from extractor.model.record import Record
    from extractor.store.index import EdgeRow, NodeRow


@dataclass(frozen=True, slots=True)
class Linked:
    """What the ledger holds.

    Attributes:
        found: the records of all files as the notices say, with the targets of their references.
        staffed: the same as staff corrected them, with the tasks that they added.
        graph: of what was found.
    """

    found: tuple[Record, ...]
    staffed: tuple[Record, ...]
    graph: Graph


def link(connection: sqlite3.Connection) -> Linked:
    """Link all records, and fill the tables that questions are answered from."""
    records = tuple(files.all_stored(connection))
    versions = versions_of(records)
    found = resolve(records, versions)
    graph = build(found, versions)
    corrected = staffed(found, staff.cells(connection), staff.added(connection))
    with transaction(connection):
        index(connection, Contents(corrected, list(_nodes(graph)), list(_edges(graph)), versions.is_counted))
    return Linked(found, corrected, graph)


def _nodes(graph: Graph) -> Iterator[NodeRow]:
    for node in graph.nodes:
        yield node.id, node.kind, node.label, json.dumps(dict(node.attributes), ensure_ascii=False)


def _edges(graph: Graph) -> Iterator[EdgeRow]:
    for edge in graph.edges:
        because = edge.because
        ends = edge.subject, edge.relation, edge.object
        yield (*ends, because.words, because.file, because.start, because.end, because.rule)
