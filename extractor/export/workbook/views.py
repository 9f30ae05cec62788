"""按部门 and 按时限: the tasks again in blocks, each under a line with its subtotal; guarded against edits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.export.workbook import columns
from extractor.export.workbook.cells import Formula, fitted, value
from extractor.export.workbook.groups import by_department, by_month
from extractor.export.workbook.layout import lay_out, protect
from extractor.export.workbook.ledger_sheet import colour_days
from extractor.store.staff import KEY

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from extractor.export.workbook.cells import Cell
    from extractor.export.workbook.contents import WorkbookContents
    from extractor.export.workbook.groups import Group
    from extractor.export.workbook.pen import Book, Sheet
    from extractor.store.cells import Row

LIVE = 5_000
"""Up to so many tasks a view looks 状态 and 进展情况 up in 全部任务; beyond, that would take minutes to open."""

_LOOKED_UP = ("状态", "进展情况")


@dataclass(frozen=True, slots=True)
class Block:
    """Tasks under one line of a view: rows ``first`` … ``last`` of its sheet, from one."""

    group: Group
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class View:
    """A sheet of blocks."""

    sheet: Sheet
    blocks: tuple[Block, ...]


def write_departments(book: Book, contents: WorkbookContents, tasks: Sheet) -> View:
    """按部门: a block a department."""
    return _write(book.sheet("按部门", columns.DEPARTMENTS), by_department(contents), tasks, len(contents.tasks))


def write_months(book: Book, contents: WorkbookContents, tasks: Sheet) -> View:
    """按时限: a block a month, then those without a day."""
    return _write(book.sheet("按时限", columns.MONTHS), by_month(contents.tasks), tasks, len(contents.tasks))


def responsible(row: Row) -> str:
    """Who sees to a task, on one line: ``牵头：甲科；责任：乙科、丙科；配合：丁科``."""
    named = (("牵头", "牵头单位"), ("责任", "责任单位"), ("配合", "配合单位"))
    words = [f"{part}：{row[column]}" for part, column in named if row.get(column)]
    return "；".join([*words, *([row["责任主体"]] if row.get("责任主体") else [])])


def _write(sheet: Sheet, groups: Iterable[Group], tasks: Sheet, total: int) -> View:
    sheet.header()
    live = tasks if total <= LIVE else None
    blocks = tuple(_block(sheet, group, live) for group in groups)
    lay_out(sheet, frozen=1)
    protect(sheet)
    colour_days(sheet, 2, max(sheet.rows, 2))
    return View(sheet, blocks)


def _block(sheet: Sheet, group: Group, live: Sheet | None) -> Block:
    # The line of the block comes first, so its rows begin two below what is written.
    first, last = sheet.rows + 2, sheet.rows + 1 + len(group.rows)
    sheet.row(_subtotal(sheet, group, first, last), "block")
    for row, part in zip(group.rows, group.parts or [""] * len(group.rows), strict=True):
        words = {**row, "部门": group.name, "月份": group.name, "分工": part, "责任": responsible(row)}
        sheet.row(_cells(sheet, words, live))
    return Block(group, first, last)


def _subtotal(sheet: Sheet, group: Group, first: int, last: int) -> list[Cell]:
    """The name, and under 任务事项 how far the block is, counted from the 状态 below."""
    state, count = sheet.reference("状态", first, last), group.count
    ended = f'COUNTIF({state},"已完成")+COUNTIF({state},"已销号")'
    formula = f'="小计 {count.total} 项，已完成 "&({ended})&" 项，中止 "&COUNTIF({state},"中止")&" 项"'
    words = f"小计 {count.total} 项，已完成 {count.finished} 项，中止 {count.dropped} 项"
    line: Mapping[str, Cell] = {
        sheet.columns[0].name: value(group.name, sheet.columns[0]),
        "任务事项": Formula(formula, words),
    }
    return [line.get(column.name, "") for column in sheet.columns]


def _cells(sheet: Sheet, row: Row, live: Sheet | None) -> list[Cell]:
    return [
        _looked_up(sheet, column.name, row, live)
        if live and column.name in _LOOKED_UP
        else value(row.get(column.name, ""), column)
        for column in sheet.columns
    ]


def _looked_up(sheet: Sheet, column: str, row: Row, live: Sheet) -> Formula:
    """What stands in 全部任务 beside the task's id; sorting there does no harm."""
    key = f"${sheet.letter(KEY)}{sheet.rows + 1}"
    values, keys = (live.reference(name, 2, live.rows) for name in (column, KEY))
    return Formula(f'=IFERROR(INDEX({values},MATCH({key},{keys},0))&"","")', fitted(row.get(column, "")))
