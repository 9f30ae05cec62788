"""What is agreed once for all (the first named leads), said beside a list; long lists of bodies in running text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.notices import owners, read_body

if TYPE_CHECKING:
    from extractor.rules.book import RuleBook

AGREED = [
    pytest.param("（安全科、基建科负责，排在第一位的部门为牵头部门，下同）", id="逗号"),
    pytest.param("（安全科、基建科负责；列第一位者为牵头单位，下同）", id="分号"),
    pytest.param("（责任单位：安全科、基建科，列首位的为牵头单位，以下均同）", id="标签"),
]


@pytest.mark.parametrize("bracket", AGREED)
def test_a_convention_in_the_first_bracket_holds_for_it_and_for_all_others(book: RuleBook, bracket: str) -> None:
    body = f"一、排查校舍。逐栋排查。{bracket}\n二、维修设备。逐台维修。（后勤科、装备科负责）"
    found = [owners(task.owners) for task in read_body(book, body).tasks]
    assert found == ["lead 安全科；support 基建科", "lead 后勤科；support 装备科"]


def test_a_bracket_with_a_convention_alone_marks_nothing(book: RuleBook) -> None:
    body = "一、排查校舍。各学校要逐栋排查。（列第一位者为牵头单位，下同）"
    assert [owners(task.owners) for task in read_body(book, body).tasks] == ["actor 各学校"]


def test_bodies_with_a_part_each_are_no_list_whose_first_leads(book: RuleBook) -> None:
    body = (
        "以下任务列第一位者为牵头单位，下同。\n一、排查校舍。逐栋排查。（安全科、基建科）\n"
        "二、维修设备。逐台维修。（后勤科负责指导，各学校负责实施）"
    )
    found = [owners(task.owners) for task in read_body(book, body).tasks]
    assert found == ["lead 安全科；support 基建科", "responsible 后勤科、各学校"]


MANY = "县教育局、县财政局、县住建局、县水务局、县林业局、县商务局、县文旅局、县卫健局、县应急局、县审计局"

PROSE = [
    pytest.param(
        f"由所涉及的{MANY}等县级主管部门（单位）牵头完成自查报告，其他相关部门（单位）配合。",
        f"lead {MANY}；support 其他相关部门（单位）",
        id="十家牵头",
    ),
    pytest.param(
        "由安全科牵头起草工作方案，基建科、后勤科配合，月底前完成。",
        "lead 安全科；support 基建科、后勤科",
        id="牵头起草",
    ),
    pytest.param("台账由安全科、基建科等有关业务主管部门负责。", "responsible 安全科、基建科", id="等主管部门"),
    pytest.param("实训由市一中学、江北高等职业学校负责。", "responsible 市一中学、江北高等职业学校", id="高等不是等"),
]


@pytest.mark.parametrize(("sentence", "expected"), PROSE)
def test_long_lists_in_running_text_keep_every_name(book: RuleBook, sentence: str, expected: str) -> None:
    task = read_body(book, f"一、落实责任。{sentence}").tasks[0]
    assert owners(task.owners) == expected


def test_the_office_where_things_are_handed_in_is_no_owner(book: RuleBook) -> None:
    body = "一、报送台账。各学校于6月20日前交安全科（东区保卫处202室，电话：620000。西区保卫处110室，电话：540000）。"
    assert owners(read_body(book, body).tasks[0].owners) == "actor 各学校"


def test_what_is_said_of_all_items_below_is_no_name(book: RuleBook) -> None:
    body = "一、排查校舍。逐栋排查。（安全科指导，各学校负责，以下均需各县区负责，不再列出）"
    assert "以下" not in owners(read_body(book, body).tasks[0].owners)
