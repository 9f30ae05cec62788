"""Whole notices on one line: where title, recipients, items, signature and date begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from extractor.ingest.read import read_bytes

if TYPE_CHECKING:
    from extractor.rules.book import RuleBook

ITEM = "各学院要落实各项防控措施，加强巡查，做好应急准备，组织好学生观看比赛，遵守赛场纪律，文明观赛，爱护环境卫生。"
HEAD = "关于举办云州学院春季运动会的通知各学院：为增强学生体质，现将有关事项通知如下："
DAYS = "如遇大雨，师生按周四、周五课表上课。"

SIGNED = [
    pytest.param(
        "中共云州学院委员会办公室云州学院院长办公室2024年4月30日",
        ["中共云州学院委员会办公室云州学院院长办公室", "2024年4月30日"],
        id="落款",
    ),
    pytest.param("2024年4月30日", ["2024年4月30日"], id="只有日期"),
]


@pytest.mark.parametrize(("signed", "tail"), SIGNED)
def test_items_and_signature_of_a_text_without_line_breaks(book: RuleBook, signed: str, tail: list[str]) -> None:
    items = [f"一、时间。{ITEM * 3}", f"二、地点。{ITEM * 3}", f"三、要求。{ITEM * 2}{DAYS}"]
    lines = read_bytes(f"{HEAD}{''.join(items)}{signed}".encode(), "a.txt", book).text.split("\n")
    assert [line for line in lines if line][2:] == [HEAD.partition("：")[2], *items, *tail]
