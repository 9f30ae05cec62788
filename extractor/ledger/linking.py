"""The records of the ledger linked with each other, corrected as staff want them, and made ready for questions."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.graph import build as graph_build
from extractor.graph.bodies.forms import Forms
from extractor.graph.bodies.naming import Namer
from extractor.graph.versions.found import versions_of
from extractor.graph.versions.merged import each_held
from extractor.graph.versions.repeats import repeated_tasks
from extractor.ledger.edits.following import follow
from extractor.ledger.edits.overtaking import overtake
from extractor.ledger.kept_graph import keeping
from extractor.ledger.names.staff_names import each_as_staff_read
from extractor.model.laps import unheard
from extractor.store import files, runs, staff
from extractor.store.database import transaction
from extractor.store.index import Contents, index
from extractor.store.spool import Spool

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from extractor.graph.elements import Graph
    from extractor.graph.versions.found import Versions
    from extractor.model.laps import Lap
    from extractor.model.record import Record
    from extractor.rules.bodies.departments import Departments
    from extractor.store.edit import Conflict
    from extractor.store.index import EdgeRow, NodeRow
    from extractor.store.staff import Cells


@dataclass(frozen=True, slots=True)
class Linked:
    """What the ledger holds.

    Attributes:
        found: the records of all files as the notices say, with the targets of their references.
        counted: the same as staff corrected them, with the tasks that they added; of a document in several
            files only the version that holds.
        graph: of what was found.
        versions: which documents stand in several files.
        cells: task → column → what staff wrote, as all of this holds it; edits made since are not among them.
        corrections: task → corrected column → what the notice says there.
        overtaken: corrections whose notice was changed in the corrected place.
        run: number of the last run, or edit at once, that all of this holds.
        called: all names of a body, given its home and canonical name.
    """

    found: Sequence[Record]
    counted: Sequence[Record]
    graph: Graph
    versions: Versions
    cells: Cells
    corrections: Cells
    overtaken: tuple[Conflict, ...]
    run: int
    called: Callable[[str, str], Iterable[str]]


def link(connection: sqlite3.Connection, run: int, names: Departments, lap: Lap = unheard) -> Linked:
    """Link all records, and fill the tables that questions are answered from.

    Args:
        connection: the ledger.
        run: number of the run, under which it is noted when cells of staff's follow another version.
        names: what is known about the names of bodies.
        lap: told when a stage has ended.
    """
    records = Spool(files.all_stored(connection))
    versions = versions_of(records, Spool)
    lap("versions")
    namer, kept = Namer(names), keeping(connection)
    found = Spool(map(namer.named, graph_build.resolved(records, versions, kept)))
    lap("link")
    graph = graph_build.build(found, versions, kept)
    lap("graph")
    repeats, forms = repeated_tasks(found, versions, Spool), Forms(names)
    # What staff write at once comes before this transaction, and is in it, or behind, and renews what it made.
    with transaction(connection):
        follow(connection, run, found, versions, repeats)
        overtaken = overtake(connection, found, versions)
        cells, corrections, added = staff.cells(connection), staff.corrections(connection), staff.added(connection)
        corrected = Spool(each_as_staff_read(found, cells, added, namer)) if cells or added else found
        contents = Contents(corrected, _nodes(graph, forms), _edges(graph), versions.is_counted, forms.of)
        index(connection, contents)
        last = runs.last(connection)
    lap("index")
    counted = Spool(each_held(corrected, versions)) if versions.reasons else corrected
    return Linked(found, counted, graph, versions, cells, corrections, overtaken, last, forms.of)


def _nodes(graph: Graph, forms: Forms) -> Iterator[NodeRow]:
    """The nodes; bodies with all names under which they may be asked for."""
    for node in graph.nodes:
        attributes = dict(node.attributes)
        if node.kind == "body":
            home = str(attributes.get("home", ""))
            attributes["called"] = "、".join(forms.of(home, node.id.removeprefix("body:").removeprefix(f"{home}/")))
        yield node.id, node.kind, node.label, json.dumps(attributes, ensure_ascii=False)


def _edges(graph: Graph) -> Iterator[EdgeRow]:
    for edge in graph.edges:
        because = edge.because
        ends = edge.subject, edge.relation, edge.object
        there = json.dumps(edge.there.shown()) if edge.there else ""
        yield (*ends, because.words, because.file, because.start, because.end, because.rule, there)
