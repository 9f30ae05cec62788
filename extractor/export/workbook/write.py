"""Write the workbook: our sheets, or the office's own header filled in."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

from extractor.export.workbook.guide_sheet import write_guide
from extractor.export.workbook.imprint import PROPERTY, digest
from extractor.export.workbook.ledger_sheet import write_tasks
from extractor.export.workbook.pen import Book
from extractor.export.workbook.plain_sheets import write_doubts, write_notices
from extractor.export.workbook.progress_sheet import write_progress
from extractor.export.workbook.shown_sheet import write_shown
from extractor.export.workbook.views import write_departments, write_months
from extractor.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.export.workbook.contents import WorkbookContents
    from extractor.export.workbook.pen import Sheet

_TITLE = "任务台账"


def write_workbook(stream: IO[bytes], contents: WorkbookContents) -> tuple[Problem, ...]:
    """Write ``contents`` to ``stream``, the same bytes for the same contents.

    Returns:
        What could not be shown whole: cells cut off, rows without room, columns of a template left empty.

    Raises:
        TemplateUnreadable: the template is no workbook.
        TemplateWithoutHeader: it has no row whose names are known.
    """
    if contents.template:
        from extractor.export.workbook.template import fill_template  # noqa: PLC0415 - loads openpyxl

        return fill_template(stream, contents, contents.template)
    book = Book(stream, _TITLE, (PROPERTY, digest(contents)))
    tasks, problems = write_tasks(book, contents)
    departments, months = write_departments(book, contents, tasks), write_months(book, contents, tasks)
    write_progress(book, contents, tasks, departments, months)
    write_notices(book, contents)
    write_doubts(book, contents)
    problems += _left_out(tasks, departments.sheet, months.sheet)
    write_guide(book, contents, problems)
    write_shown(book, contents, tasks)
    book.close()
    return tuple(problems)


def _left_out(*sheets: Sheet) -> Iterator[Problem]:
    for sheet in sheets:
        if sheet.left_out:
            details = (("sheet", str(sheet.inner.get_name())), ("count", str(sheet.left_out)))
            yield Problem("workbook-rows-left-out", None, "warning", details)
