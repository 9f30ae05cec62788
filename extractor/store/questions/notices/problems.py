"""What a person should look at: problems by severity, code and file."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from extractor.store.questions.conditions import Conditions

if TYPE_CHECKING:
    import sqlite3

    from extractor.model.problem import Severity

_ORDER = "ORDER BY CASE severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END, key"
_PROBLEMS = (
    "SELECT file, code, severity, message, advice, place, start, task, "
    "EXISTS (SELECT 1 FROM files WHERE name = problems.file) FROM problems"
)


@dataclass(frozen=True, slots=True)
class ProblemQuestion:
    """The conditions, all of which must hold; empty: any.

    Attributes:
        severity: error, warning or info.
        code: which problem.
        file: words of the file's name.
    """

    severity: Severity | str = ""
    code: str = ""
    file: str = ""


@dataclass(frozen=True, slots=True)
class ProblemAnswer:
    """A problem.

    Attributes:
        file: that it is about: a notice, or one of the outputs.
        code: which problem.
        severity: error, warning or info.
        message: where and what.
        advice: what to do next.
        place: where in the file, in words.
        start: where in the text of the file; None when it concerns the whole.
        task: id of the task in whose words it is; or empty.
        notice: whether the file is one that was read.
    """

    file: str
    code: str
    severity: str
    message: str
    advice: str
    place: str
    start: int | None
    task: str
    notice: bool


def problems(
    connection: sqlite3.Connection, question: ProblemQuestion, limit: int, *, offset: int = 0
) -> list[ProblemAnswer]:
    """The problems that fit, the gravest first, at most ``limit`` from ``offset`` on."""
    conditions = _conditions(question)
    statement = f"{_PROBLEMS} {conditions.where} {_ORDER} LIMIT ? OFFSET ?"
    rows = connection.execute(statement, (*conditions.values, limit, offset))
    return [replace(ProblemAnswer(*row), notice=bool(row[-1])) for row in rows]


def count_problems(connection: sqlite3.Connection, question: ProblemQuestion) -> int:
    """How many problems fit."""
    conditions = _conditions(question)
    statement = f"SELECT count(*) FROM problems {conditions.where}"  # noqa: S608 - clauses of our own
    return int(connection.execute(statement, conditions.values).fetchone()[0])


def problem_codes(connection: sqlite3.Connection) -> Counter[tuple[str, str]]:
    """Severity and code → how many there are."""
    rows = connection.execute("SELECT severity, code, count(*) FROM problems GROUP BY severity, code")
    return Counter({(severity, code): number for severity, code, number in rows})


def _conditions(question: ProblemQuestion) -> Conditions:
    conditions = Conditions()
    if question.severity:
        conditions.add("severity = ?", question.severity)
    if question.code:
        conditions.add("code = ?", question.code)
    if question.file:
        conditions.add("instr(file, ?)", question.file)
    return conditions
