"""What changed in the ledger, and when: by notices that were read again, and by the hands of staff."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from extractor.store.staff import CORRECTABLE

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping

    from extractor.store.cells import Row

ADDED, REMOVED = "added", "removed"
BY_NOTICE = "notice"
"""The origin of what a notice changed."""
_WATCHED = (*CORRECTABLE, "其他时间要求", "条款", "原文")


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that became another; ``field`` is ``added``, ``removed`` or the column of the ledger."""

    task: str
    file: str
    title: str
    field: str
    before: str = ""
    after: str = ""
    origin: str = BY_NOTICE


def between(
    before: Mapping[str, Row], after: Mapping[str, Row], cells: Mapping[str, Row] = MappingProxyType({})
) -> Iterator[Change]:
    """What differs between two states of the ledger (task → row), in the order of the later one.

    ``cells``: what staff wrote since the earlier one, by task.
    """
    for task, row in after.items():
        if task not in before:
            yield _change(row, task, ADDED)
            continue
        earlier = {**before[task], **cells.get(task, {})}
        if row != earlier:
            yield from _changed(task, earlier, row)
    yield from (_change(row, task, REMOVED) for task, row in before.items() if task not in after)


def note(connection: sqlite3.Connection, run: int, changes: Iterable[Change]) -> None:
    """Keep changes under the number of their run."""
    connection.executemany(
        "INSERT INTO changes (run, task, file, title, field, before, after, origin) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (run, each.task, each.file, each.title, each.field, each.before, each.after, each.origin)
            for each in changes
        ),
    )


def silence(connection: sqlite3.Connection, files: Iterable[str]) -> None:
    """Keep that something changed in these files, and none of their words: they are state secrets."""
    connection.executemany(
        "UPDATE changes SET title = '', before = '', after = '' WHERE file = ?", [(file,) for file in files]
    )


def _changed(task: str, before: Row, after: Row) -> Iterator[Change]:
    for column in _WATCHED:
        old, new = before.get(column, ""), after.get(column, "")
        if "".join(old.split()) != "".join(new.split()):
            yield _change(after, task, column, old, new)


def _change(row: Row, task: str, field: str, before: str = "", after: str = "") -> Change:
    return Change(task, row.get("来源文件", ""), row.get("任务事项", ""), field, before, after)
