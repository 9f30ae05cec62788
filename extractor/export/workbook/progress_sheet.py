"""完成情况: how far the tasks are, by department, month and notice, with two charts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from extractor.export.workbook.cells import Formula, value
from extractor.export.workbook.columns import PROGRESS
from extractor.export.workbook.groups import by_notice, is_month
from extractor.export.workbook.layout import print_on_a4, protect
from extractor.export.workbook.states import count
from extractor.export.workbook.views import LIVE

if TYPE_CHECKING:
    from extractor.export.workbook.cells import Cell
    from extractor.export.workbook.contents import WorkbookContents
    from extractor.export.workbook.pen import Book, Sheet
    from extractor.export.workbook.states import Count
    from extractor.export.workbook.views import Block, View

NAME = "完成情况"
_CHART_ROWS = 18  # rows of ordinary height that the charts cover
_MOST_BARS = 12
_KEYS = 2  # hidden columns behind those that are shown
_GREEN, _BLUE = "#70AD47", "#9DC3E6"
_WIDTH, _HEIGHT = 372, 345  # pixels
_SMALL = {"num_font": {"size": 8}}
_ENDED = ("已完成", "已销号", "中止")


def write_progress(book: Book, contents: WorkbookContents, tasks: Sheet, departments: View, months: View) -> None:
    """Write the sheet; its figures are formulas over the other sheets, so that they follow what staff fill in."""
    sheet = book.sheet(NAME, PROGRESS)
    sheet.rows += _CHART_ROWS
    _all(sheet, contents, tasks)
    by_month = _blocks(sheet, "按月份", months)
    by_department = _blocks(sheet, "按部门", departments)
    _notices(sheet, contents, tasks)
    dated = sum(is_month(block.group.name) for block in months.blocks)
    owned = len(departments.blocks)
    _charts(sheet, (by_department, min(owned, _MOST_BARS)), (by_month, dated))
    print_on_a4(sheet, len(PROGRESS) - _KEYS)
    sheet.inner.repeat_rows(_CHART_ROWS + 2)
    protect(sheet)


def _all(sheet: Sheet, contents: WorkbookContents, tasks: Sheet) -> None:
    _heading(sheet, "全部")
    state, day = (tasks.reference(name, 2, max(tasks.rows, 2)) for name in ("状态", "截止日期"))
    sheet.row(_line(sheet, "全部任务", count(row.get("状态", "") for row in contents.tasks), (state, day)))


def _blocks(sheet: Sheet, title: str, view: View) -> int:
    """A line a block; returns the first one's row, from one."""
    _heading(sheet, title)
    first = sheet.rows + 1
    for block in view.blocks:
        sheet.row(_line(sheet, block.group.name, block.group.count, _ranges(view.sheet, block)))
    return first


def _ranges(sheet: Sheet, block: Block) -> tuple[str, str]:
    return (
        sheet.reference("状态", block.first, block.last),
        sheet.reference("截止日期", block.first, block.last),
    )


def _heading(sheet: Sheet, title: str) -> None:
    sheet.rows += 1
    sheet.row([title, *[""] * (len(PROGRESS) - 1)], "title")
    sheet.header()


def _line(sheet: Sheet, name: str, counted: Count, ranges: tuple[str, str]) -> list[Cell]:
    """Name, total, finished, open, dropped, overdue, rate: formulas over a range of states and one of days."""
    state, day = ranges
    row = sheet.rows + 1
    late = ",".join(f'{state},"<>{word}"' for word in _ENDED)
    return [
        value(name, PROGRESS[0]),
        counted.total,
        Formula(f'=COUNTIF({state},"已完成")+COUNTIF({state},"已销号")', counted.finished),
        Formula(f"=B{row}-C{row}-E{row}", counted.open),
        Formula(f'=COUNTIF({state},"中止")', counted.dropped),
        Formula(f'=COUNTIFS({day},"<"&TODAY(),{late})'),
        _rate(row, counted),
        *[""] * _KEYS,
    ]


def _rate(row: int, counted: Count) -> Formula:
    return Formula(f"=IF(B{row}=0,0,C{row}/B{row})", counted.rate)


def _notices(sheet: Sheet, contents: WorkbookContents, tasks: Sheet) -> None:
    _heading(sheet, "按文件")
    live = len(contents.tasks) <= LIVE
    for group in by_notice(contents.tasks):
        name = value(group.name, PROGRESS[0])
        keys = [value(group.rows[0][column.name], column) for column in PROGRESS[-_KEYS:]]
        sheet.row([name, *(_counted_live if live else _counted)(sheet, group.count, tasks), *keys])


def _counted_live(sheet: Sheet, counted: Count, tasks: Sheet) -> list[Cell]:
    """Counted by file and title wherever the rows stand now, since staff may sort 全部任务."""
    row = sheet.rows + 1
    state, day, file, title = (
        tasks.reference(name, 2, max(tasks.rows, 2)) for name in ("状态", "截止日期", "来源文件", "文件标题")
    )
    here = f"({file}=$H{row})*({title}=$I{row})"
    late = "*".join(f'({state}<>"{word}")' for word in _ENDED)
    return [
        counted.total,
        Formula(f'=SUMPRODUCT({here}*(({state}="已完成")+({state}="已销号")))', counted.finished),
        Formula(f"=B{row}-C{row}-E{row}", counted.open),
        Formula(f'=SUMPRODUCT({here}*({state}="中止"))', counted.dropped),
        Formula(f"=SUMPRODUCT({here}*ISNUMBER({day})*({day}<TODAY())*{late})"),
        _rate(row, counted),
    ]


def _counted(sheet: Sheet, counted: Count, _tasks: Sheet) -> list[Cell]:
    """Figures of the day of writing, without those that only a later day knows."""
    figures = counted.total, counted.finished, counted.open, counted.dropped
    return [*figures, "", _rate(sheet.rows + 1, counted)]


def _charts(sheet: Sheet, departments: tuple[int, int], months: tuple[int, int]) -> None:
    """Two charts side by side at the top; each is given the first line it shows, from one, and how many."""
    if departments[1]:
        chart = _chart(sheet, "bar", "任务最多的部门", departments)
        chart.set_y_axis({"reverse": True, **_SMALL})
        sheet.inner.insert_chart(0, 0, chart, {"x_offset": 4, "y_offset": 4})
    if months[1]:
        chart = _chart(sheet, "column", "各月到期的任务", months)
        sheet.inner.insert_chart(0, 0, chart, {"x_offset": 8 + _WIDTH, "y_offset": 4})


def _chart(sheet: Sheet, kind: str, title: str, lines: tuple[int, int]) -> Any:  # noqa: ANN401 - XlsxWriter states no types
    chart = sheet.book.inner.add_chart({"type": kind, "subtype": "stacked"})
    first, last = lines[0] - 1, lines[0] + lines[1] - 2
    for column, colour in ((2, _GREEN), (3, _BLUE)):
        chart.add_series({
            "name": PROGRESS[column].name,
            "categories": [NAME, first, 0, last, 0],
            "values": [NAME, first, column, last, column],
            "fill": {"color": colour},
            "gap": 50,
        })  # fmt: skip
    chart.set_title({"name": title, "name_font": {"size": 11}})
    chart.set_legend({"position": "bottom"})
    chart.set_x_axis(_SMALL)
    chart.set_size({"width": _WIDTH, "height": _HEIGHT})
    return chart
