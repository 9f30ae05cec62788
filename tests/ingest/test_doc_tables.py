"""Tables of a binary Word file: cells, merged cells, tables inside tables, tables that only lay out text."""

from __future__ import annotations

import pytest

from extractor.ingest import limits
from extractor.model.errors import LimitExceeded
from tests.ingest.doc_files import (
    DELETED,
    DEPTH,
    IN_TABLE,
    INNER_CELL,
    INNER_ROW,
    LONG_CHANGES,
    MERGE_BESIDE,
    MERGE_DOWN,
    Paragraph,
    Saved,
    cell,
    lines,
    paragraph,
    row,
    row_end,
    source,
    sprm,
)

HEAD = row("任务", "单位", "时限")


def cells_of(*paragraphs: Paragraph) -> list[tuple[int, int, int, int, str]]:
    """Row, column, rows, columns and words of each cell of the only table."""
    read = source(*paragraphs)
    (table,) = read.tables
    return [
        (each.row, each.column, each.rows, each.columns, read.quote(each.span) if each.span else "")
        for each in table.cells
    ]


def test_rows_are_lines_and_cells_are_joined_by_tabs() -> None:
    made = paragraph("通知"), *HEAD, *row("检查", "应急局", "5月底前"), paragraph("请执行。")
    assert lines(*made) == ["通知", "任务\t单位\t时限", "检查\t应急局\t5月底前", "请执行。"]


def test_a_cell_may_hold_several_paragraphs_and_none() -> None:
    several = paragraph("应急局", changes=sprm(IN_TABLE)), cell("消防队")
    made = *HEAD, cell("检查"), *several, cell(""), row_end([0, 2000, 4000, 6000])
    assert cells_of(*made)[3:] == [(1, 0, 1, 1, "检查"), (1, 1, 1, 1, "应急局\n消防队"), (1, 2, 1, 1, "")]


def test_a_wide_cell_takes_the_columns_below_it() -> None:
    made = *row("任务", "安排", edges=[0, 2000, 6000]), *row("检查", "应急局", "5月", edges=[-90, 2010, 4000, 6060])
    assert cells_of(*made) == [
        (0, 0, 1, 1, "任务"), (0, 1, 1, 2, "安排"), (1, 0, 1, 1, "检查"), (1, 1, 1, 1, "应急局"), (1, 2, 1, 1, "5月"),
    ]  # fmt: skip


def test_cells_merged_downwards_are_one() -> None:
    below = row("", "消防队", "6月", flags=[0x20, 0, 0])
    made = *HEAD, *row("检查", "应急局", "5月", flags=[0x60, 0, 0]), *below
    assert cells_of(*made)[3] == (1, 0, 2, 1, "检查")
    assert [each[1] for each in cells_of(*made)[6:]] == [1, 2]


@pytest.mark.parametrize("flags", [[1, 2, 0], [2, 1, 0], [3, 1, 0]], ids=["旧规范", "新规范", "新规范之三"])
def test_cells_merged_side_by_side_are_one(flags: list[int]) -> None:
    made = *HEAD, *row("检查", "", "5月", flags=flags)
    assert cells_of(*made)[3:] == [(1, 0, 1, 2, "检查"), (1, 2, 1, 1, "5月")]


MERGED_LATER = [
    pytest.param(sprm(MERGE_BESIDE, 0x0200), [(1, 0, 1, 2, "检查"), (1, 2, 1, 1, "5月")], id="横向"),
    pytest.param(sprm(MERGE_DOWN, b"\x00\x01"), [(1, 1, 1, 1, ""), (1, 2, 1, 1, "5月")], id="纵向"),
]


@pytest.mark.parametrize(("change", "expected"), MERGED_LATER)
def test_cells_may_be_merged_by_a_later_change(change: bytes, expected: list[tuple[int, int, int, int, str]]) -> None:
    made = *HEAD, cell("检查"), cell(""), cell("5月"), row_end([0, 2000, 4000, 6000], more=change)
    assert cells_of(*made)[3:] == expected


def test_a_row_that_is_defined_wrongly_counts_its_cells() -> None:
    made = *HEAD, cell("检查"), cell("应急局"), cell("5月"), row_end([0, 6000])
    assert [each[1:4:2] for each in cells_of(*made)[3:]] == [(0, 1), (1, 1), (2, 1)]


def test_a_row_without_its_end_is_kept() -> None:
    assert lines(*HEAD, cell("检查"), cell("应急局")) == ["任务\t单位\t时限", "检查\t应急局"]


def test_a_table_inside_a_cell_is_words_of_that_cell() -> None:
    inner = sprm(IN_TABLE) + sprm(DEPTH, 2)
    nested = (
        paragraph("甲", changes=inner + sprm(INNER_CELL)),
        paragraph("乙", changes=inner + sprm(INNER_CELL)),
        paragraph(changes=inner + sprm(INNER_ROW)),
    )
    made = *row("任务", "单位"), cell("检查"), *nested, cell("两局"), row_end([0, 2000, 4000])
    assert cells_of(*made)[2:] == [(1, 0, 1, 1, "检查"), (1, 1, 1, 1, "甲\n乙\n两局")]


def test_a_table_that_lays_out_a_head_is_lines() -> None:
    made = *row("市文旅局", "文件"), paragraph("关于开展检查的通知")
    assert lines(*made) == ["市文旅局 文件", "关于开展检查的通知"]
    assert source(*made).tables == ()


def test_a_deleted_row_is_left_out() -> None:
    gone = *row("旧", "旧")[:2], Paragraph((), row_end([0, 1, 2]).changes, 0, "\x07", sprm(DELETED))
    assert lines(*row("任务", "单位"), *gone, *row("检查", "应急局")) == ["任务\t单位", "检查\t应急局"]


def test_changes_too_long_for_a_page_stand_elsewhere() -> None:
    wide = row_end([1000 * index for index in range(31)])
    data = bytes(100) + len(wide.changes).to_bytes(2, "little") + wide.changes
    end = Paragraph((), sprm(LONG_CHANGES, 100), 0, "\x07")
    head = [cell(f"列{index}") for index in range(30)]
    body = [cell(f"{index}") for index in range(30)]
    read = source(*head, end, *body, end, saved=Saved(data=data))
    assert [len(table.cells) for table in read.tables] == [60]


def test_too_many_cells_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_TABLE_CELLS", 5)
    with pytest.raises(LimitExceeded) as refused:
        lines(*HEAD, *HEAD)
    assert refused.value.details == {"found": "6", "most": "5"}
