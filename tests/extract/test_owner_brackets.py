"""Owners and times in closing brackets (甲牵头，乙配合，6月底前完成); and brackets and labels that mark nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.notices import owners, read_body, times

if TYPE_CHECKING:
    from extractor.rules.book import RuleBook

BRACKETS = [
    pytest.param("（责任单位：安全科、基建科）", "responsible 安全科、基建科", "-", id="责任单位"),
    pytest.param("(责任单位:安全科)", "responsible 安全科", "-", id="半角括号"),
    pytest.param("〔责任单位：安全科〕", "responsible 安全科", "-", id="六角括号"),
    pytest.param("【责任单位：安全科】", "responsible 安全科", "-", id="方头括号"),
    pytest.param("[责任单位：安全科]", "responsible 安全科", "-", id="方括号"),
    pytest.param(
        "（牵头单位：安全科；配合单位：基建科、后勤科）",
        "lead 安全科；support 基建科、后勤科",
        "-",
        id="牵头分号配合",
    ),
    pytest.param("（牵头单位：安全科，参加单位：基建科）", "lead 安全科；support 基建科", "-", id="牵头逗号参加"),
    pytest.param("（安全科牵头，基建科参加）", "lead 安全科；support 基建科", "-", id="牵头参加"),
    pytest.param("（安全科牵头，基建科、后勤科配合）", "lead 安全科；support 基建科、后勤科", "-", id="牵头配合"),
    pytest.param(
        "（安全科牵头，基建科、后勤科按职责分工负责）",
        "lead 安全科；support 基建科、后勤科",
        "-",
        id="牵头和分工负责",
    ),
    pytest.param("（安全科、基建科按职责分工负责）", "responsible 安全科、基建科", "-", id="按职责分工负责"),
    pytest.param("（安全科、基建科等按职责分工负责）", "responsible 安全科、基建科", "-", id="等按职责分工负责"),
    pytest.param(
        "（市公安局、市水利局等部门按照职责分工负责）",
        "responsible 市公安局、市水利局",
        "-",
        id="等部门按照职责",
    ),
    pytest.param("（安全科负责）", "responsible 安全科", "-", id="负责"),
    pytest.param("（由安全科负责）", "responsible 安全科", "-", id="由负责"),
    pytest.param("（安全科牵头，会同基建科负责）", "lead 安全科；support 基建科", "-", id="会同"),
    pytest.param(
        "（安全科会同基建科负责）",
        "responsible 安全科；support 基建科",
        "-",
        id="甲会同乙负责",
    ),
    pytest.param("（安全科、基建科负责，后勤科配合）", "responsible 安全科、基建科；support 后勤科", "-", id="配合"),
    pytest.param("（安全科牵头负责，有关单位参与）", "lead 安全科；support 有关单位", "-", id="牵头负责"),
    pytest.param("（责任领导：陆一鸣，责任部门：安全科）", "person 陆一鸣；responsible 安全科", "-", id="领导"),
    pytest.param("（牵头单位：安全科 责任单位：基建科）", "lead 安全科；support 基建科", "-", id="两个标签隔空格"),
    pytest.param("（安全科负责，6月底前完成并长期坚持）", "responsible 安全科", "2024-06-30+ongoing", id="并坚持"),
    pytest.param("（安全科、基建科牵头）", "lead 安全科、基建科", "-", id="两家牵头"),
    pytest.param(
        "（安全科牵头，各县（区）教育局负责）",
        "lead 安全科；support 各县（区）教育局",
        "-",
        id="名称里有括号",
    ),
    pytest.param("（6月底完成，牵头考核单位：安全科）", "lead 安全科", "2024-06-30", id="时限在前"),
    pytest.param("（责任单位：安全科；完成时限：6月底前）", "responsible 安全科", "2024-06-30", id="时限在后"),
    pytest.param(
        "（安全科牵头，基建科配合，2024年12月底前完成）",
        "lead 安全科；support 基建科",
        "2024-12-31",
        id="末尾时限",
    ),
    pytest.param(
        "（完成时限：6月底前；责任单位：安全科；责任人：陆一鸣）",
        "responsible 安全科；person 陆一鸣",
        "2024-06-30",
        id="时限单位责任人",
    ),
    pytest.param("（责任单位：安全科，完成时限：长期坚持）", "responsible 安全科", "ongoing", id="长期坚持"),
    pytest.param("（责任单位：安全科。完成时限：6月底前）", "responsible 安全科", "2024-06-30", id="两个标签隔句号"),
    pytest.param("（责任单位：安全科、完成时限：6月底前）", "responsible 安全科", "2024-06-30", id="两个标签隔顿号"),
    pytest.param("（责任单位：安全科；完成时限：6月底前】", "responsible 安全科", "2024-06-30", id="括号两头不同"),
    pytest.param("{责任单位：安全科；完成时限：6月底前}", "responsible 安全科", "2024-06-30", id="花括号"),
    pytest.param("【责任单位：安全科（基建科配合）】", "responsible 安全科；support 基建科", "-", id="名称后括注配合"),
    pytest.param("【责任单位】安全科【时限】6月底前", "responsible 安全科", "2024-06-30", id="标签在方头括号里"),
    pytest.param(
        "（由安全科牵头，基建科、后勤科，按职责分工配合，6月底前完成）",
        "lead 安全科；support 基建科、后勤科",
        "2024-06-30",
        id="名单和配合之间有逗号",
    ),
    pytest.param(
        "（安全科牵头，基建科、后勤科按职责分工，配合落实）",
        "lead 安全科；support 基建科、后勤科",
        "-",
        id="职责分工和配合之间有逗号",
    ),
    pytest.param(
        "（安全科牵头，基建科，后勤科，校医室等单位配合）",
        "lead 安全科；support 基建科、后勤科、校医室",
        "-",
        id="配合单位用逗号隔开",
    ),
    pytest.param("（安全科、基建科按照职责，分工负责）", "responsible 安全科、基建科", "-", id="职责和分工之间有逗号"),
]


@pytest.mark.parametrize(("bracket", "expected", "when"), BRACKETS)
@pytest.mark.parametrize("stop", ["逐栋排查校舍隐患。{}", "逐栋排查校舍隐患{}。", "逐栋排查校舍隐患。\n{}"])
def test_closing_brackets_name_owners_roles_and_times(
    book: RuleBook, stop: str, bracket: str, expected: str, when: str
) -> None:
    body = f"一、排查隐患。{stop.format(bracket)}\n二、整改隐患。限期整改。"
    task = read_body(book, body).tasks[0]
    assert (owners(task.owners), times(task)) == (expected, when)


@pytest.mark.parametrize(("bracket", "expected", "when"), BRACKETS)
def test_brackets_below_the_last_heading_close_nothing(
    book: RuleBook, bracket: str, expected: str, when: str
) -> None:
    tasks = read_body(book, f"一、排查隐患。\n{bracket}").tasks
    assert [(owners(task.owners), times(task)) for task in tasks] == [(expected, when)]


NO_MARKINGS = [
    pytest.param("明确责任部门和责任人，逐项销号。", id="没有冒号"),
    pytest.param("责任单位要主动对接，牵头单位要定期调度。", id="作主语"),
    pytest.param("更换灯具（含应急灯、疏散灯）。", id="括号里是物品"),
    pytest.param("学习《校园安全条例》（云政发〔2020〕5号）。", id="括号里是文号"),
    pytest.param("整改情况（含照片）纳入考核。", id="括号在句中"),
]


@pytest.mark.parametrize("sentence", NO_MARKINGS)
def test_words_that_only_look_like_a_marking_name_no_marked_owner(book: RuleBook, sentence: str) -> None:
    found = read_body(book, f"一、排查隐患。做好排查。{sentence}\n二、整改隐患。限期整改。")
    assert [one.value for task in found.tasks for one in task.owners if one.value.role != "actor"] == []


def test_a_bracket_with_the_time_joins_the_label_line_below_it(book: RuleBook) -> None:
    first = "一、宣传教育（4月1日—10日）\n责任科室：宣传科、保卫科\n"
    document = read_body(book, f"{first}二、总结提升（4月底前）\n责任科室：安全科")
    assert [(owners(task.owners), times(task)) for task in document.tasks] == [
        ("responsible 宣传科、保卫科", "2024-04-01/2024-04-10"),
        ("responsible 安全科", "2024-04-30"),
    ]
