"""The sheets: what stands where, what staff can choose, how it prints, and figures that agree with the rows."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from extractor.export.columns import TASKS
from extractor.export.workbook import groups, states, views
from extractor.export.workbook.contents import WorkbookContents
from extractor.export.workbook.plain_sheets import reasons
from tests.export.workbook.rows import TITLE, notice, opened, owned, table, task, written

if TYPE_CHECKING:
    import openpyxl

SHEETS = ["全部任务", "按部门", "按时限", "完成情况", "文件目录", "待核对", "说明"]
HIDDEN = ["原值"]
ROWS = [
    task(1, 状态="已完成"),
    task(2, 截止日期="2026-06-30 16:00", 状态="中止"),
    task(3, 截止日期="2026-05-31", 完成时限="5月底前", 状态="已销号", 进展情况="已整改"),
    task(4, 截止日期="", 完成时限="长期坚持", 时限类型="长期", 状态="快好了"),
    task(5, 截止日期="", 完成时限="", 时限类型="", 文件标题="关于报送名单的通知", 来源文件="b.pdf"),
]
OWNERS = owned(ROWS, a00003=(("安全科", "牵头"), ("基教科", "配合")), a00005=())
CONTENTS = WorkbookContents(ROWS, [notice()], {"a00004": ("assumed", "deadline-without-year", "new-one")}, OWNERS)


@pytest.fixture(scope="module")
def book() -> openpyxl.Workbook:
    return opened(CONTENTS)


@pytest.fixture(scope="module")
def values() -> openpyxl.Workbook:
    return opened(CONTENTS, values=True)


def test_there_is_a_sheet_for_every_view(book: openpyxl.Workbook) -> None:
    assert book.sheetnames == SHEETS + HIDDEN


def test_all_columns_of_the_ledger_are_there(book: openpyxl.Workbook) -> None:
    assert sorted(table(book, "全部任务")[0]) == sorted(TASKS)


def test_days_and_numbers_are_real_and_words_are_whole(book: openpyxl.Workbook) -> None:
    first, second = table(book, "全部任务")[:2]
    assert (first["序号"], first["页码"], first["截止日期"]) == (1, 2, dt.datetime(2026, 6, 30))  # noqa: DTZ001
    assert second["截止日期"] == dt.datetime(2026, 6, 30, 16)  # noqa: DTZ001
    assert first["原文"] == "检查第1处隐患。 逐项整改。"
    assert book["全部任务"]["H2"].number_format == "yyyy-mm-dd"


def test_staff_choose_the_state_from_a_list(book: openpyxl.Workbook) -> None:
    (choice,) = book["全部任务"].data_validations.dataValidation
    assert choice.formula1 == '"未启动,进行中,已完成,已销号,中止"'
    assert str(choice.sqref).startswith("L2:L")
    assert book["全部任务"]["L1"].value == "状态"


def test_an_empty_state_stays_empty(book: openpyxl.Workbook) -> None:
    assert table(book, "全部任务")[4]["状态"] is None


def test_the_traffic_light_looks_at_the_day_and_the_state(book: openpyxl.Workbook) -> None:
    rules = [rule.formula[0] for each in book["全部任务"].conditional_formatting for rule in each.rules]
    assert rules == [
        "NOT(ISNUMBER($H2))",
        'OR($L2="已完成",$L2="已销号")',
        '$L2="中止"',
        "$H2<TODAY()",
        "INT($H2)<=TODAY()+提前天数",
        "$H2>TODAY()",
        'OR($L2="已完成",$L2="已销号")',
    ]


def test_the_days_before_yellow_stand_in_a_cell_that_staff_may_change() -> None:
    book = opened(WorkbookContents(ROWS, soon=30))
    sheet, cell = book.defined_names["提前天数"].attr_text.split("!")
    assert book[sheet.strip("'")][cell.partition(":")[0].replace("$", "")].value == 30


@pytest.mark.parametrize("name", SHEETS)
def test_every_sheet_prints_on_a4_landscape_with_page_numbers(book: openpyxl.Workbook, name: str) -> None:
    sheet = book[name]
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
    fitting, footer = sheet.sheet_properties.pageSetUpPr, sheet.oddFooter
    assert fitting
    assert fitting.fitToPage
    assert footer
    assert footer.center.text == "第 &P 页 共 &N 页"
    assert sheet.print_area


@pytest.mark.parametrize("name", [name for name in SHEETS if name not in {"完成情况", "说明"}])
def test_the_header_is_frozen_filtered_and_printed_on_every_page(book: openpyxl.Workbook, name: str) -> None:
    sheet = book[name]
    assert str(sheet.freeze_panes)[1:] == "2"
    assert sheet.auto_filter.ref.startswith("A1:")
    assert sheet.print_title_rows == "$1:$1"


@pytest.mark.parametrize("name", SHEETS)
def test_views_are_guarded_and_the_ledger_is_not(book: openpyxl.Workbook, name: str) -> None:
    guard = book[name].protection
    assert guard.sheet == (name not in {"全部任务", "说明"})
    assert not guard.sheet or (guard.password is None and not guard.autoFilter)


def test_only_the_days_work_is_printed_of_the_ledger(book: openpyxl.Workbook) -> None:
    assert book["全部任务"].print_area == "'全部任务'!$A$1:$O$6"
    assert [cell.value for cell in book["全部任务"][1]].index("原文") == 15


def test_a_department_has_a_block_with_its_subtotal(values: openpyxl.Workbook) -> None:
    lines = [(line["部门"], line["分工"], line["任务事项"], line["状态"]) for line in table(values, "按部门")]
    assert lines == [
        ("安全科", None, "小计 4 项，已完成 2 项，中止 1 项", None),
        ("安全科", "责任", "检查第1处", "已完成"),
        ("安全科", "责任", "检查第2处", "中止"),
        ("安全科", "牵头", "检查第3处", "已销号"),
        ("安全科", "责任", "检查第4处", "快好了"),
        ("基教科", None, "小计 1 项，已完成 1 项，中止 0 项", None),
        ("基教科", "配合", "检查第3处", "已销号"),
        ("（未写明责任单位）", None, "小计 1 项，已完成 0 项，中止 0 项", None),
        ("（未写明责任单位）", None, "检查第5处", None),
    ]


def test_months_come_in_order_and_those_without_a_day_last(values: openpyxl.Workbook) -> None:
    lines = [(line["月份"], line["序号"]) for line in table(values, "按时限") if line["序号"]]
    assert lines == [("2026年5月", 3), ("2026年6月", 1), ("2026年6月", 2), ("长期坚持", 4), ("没有写时限", 5)]


def test_a_view_looks_up_what_staff_write_by_the_id_of_the_task(book: openpyxl.Workbook) -> None:
    formulas = [line["状态"] for line in table(book, "按部门") if line["任务编号"]]
    assert formulas[0] == "=IFERROR(INDEX('全部任务'!$L$2:$L$6,MATCH($L3,'全部任务'!$Z$2:$Z$6,0))&\"\",\"\")"
    assert {cell.value for cell in book["按部门"]["L"][1:]} == {None, *(row["任务编号"] for row in ROWS)}


def test_a_large_ledger_is_not_looked_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(views, "LIVE", 4)
    monkeypatch.setattr("extractor.export.workbook.progress_sheet.LIVE", 4)
    monkeypatch.setattr("extractor.export.workbook.guide_sheet.LIVE", 4)
    book = opened(CONTENTS)
    assert [line["状态"] for line in table(book, "按部门")][1] == "已完成"
    assert ["变化" in str(row[0].value) and "超过 4 项" in str(row[1].value) for row in book["说明"].iter_rows()].count(
        True
    ) == 1
    assert _figures(book)[TITLE] == (4, 2, 1, 1)


def _figures(book: openpyxl.Workbook) -> dict[str, tuple[object, ...]]:
    """Total, finished, open and dropped of every line of 完成情况; the first line of a name counts."""
    lines = [line for line in book["完成情况"].iter_rows(values_only=True) if isinstance(line[1], int)]
    return {str(line[0]): tuple(line[1:5]) for line in reversed(lines)}


def test_the_figures_are_those_counted_from_the_rows(values: openpyxl.Workbook) -> None:
    found = _figures(values)
    assert found == {
        "全部任务": (5, 2, 2, 1),
        "2026年5月": (1, 1, 0, 0), "2026年6月": (2, 1, 0, 1), "长期坚持": (1, 0, 1, 0), "没有写时限": (1, 0, 1, 0),
        "安全科": (4, 2, 1, 1), "基教科": (1, 1, 0, 0), "（未写明责任单位）": (1, 0, 1, 0),
        TITLE: (4, 2, 1, 1), "关于报送名单的通知": (1, 0, 1, 0),
    }  # fmt: skip
    totals = Counter(row["文件标题"] for row in ROWS)
    assert {title: found[title][0] for title in totals} == totals


def test_rates_are_finished_tasks_of_all(values: openpyxl.Workbook) -> None:
    rates = {line[0]: line[6] for line in values["完成情况"].iter_rows(values_only=True) if isinstance(line[1], int)}
    assert (rates["全部任务"], rates["安全科"], rates["基教科"]) == (0.4, 0.5, 1)


def test_overdue_is_worked_out_on_the_day_of_reading(book: openpyxl.Workbook) -> None:
    formulas = [line[5] for line in book["完成情况"].iter_rows(values_only=True) if isinstance(line[1], int)]
    assert all("TODAY()" in str(formula) for formula in formulas)


def test_progress_has_a_chart_of_departments_and_one_of_months(book: openpyxl.Workbook) -> None:
    assert len(book["完成情况"]._charts) == 2  # type: ignore[attr-defined] # noqa: SLF001 - openpyxl has no other way


def test_doubtful_tasks_have_the_reason_and_what_to_do(book: openpyxl.Workbook) -> None:
    (line,) = table(book, "待核对")
    assert line["任务编号"] == "a00004"
    assert line["疑点"] == (
        "原文没有明说这是一项任务，由程序推断\n时限没有写年份，也无从推断\nnew-one"
    )
    assert str(line["怎样核对"]).count("\n") == 1


def test_every_assumption_of_the_program_has_words() -> None:
    codes = ("assumed", "year-from-reference", "festival-date", "workday-calendar-estimated", "impossible-date")
    for code in codes:
        assert code not in reasons([code])[0]


def test_an_empty_ledger_has_its_sheets_too() -> None:
    book = opened(WorkbookContents([]))
    assert book.sheetnames == SHEETS + HIDDEN
    assert table(book, "全部任务") == []


def test_two_notices_of_one_title_are_two() -> None:
    found = groups.by_notice([task(1), task(2, 来源文件="b.docx")])
    assert [(group.name, len(group.rows)) for group in found] == [(TITLE, 1), (TITLE, 1)]


def test_staffs_own_words_for_a_state_finish_nothing() -> None:
    assert states.count(["办结", " 已完成 "]) == states.Count(2, 1, 0)


def test_five_thousand_tasks_are_all_there() -> None:
    rows = [task(number, 状态="已完成" if number % 2 else "") for number in range(1, 5_001)]
    book = opened(WorkbookContents(rows, [notice()], {}, owned(rows)), values=True)
    assert [line["任务编号"] for line in table(book, "全部任务")] == [row["任务编号"] for row in rows]
    assert _figures(book)["全部任务"] == (5_000, 2_500, 2_500, 0)


def test_rows_without_room_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extractor.export.workbook.pen.MOST_ROWS", 3)
    _, problems = written(WorkbookContents([task(number) for number in range(5)]))
    assert [problem.details for problem in problems if problem.code == "workbook-rows-left-out"] == [
        (("sheet", "全部任务"), ("count", "3")),
        (("sheet", "按部门"), ("count", "4")),
        (("sheet", "按时限"), ("count", "4")),
    ]
