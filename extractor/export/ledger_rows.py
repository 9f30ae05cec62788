"""Records -> the rows of ``tasks.csv``, the ledger (任务台账): who has to do what by when, and where."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.export.columns import DEADLINE_KINDS, TASK_KINDS
from extractor.export.corrected import corrected_cell
from extractor.export.csv_tables import listed
from extractor.store.staff import BY_HAND, COLUMNS, CORRECTABLE, CORRECTED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from extractor.model.record import DeadlineRecord, DocumentRecord, Record, TaskRecord
    from extractor.store.cells import Row
    from extractor.store.staff import Cells


def task_rows(records: Iterable[Record]) -> Iterator[Row]:
    """A row a task, by file and position; the columns of staff are filled by ``noted``."""
    found = ((record, *pair) for record in records for pair in _tasks(record))
    for number, (record, documents, task) in enumerate(found, 1):
        yield {
            "序号": str(number),
            **_what(task),
            **_who(task, documents),
            **_when(task),
            **_where(task, documents),
            "来源文件": record["file"],
            "规则": task["rule"],
        }


def noted(rows: Iterable[Row], cells: Cells, corrections: Cells) -> Iterator[Row]:
    """``rows`` with what staff wrote beside each task, and which of its columns they corrected.

    Args:
        rows: of ``task_rows``, made from records that hold the corrections.
        cells: task → column → what staff wrote.
        corrections: task → corrected column → what had been found there.
    """
    for row in rows:
        task = row["任务编号"]
        own = {column: cell for column, cell in cells.get(task, {}).items() if column not in CORRECTABLE}
        blank = dict.fromkeys(COLUMNS, "")
        mark = "" if row["规则"] == BY_HAND else corrected_cell(corrections.get(task, {}))
        yield {**row, **blank, **own, CORRECTED: mark}


def _tasks(record: Record) -> Iterator[tuple[list[DocumentRecord], TaskRecord]]:
    """Each task with its document and the documents around that one, innermost first."""
    known = {document["id"]: document for document in record["documents"]}
    around = [(_around(document, known), document["tasks"]) for document in record["documents"]]
    found = [(documents, task) for documents, tasks in around for task in tasks]
    yield from sorted(found, key=lambda pair: (pair[1]["span"], pair[1]["id"]))


def _around(document: DocumentRecord, known: Mapping[str, DocumentRecord]) -> list[DocumentRecord]:
    chain = [document]
    while (parent := known.get(chain[-1]["parent"] or "")) and parent not in chain:
        chain.append(parent)
    return chain


def _what(task: TaskRecord) -> Row:
    return {
        "任务编号": task["id"],
        "任务事项": _one_line(task["title"]),
        "任务类别": TASK_KINDS[task["kind"]],
        "原文": re.sub(r"[ \t]+", " ", task["text"].strip()),
    }


def _who(task: TaskRecord, documents: list[DocumentRecord]) -> Row:
    subjects = [*_owners(task, "actor"), *(f"{name}（责任人）" for name in _owners(task, "person"))]
    if not task["owners"]:
        recipients = next((each["recipients"] for each in documents if each["recipients"]), [])
        subjects = [f"（主送）{listed(recipients)}"] if recipients else []
    return {
        "牵头单位": listed(_owners(task, "lead")),
        "责任单位": listed(_owners(task, "responsible")),
        "配合单位": listed(_owners(task, "support")),
        "责任主体": listed(subjects),
    }


def _owners(task: TaskRecord, role: str) -> list[str]:
    return [owner["name"] for owner in task["owners"] if owner["role"] == role]


def _when(task: TaskRecord) -> Row:
    deadline = task["deadline"]
    return {
        "完成时限": _one_line(deadline["text"]) if deadline else "",
        "截止日期": _due(deadline) if deadline else "",
        "时限类型": DEADLINE_KINDS[deadline["kind"]] if deadline else "",
        "其他时间要求": "；".join(map(_milestone, task["milestones"])),
    }


def _milestone(time: DeadlineRecord) -> str:
    words, due = _one_line(time["text"]), _due(time)
    return f"{words}（{due}）" if due else words


def _due(time: DeadlineRecord) -> str:
    """The day in ISO form; day and hour with a blank between, which spreadsheets read as a time."""
    return time.get("due", "").replace("T", " ")


def _where(task: TaskRecord, documents: list[DocumentRecord]) -> Row:
    """The place; an enclosure without number, issuer or date of its own has those of the notice around it."""
    return {
        "条款": "".join(task["section"]),
        "文件标题": next((each["title"] for each in documents if each["title"]), None) or "",
        "发文字号": listed(next((each["numbers"] for each in documents if each["numbers"]), ())),
        "发文机关": listed(next((each["issuers"] for each in documents if each["issuers"]), ())),
        "成文日期": next((each["date"] for each in documents if each["date"]), None) or "",
        "页码": str(task["page"] or ""),
    }


def _one_line(words: str) -> str:
    return " ".join(words.split())
