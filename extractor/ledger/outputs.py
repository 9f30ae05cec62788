"""All that the ledger holds, linked and written below the folder of the outputs; no crash costs a staff note."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.export import columns
from extractor.export.csv_tables import link_rows, notice_rows, problem_rows
from extractor.export.graph_files import graphml_bytes, json_bytes
from extractor.export.graph_page.page import page_bytes
from extractor.export.report.contents import report_problems
from extractor.ledger import calendar, report, workbook
from extractor.ledger.concerns import concerns_of, doubts_in
from extractor.ledger.linking import link
from extractor.ledger.names_known import names_state, note_names
from extractor.ledger.parquet import write_parquet
from extractor.ledger.settings import remembered
from extractor.ledger.taking import take_all
from extractor.ledger.task_table import task_table
from extractor.model.laps import unheard
from extractor.store import analyses, problems, runs, shown
from extractor.store.atomic import remove, replace, sweep
from extractor.store.cells import table_bytes
from extractor.store.database import renewed
from extractor.store.staff import KEPT, KEY, LEDGER

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from extractor.ledger.linking import Linked
    from extractor.ledger.task_table import TaskTable
    from extractor.messages import Language
    from extractor.model.laps import Lap
    from extractor.model.record import ProblemRecord
    from extractor.store.cells import Row

    Concerns = Sequence[tuple[str, ProblemRecord]]
    _Tables = dict[str, tuple[Sequence[str], Sequence[Row]]]

NOTICES, LINKS, PROBLEMS = "notices.csv", "links.csv", "problems.csv"
_GRAPHS = ("graph.graphml", "graph.json", "graph.html")


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
        ledger_problems: file and problem, e.g. one notice in two files, notes without their task.
        doubts: places in files that were read which a person should look at.
        settled: whether the same would be written again; not when something was told that is told once.
    """

    files: tuple[str, ...]
    documents: int
    tasks: int
    links: int
    problems: int
    notes_kept: int
    ledger_problems: tuple[tuple[str, ProblemRecord], ...] = ()
    doubts: int = 0
    settled: bool = False


def write_outputs(  # noqa: PLR0913 - what a run may be asked for, each with a default
    connection: sqlite3.Connection,
    out: Path,
    run: int,
    *,
    lang: Language = "zh",
    parquet: str = "",
    lap: Lap = unheard,
) -> Summary:
    """Link the records of the ledger, make it ready for questions, and write every output anew.

    Args:
        connection: the ledger, open for writing.
        out: the folder; the staff columns of the ``tasks.csv`` in it are taken over first.
        run: number of the run, under which edits of staff are noted.
        lang: language of the messages about the ledger as a whole.
        parquet: where to write the same as Parquet files, too; empty: nowhere.
        lap: told when a stage has ended.

    Raises:
        OutputInUse: a file cannot be written; those not yet written are as before, and no note is lost.
    """
    settings = remembered(connection)
    names = names_state(connection, out)  # before they are read: what is decided from now on is not known yet
    taken = take_all(connection, out, run)
    lap("edits")
    linked = link(connection, run, settings.departments(out), lap)
    table = task_table(connection, run, linked)
    found, graph = linked.found, linked.graph
    damaged = renewed(connection)
    bound = report.report(connection, found, table.rows)
    concerns = [*concerns_of(linked, table, taken, damaged, lang), *report_problems(bound, lang)]
    problems.keep(connection, found, concerns)
    tables = _tables(linked, table, concerns)
    lap("ledger")
    _write_tables(connection, out, tables, table, bom=settings.bom)
    lap("csv")
    workbook.write(out, workbook.contents(linked.counted, table.rows, tables[NOTICES][1]))
    lap("workbook")
    for name, written in zip(_GRAPHS, (graphml_bytes, json_bytes, page_bytes), strict=True):
        replace(out / name, written(graph))
    lap("graphs")
    replace(out / report.FILE, bound.data)
    lap("report")
    replace(out / calendar.FILE, calendar.ledger_calendar(connection))
    lap("calendar")
    analyses.save(out, found)
    lap("analysis")
    if parquet:
        write_parquet(parquet, linked)
        lap("parquet")
    note_names(connection, names)
    runs.end(connection, linked.run)
    once = taken.told or damaged or table.overtaken or table.returned
    summary = _summary({name: len(rows) for name, (_, rows) in tables.items()}, table.gone, concerns)
    return dataclasses.replace(summary, doubts=doubts_in(found), settled=not once)


def _write_tables(
    connection: sqlite3.Connection, out: Path, tables: _Tables, table: TaskTable, *, bom: bool
) -> None:
    sweep(out)
    # Until the new ledger is in place, rows that return to it stay among the kept ones too.
    returned = (row for row in table.rows if row[KEY] in table.returned)
    _keep(out, (*table.gone, *returned), table.columns, bom=bom)
    for name, (header, rows) in tables.items():
        data = table_bytes(header, rows, bom=bom)
        if name == LEDGER:
            shown.announce(connection, data)
        replace(out / name, data)
    shown.confirm(connection)
    shown.show_kept(connection, _keep(out, table.gone, table.columns, bom=bom))


def _tables(linked: Linked, table: TaskTable, concerns: Concerns) -> _Tables:
    return {
        LEDGER: (table.columns, table.rows),
        NOTICES: (columns.NOTICES, list(notice_rows(linked.found, linked.versions))),
        LINKS: (columns.LINKS, list(link_rows(linked.graph))),
        PROBLEMS: (columns.PROBLEMS, list(problem_rows(linked.found, concerns))),
    }



def _summary(counts: Mapping[str, int], kept: tuple[Row, ...], concerns: Concerns) -> Summary:
    return Summary(
        files=(*counts, workbook.FILE, *_GRAPHS, calendar.FILE, report.FILE, analyses.FILE, *((KEPT,) if kept else ())),
        documents=counts[NOTICES],
        tasks=counts[LEDGER],
        links=counts[LINKS],
        problems=counts[PROBLEMS],
        notes_kept=len(kept),
        ledger_problems=tuple(concerns),
    )


def _keep(out: Path, rows: tuple[Row, ...], header: Sequence[str], *, bom: bool) -> bytes:
    """Write the rows that wait outside the ledger; returns the bytes of the file, none without rows."""
    data = table_bytes(header, rows, bom=bom) if rows else b""
    if data:
        replace(out / KEPT, data)
    else:
        remove(out / KEPT)
    return data
