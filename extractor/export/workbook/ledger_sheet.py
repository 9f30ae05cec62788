"""全部任务: a row a task with everything that is known of it; the sheet that staff fill in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.export import columns
from extractor.export.workbook.cells import CUT_OFF, value
from extractor.export.workbook.columns import PRINTED_TASKS, TASKS, Column
from extractor.export.workbook.layout import lay_out
from extractor.export.workbook.states import DROPPED, FINISHED, STATES
from extractor.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.export.workbook.cells import Cell
    from extractor.export.workbook.contents import WorkbookContents
    from extractor.export.workbook.pen import Book, Sheet

NAME = "全部任务"
DAYS = "提前天数"
"""The named cell that says how many days before its day a task turns yellow."""

_OWN = 14  # width of a column that the office added
_SPARE = 500  # rows below the last task in which the choice of states works too
GREEN, YELLOW = ("#C6EFCE", "#006100"), ("#FFEB9C", "#7F6000")
RED, GREY = ("#FF7C80", "#7F0000"), ("#D9D9D9", "#595959")


def write_tasks(book: Book, contents: WorkbookContents) -> tuple[Sheet, list[Problem]]:
    """Write the sheet; the problems name cells that could not hold all their words."""
    laid = task_columns(contents)
    sheet = book.sheet(NAME, laid)
    sheet.header()
    problems: list[Problem] = []
    for row in contents.tasks:
        cells = [value(row.get(column.name, ""), column) for column in laid]
        sheet.row(cells)
        problems += _cuts(sheet, cells)
    lay_out(sheet, frozen=2, printed=PRINTED_TASKS)
    _choices(sheet)
    colour_days(sheet, 2, max(sheet.rows, 2))
    return sheet, problems


def task_columns(contents: WorkbookContents) -> tuple[Column, ...]:
    """The columns of the sheet: ours, and those that the office added to its ledger."""
    known = {*columns.TASKS}
    own = dict.fromkeys(name for row in contents.tasks for name in row if name not in known)
    return (*TASKS, *(Column(name, _OWN, filled_in=True) for name in own))


def colour_days(sheet: Sheet, first: int, last: int) -> None:
    """Traffic light on 截止日期 and 状态 of rows ``first`` … ``last``: finished or far, near, past; dropped is grey."""
    day, state = (f"${sheet.letter(name)}{first}" for name in ("截止日期", "状态"))
    _colour(sheet, "截止日期", (first, last), f"NOT(ISNUMBER({day}))", None)
    ended = ",".join(f'{state}="{word}"' for word in FINISHED)
    _colour(sheet, "截止日期", (first, last), f"OR({ended})", GREEN)
    _colour(sheet, "状态", (first, last), f"OR({ended})", GREEN)
    _colour(sheet, "截止日期", (first, last), f'{state}="{DROPPED}"', GREY)
    _colour(sheet, "截止日期", (first, last), f"{day}<TODAY()", RED)
    _colour(sheet, "截止日期", (first, last), f"INT({day})<=TODAY()+{DAYS}", YELLOW)
    _colour(sheet, "截止日期", (first, last), f"{day}>TODAY()", GREEN)


def _colour(sheet: Sheet, column: str, rows: tuple[int, int], formula: str, look: tuple[str, str] | None) -> None:
    letter = sheet.letter(column)
    rule = {"type": "formula", "criteria": f"={formula}", "stop_if_true": True}
    if look:
        rule["format"] = sheet.book.colour(*look, bold=look is RED)
    sheet.inner.conditional_format(f"{letter}{rows[0]}:{letter}{rows[1]}", rule)


def _choices(sheet: Sheet) -> None:
    """The drop-down of 状态, with some rows to spare for tasks added by hand."""
    letter = sheet.letter("状态")
    rule = {
        "validate": "list",
        "source": list(STATES),
        "error_title": "状态",
        "error_message": f"请从下拉列表中选：{'、'.join(STATES)}。",
    }
    sheet.inner.data_validation(f"{letter}2:{letter}{sheet.rows + _SPARE}", rule)


def _cuts(sheet: Sheet, cells: list[Cell]) -> Iterator[Problem]:
    for column, cell in zip(sheet.columns, cells, strict=True):
        if isinstance(cell, str) and cell.endswith(CUT_OFF):
            details = (("sheet", NAME), ("column", column.name), ("row", str(sheet.rows)))
            yield Problem("workbook-cell-cut", None, "warning", details)
