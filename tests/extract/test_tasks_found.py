"""What is a task: directed by a numbered item (T2), stated in running text (T3), called to a meeting (T4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.notices import framed, read, read_body, rows, tasks

if TYPE_CHECKING:
    from extractor.rules.book import RuleBook

ITEMS = "一、排查隐患。各学校要逐栋排查。\n二、整改隐患。各学校要限期整改。\n"

DIRECTED = [
    pytest.param("一、排查隐患。各学校要逐栋排查。", ["一、排查隐患"], id="要"),
    pytest.param("一、校舍安全。应逐栋排查。", ["一、校舍安全"], id="应"),
    pytest.param("一、校舍安全。须逐栋排查。", ["一、校舍安全"], id="须"),
    pytest.param("一、校舍安全。请逐栋排查。", ["一、校舍安全"], id="请"),
    pytest.param("一、校舍安全。严禁带病使用。", ["一、校舍安全"], id="严禁"),
    pytest.param("一、建立安全台账。", ["一、建立安全台账"], id="标题以动词开头"),
    pytest.param("一、校舍排查\n对校舍逐栋检查，做好登记。", ["一、校舍排查"], id="标题之下的段落"),
    pytest.param(
        "一、任务\n（一）排查校舍。\n（二）维修设备。", ["一、（一）排查校舍", "一、（二）维修设备"], id="取最深一级"
    ),
    pytest.param(
        "一、任务\n（一）排查校舍\n1.登记造册。\n2.建立台账。\n（二）维修设备。逐台维修。",
        ["一、（一）1.登记造册", "一、（一）2.建立台账", "一、（二）维修设备"],
        id="深浅不一",
    ),
    pytest.param(
        "一、成绩最迟于3月22日录入（牵头：教务处；配合：各学院）。",
        ["一、成绩最迟于3月22日录入"],
        id="末尾括号里的单位不算事项",
    ),
    pytest.param("一、请于3月5日前报送台账，联系电话：010-1234。", ["一、请于3月5日前报送台账"], id="联系电话不算事项"),
    pytest.param("一、各科（含：总务科）要排查校舍。", ["一、各科（含：总务科）要排查校舍"], id="括号里的冒号不断开"),
    pytest.param("一、方向\n1.安全教育类。\n2.应急管理类。", [], id="名目没有指令"),
    pytest.param(
        "一、检修设备。",
        ["一、检修设备"],
        id="动词不在词表里",
        marks=pytest.mark.xfail(strict=True, reason="检修 is no word of task.verb"),
    ),
]


@pytest.mark.parametrize(("body", "expected"), DIRECTED)
def test_the_deepest_numbered_item_that_directs_is_a_task(book: RuleBook, body: str, expected: list[str]) -> None:
    assert tasks(read_body(book, f"{body}\n二、整改隐患。限期整改。")) == [*expected, "二、整改隐患"]


STATED = [
    pytest.param("请各学校于6月20日前将总结报送市教育局。", "actor 各学校 @ 2024-06-20", id="请于"),
    pytest.param("请于6月20日前将总结报送市教育局。", "- @ 2024-06-20", id="请于没有主语"),
    pytest.param("各学校要每月25日前报送进展。", "actor 各学校 @ month on 25", id="每月"),
    pytest.param("各学校应当于收到通知后5个工作日内报送名单。", "actor 各学校 @ 收到通知+5wd", id="收到通知后"),
    pytest.param("各学校要明确一名联络员。", "actor 各学校 @ -", id="只有主语"),
    pytest.param("市属各学校请于6月20日前报送总结。", "actor 市属各学校 @ 2024-06-20", id="某单位请于"),
    pytest.param(
        "由安全科负责汇总，请于6月20日前报送。",
        "responsible 安全科 @ 2024-06-20",
        id="由某科室负责",
    ),
    pytest.param("各校总结请于6月20日前报送。", "actor 各校 @ 2024-06-20", id="材料请于"),
    pytest.param("总结材料于6月20日前报送市教育局。", "- @ 2024-06-20", id="材料于某日前报送"),
    pytest.param("材料由各学校于6月20日前报送。", "actor 各学校 @ 2024-06-20", id="材料由某单位报送"),
    pytest.param("6月20日前，各学校要报送总结。", "actor 各学校 @ 2024-06-20", id="时间在句首"),
    pytest.param(
        "各学校收到通知后5个工作日内要报送名单。",
        "actor 各学校 @ 收到通知+5wd",
        id="主语和要之间是时间",
    ),
    pytest.param(
        "市教育局将于6月20日起抽查，请各学校做好准备。",
        "actor 各学校 @ -",
        id="发文机关的时间不是时限",
    ),
]


@pytest.mark.parametrize(("paragraph", "expected"), STATED)
def test_a_demand_after_the_last_item_is_a_task_of_its_own(book: RuleBook, paragraph: str, expected: str) -> None:
    title = paragraph.rstrip("。")
    assert rows(read_body(book, ITEMS + paragraph))[2:] == [f"{title} ← {expected}"]


def test_sentences_about_one_delivery_are_one_task(book: RuleBook) -> None:
    paragraph = "请各学校于6月20日前报送总结。总结要附照片，应加盖公章。"
    found = read(book, framed(ITEMS + paragraph))
    assert [found.source.quote(task.span) for task in found.documents[0].tasks[2:]] == [paragraph]


def test_the_time_of_what_the_issuer_announces_is_no_deadline(book: RuleBook) -> None:
    body = "近日多地降雨。\n市教育局将于6月20日起抽查，请各学校做好准备。"
    assert rows(read_body(book, body)) == ["市教育局将于6月20日起抽查，请各学校做好准备 ← actor 各学校 @ -"]


def test_two_demands_to_two_bodies_are_two_tasks(book: RuleBook) -> None:
    body = "近日多地降雨。\n请各学校于6月20日前完成排查。各乡镇要于6月25日前完成复查。"
    assert rows(read_body(book, body)) == [
        "请各学校于6月20日前完成排查 ← actor 各学校 @ 2024-06-20",
        "各乡镇要于6月25日前完成复查 ← actor 各乡镇 @ 2024-06-25",
    ]


UNMODAL = [
    pytest.param("总结材料于6月20日前报送市教育局。", "- @ 2024-06-20", id="于某日前报送"),
    pytest.param(
        "现将分工表印发给你们，请对照抓好落实，并于每月5日前将进展情况报市教育局。",
        "- @ month on 05",
        id="抓好落实并报送",
    ),
    pytest.param(
        "总结材料由各学校汇总后报市教育局。",
        "actor 各学校 @ -",
        id="由某单位汇总",
    ),
]


FRAMED = [
    pytest.param(
        "一、参会人员\n各学校校长。请各学校于3月8日前将参会名单报市教育局。\n二、会议要求",
        "请各学校于3月8日前将参会名单报市教育局 ← actor 各学校 @ 2024-03-08",
        id="参会人员里的报名",
    ),
    pytest.param(
        "一、推荐参训人员。请各学校于3月8日前将名册报市教育局。\n二、培训要求",
        "推荐参训人员 ← actor 各学校 @ 2024-03-08",
        id="推荐人员是一件事",
    ),
]


@pytest.mark.parametrize(("body", "expected"), FRAMED)
def test_a_delivery_asked_for_in_a_section_without_tasks_is_one(book: RuleBook, body: str, expected: str) -> None:
    assert rows(read_body(book, f"{body}\n要准时。"))[0].removeprefix("一、") == expected


def test_a_paragraph_behind_a_list_of_sentences_closes_the_notice(book: RuleBook) -> None:
    body = "一、安全科提供名册。\n二、基建科提供图纸。\n以上材料请于6月10日前送市教育局。"
    assert rows(read_body(book, body))[-1] == "以上材料请于6月10日前送市教育局 ← - @ 2024-06-10"


@pytest.mark.parametrize(("paragraph", "expected"), UNMODAL)
def test_a_demand_needs_no_modal(book: RuleBook, paragraph: str, expected: str) -> None:
    title = paragraph.rstrip("。")
    assert rows(read_body(book, f"近日多地降雨。\n{paragraph}")) == [f"{title} ← {expected}"]


def test_a_dated_demand_before_the_first_item_is_a_task(book: RuleBook) -> None:
    lead = "为做好防汛工作，请各学校于6月20日前报送预案。具体要求如下。\n"
    assert rows(read_body(book, lead + ITEMS))[0] == (
        "为做好防汛工作，请各学校于6月20日前报送预案 ← actor 各学校 @ 2024-06-20"
    )


def test_a_notice_without_numbers_has_its_demands(book: RuleBook) -> None:
    body = "近日多地降雨。\n请各学校于6月20日前完成排查。\n各学校要落实值班制度。\n特此通知。"
    assert rows(read_body(book, body)) == [
        "请各学校于6月20日前完成排查 ← actor 各学校 @ 2024-06-20",
        "各学校要落实值班制度 ← actor 各学校 @ -",
    ]


def test_materials_below_a_submission_are_part_of_it(book: RuleBook) -> None:
    body = "一、报送材料\n请各学校于6月20日前报送以下材料：\n1.填写登记表。\n2.提交总结。\n二、排查隐患\n各学校要排查。"
    assert rows(read_body(book, body)) == [
        "一、报送材料 ← actor 各学校 @ 2024-06-20",
        "二、排查隐患 ← actor 各学校 @ -",
    ]


def test_a_marking_makes_a_task_even_of_an_aim(book: RuleBook) -> None:
    body = "一、工作目标\n校舍排查全覆盖。（责任单位：安全科）\n二、重点任务\n排查隐患，各学校要逐栋排查。"
    assert rows(read_body(book, body)) == [
        "一、工作目标 ← responsible 安全科 @ -",
        "二、重点任务 ← actor 各学校 @ -",
    ]


def test_what_is_encouraged_is_a_task_when_an_owner_is_marked(book: RuleBook) -> None:
    body = "一、鼓励各学校开展特色活动。（责任单位：安全科）\n二、整改隐患。各学校要限期整改。"
    assert rows(read_body(book, body))[0] == "一、鼓励各学校开展特色活动 ← responsible 安全科 @ -"


def test_a_plan_that_is_attached_has_tasks(book: RuleBook) -> None:
    plan = "附件1\n校园安全行动方案\n一、排查隐患。要逐栋排查。\n二、整改隐患。要限期整改。"
    found = read(book, framed("请各学校于6月20日前报送总结。") + "\n" + plan).documents
    assert tasks(found[1]) == ["一、排查隐患", "二、整改隐患"]
