"""The problems of all files and of the ledger as a whole, as ``problems.csv`` lists them, for questions."""

from __future__ import annotations

from heapq import merge
from operator import itemgetter
from typing import TYPE_CHECKING

from extractor.store.database import transaction

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from extractor.model.record import ProblemRecord, Record

_INTO = "INSERT INTO problems VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?)"


def keep(
    connection: sqlite3.Connection, records: Iterable[Record], ledger: Sequence[tuple[str, ProblemRecord]] = ()
) -> None:
    """Replace what is kept.

    Args:
        connection: the ledger.
        records: of all files, in the order of their names.
        ledger: problems that no single file shows, each with a file's name.
    """
    found = ((record["file"], problem, _task(record, problem)) for record in records for problem in record["problems"])
    # Of an edit that was not taken, the place is the task.
    others = sorted(((file, problem, problem["place"]) for file, problem in ledger), key=itemgetter(0))
    rows = (_row(*each) for each in merge(found, others, key=itemgetter(0)))
    with transaction(connection):
        connection.execute("DELETE FROM problems")
        connection.executemany(_INTO, rows)


def _task(record: Record, problem: ProblemRecord) -> str:
    """The id of the first task in whose words the problem is; empty when it is elsewhere."""
    if not problem["span"]:
        return ""
    start, end = problem["span"]
    tasks = (task for document in record["documents"] for task in document["tasks"])
    return next((task["id"] for task in tasks if task["span"][0] <= start and end <= task["span"][1]), "")


def _row(file: str, problem: ProblemRecord, task: str) -> tuple[str | int | None, ...]:
    return (
        file, problem["code"], problem["severity"], problem["message"], problem["advice"], problem["place"],
        problem["span"][0] if problem["span"] else None, task,
    )  # fmt: skip
