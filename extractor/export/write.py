"""Write all that a run found below the folder of the outputs; neither crash nor run costs a staff note."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.export import columns
from extractor.export.csv_tables import link_rows, notice_rows, problem_rows
from extractor.export.graph_files import graphml_bytes, json_bytes
from extractor.export.ledger_problems import ledger_problems
from extractor.export.ledger_rows import task_rows
from extractor.graph.build import build, link
from extractor.rules.decisions import FILE as NAMES
from extractor.rules.departments import load_departments
from extractor.store import analyses
from extractor.store.atomic import remove, replace
from extractor.store.cells import table_bytes
from extractor.store.staff import KEPT, KEY, LEDGER, read_notes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from extractor.graph.elements import Graph
    from extractor.messages import Language
    from extractor.model.record import ProblemRecord, Record
    from extractor.rules.departments import Departments
    from extractor.store.cells import Row

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
        ledger_problems: file and problem, e.g. one notice in two files, notes without their task.
    """

    files: tuple[str, ...]
    documents: int
    tasks: int
    links: int
    problems: int
    notes_kept: int
    ledger_problems: tuple[tuple[str, ProblemRecord], ...] = ()


def write_outputs(
    records: Iterable[Record],
    out: Path,
    *,
    bom: bool = True,
    lang: Language = "zh",
    names: Departments | None = None,
) -> Summary:
    """Write the CSV files, the graph and ``analysis.jsonl`` below ``out``; each is replaced as a whole.

    Args:
        records: those of all files of the corpus, in any order; links between documents are found here.
        out: the folder, made when it is missing; the staff columns of the ledger in it are kept.
        bom: begin CSV files with a byte order mark, by which Excel knows UTF-8.
        lang: language of the messages about the ledger as a whole.
        names: what is known about bodies; the shipped list and the names file in ``out`` when it is left out.

    Raises:
        OutputInUse: a file cannot be written; those not yet written are as before, and no note is lost.
    """
    linked = link(records, names or load_departments(names_file=out / NAMES))
    notes = read_notes(out)
    tasks = list(task_rows(linked, notes))
    listed = {row[KEY] for row in tasks}
    kept = notes.without(listed)
    concerns = ledger_problems(linked, kept, notes.set_aside, lang)
    graph = build(linked)
    tables = _tables(linked, graph, tasks, concerns)
    # Until the new ledger is in place, the notes that return to it stay among the kept ones too.
    _keep(out, notes.without(listed - notes.outside), bom=bom)
    for name, (header, rows) in tables.items():
        replace(out / name, table_bytes(header, rows, bom=bom))
    _keep(out, kept, bom=bom)
    replace(out / "graph.graphml", graphml_bytes(graph))
    replace(out / "graph.json", json_bytes(graph))
    analyses.save(out, linked)
    return _summary({name: len(rows) for name, (_, rows) in tables.items()}, len(kept), concerns)


def _tables(records: Sequence[Record], graph: Graph, tasks: list[Row], concerns: Concerns) -> _Tables:
    return {
        LEDGER: (columns.TASKS, tasks),
        NOTICES: (columns.NOTICES, list(notice_rows(records))),
        LINKS: (columns.LINKS, list(link_rows(graph))),
        PROBLEMS: (columns.PROBLEMS, list(problem_rows(records, concerns))),
    }


def _summary(counts: Mapping[str, int], kept: int, concerns: Concerns) -> Summary:
    return Summary(
        files=(*counts, "graph.graphml", "graph.json", analyses.FILE, *((KEPT,) if kept else ())),
        documents=counts[NOTICES],
        tasks=counts[LEDGER],
        links=counts[LINKS],
        problems=counts[PROBLEMS],
        notes_kept=kept,
        ledger_problems=tuple(concerns),
    )


def _keep(out: Path, rows: tuple[Row, ...], *, bom: bool) -> None:
    if rows:
        replace(out / KEPT, table_bytes(columns.TASKS, rows, bom=bom))
    else:
        remove(out / KEPT)
