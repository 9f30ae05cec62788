"""All that the ledger holds, linked and written below the folder of the outputs; no crash costs a staff note."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from extractor.export.csv_tables import notice_rows
from extractor.export.edit_problems import edit_problems
from extractor.export.graph_files import graphml_chunks, json_chunks
from extractor.export.graph_page.page import page_bytes
from extractor.export.ledger_problems import (
    MOST_NODES,
    MOST_TASKS,
    copy_problems,
    notice_problems,
    size_problems,
    store_problems,
)
from extractor.export.report.contents import report_problems
from extractor.ledger import calendar, report, workbook
from extractor.ledger.linking import link
from extractor.ledger.names_known import names_state, note_names
from extractor.ledger.parquet import write_parquet
from extractor.ledger.settings import remembered
from extractor.ledger.summary import Summary
from extractor.ledger.tables import LINKS, NOTICES, PROBLEMS, write_tables
from extractor.ledger.taking import take_all
from extractor.ledger.task_table import task_table
from extractor.model.laps import unheard
from extractor.store import analyses, problems, runs
from extractor.store.atomic import prepared, remove, replace
from extractor.store.database import renewed
from extractor.store.staff import KEPT, LEDGER

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from extractor.graph.elements import Graph
    from extractor.ledger.edits import Taken
    from extractor.ledger.linking import Linked
    from extractor.ledger.task_table import TaskTable
    from extractor.messages import Language
    from extractor.model.laps import Lap
    from extractor.model.record import ProblemRecord, Record
    from extractor.store.cells import Row

    Concerns = Sequence[tuple[str, ProblemRecord]]

GRAPHML, GRAPH_JSON, PAGE = "graph.graphml", "graph.json", "graph.html"


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
    damaged, bound = renewed(connection), report.report(connection, linked.found, table.rows)
    concerns = notice_problems(linked.found, linked.versions, lang)
    concerns += store_problems(table.gone, taken.set_aside, damaged, lang)
    concerns += _of_edits(taken, table, lang)
    concerns += report_problems(bound, lang)
    concerns += size_problems(len(table.rows), len(linked.graph.nodes), lang)
    problems.keep(connection, linked.found, concerns)
    lap("ledger")
    counts = write_tables(connection, out, linked, table, concerns, bom=settings.bom)
    lap("csv")
    _write_views(connection, out, linked, table, lap)
    replace(out / report.FILE, bound.data)
    lap("report")
    if parquet:
        write_parquet(parquet, linked)
        lap("parquet")
    note_names(connection, names)
    runs.end(connection, linked.run)
    once = taken.told or damaged or table.overtaken or table.returned
    summary = _summary(out, counts, table.gone, concerns)
    return dataclasses.replace(summary, doubts=_doubts(linked.found), settled=not once)


def _of_edits(taken: Taken, table: TaskTable, lang: Language) -> list[tuple[str, ProblemRecord]]:
    found = copy_problems(taken.copies, lang)
    found += edit_problems((*taken.conflicts, *table.overtaken), taken.ignored, table.rows, lang)
    return found + edit_problems(taken.waiting, (), table.gone, lang, KEPT)


def _write_views(connection: sqlite3.Connection, out: Path, linked: Linked, table: TaskTable, lap: Lap) -> None:
    _write_workbook(out, linked, table)
    lap("workbook")
    _write_graph(out, linked.graph)
    lap("graphs")
    prepared(out / calendar.FILE, calendar.ledger_calendar(connection)).put()
    lap("calendar")
    analyses.save(out, linked.found)
    lap("analysis")


def _write_workbook(out: Path, linked: Linked, table: TaskTable) -> None:
    if len(table.rows) > MOST_TASKS:
        remove(out / workbook.FILE)
        return
    notices = list(notice_rows(linked.found, linked.versions))
    workbook.write(out, workbook.contents(linked.counted, list(table.rows), notices))


def _write_graph(out: Path, graph: Graph) -> None:
    prepared(out / GRAPHML, graphml_chunks(graph)).put()
    prepared(out / GRAPH_JSON, json_chunks(graph)).put()
    if len(graph.nodes) > MOST_NODES:
        remove(out / PAGE)
    else:
        replace(out / PAGE, page_bytes(graph))


def _doubts(records: Iterable[Record]) -> int:
    """Files that could not be read are told one by one."""
    read = (record for record in records if record["status"] not in {"failed", "skipped"})
    return sum(problem["severity"] != "info" for record in read for problem in record["problems"])


def _summary(out: Path, counts: Mapping[str, int], kept: tuple[Row, ...], concerns: Concerns) -> Summary:
    made = (workbook.FILE, GRAPHML, GRAPH_JSON, PAGE, calendar.FILE, report.FILE, analyses.FILE)
    return Summary(
        files=(*counts, *(name for name in made if (out / name).exists()), *((KEPT,) if kept else ())),
        documents=counts[NOTICES],
        tasks=counts[LEDGER],
        links=counts[LINKS],
        problems=counts[PROBLEMS],
        notes_kept=len(kept),
        ledger_problems=tuple(concerns),
    )
