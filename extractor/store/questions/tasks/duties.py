"""Tasks with all that a reminder needs: when their document was issued, and how often the task has changed."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from extractor.store.changes import ADDED, REMOVED
from extractor.store.questions.conditions import DONE
from extractor.store.questions.tasks.answers import TaskAnswer, each_task, repeated

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from extractor.model.record import DeadlineRecord
    from extractor.store.questions.asking import Ledger
    from extractor.store.questions.tasks.question import TaskQuestion

_DOCUMENTS = "SELECT key, file, part, date, numbers, title FROM documents ORDER BY file, key"
_REVISIONS = "SELECT task, count(*) FROM changes WHERE field NOT IN (?, ?) GROUP BY task"


@dataclass(frozen=True, slots=True)
class Issue:
    """The document that a task stands in; an enclosure has the day and number of the notice before it.

    ``day`` is None when the text states none.
    """

    day: dt.date | None = None
    numbers: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Duty:
    """A task to be reminded of.

    Attributes:
        answer: the task, its file, and what staff wrote.
        issue: its document.
        revision: how many changes of it the ledger has seen. That its file left and came back is none.
    """

    answer: TaskAnswer
    issue: Issue = Issue()
    revision: int = 0

    @property
    def done(self) -> bool:
        """Whether staff say that nothing is left to do."""
        return self.answer.status in DONE

    @property
    def times(self) -> Iterator[tuple[int, DeadlineRecord]]:
        """The deadline as 0, if there is one, and the milestones from 1 on."""
        task = self.answer.task
        if task["deadline"]:
            yield 0, task["deadline"]
        yield from enumerate(task["milestones"], 1)


def duties(connection: Ledger, question: TaskQuestion, *, timed: bool = True) -> list[Duty]:
    """The tasks that fit, each once, by file and place, done ones too; ``timed``: only those with a deadline."""
    return list(each_duty(connection, replace(question, timed=timed)))


def each_duty(connection: Ledger, question: TaskQuestion) -> Iterator[Duty]:
    """The same, one after the other; one that stands in two places comes at the last, as in the first."""
    documents = _Issues(connection)
    revisions: dict[str, int] = dict(connection.execute(_REVISIONS, (ADDED, REMOVED)).fetchall())
    left = repeated(connection, question)
    first: dict[str, tuple[TaskAnswer, Issue]] = {}
    for answer in each_task(connection, question):
        task = answer.task["id"]
        if task in left:
            first.setdefault(task, (answer, documents.of(answer)))
            left[task] -= 1
        if not left.get(task):
            told, issue = first.get(task) or (answer, documents.of(answer))
            yield Duty(told, issue, revisions.get(task, 0))


def issues(connection: Ledger) -> Iterator[tuple[sqlite3.Row, Issue]]:
    """Every document (``key``, ``file``, ``part``) with what a reminder needs of it, by file and place."""
    file, notice = "", Issue()
    for row in connection.execute(_DOCUMENTS):
        if row["file"] != file:
            file, notice = row["file"], Issue()
        own = Issue(_day(row["date"]), row["numbers"], row["title"])
        issue = Issue(own.day or notice.day, own.numbers or notice.numbers, own.title or notice.title)
        notice = issue if row["part"] == "notice" else notice
        yield row, issue


class _Issues:
    """The documents of tasks that are asked about file by file: those of one file are held."""

    def __init__(self, connection: Ledger) -> None:
        self._connection = connection
        self._coming = groupby(issues(connection), key=lambda pair: str(pair[0]["file"]))
        self._held: dict[int | str, Issue] = {}

    def of(self, answer: TaskAnswer) -> Issue:
        """The document that a task stands in."""
        while answer.document not in self._held:
            _, found = next(self._coming, ("", issues(self._connection)))  # whoever goes back has all of them
            self._held = {row["key"]: issue for row, issue in found}
        return self._held[answer.document]


def _day(text: str) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None
