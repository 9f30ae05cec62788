"""Tables of a page: merged cells are one cell, and tables that lay out text are text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from extractor.ingest.read import read_bytes

if TYPE_CHECKING:
    from extractor.model.source import Source
    from extractor.rules.book import RuleBook


def source_of(page: str, book: RuleBook) -> Source:
    return read_bytes(f"<html><p>任务清单如下：</p>{page}".encode(), "a.html", book)


def cells_of(page: str, book: RuleBook) -> list[str]:
    """Each cell as ``row,column rowsxcolumns words``."""
    source = source_of(page, book)
    (table,) = source.tables
    return [
        f"{cell.row},{cell.column} {cell.rows}x{cell.columns} {source.quote(cell.span) if cell.span else ''}"
        for cell in table.cells
    ]


def test_rowspan_and_colspan_place_the_cells(book: RuleBook) -> None:
    page = (
        "<table><thead><tr><th rowspan=2>序号<th colspan=2>任务<th rowspan=2>时限</tr><tr><th>事项<th>单位</tr></thead>"
        "<tbody><tr><td>1<td>自查<td>安全处<td rowspan=0>6月底</tr><tr><td>2<td>抽查<td>督查室</tr></table>"
    )
    assert cells_of(page, book) == [
        "0,0 2x1 序号", "0,1 1x2 任务", "0,3 2x1 时限", "1,1 1x1 事项", "1,2 1x1 单位",
        "2,0 1x1 1", "2,1 1x1 自查", "2,2 1x1 安全处", "2,3 2x1 6月底",
        "3,0 1x1 2", "3,1 1x1 抽查", "3,2 1x1 督查室",
    ]  # fmt: skip


TABLES = [
    pytest.param(
        "<table><tr><td>事项<td>单位<tr><td><p>自查</p><p>报告</p><td>甲<br>乙</table>",
        ["0,0 1x1 事项", "0,1 1x1 单位", "1,0 1x1 自查\n报告", "1,1 1x1 甲\n乙"],
        id="单元格内分段",
    ),
    pytest.param(
        "<table><tr><td>事项<td>单位<tr><td>自\n查<td>安全处<tr><td><td></table>",
        ["0,0 1x1 事项", "0,1 1x1 单位", "1,0 1x1 自查", "1,1 1x1 安全处"],
        id="末尾空行",
    ),
    pytest.param(
        "<table><tr><td>事项<td colspan=x rowspan=-1>单位<tr><td>自查<td>安全处</table>",
        ["0,0 1x1 事项", "0,1 1x1 单位", "1,0 1x1 自查", "1,1 1x1 安全处"],
        id="写错的合并",
    ),
    pytest.param(
        "<table><tr><td>事项<td>单位<tr><td>自查<td><ul><li>甲<li>乙</ul></table>",
        ["0,0 1x1 事项", "0,1 1x1 单位", "1,0 1x1 自查", "1,1 1x1 甲\n乙"],
        id="单元格内列表",
    ),
]


@pytest.mark.parametrize(("page", "cells"), TABLES)
def test_cells_hold_what_they_show(page: str, cells: list[str], book: RuleBook) -> None:
    assert cells_of(page, book) == cells


LONG = "各单位要认真落实，及时报告。" * 20
LAYOUTS = [
    pytest.param("<table><tr><td>甲。</td></tr><tr><td>乙。</td></tr></table>", ["甲。", "乙。"], id="一列"),
    pytest.param("<table><tr><td>甲局</td><td>乙局</td></tr></table>", ["甲局 乙局"], id="并列署名"),
    pytest.param("<table><tr><td width=9><td>甲。<tr><td><td>乙。</table>", ["甲。", "乙。"], id="空白的边列"),
    pytest.param(
        f"<table><tr><td>左栏<td>右栏<tr><td>下栏<td><p>{LONG}<p>甲。<p>乙。<p>丙。</table>",
        ["左栏 右栏", "下栏", LONG, "甲。", "乙。", "丙。"],
        id="整页",
    ),
    pytest.param(
        "<table><caption>表一</caption><tr><td>甲。</td></tr></table>",
        ["表一", "甲。"],
        id="表题",
    ),
]


@pytest.mark.parametrize(("page", "lines"), LAYOUTS)
def test_a_table_that_lays_out_text_is_text(page: str, lines: list[str], book: RuleBook) -> None:
    source = source_of(page, book)
    assert (source.text.splitlines()[1:], source.tables) == (lines, ())


def test_a_table_inside_a_layout_stays_a_table(book: RuleBook) -> None:
    inner = "<table><tr><td>事项<td>单位</tr><tr><td>自查<td>安全处</tr></table>"
    page = f"<table><tr><td>甲。</td><td></td></tr><tr><td>{inner}</td><td>乙。</td></tr></table>"
    assert cells_of(page, book) == ["0,0 1x1 事项", "0,1 1x1 单位", "1,0 1x1 自查", "1,1 1x1 安全处"]
    assert source_of(page, book).text == "任务清单如下：\n甲。\n事项\t单位\n自查\t安全处\n乙。\n"
