"""The records of the ledger linked with each other, corrected as staff want them, and made ready for questions."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.graph import build as graph_build
from extractor.graph.bodies.forms import Forms
from extractor.graph.bodies.naming import name_bodies
from extractor.ledger.staffed import staffed
from extractor.store import files, staff
from extractor.store.database import transaction
from extractor.store.index import Contents, index

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from extractor.graph.elements import Graph
    from extractor.model.record import Record
    from extractor.rules.departments import Departments
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


def link(connection: sqlite3.Connection, names: Departments) -> Linked:
    """Link all records, and fill the tables that questions are answered from.

    Args:
        connection: the ledger.
        names: what is known about the names of bodies.
    """
    found = graph_build.link(files.all_stored(connection), names)
    graph = graph_build.build(found)
    corrected = staffed(found, staff.cells(connection), staff.added(connection))
    if len(corrected) > len(found):
        corrected = (*corrected[:-1], *name_bodies(corrected[-1:], names))
    contents = Contents(corrected, list(_nodes(graph)), list(_edges(graph)), also_called=Forms(names).of)
    with transaction(connection):
        index(connection, contents)
    return Linked(found, corrected, graph)


def _nodes(graph: Graph) -> Iterator[NodeRow]:
    for node in graph.nodes:
        yield node.id, node.kind, node.label, json.dumps(dict(node.attributes), ensure_ascii=False)


def _edges(graph: Graph) -> Iterator[EdgeRow]:
    for edge in graph.edges:
        because = edge.because
        ends = edge.subject, edge.relation, edge.object
        yield (*ends, because.words, because.file, because.start, because.end, because.rule)
