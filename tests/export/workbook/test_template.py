"""An office's own workbook: its header is understood, its looks stay, its other columns too."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING

import openpyxl
import pytest
from openpyxl.styles import Font, PatternFill

from extractor.export.workbook.contents import WorkbookContents
from extractor.export.workbook.headers import names, read_header
from extractor.export.workbook.template_errors import TemplateUnreadable, TemplateWithoutHeader
from tests.export.workbook.rows import TITLE, task, written

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from openpyxl.worksheet.worksheet import Worksheet

    from extractor.model.problem import Problem

HEADER = ("序号", "工作任务", "牵头部门", "责任单位（科室）", "时间节点", "完成 情况", "分管领导", "备注")
ROWS = [
    task(1, 牵头单位="办公室", 责任单位="安全科", 配合单位="基教科", 进展情况="已布置"),
    task(2, 任务事项="=1+1", 责任单位="", 责任主体="（主送）各学校"),
]

HEADERS = [
    pytest.param(("序号", "主要任务", "完成时限"), {"序号": 1, "任务事项": 2, "完成时限": 3}, (), id="三个就够"),
    pytest.param(("", "工作 任务", "责任\n部门", "时限要求（年月日）"),
                 {"任务事项": 2, "责任单位": 3, "完成时限": 4}, (), id="空格换行括号"),
    pytest.param(("★序号：", "任务名称*", "承办单位"), {"序号": 1, "任务事项": 2, "责任单位": 3}, (), id="标点"),
    pytest.param(("序号", "工作任务", "主要任务", "时限"), {"序号": 1, "任务事项": 2, "完成时限": 4},
                 ((3, "主要任务"),), id="同义两列取第一列"),
    pytest.param(("序号", "（备注）", "状态"), {"序号": 1, "备注": 2, "状态": 3}, (), id="整个在括号里"),
    pytest.param(("序号", "分管领导", "状态", "备注"),
                 {"序号": 1, "状态": 3, "备注": 4}, ((2, "分管领导"),), id="不认得的"),
]  # fmt: skip


@pytest.mark.parametrize(("cells", "columns", "unknown"), HEADERS)
def test_a_header_is_understood(
    cells: tuple[str, ...], columns: dict[str, int], unknown: tuple[tuple[int, str], ...]
) -> None:
    header = read_header(cells)
    assert header
    assert (dict(header.columns), header.unknown) == (columns, unknown)


@pytest.mark.parametrize("cells", [(), ("序号", "任务"), ("甲", "乙", "丙"), ("", "", "")], ids=str)
def test_a_row_with_fewer_than_three_names_is_no_header(cells: tuple[str, ...]) -> None:
    assert read_header(cells) is None


def test_each_name_means_one_column() -> None:
    assert names()["时间节点"] == "完成时限"
    assert all(name == "".join(name.split()) for name in names())


def office(path: Path, change: Callable[[Worksheet], None] | None = None) -> Path:
    """A template: a title, the header in row 3, a dressed row below it."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "重点任务"
    sheet["A1"] = "甲市教育局重点任务台账"
    sheet.merge_cells("A1:H1")
    for number, name in enumerate(HEADER, 1):
        sheet.cell(3, number, name).fill = PatternFill("solid", fgColor="FFDDEEFF")
        sheet.cell(4, number).font = Font(name="仿宋", size=14)
    sheet.column_dimensions["B"].width = 33
    sheet.auto_filter.ref = "A3:H10"
    sheet.print_area = "A1:H10"
    if change:
        change(sheet)
    book.save(path)
    return path


def filled(path: Path, *, rows: list[dict[str, str]] | None = None) -> tuple[Worksheet, tuple[Problem, ...]]:
    """The sheet as read back, and what could not be filled in."""
    data, problems = written(WorkbookContents(ROWS if rows is None else rows, template=path))
    return openpyxl.load_workbook(io.BytesIO(data)).worksheets[0], problems


def test_tasks_stand_below_the_header_in_the_offices_columns(tmp_path: Path) -> None:
    sheet, problems = filled(office(tmp_path / "台账.xlsx"))
    lines = [[cell.value for cell in line] for line in sheet.iter_rows(min_row=3)]
    assert lines == [
        [*HEADER, "任务编号"],
        [1, "检查第1处", "办公室", "安全科；基教科（配合）", "6月底前", "已布置", None, None, "a00001"],
        [2, "=1+1", None, "（主送）各学校", "6月底前", None, None, None, "a00002"],
    ]
    assert [(problem.code, problem.details) for problem in problems] == [
        ("template-column-unknown", (("column", "分管领导"),))
    ]


def test_the_looks_of_the_template_stay(tmp_path: Path) -> None:
    sheet, _ = filled(office(tmp_path / "台账.xlsx"))
    assert (sheet.title, sheet["A1"].value) == ("重点任务", "甲市教育局重点任务台账")
    assert {(sheet.cell(row, 2).font.name, sheet.cell(row, 2).font.size) for row in (4, 5)} == {("仿宋", 14)}
    assert sheet["B3"].fill.fgColor.rgb == "FFDDEEFF"
    assert sheet["B5"].alignment.wrap_text
    assert sheet.column_dimensions["B"].width == 33


def test_the_id_goes_into_a_hidden_column_at_the_far_right(tmp_path: Path) -> None:
    sheet, _ = filled(office(tmp_path / "台账.xlsx"))
    assert sheet["I3"].value == "任务编号"
    assert sheet.column_dimensions["I"].hidden


def test_an_id_column_of_the_offices_own_is_used(tmp_path: Path) -> None:
    sheet, _ = filled(office(tmp_path / "台账.xlsx", lambda sheet: sheet.__setitem__("G3", "任务编码")))
    assert [sheet[cell].value for cell in ("G4", "G5", "I3")] == ["a00001", "a00002", None]


def test_words_in_a_template_are_no_formulas_and_its_own_stay(tmp_path: Path) -> None:
    sheet, _ = filled(office(tmp_path / "台账.xlsx"))
    kinds = {cell.data_type for line in sheet.iter_rows(min_row=4) for cell in line}
    assert kinds <= {"s", "n", "inlineStr"}
    assert sheet["B5"].quotePrefix
    kept, _ = filled(office(tmp_path / "合计.xlsx", lambda sheet: sheet.__setitem__("B2", "=COUNTA(A4:A99)")))
    assert kept["B2"].value == "=COUNTA(A4:A99)"


def test_filter_and_print_area_reach_the_last_task(tmp_path: Path) -> None:
    rows = [task(number) for number in range(20)]
    sheet, _ = filled(office(tmp_path / "台账.xlsx"), rows=rows)
    assert sheet.auto_filter.ref == "A3:H23"
    assert sheet.print_area == "'重点任务'!$A$1:$H$23"
    assert sheet.print_title_rows == "$1:$3"


def test_states_are_chosen_from_a_list_where_the_office_has_none(tmp_path: Path) -> None:
    sheet, _ = filled(office(tmp_path / "台账.xlsx", lambda sheet: sheet.__setitem__("G3", "状态")))
    (choice,) = sheet.data_validations.dataValidation
    assert str(choice.sqref) == "G4:G5"


def test_rows_that_stand_below_the_header_are_kept_and_named(tmp_path: Path) -> None:
    sheet, problems = filled(office(tmp_path / "台账.xlsx", lambda sheet: sheet.__setitem__("B6", "示例")))
    assert (sheet["B6"].value, sheet["B7"].value) == ("示例", "检查第1处")
    assert ("template-rows-kept", (("row", "7"),)) in [(problem.code, problem.details) for problem in problems]


def test_a_header_of_two_rows_under_merged_cells_is_read_from_below(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        for column in "ABEFGH":
            sheet.merge_cells(f"{column}3:{column}4")
        sheet["C3"] = "责任分工"
        sheet["D3"] = None
        sheet.merge_cells("C3:D3")
        sheet["C4"], sheet["D4"] = "牵头单位", "配合单位"

    sheet, _ = filled(office(tmp_path / "台账.xlsx", change))
    assert [cell.value for cell in sheet[5]] == [
        1, "检查第1处", "办公室", "基教科", "6月底前", "已布置", None, None, "a00001"
    ]  # fmt: skip


def test_the_title_has_the_number_where_the_number_has_no_column(tmp_path: Path) -> None:
    sheet, _ = filled(office(tmp_path / "台账.xlsx", lambda sheet: sheet.__setitem__("G3", "任务来源")))
    assert sheet["G4"].value == f"{TITLE}（甲教发〔2026〕12号）"


def test_a_day_is_a_day_and_words_stand_where_there_is_none(tmp_path: Path) -> None:
    rows = [task(1), task(2, 截止日期="", 完成时限="长期坚持")]
    sheet, _ = filled(office(tmp_path / "台账.xlsx", lambda sheet: sheet.__setitem__("E3", "截止时间")), rows=rows)
    assert (sheet["E4"].value, sheet["E5"].value) == (dt.datetime(2026, 6, 30), "长期坚持")  # noqa: DTZ001
    assert sheet["E4"].number_format == "yyyy-mm-dd"


def test_the_header_may_stand_on_a_later_sheet(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(office(tmp_path / "台账.xlsx"))
    book.create_sheet("填表说明", 0)["A1"] = "请各单位如实填写"
    book.save(tmp_path / "两张表.xlsx")
    data, _ = written(WorkbookContents(ROWS, template=tmp_path / "两张表.xlsx"))
    sheets = openpyxl.load_workbook(io.BytesIO(data)).worksheets
    assert (sheets[0]["A1"].value, sheets[1]["B4"].value) == ("请各单位如实填写", "检查第1处")


def test_the_same_template_and_tasks_give_the_same_bytes(tmp_path: Path) -> None:
    contents = WorkbookContents(ROWS, template=office(tmp_path / "台账.xlsx"))
    assert written(contents)[0] == written(replace(contents))[0]


@pytest.mark.parametrize("data", [b"", b"\xd0\xcf\x11\xe0" * 99, b"PK\x03\x04 broken", "序号,任务".encode()], ids=repr)
def test_a_file_that_is_no_workbook_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "台账.xlsx").write_bytes(data)
    with pytest.raises(TemplateUnreadable, match=r"台账\.xlsx"):
        filled(tmp_path / "台账.xlsx")


def test_a_template_without_header_is_refused(tmp_path: Path) -> None:
    openpyxl.Workbook().save(tmp_path / "空.xlsx")
    with pytest.raises(TemplateWithoutHeader, match=r"空\.xlsx"):
        filled(tmp_path / "空.xlsx")


def test_rows_are_high_enough_and_fit_themselves_anew_when_edited(tmp_path: Path) -> None:
    rows = [task(1, 任务事项="检查"), task(2, 任务事项="组织各学校开展检查" * 12)]
    data, _ = written(WorkbookContents(rows, template=office(tmp_path / "台账.xlsx")))
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        lines = re.findall(r'<row r="[45]"[^>]*>', parts.read("xl/worksheets/sheet1.xml").decode())
    heights = [float(re.findall(r'ht="([0-9.]+)"', line)[0]) for line in lines]
    assert heights[1] > 5 * heights[0] > 100
    assert "customHeight" not in "".join(lines)
