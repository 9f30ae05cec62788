"""Records as staff want them read: their corrections in place of what was found, their own tasks beside."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from extractor.export.columns import TASK_KINDS
from extractor.store.days import day_within
from extractor.store.staff import BY_HAND, names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from extractor.model.notice import Role, TaskKind
    from extractor.model.record import DeadlineRecord, DocumentRecord, OwnerRecord, Record, TaskRecord
    from extractor.store.cells import Row
    from extractor.store.staff import Cells

RULE = "staff.correction"
"""The rule of every value that staff wrote."""
FILE = "（人工添加）"
"""The file under which tasks written in by hand are listed."""
_ROLES: Mapping[str, Role] = {"牵头单位": "lead", "责任单位": "responsible", "配合单位": "support", "责任主体": "actor"}
_KINDS = {shown: kind for kind, shown in TASK_KINDS.items()}


def staffed(
    records: Iterable[Record], cells: Cells, added: Mapping[str, Row]
) -> Iterator[Record]:
    """``records`` with the corrections in ``cells`` (task → column → words), and a record of the ``added`` tasks."""
    yield from (_record(record, cells) for record in records)
    if added:
        yield _by_hand(added, cells)


def _record(record: Record, cells: Cells) -> Record:
    if not any(task["id"] in cells for document in record["documents"] for task in document["tasks"]):
        return record
    return {**record, "documents": [_document(document, cells) for document in record["documents"]]}


def _document(document: DocumentRecord, cells: Cells) -> DocumentRecord:
    tasks = [_task(task, cells[task["id"]]) if task["id"] in cells else task for task in document["tasks"]]
    return {**document, "tasks": tasks}


def _task(task: TaskRecord, cells: Mapping[str, str]) -> TaskRecord:
    return {
        **task,
        "title": cells.get("任务事项", task["title"]),
        "kind": _kind(cells.get("任务类别", ""), task["kind"]),
        "owners": [*_owners(task, cells)],
        "deadline": _deadline(task, cells),
    }


def _kind(shown: str, before: TaskKind) -> TaskKind:
    return cast("TaskKind", _KINDS.get(shown, before))


def _owners(task: TaskRecord, cells: Mapping[str, str]) -> Iterator[OwnerRecord]:
    """Owners whose column was not corrected, then those that staff named."""
    replaced = {role for column, role in _ROLES.items() if column in cells}
    replaced |= {"person"} if "责任主体" in cells else set()
    yield from (owner for owner in task["owners"] if owner["role"] not in replaced)
    for column, role in _ROLES.items():
        for name in names(cells.get(column, "")):
            span = [task["span"][0], task["span"][0]]
            yield {"name": name, "role": role, "canonical": name, "text": "", "span": span, "rule": RULE}


def _deadline(task: TaskRecord, cells: Mapping[str, str]) -> DeadlineRecord | None:
    """The words and the day as corrected; a day alone is its own words, words alone are the day that they name."""
    if "完成时限" not in cells and "截止日期" not in cells:
        return task["deadline"]
    before = task["deadline"]
    known = before.get("due", "") if before else ""
    due = cells.get("截止日期", day_within(cells.get("完成时限", "")) or known)
    words = cells.get("完成时限", before["text"] if before else due)
    if not (due or words):
        return None
    span = before["span"] if before else [task["span"][0], task["span"][0]]
    if not due:
        return {"text": words, "kind": "vague", "span": span, "rule": RULE, "assumptions": []}
    iso = due.replace(" ", "T")
    return {"text": words, "kind": "date", "due": iso, "span": span, "rule": RULE, "assumptions": []}


def _by_hand(added: Mapping[str, Row], cells: Cells) -> Record:
    """A record whose text is the tasks that staff wrote in, a line each."""
    lines = {task: _line(row) for task, row in added.items()}
    tasks, start = [], 0
    for task, words in lines.items():
        bare = _bare(task, words, start)
        tasks.append(_task(bare, {**added[task], **cells.get(task, {})}))
        start += len(words) + 1
    return bare_record(FILE, bare_document(BY_HAND, tasks), "\n".join(lines.values()))


def bare_document(identifier: str, tasks: list[TaskRecord]) -> DocumentRecord:
    """A document of which nothing is known but its tasks."""
    return {
        "id": identifier, "part": "notice", "parent": None, "span": [0, 0], "title": None, "type": None,
        "issuers": [], "numbers": [], "date": None, "recipients": [], "cc": [], "signatories": [], "contacts": [],
        "attachments": [], "outline": [], "tasks": tasks, "references": [], "evidence": {},
    }  # fmt: skip


def bare_record(file: str, document: DocumentRecord, text: str = "") -> Record:
    """A file of one document, which is all of the ``text``."""
    return {
        "file": file, "status": "ok", "reader": "", "sha256": "", "text": text, "problems": [], "digest": "",
        "documents": [{**document, "span": [0, len(text)]}],
    }  # fmt: skip


def _line(row: Row) -> str:
    return " ".join((row.get("原文") or row.get("任务事项") or "").split())


def _bare(identifier: str, words: str, start: int) -> TaskRecord:
    return {
        "id": identifier, "rule": BY_HAND, "kind": "task", "section": [], "title": words, "text": words,
        "span": [start, start + len(words)], "page": None, "owners": [], "deadline": None, "milestones": [],
        "basis": "marked",
    }  # fmt: skip
