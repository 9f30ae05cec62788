"""What a question asks for, as a file to be handed out: CSV, workbook or calendar."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

from extractor.export.calendar.events import events
from extractor.export.calendar.file import calendar_bytes
from extractor.export.columns import TASKS
from extractor.ledger.selection import selected
from extractor.store.cells import table_bytes
from extractor.store.database import reading
from extractor.store.questions.tasks.duties import duties
from extractor.store.questions.tasks.many import task_ids
from extractor.store.staff import KEY

if TYPE_CHECKING:
    from pathlib import Path

    from extractor.export.workbook.contents import WorkbookContents
    from extractor.store.questions.tasks.question import TaskQuestion

FORMS = ("csv", "xlsx", "ics")


def made(out: Path, question: TaskQuestion, order: str, form: str) -> bytes:
    """The bytes of a file with the tasks of the ledger in ``out`` that fit, in one of ``ORDERS``.

    ``form`` is one of ``FORMS``. A calendar holds those that have a day, in the order of days.

    Raises:
        NoResults: there is no ledger.
    """
    with reading(out) as connection:
        if form == "ics":
            return calendar_bytes(events(duties(connection, question)))
        places = {task: at for at, task in enumerate(task_ids(connection, question, order))}
        contents = selected(connection, question)
    rows = sorted(contents.tasks, key=lambda row: places.get(row[KEY], len(places)))
    numbered = [{**row, "序号": str(number)} for number, row in enumerate(rows, 1)]
    return table_bytes(TASKS, numbered) if form == "csv" else _workbook(replace(contents, tasks=numbered))


def _workbook(contents: WorkbookContents) -> bytes:
    from extractor.export.workbook.write import write_workbook  # noqa: PLC0415 - loads XlsxWriter

    stream = io.BytesIO()
    write_workbook(stream, contents)
    return stream.getvalue()
