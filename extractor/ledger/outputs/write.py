"""All that the ledger holds, linked and written below the folder of the outputs; no crash costs a staff note."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from extractor.export.csv_tables import notice_rows
from extractor.export.ledger_problems import MOST_TASKS
from extractor.export.report.contents import report_problems
from extractor.ledger.edits.taking import take_all
from extractor.ledger.linking import link
from extractor.ledger.names.known import names_state, note_names
from extractor.ledger.outputs import calendar, report, workbook
from extractor.ledger.outputs.concerns import concerns_of, doubts_in
from extractor.ledger.outputs.graphs import GRAPHS, write_graphs
from extractor.ledger.outputs.parquet import write_parquet
from extractor.ledger.outputs.summary import Summary
from extractor.ledger.outputs.tables import LINKS, NOTICES, PROBLEMS, write_tables
from extractor.ledger.outputs.task_table import task_table
from extractor.ledger.settings import remembered
from extractor.model.laps import unheard
from extractor.store import analyses, problems, runs
from extractor.store.atomic import prepared, remove, replace
from extractor.store.database import renewed
from extractor.store.spool import Spool
from extractor.store.staff import KEPT, LEDGER

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from extractor.export.report.contents import Report
    from extractor.ledger.linking import Linked
    from extractor.ledger.outputs.task_table import TaskTable
    from extractor.messages import Language
    from extractor.model.laps import Lap
    from extractor.model.record import ProblemRecord
    from extractor.store.cells import Row

    Concerns = Sequence[tuple[str, ProblemRecord]]


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
    found = linked.found
    damaged = renewed(connection)
    concerns = concerns_of(linked, table, taken, damaged, lang)
    bound = report.report(connection, found, table.rows)
    concerns += report_problems(bound, lang)
    problems.keep(connection, found, concerns)
    lap("ledger")
    counts = write_tables(connection, out, linked, table, concerns, bom=settings.bom)
    lap("csv")
    _write_workbook(out, linked, table)
    lap("workbook")
    _write_views(connection, out, linked, bound, lap)
    if parquet:
        write_parquet(parquet, linked)
        lap("parquet")
    note_names(connection, names)
    runs.end(connection, linked.run)
    once = taken.told or damaged or table.overtaken or table.returned
    summary = _summary(out, counts, table.gone, concerns)
    return dataclasses.replace(summary, doubts=doubts_in(found), settled=not once)


def _write_views(connection: sqlite3.Connection, out: Path, linked: Linked, bound: Report, lap: Lap) -> None:
    write_graphs(out, linked.graph)
    lap("graphs")
    replace(out / report.FILE, bound.data)
    lap("report")
    prepared(out / calendar.FILE, calendar.ledger_calendar(connection)).put()
    lap("calendar")
    analyses.save(out, linked.found)
    lap("analysis")


def _write_workbook(out: Path, linked: Linked, table: TaskTable) -> None:
    if len(table.rows) > MOST_TASKS:
        remove(out / workbook.FILE)
        return
    notices = Spool(notice_rows(linked.found, linked.versions))
    workbook.write(out, workbook.contents(linked.counted, table.rows, notices))


def _summary(out: Path, counts: Mapping[str, int], kept: tuple[Row, ...], concerns: Concerns) -> Summary:
    made = (workbook.FILE, *GRAPHS, calendar.FILE, report.FILE, analyses.FILE)
    return Summary(
        files=(*counts, *(name for name in made if (out / name).exists()), *((KEPT,) if kept else ())),
        documents=counts[NOTICES],
        tasks=counts[LEDGER],
        links=counts[LINKS],
        problems=counts[PROBLEMS],
        notes_kept=len(kept),
        ledger_problems=tuple(concerns),
    )
