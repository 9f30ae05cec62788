"""Markdown and what converters leave of it come off; what only looks like it stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from extractor.ingest.read import read_bytes
from extractor.model.problem import Problem

if TYPE_CHECKING:
    from extractor.rules.book import RuleBook

MARKDOWN = [
    pytest.param("# 关于开展检查的通知\n## 一、范围", "关于开展检查的通知\n一、范围\n", id="标题"),
    pytest.param("**1.提高认识。**各单位要*认真*执行。", "1.提高认识。各单位要认真执行。\n", id="粗体和斜体"),
    pytest.param("1. **提高认识。**各单位执行。", "1.提高认识。各单位执行。\n", id="编号与粗体"),
    pytest.param("> 各单位：\n>> 请执行。", "各单位：\n请执行。\n", id="引用"),
    pytest.param("甲。\n\n---\n\n* * *\n乙。", "甲。\n乙。\n", id="分隔线"),
    pytest.param("时间：6月1日<br>地点：三楼<br/>", "时间：6月1日\n地点：三楼\n", id="换行标签"),
    pytest.param("见[实施方案](https://example.cn/a.pdf)。", "见实施方案。\n", id="链接"),
    pytest.param("网址：<https://example.cn/a>", "网址：https://example.cn/a\n", id="自动链接"),
    pytest.param("甲。\n![印章](seal.png)\n乙。", "甲。\n乙。\n", id="图片"),
    pytest.param("- 甲，一份\n- 乙，两份", "甲，一份\n乙，两份\n", id="列表"),
    pytest.param(r"1\. 提高认识 \*必填", "1.提高认识 *必填\n", id="转义"),
    pytest.param("甲。<!-- 内部\n备注 -->\n乙。", "甲。\n乙。\n", id="注释"),
    pytest.param("甲&nbsp;&amp;乙", "甲 &乙\n", id="实体"),
    pytest.param("`代码`与<span style='x'>文字</span>", "代码与文字\n", id="行内标签"),
    pytest.param("```\n请执行。\n```", "请执行。\n", id="代码围栏"),
]
LEFT_BY_CONVERTERS = [
    pytest.param(
        "### 一、范围\n**1、提高认识。**各单位执行。",
        "一、范围\n1、提高认识。各单位执行。\n",
        id="标题与粗体",
    ),
    pytest.param("##begin##3.坚持标准。\n##end##", "3.坚持标准。\n", id="收费标记"),
    pytest.param("甲。\n---\n乙。", "甲。\n乙。\n", id="分隔线"),
    pytest.param("## （一）摸底\n逐户登记。", "（一）摸底\n逐户登记。\n", id="括号前的标题号"),
]
ORDINARY = [
    pytest.param("带*为必填项，带**为选填项。", id="星号"),
    pytest.param("1#楼、2#楼会议室", id="井号"),
    pytest.param("#号键转人工", id="行首井号"),
    pytest.param("若x<y且y>z，则停止。", id="大于小于"),
    pytest.param("《〈甲〉<乙>实施细则》", id="书名号"),
    pytest.param("- 3 -起降", id="短横"),
    pytest.param("A_B_C型设备", id="下划线"),
    pytest.param("数组a[1](含)以上", id="方括号"),
]


@pytest.mark.parametrize(("raw", "text"), MARKDOWN)
def test_markdown_comes_off(raw: str, text: str, book: RuleBook) -> None:
    assert read_bytes(raw.encode(), "a.md", book).text == text


@pytest.mark.parametrize(("raw", "text"), LEFT_BY_CONVERTERS)
def test_remains_of_markdown_come_off_a_text(raw: str, text: str, book: RuleBook) -> None:
    assert read_bytes(raw.encode(), "a.txt", book).text == text


@pytest.mark.parametrize("text", ORDINARY)
def test_marks_in_ordinary_text_stay(text: str, book: RuleBook) -> None:
    assert read_bytes(text.encode(), "a.txt", book).text == f"{text}\n"


def test_front_matter_is_left_out_and_said_so(book: RuleBook) -> None:
    raw = "---\ntitle: 检查通知\n发布日期: 2025-03-04\ntags:\n  - 安全\n---\n\n# 关于开展检查的通知\n"
    source = read_bytes(raw.encode(), "a.md", book)
    assert source.text == "关于开展检查的通知\n"
    assert source.problems == (Problem("front-matter-left-out", None, "info", (("count", "6"),)),)
    assert source.places[0].line == 8


def test_a_rule_at_the_top_is_no_front_matter(book: RuleBook) -> None:
    assert read_bytes("---\n各单位要认真执行。\n---\n".encode(), "a.md", book).text == "各单位要认真执行。\n"


def test_a_table_keeps_its_cells(book: RuleBook) -> None:
    raw = "任务如下：\n\n| 任务 | 单位 |\n|:--|---|\n| **自查** | 各处室<br>各中心 |\n| 抽查 | |\n\n请执行。"
    source = read_bytes(raw.encode(), "a.md", book)
    (table,) = source.tables
    assert source.text == "任务如下：\n任务\t单位\n自查\t各处室\n各中心\n抽查\t\n请执行。\n"
    assert [(cell.row, cell.column, cell.span and source.quote(cell.span)) for cell in table.cells] == [
        (0, 0, "任务"), (0, 1, "单位"),
        (1, 0, "自查"), (1, 1, "各处室\n各中心"),
        (2, 0, "抽查"), (2, 1, None),
    ]  # fmt: skip


@pytest.mark.parametrize("raw", [mark * 50_000 for mark in ("<!--", "[", "**a", "<p ", "> ")])
def test_hostile_marks_are_read_in_no_time(raw: str, book: RuleBook) -> None:
    assert read_bytes(raw.encode(), "a.md", book).reader == "md"
