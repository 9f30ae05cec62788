"""The whole record of a file, found by its name, by words of a title or number, or by a task."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.model.errors import UsageError
from extractor.store import files
from extractor.store.questions.notices.held import notices

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from extractor.model.record import Record, TaskRecord

_TASKS = """
SELECT DISTINCT tasks.id, documents.file, tasks.held FROM tasks JOIN documents ON documents.key = tasks.document
WHERE tasks.id >= ? AND tasks.id < ? ORDER BY tasks.held DESC, tasks.key
"""


class NoSuchNotice(UsageError):  # noqa: N818 - errors are named for what a person has to mend
    """No file, title or number of the ledger is called so."""

    code = "no-such-notice"


class NoSuchTask(UsageError):  # noqa: N818 - errors are named for what a person has to mend
    """No task has an id that begins so."""

    code = "no-such-task"


class TaskNotCounted(UsageError):  # noqa: N818 - errors are named for what a person has to mend
    """The task stands only in a version of its document that does not count."""

    code = "task-not-counted"


class AmbiguousName(UsageError):  # noqa: N818 - errors are named for what a person has to mend
    """What was asked for fits several things."""

    code = "ambiguous-name"


def record_named(connection: sqlite3.Connection, names: tuple[str, ...]) -> Record:
    """The record of the file of that name, or the only one that one of ``names`` fits by title, number or file.

    Raises:
        NoSuchNotice: there is none.
        AmbiguousName: there are several.
    """
    exact = files.stored(connection, names[0])
    if exact:
        return exact
    read = [notice.file for notice in notices(connection, names)]
    unread = [name for name in files.stamps(connection) if names[0] in name]
    likely = sorted({*read, *unread})
    if not likely:
        raise NoSuchNotice(names[0])
    return _record(connection, _only(names[0], likely))


def task_numbered(connection: sqlite3.Connection, identifier: str) -> tuple[Record, TaskRecord]:
    """The task of that id, with the record it stands in; the beginning of the id is enough when no other has it.

    Raises:
        NoSuchTask: there is none.
        AmbiguousName: there are several.
    """
    found = connection.execute(_TASKS, (identifier, f"{identifier}\U0010ffff")).fetchall()
    if not found:
        raise NoSuchTask(identifier)
    task = _only(identifier, dict.fromkeys(row["id"] for row in found))
    record = _record(connection, next(row["file"] for row in found if row["id"] == task))
    return record, next(each for document in record["documents"] for each in document["tasks"] if each["id"] == task)


def full_ids(
    connection: sqlite3.Connection, identifiers: Iterable[str], *, counted: bool = False
) -> tuple[str, ...]:
    """The whole id of each task, whose beginning is enough when no other has it; tasks that count come first.

    Args:
        connection: the ledger.
        identifiers: the beginnings.
        counted: only tasks that stand in the ledger, not those of versions that do not count.

    Raises:
        NoSuchTask: there is none.
        TaskNotCounted: there is one, but it does not stand in the ledger.
        AmbiguousName: there are several.
    """
    found: list[str] = []
    for identifier in identifiers:
        rows = connection.execute(_TASKS, (identifier, f"{identifier}\U0010ffff")).fetchall()
        likely = [row for row in rows if row["held"]] or rows
        if not likely:
            raise NoSuchTask(identifier)
        if counted and not likely[0]["held"]:
            raise TaskNotCounted(identifier, file=likely[0]["file"])
        found.append(_only(identifier, dict.fromkeys(row["id"] for row in likely)))
    return tuple(found)


def _only(asked: str, likely: Iterable[str]) -> str:
    found = list(likely)
    if len(found) > 1:
        raise AmbiguousName(asked, names="、".join(found))
    return found[0]


def _record(connection: sqlite3.Connection, file: str) -> Record:
    record = files.stored(connection, file)
    if record is None:
        raise NoSuchNotice(file)
    return record
