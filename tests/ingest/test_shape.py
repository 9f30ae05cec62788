"""An item is known by the label at the beginning of its line."""

from __future__ import annotations

import pytest

from extractor.ingest.shape import starts_item

ITEMS = [
    pytest.param("一、总体要求", True, id="一、"), pytest.param("—、总体要求", True, id="破折号代一"),
    pytest.param("（一）指导思想", True, id="（一）"), pytest.param("(二) 原则", True, id="(二)"),
    pytest.param("1.加强管理", True, id="1."), pytest.param("\uff13．加强管理", True, id="全角３．"),
    pytest.param("12、做好总结", True, id="12、"), pytest.param("1. 2023年工作", True, id="编号后是年份"),
    pytest.param("1.2023年工作", True, id="编号紧接年份"), pytest.param("（1）名单", True, id="（1）"),
    pytest.param(
        "1）名单",
        True,
        id="1）"), pytest.param("①名单",
        True,
        id="①"), pytest.param("㈠名单",
        True,
        id="㈠",
    ),
    pytest.param("第三条 为了规范管理", True, id="第三条"), pytest.param("第一章总则", True, id="第一章"),
    pytest.param("二十一、总结", True, id="二十一、"), pytest.param("一，提高认识", True, id="一，"),
    pytest.param("3.6月3日前完成", True, id="3.6月3日"),
    pytest.param("1.5万元经费", False, id="小数"), pytest.param("2020.6.30前", False, id="点分日期"),
    pytest.param(
        "一、二级响应由县级启动",
        False,
        id="一、二级"), pytest.param("2、3月份完成",
        False,
        id="2、3月份",
    ),
    pytest.param(
        "第三条规定的情形",
        False,
        id="引用条款"), pytest.param("第十五条第二款",
        False,
        id="条款项",
    ),
    pytest.param("（2020）年度", False, id="括号年份"), pytest.param("20日前报送", False, id="20日"),
    pytest.param("一是加强管理", False, id="一是"), pytest.param("", False, id="空"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "begins"), ITEMS)
def test_an_item_is_known_by_its_label(line: str, begins: bool) -> None:  # noqa: FBT001 - a column of the table
    assert starts_item(line) is begins
