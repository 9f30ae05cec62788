"""Rules (办法 …) ask where a sentence says who and when; lists of contents where their items direct."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.notices import read_body, rows

if TYPE_CHECKING:
    from extractor.rules.book import RuleBook

RULED = [
    pytest.param("市教育局每年5月公布名单。", [], id="发文机关自己"),
    pytest.param("各校每年5月底前公布名单。", ["各校每年5月底前公布名单 ← actor 各校 @ year on 05-31"], id="没有应字"),
    pytest.param("各学校公布名单。", [], id="没有时间"),
    pytest.param("每年5月底前公布名单。", [], id="没有主体"),
    pytest.param("各学校每学期安排人数不超过5名。", [], id="说的是限度"),
]


@pytest.mark.parametrize(("article", "expected"), RULED)
def test_rules_ask_where_they_say_who_and_when(book: RuleBook, article: str, expected: list[str]) -> None:
    body = f"第一条 为规范管理，制定本办法。\n第二条 {article}\n第三条 本办法自发布之日起施行。"
    assert [row.removeprefix("第二条") for row in rows(read_body(book, body))] == expected


CONTENT = [
    pytest.param(
        "主要检查内容包括：\n1.台账管理。各学校应逐日登记。\n2.设备维护。各学校要逐台检查。",
        ["一、1.台账管理 ← actor 各学校 @ -", "一、2.设备维护 ← actor 各学校 @ -"],
        id="条目有自己的指令",
    ),
    pytest.param(
        "检查各学校台账。主要检查内容包括：\n1.台账是否齐全。\n2.设备是否完好。",
        ["一、检查内容 ← - @ -"],
        id="条目只是内容",
    ),
]


@pytest.mark.parametrize(("body", "expected"), CONTENT)
def test_items_below_a_list_of_contents_are_tasks_where_they_direct(
    book: RuleBook, body: str, expected: list[str]
) -> None:
    assert rows(read_body(book, f"一、检查内容\n{body}\n二、整改。限期整改。"))[:-1] == expected
