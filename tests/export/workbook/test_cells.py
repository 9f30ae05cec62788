"""Words of the ledger in cells: never a formula, whole or visibly cut off, days as days."""

from __future__ import annotations

import datetime as dt
import io
import zipfile

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.export.columns import TASKS
from extractor.export.workbook.cells import CUT_OFF, LONGEST, day, fitted, like_formula
from extractor.export.workbook.contents import WorkbookContents
from tests.export.workbook.rows import notice, opened, owned, table, task, written

HOSTILE = [
    pytest.param("=1+1", id="等号"),
    pytest.param("+1", id="加号"),
    pytest.param("-1", id="减号"),
    pytest.param("@SUM(A1)", id="at"),
    pytest.param("\t=1+1", id="制表符"),
    pytest.param("\r=1+1", id="回车"),
    pytest.param("\n=1+1", id="换行"),
    pytest.param("\uff1d1+1", id="全角等号"),
    pytest.param("\uff0b1", id="全角加号"),
    pytest.param("\uff0d1", id="全角减号"),
    pytest.param("\uff20A1", id="全角at"),
    pytest.param("=cmd|' /C calc'!A0", id="DDE"),
    pytest.param('=HYPERLINK("http://example.invalid","x")', id="链接公式"),
    pytest.param("http://example.invalid/a", id="网址"),
    pytest.param("internal:'全部任务'!A1", id="内部链接"),
    pytest.param("{=1+1}", id="数组公式"),
    pytest.param("'=1+1", id="撇号"),
    pytest.param("=" * 40_000, id="长公式"),
    pytest.param("\x00\x1b=1+1", id="控制字符"),
    pytest.param("_x003D_1+1", id="转义"),
    pytest.param("</t><f>1+1</f>", id="标签"),
    pytest.param("\ud83d=1", id="半个代理对"),
    pytest.param("1E5", id="像数字"),
    pytest.param("TRUE", id="像真值"),
]


@pytest.mark.parametrize("words", HOSTILE)
def test_no_field_of_a_workbook_becomes_a_formula_or_a_link(words: str) -> None:
    row = dict.fromkeys(TASKS, words) | {"任务编号": "a1"}
    contents = WorkbookContents([row], [dict.fromkeys(notice(), words)], {"a1": (words,)}, {"a1": ((words, words),)})
    book = opened(contents)
    for name in ("全部任务", "文件目录", "待核对", "说明"):
        kinds = {cell.data_type for line in book[name].iter_rows() for cell in line}
        assert kinds <= {"s", "n", "d"}, name
    ours = ("=COUNTIF", "=IFERROR(INDEX(", '="小计 ', "=SUMPRODUCT((", "=B", "=IF(B")
    for sheet in book.worksheets:
        formulas = [str(cell.value) for line in sheet.iter_rows() for cell in line if cell.data_type == "f"]
        assert [formula for formula in formulas if not formula.startswith(ours)] == []
        assert [cell.coordinate for line in sheet.iter_rows() for cell in line if cell.hyperlink] == []


def test_words_like_a_formula_stay_words_when_somebody_edits_the_cell() -> None:
    book = opened(WorkbookContents([task(1, 任务事项="=1+1"), task(2, 任务事项="检查")]))
    assert [book["全部任务"].cell(row, 2).quotePrefix for row in (2, 3)] == [True, False]


def test_what_is_written_is_what_is_read_back() -> None:
    words = "=1+1 😀 <b> & ]]> “引号” \"'"
    row = table(opened(WorkbookContents([task(1, 任务事项=words)])), "全部任务")[0]
    assert row["任务事项"] == words


@given(st.text(max_size=60))
@settings(max_examples=60, deadline=None)
def test_any_words_make_a_workbook_that_opens(words: str) -> None:
    book = opened(WorkbookContents([task(1, 任务事项=words, 备注=words, 来源文件=words)], [notice(标题=words)]))
    assert len(table(book, "全部任务")) == 1


CUTS = [
    pytest.param("甲" * LONGEST, "甲" * LONGEST, id="正好放得下"),
    pytest.param("甲" * (LONGEST + 1), "甲" * (LONGEST - len(CUT_OFF)) + CUT_OFF, id="多一个字"),
    pytest.param("😀" * 20_000, "😀" * ((LONGEST - len(CUT_OFF)) // 2) + CUT_OFF, id="一个表情算两个"),
    pytest.param("", "", id="空"),
]


@pytest.mark.parametrize(("words", "kept"), CUTS)
def test_long_words_are_whole_or_say_that_they_are_cut_off(words: str, kept: str) -> None:
    assert fitted(words) == kept
    assert len(kept.encode("utf-16-le")) // 2 <= 32_767


def test_a_view_shortens_long_words_and_says_where_the_rest_is() -> None:
    book = opened(WorkbookContents([task(1, 文件标题="甲" * 300)], [notice(附件="乙" * 300)]))
    assert table(book, "按时限")[1]["文件标题"] == "甲" * 200 + "……（未完，见“全部任务”）"
    assert table(book, "全部任务")[0]["文件标题"] == "甲" * 300
    assert table(book, "文件目录")[0]["附件"] == "乙" * 240 + "……（未完，见notices.csv）"


def test_a_cut_is_named_with_sheet_row_and_column() -> None:
    data, problems = written(WorkbookContents([task(1), task(2, 原文="甲" * 40_000)]))
    assert [(problem.code, problem.details) for problem in problems] == [
        ("workbook-cell-cut", (("sheet", "全部任务"), ("column", "原文"), ("row", "3")))
    ]
    guide = openpyxl.load_workbook(io.BytesIO(data))["说明"]
    last = [cell.value for cell in list(guide.iter_rows())[-1]]
    assert last == ["未能写全", "tasks.xlsx：“全部任务”第 3 行“原文”文字太长，没有写全。全文见 analysis.jsonl。"]


DAYS = [
    pytest.param("2026-06-30", dt.date(2026, 6, 30), id="日"),
    pytest.param("2026-06-30 16:00", dt.datetime(2026, 6, 30, 16), id="日和时"),  # noqa: DTZ001 - a day of the ledger has no zone
    pytest.param("1900-02-28", "1900-02-28", id="表格算不对的日子"),
    pytest.param("2026-02-30", "2026-02-30", id="没有的日子"),
    pytest.param("长期", "长期", id="文字"),
    pytest.param("=2026-06-30", "=2026-06-30", id="公式"),
    pytest.param("", "", id="空"),
]


@pytest.mark.parametrize(("words", "found"), DAYS)
def test_a_day_is_a_day_and_anything_else_stays_words(words: str, found: object) -> None:
    assert day(words) == found


@pytest.mark.parametrize("words", ["=1", " =1", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20", "'甲"])
def test_a_beginning_that_a_program_might_calculate_is_known(words: str) -> None:
    assert like_formula(words)
    assert not like_formula(f"甲{words}")


def test_the_same_contents_give_the_same_bytes() -> None:
    rows = [task(1), task(2, 状态="已完成")]
    contents = WorkbookContents(rows, [notice()], {"a00001": ("assumed",)}, owned(rows))
    assert written(contents)[0] == written(contents)[0]


def test_the_zip_bears_no_day_of_today() -> None:
    with zipfile.ZipFile(io.BytesIO(written(WorkbookContents([task(1)]))[0])) as parts:
        assert {part.date_time[0] for part in parts.infolist()} == {1980}
