"""Workbooks: titles, tables and notes of each sheet, figures as printed, damage and attacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.ingest import limits
from extractor.ingest.sheets.formats import BUILT_IN, printed
from extractor.ingest.sheets.xls import read_xls
from extractor.ingest.sheets.xlsx import read_xlsx
from extractor.model.errors import EmptyFile, ExtractorError, LimitExceeded, UnreadableFile
from tests.ingest.doc_container import container
from tests.ingest.sheet_files import MAIN, RELATIONS, Value, sheet, styles, xls, xlsx

if TYPE_CHECKING:
    from extractor.model.source import Source

TASKS: list[list[Value]] = [["任务", "牵头单位"], ["排查桥梁", "住建局"], ["修缮桥梁", "交通局"]]
LAID = "任务\t牵头单位\n排查桥梁\t住建局\n修缮桥梁\t交通局\n"


def read(*rows: list[Value], merged: tuple[str, ...] = ()) -> Source:
    return read_xlsx(xlsx({"任务": sheet(rows, merged)}), "任务.xlsx", "")


def test_a_sheet_is_a_table_and_its_rows_are_places() -> None:
    source = read(*TASKS)
    assert (source.text, source.reader, len(source.tables)) == (LAID, "xlsx", 1)
    assert [(place.page, place.line) for place in source.places] == [(None, 1), (None, 2), (None, 3)]


def test_a_title_and_a_note_are_paragraphs_around_the_table() -> None:
    source = read(["重点任务表", None], *TASKS, ["注：每月报送。", None], merged=("A1:B1", "A5:B5"))
    assert source.text == "重点任务表\n" + LAID + "注：每月报送。\n"
    assert source.quote(source.tables[0].span) + "\n" == LAID


def test_merged_cells_stand_once_with_their_size() -> None:
    source = read(*TASKS[:2], ["修缮桥梁", "住建局"], merged=("B2:B3",))
    assert [(cell.row, cell.column, cell.rows, cell.columns) for cell in source.tables[0].cells] == [
        (0, 0, 1, 1), (0, 1, 1, 1), (1, 0, 1, 1), (1, 1, 2, 1), (2, 0, 1, 1),
    ]  # fmt: skip


def test_empty_rows_and_columns_do_not_count() -> None:
    far: list[list[Value]] = [[None, *TASKS[0]], [], [None, *TASKS[1]], [], [None, *TASKS[2]]]
    assert read(*far).text == LAID


def test_a_sheet_of_one_column_is_a_text() -> None:
    source = read(["关于排查桥梁的通知"], ["各镇街："], ["请抓紧办理。"])
    assert (source.text.splitlines(), source.tables) == (["关于排查桥梁的通知", "各镇街：", "请抓紧办理。"], ())


def test_every_sheet_that_is_shown_is_read_and_hidden_ones_are_named() -> None:
    data = xlsx({"甲": sheet(TASKS), "乙": sheet(TASKS), "丙": sheet(TASKS)}, hidden=["乙"])
    source = read_xlsx(data, "任务.xlsx", "")
    assert source.text == LAID * 2
    assert {place.page for place in source.places} == {1, 2}
    assert [(problem.code, problem.details) for problem in source.problems] == [("sheets-left-out", (("names", "乙"),))]


def test_line_breaks_in_a_cell_stay() -> None:
    assert read(["任务", "单位"], ["排查", "住建局\n交通局"]).text == "任务\t单位\n排查\t住建局\n交通局\n"


def test_words_kept_for_all_sheets_are_found_and_readings_left_out() -> None:
    content = sheet(TASKS).replace('t="inlineStr"><is><t>住建局</t></is>', 't="s"><v>1</v>')
    strings = "<sst><si><t>甲</t></si><si><r><t>住</t></r><r><t>建局</t></r><rPh><t>zhu</t></rPh></si></sst>"
    source = read_xlsx(xlsx({"甲": content}, more={"xl/sharedStrings.xml": strings}), "任务.xlsx", "")
    assert source.text == LAID


PRINTED = [
    pytest.param(45473, 'yyyy"年"m"月"d"日"', "2024年6月30日", id="年月日"),
    pytest.param(45473, "[$-804]yyyy/m/d;@", "2024/6/30", id="斜线"),
    pytest.param(45473, "yyyy\\-mm\\-dd", "2024-06-30", id="转义"),
    pytest.param(45473, BUILT_IN[14], "2024/6/30", id="内置14"),
    pytest.param(45473, BUILT_IN[58], "6月30日", id="内置58"),
    pytest.param(45473.75, "yyyy/m/d h:mm", "2024/6/30 18:00", id="时分"),
    pytest.param(0.378472222, "上午/下午h:mm", "上午9:05", id="上午"),
    pytest.param(45473, "aaaa", "星期日", id="星期"),
    pytest.param(45473, BUILT_IN[15], "30-Jun-24", id="内置15"),
    pytest.param(1, "yyyy/m/d", "1900/1/1", id="第一天"),
    pytest.param(1e9, "yyyy/m/d", "1000000000", id="不是日期"),
    pytest.param(0.35, "0%", "35%", id="百分比"),
    pytest.param(0.3551, "0.0%", "35.5%", id="一位小数"),
    pytest.param(1234567.5, "#,##0.00", "1,234,567.50", id="千分位"),
    pytest.param(12, '0"万元"', "12万元", id="单位"),
    pytest.param(7, "000", "007", id="补零"),
    pytest.param(-5, "0;(0)", "(5)", id="负数"),
    pytest.param(3.0, "General", "3", id="整数"),
    pytest.param(0.1 + 0.2, "", "0.3", id="十一位"),
    pytest.param(0.5, "# ?/?", "0.5", id="分数"),
    pytest.param(float("nan"), "0", "", id="不是数"),
]


@pytest.mark.parametrize(("value", "code", "words"), PRINTED)
def test_figures_are_read_as_they_are_printed(value: float, code: str, words: str) -> None:
    assert printed(value, code) == words


def test_the_style_of_a_cell_and_the_first_day_of_the_workbook_count() -> None:
    rows: list[list[Value]] = [["任务", "时限"], ["排查", (45473, 1)]]
    parts = {"xl/styles.xml": styles('yyyy"年"m"月"d"日"')}
    assert read_xlsx(xlsx({"甲": sheet(rows)}, more=parts), "a", "").text == "任务\t时限\n排查\t2024年6月30日\n"
    later = xlsx({"甲": sheet(rows)}, properties='<workbookPr date1904="1"/>', more=parts)
    assert read_xlsx(later, "a", "").text == "任务\t时限\n排查\t2028年7月1日\n"


def test_an_old_workbook_is_read_alike() -> None:
    rows: list[list[str | float | None]] = [["任务", "时限"], ["排查桥梁", 45473.0]]
    source = read_xls(xls({"甲": rows, "乙": rows}, hidden=["乙"]), "任务.xls", "")
    assert source.text == "任务\t时限\n排查桥梁\t2024年6月\n"
    assert [problem.details for problem in source.problems] == [(("names", "乙"),)]


def test_the_workbook_in_a_compound_file_is_found() -> None:
    stream = xls({"甲": [["任务", "单位"], ["排查", "住建局"]]})
    for name in ("Workbook", "Book"):
        assert read_xls(container({name: stream}), "a.xls", "").text == "任务\t单位\n排查\t住建局\n"


GOOD = xlsx({"甲": sheet(TASKS)})
OLD = xls({"甲": [["任务", "时限"], ["排查桥梁", 45473.0]]})
DTD = '<!DOCTYPE x [<!ENTITY a "一一一一">]><worksheet>&a;</worksheet>'


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(GOOD[:200], "不是完整的 XLSX（ZIP 已损坏）", id="截断"),
        pytest.param(xlsx({"甲": DTD}), "XML 含有不允许的 DTD（xl/worksheets/sheet1.xml）", id="实体"),
        pytest.param(xlsx({"甲": "<x"}), "XML 有误（xl/worksheets/sheet1.xml 第1行）", id="不是XML"),
    ],
)
def test_damaged_workbooks_are_refused(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read_xlsx(data, "a.xlsx", "")
    assert caught.value.details == {"reason": reason}


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="空文件"),
        pytest.param(OLD[:90], id="截断"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), id="空容器"),
    ],
)
def test_damaged_old_workbooks_are_refused(data: bytes) -> None:
    with pytest.raises(UnreadableFile):
        read_xls(data, "a.xls", "")


def test_a_sheet_that_is_named_again_is_read_once() -> None:
    entry = f'<sheet name="甲" sheetId="1" r:id="r1" xmlns:r="{RELATIONS}"/>'
    book = f'<workbook xmlns="{MAIN}"><sheets>{entry * 3}</sheets></workbook>'
    source = read_xlsx(xlsx({"甲": sheet(TASKS)}, more={"xl/workbook.xml": book}), "a.xlsx", "")
    assert source.text == read_xlsx(GOOD, "a.xlsx", "").text


def test_the_cells_of_all_sheets_are_counted_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_TABLE_CELLS", 9)
    cells = [["一", "二"], ["三", "四"], ["五", "六"]]
    assert read_xlsx(xlsx({"甲": sheet(cells)}), "a.xlsx", "").tables
    with pytest.raises(LimitExceeded):
        read_xlsx(xlsx({"甲": sheet(cells), "乙": sheet(cells)}), "a.xlsx", "")


def test_workbooks_without_words_are_empty() -> None:
    for data in (xlsx({}), xlsx({"甲": sheet([[]])}), xlsx({"甲": sheet(TASKS)}, hidden=["甲"])):
        with pytest.raises(EmptyFile):
            read_xlsx(data, "a.xlsx", "")


NONSENSE = [
    pytest.param('<row r="9999999"><c r="ZZZ9999999"><v>1</v></c></row>', id="位置过大"),
    pytest.param('<row r="x"><c r="?"><v>1</v></c></row>', id="位置有误"),
    pytest.param('<row><c t="s"><v>99</v></c><c s="77"><v>x</v></c></row>', id="引用有误"),
    pytest.param('<row><c><v>1e999</v></c><c s="-1"><v>nan</v></c></row>', id="数值有误"),
]


@pytest.mark.parametrize("extra", NONSENSE)
def test_cells_that_make_no_sense_leave_the_rest_as_it_is(extra: str) -> None:
    content = sheet(TASKS, ["B3:A1", "?", "A9:XFD1048576"]).replace("</sheetData>", extra + "</sheetData>")
    assert "修缮桥梁" in read_xlsx(xlsx({"甲": content}), "a.xlsx", "").text


def test_too_many_cells_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_TABLE_CELLS", 3)
    with pytest.raises(LimitExceeded) as caught:
        read(*TASKS)
    assert caught.value.code == "limit-cells"


def test_cells_strewn_over_a_sheet_are_refused() -> None:
    places = [f"{'ABCDEFGHIJ'[row % 10]}{chr(65 + row % 26)}{row}" for row in range(1, 9000)]
    strewn = "".join(f'<row><c r="{place}"><v>1</v></c></row>' for place in places)
    content = sheet([]).replace("<sheetData>", "<sheetData>" + strewn)
    with pytest.raises(LimitExceeded):
        read_xlsx(xlsx({"甲": content}), "a.xlsx", "")


@settings(max_examples=150, deadline=None)
@given(changes=st.lists(st.tuples(st.integers(0, len(OLD) - 1), st.integers(0, 255)), min_size=1, max_size=6))
def test_changed_bytes_of_an_old_workbook_give_a_source_or_a_typed_error(changes: list[tuple[int, int]]) -> None:
    data = bytearray(OLD)
    for place, value in changes:
        data[place] = value
    try:
        read_xls(bytes(data), "a.xls", "")
    except ExtractorError:
        return
