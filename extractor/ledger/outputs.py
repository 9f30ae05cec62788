"""All that the ledger holds, linked and written below the folder of the outputs; no crash costs a staff note."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.export import columns
from extractor.export.csv_tables import link_rows, notice_rows, problem_rows
from extractor.export.graph_files import graphml_bytes, json_bytes
from extractor.export.ledger_problems import ledger_problems
from extractor.export.ledger_rows import task_rows
from extractor.graph.build import build, resolve
from extractor.ledger import workbook
from extractor.store import analyses, changes, files, notes, runs
from extractor.store.atomic import remove, replace, sweep
from extractor.store.cells import table_bytes
from extractor.store.database import renewed, transaction
from extractor.store.index import Contents, index
from extractor.store.staff import KEPT, KEY, LEDGER

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from extractor.graph.elements import Graph
    from extractor.messages import Language
    from extractor.model.record import ProblemRecord, Record
    from extractor.store.cells import Row
    from extractor.store.index import EdgeRow, NodeRow
    from extractor.store.staff import StaffNotes

    Concerns = Sequence[tuple[str, ProblemRecord]]
    _Tables = dict[str, tuple[Sequence[str], list[Row]]]

NOTICES, LINKS, PROBLEMS = "notices.csv", "links.csv", "problems.csv"


@dataclass(frozen=True, slots=True)
class Summary:
    """What the outputs hold: how many of each, which files, and what concerns the ledger as a whole.

    Attributes:
        files: names of the files below the folder.
        documents: rows of ``notices.csv``.
        tasks: rows of ``tasks.csv``.
        links: rows of ``links.csv``.
        problems: rows of ``problems.csv``.
        notes_kept: rows of staff whose task is not in the ledger, kept in ``staff-notes.csv``.
        records: the records of all files, linked, by name.
        ledger_problems: file and problem, e.g. one notice in two files, notes without their task.
    """

    files: tuple[str, ...]
    documents: int
    tasks: int
    links: int
    problems: int
    notes_kept: int
    records: tuple[Record, ...] = ()
    ledger_problems: tuple[tuple[str, ProblemRecord], ...] = ()


def write_outputs(
    connection: sqlite3.Connection, out: Path, run: int, *, bom: bool = True, lang: Language = "zh"
) -> Summary:
    """Link the records of the ledger, make it ready for questions, and write every output anew.

    Args:
        connection: the ledger, open for writing.
        out: the folder; the staff columns of the ``tasks.csv`` in it are taken over first.
        run: number of the run, under which edits of staff are noted.
        bom: begin CSV files with a byte order mark, by which Excel knows UTF-8.
        lang: language of the messages about the ledger as a whole.

    Raises:
        OutputInUse: a file cannot be written; those not yet written are as before, and no note is lost.
    """
    staff = _take_notes(connection, out, run)
    linked, graph = linked_index(connection)
    tasks = list(task_rows(linked, staff))
    kept = staff.without({row[KEY] for row in tasks})
    aside = (*staff.set_aside, *workbook.set_aside(out))
    concerns = ledger_problems(linked, kept, aside, renewed(connection), lang)
    tables = _tables(linked, graph, tasks, concerns)
    _write_tables(out, tables, kept, staff, bom=bom)
    workbook.write(out, workbook.contents(linked, tasks, tables[NOTICES][1]))
    replace(out / "graph.graphml", graphml_bytes(graph))
    replace(out / "graph.json", json_bytes(graph))
    analyses.save(out, linked)
    with transaction(connection):
        notes.shown(connection, tasks, KEY)
        runs.end(connection, run)
    return _summary({name: len(rows) for name, (_, rows) in tables.items()}, kept, concerns, linked)


def linked_index(connection: sqlite3.Connection) -> tuple[tuple[Record, ...], Graph]:
    """Link all records of the ledger, and make it ready for questions; returns them with their graph."""
    linked = resolve(files.all_stored(connection))
    graph = build(linked)
    with transaction(connection):
        index(connection, Contents(linked, list(_nodes(graph)), list(_edges(graph))))
    return linked, graph


def _take_notes(connection: sqlite3.Connection, out: Path, run: int) -> StaffNotes:
    with transaction(connection):
        staff, edits = notes.take_notes(connection, out)
        changes.note(connection, run, edits)
    return staff


def _write_tables(
    out: Path, tables: _Tables, kept: tuple[Row, ...], staff: StaffNotes, *, bom: bool
) -> None:
    sweep(out)
    # Until the new ledger is in place, rows that return to it stay among the kept ones too.
    listed = {row[KEY] for row in tables[LEDGER][1]}
    _keep(out, staff.without(listed - staff.outside), bom=bom)
    for name, (header, rows) in tables.items():
        replace(out / name, table_bytes(header, rows, bom=bom))
    _keep(out, kept, bom=bom)


def _tables(records: Sequence[Record], graph: Graph, tasks: list[Row], concerns: Concerns) -> _Tables:
    return {
        LEDGER: (columns.TASKS, tasks),
        NOTICES: (columns.NOTICES, list(notice_rows(records))),
        LINKS: (columns.LINKS, list(link_rows(graph))),
        PROBLEMS: (columns.PROBLEMS, list(problem_rows(records, concerns))),
    }


def _summary(
    counts: Mapping[str, int], kept: tuple[Row, ...], concerns: Concerns, records: tuple[Record, ...]
) -> Summary:
    return Summary(
        files=(*counts, workbook.FILE, "graph.graphml", "graph.json", analyses.FILE, *((KEPT,) if kept else ())),
        documents=counts[NOTICES],
        tasks=counts[LEDGER],
        links=counts[LINKS],
        problems=counts[PROBLEMS],
        notes_kept=len(kept),
        records=records,
        ledger_problems=tuple(concerns),
    )


def _keep(out: Path, rows: tuple[Row, ...], *, bom: bool) -> None:
    if rows:
        replace(out / KEPT, table_bytes(columns.TASKS, rows, bom=bom))
    else:
        remove(out / KEPT)


def _nodes(graph: Graph) -> Iterator[NodeRow]:
    for node in graph.nodes:
        yield node.id, node.kind, node.label, json.dumps(dict(node.attributes), ensure_ascii=False)


def _edges(graph: Graph) -> Iterator[EdgeRow]:
    for edge in graph.edges:
        because = edge.because
        ends = edge.subject, edge.relation, edge.object
        yield (*ends, because.words, because.file, because.start, because.end, because.rule)
