"""Tables: merged cells, nesting, and the tables that are none."""

from __future__ import annotations

import pytest

from extractor.ingest.builder import CellText
from extractor.ingest.layout_tables import is_layout
from tests.ingest.docx_files import cell, lines, paragraph, row, source, table

BODY = "各部门要按照职责分工，结合本地实际，细化工作措施，确保各项任务落到实处。" * 8
HEAD = row("序号", "重点任务", "责任单位")


def cells(*drawn: tuple[int, int, str] | tuple[int, int, str, int]) -> list[CellText]:
    return [CellText(row_, column, text, *more) for row_, column, text, *more in drawn]


def grid(*rows: tuple[str, ...]) -> list[CellText]:
    return cells(*((r, c, text) for r, texts in enumerate(rows) for c, text in enumerate(texts)))


LAYOUT = [
    pytest.param([], id="空表"),
    pytest.param(grid(("北山市文化局", "文件")), id="一行红头"),
    pytest.param(grid(("北山市文化局", ""), ("北山市教育局", "文件"), ("北山市财政局", "")), id="联合红头"),
    pytest.param(cells((0, 0, "北山市文化局"), (0, 1, "文件", 2), (1, 0, "北山市教育局")), id="合并的红头"),
    pytest.param(grid(("会议通知",), (BODY,), ("2024年5月6日",)), id="一列"),
    pytest.param(
        grid(("北文发〔2024〕1号", "签发人：张三"), ("", BODY), ("", "2024年5月6日")), id="整篇公文"
    ),
]
TABLES = [
    pytest.param(grid(("序号", "任务"), ("1", "修订预案"), ("2", "组织演练")), id="短单元格"),
    pytest.param(grid(("任务", "责任单位"), (BODY, "市文化局"), (BODY, "市教育局")), id="长单元格"),
    pytest.param(grid(("任务", "备注"), ("修订预案", ""), ("组织演练", "")), id="备注栏空着"),
    pytest.param(
        grid(
            ("任务分工表", ""),
            ("任务", "单位"),
            ("修订预案", "文化局"),
            ("演练", "教育局"),
            ("培训", "财政局"),
            (BODY, ""),
        ),
        id="表头和长注",
    ),
    pytest.param(grid(("姓名", ""), ("单位", ""), ("电话", "")), id="空白表单"),
]


@pytest.mark.parametrize("drawn", LAYOUT)
def test_layout_is_told_from_tables(drawn: list[CellText]) -> None:
    assert is_layout(drawn)


@pytest.mark.parametrize("drawn", TABLES)
def test_tables_are_told_from_layout(drawn: list[CellText]) -> None:
    assert not is_layout(drawn)


def test_a_table_is_laid_row_by_row() -> None:
    read = source(paragraph("附表") + table(HEAD, row("1", "修订预案", "应急局")))
    assert read.text == "附表\n序号\t重点任务\t责任单位\n1\t修订预案\t应急局\n"
    (found,) = read.tables
    assert [(each.row, each.column, each.span and read.quote(each.span)) for each in found.cells] == [
        (0, 0, "序号"), (0, 1, "重点任务"), (0, 2, "责任单位"),
        (1, 0, "1"), (1, 1, "修订预案"), (1, 2, "应急局"),
    ]  # fmt: skip


def shape(*rows: str) -> list[tuple[int, int, int, int]]:
    (found,) = source(table(*rows)).tables
    return [(each.row, each.column, each.rows, each.columns) for each in found.cells]


def test_cells_merged_across_columns_are_one_cell() -> None:
    wide = row("1", cell("修订预案", '<w:gridSpan w:val="2"/>'))
    assert shape(HEAD, wide)[3:] == [(1, 0, 1, 1), (1, 1, 1, 2)]


def test_cells_merged_by_the_old_mark_are_one_cell() -> None:
    wide = row("1", cell("修订预案", '<w:hMerge w:val="restart"/>'), cell("", "<w:hMerge/>"))
    assert shape(HEAD, wide)[3:] == [(1, 0, 1, 1), (1, 1, 1, 2)]


def test_cells_merged_down_rows_are_one_cell() -> None:
    first = row(cell("1", '<w:vMerge w:val="restart"/>'), "修订预案", "应急局")
    later = row(cell("", "<w:vMerge/>"), "组织演练", "教育局")
    assert shape(HEAD, first, later)[3:] == [
        (1, 0, 2, 1),
        (1, 1, 1, 1),
        (1, 2, 1, 1),
        (2, 1, 1, 1),
        (2, 2, 1, 1),
    ]


def test_a_merge_without_a_beginning_is_a_cell() -> None:
    assert shape(row(cell("序号", "<w:vMerge/>"), "任务"), row("1", "修订预案"))[0] == (0, 0, 1, 1)


def test_a_row_may_begin_at_a_later_column() -> None:
    late = row("修订预案", "应急局", properties='<w:gridBefore w:val="1"/>')
    assert shape(HEAD, late)[3:] == [(1, 1, 1, 1), (1, 2, 1, 1)]


def test_deleted_rows_are_left_out_and_counted() -> None:
    read = source(
        table(HEAD, row("1", "旧任务", "旧单位", properties="<w:del/>"), row("1", "修订预案", "应急局"))
    )
    assert "旧任务" not in read.text
    assert [problem.code for problem in read.problems] == ["changes-left-out"]


def test_rows_and_cells_in_content_controls_are_read() -> None:
    inside = f"<w:sdt><w:sdtContent>{row('1', '修订预案', '应急局')}</w:sdtContent></w:sdt>"
    assert lines(table(HEAD, inside)) == ["序号\t重点任务\t责任单位", "1\t修订预案\t应急局"]


def test_paragraphs_of_a_cell_are_lines_of_it() -> None:
    two = cell(paragraph("修订预案") + paragraph("组织演练"))
    read = source(table(HEAD, row("1", two, "应急局")))
    (found,) = read.tables
    assert found.cells[4].span is not None
    assert read.quote(found.cells[4].span) == "修订预案\n组织演练"


def test_a_table_inside_a_cell_is_text_of_the_cell() -> None:
    inner = table(row("甲", "乙"), row("丙", "丁"))
    read = source(table(HEAD, row("1", cell(inner + paragraph("")), "应急局")))
    assert len(read.tables) == 1
    assert read.text.splitlines()[1:] == ["1\t甲", "乙", "丙", "丁\t应急局"]


def test_a_letter_in_a_table_is_read_as_paragraphs() -> None:
    letter = cell("".join(paragraph(text) for text in ("各部门：", BODY, "一、总体要求", BODY)))
    body = table(row(cell("北文发〔2024〕1号"), cell("签发人：张三")), row(letter))
    read = source(body)
    assert read.tables == ()
    assert read.text.splitlines()[:3] == ["北文发〔2024〕1号 签发人：张三", "各部门：", BODY]


def test_a_table_inside_a_letter_stays_a_table() -> None:
    inner = table(HEAD, row("1", "修订预案", "应急局"))
    read = source(table(row(cell(paragraph(BODY) + inner + paragraph("2024年5月6日")))))
    assert len(read.tables) == 1
    assert read.text.splitlines()[1:] == ["序号\t重点任务\t责任单位", "1\t修订预案\t应急局", "2024年5月6日"]


def test_the_word_beside_joint_issuers_follows_the_last_of_them() -> None:
    first = row("北山市文化局", cell("文件", '<w:vMerge w:val="restart"/>'))
    assert lines(table(first, row("北山市教育局", cell("", "<w:vMerge/>")))) == [
        "北山市文化局",
        "北山市教育局 文件",
    ]
