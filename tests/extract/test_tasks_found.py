"""What is a task and what is none: marked (T1), directed (T2), stated (T3), called to (T4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.notices import framed, read, read_body, rows, tasks

if TYPE_CHECKING:
    from extractor.rules.rule import RuleBook

LAST = "\n二、整改隐患。限期整改。"

DIRECTED = [
    pytest.param("一、排查隐患。各学校要逐栋排查。", ["一、排查隐患"], id="要"),
    pytest.param("一、校舍安全。应逐栋排查。", ["一、校舍安全"], id="应"),
    pytest.param("一、建立安全台账。", ["一、建立安全台账"], id="只有动词开头的标题"),
    pytest.param("一、校舍排查\n对校舍逐栋检查，做好登记。", ["一、校舍排查"], id="标题之下的段落"),
    pytest.param("一、重点任务\n（一）排查校舍。逐栋登记。\n（二）维修设备。逐台登记。",
                 ["一、（一）排查校舍", "一、（二）维修设备"], id="取最深一级"),
    pytest.param("一、检修设备。", ["一、检修设备"], id="动词不在词表里",
                 marks=pytest.mark.xfail(strict=True, reason="检修 is no word of task.verb")),
    pytest.param("一、支持方向\n1.安全教育类。\n2.应急管理类。", [], id="名目没有指令"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), DIRECTED)
def test_the_deepest_numbered_item_that_directs_is_a_task(book: RuleBook, body: str, expected: list[str]) -> None:
    assert tasks(read_body(book, body + LAST)) == [*expected, "二、整改隐患"]


STATED = [
    pytest.param("请各学校于6月20日前将总结报送市教育局。", ["请各学校于6月20日前将总结报送市教育局 ← actor 各学校 @ 2024-06-20"], id="结尾请于"),
    pytest.param("各学校要每月25日前报送进展。", ["各学校要每月25日前报送进展 ← actor 各学校 @ month on 25"], id="每月"),
    pytest.param("各学校收到通知后5个工作日内要报送名单。", ["各学校收到通知后5个工作日内要报送名单 ← actor 各学校 @ 收到通知+5wd"], id="期限内",
                 marks=pytest.mark.xfail(strict=True, reason="a time between subject and 要 hides the subject")),
    pytest.param("请各学校于6月20日前报送总结。总结要附照片。", ["请各学校于6月20日前报送总结 ← actor 各学校 @ 2024-06-20"], id="同一报送是一条"),
]  # fmt: skip


@pytest.mark.parametrize(("paragraph", "expected"), STATED)
def test_a_dated_demand_after_the_last_item_is_a_task_of_its_own(
    book: RuleBook, paragraph: str, expected: list[str]
) -> None:
    body = f"一、排查隐患。各学校要逐栋排查。\n二、整改隐患。各学校要限期整改。\n{paragraph}"
    assert rows(read_body(book, body))[2:] == expected


def test_a_dated_demand_before_the_first_item_is_a_task(book: RuleBook) -> None:
    body = "为做好防汛工作，请各学校于6月20日前报送预案。具体要求如下。\n一、排查隐患。要逐栋排查。\n二、整改隐患。要限期整改。"
    assert tasks(read_body(book, body))[0] == "为做好防汛工作，请各学校于6月20日前报送预案"


def test_a_notice_without_numbers_has_its_demands(book: RuleBook) -> None:
    body = "近日多地降雨。\n请各学校于6月20日前完成排查。\n各学校要落实值班制度。\n特此通知。"
    assert rows(read_body(book, body)) == [
        "请各学校于6月20日前完成排查 ← actor 各学校 @ 2024-06-20",
        "各学校要落实值班制度 ← actor 各学校 @ -",
    ]


EMPTY = [
    pytest.param("特此通知。", id="特此通知"),
    pytest.param("请认真贯彻执行。", id="请认真贯彻执行"),
    pytest.param("请结合实际认真抓好落实。", id="请结合实际"),
    pytest.param("请各学校认真贯彻执行。", id="请某单位贯彻执行",
                 marks=pytest.mark.xfail(strict=True, reason="the empty demand is known only where no subject stands inside it")),
    pytest.param("本通知自发布之日起施行。", id="生效"),
    pytest.param("此前规定与本通知不一致的，以本通知为准。", id="以此为准"),
    pytest.param("联系人：周岚，电话：88260113。", id="联系人"),
    pytest.param("鼓励各学校开展特色活动。", id="鼓励"),
    pytest.param("各学校可结合实际自行安排。", id="可"),
    pytest.param("我局将于6月20日前组织抽查。", id="发文机关自己做"),
    pytest.param("市教育局将于6月20日前组织抽查。", id="发文机关简称"),
    pytest.param("截至2024年2月底，全市已排查校舍300栋。", id="叙述"),
    pytest.param("《校园安全条例》于2019年6月1日印发。", id="文件的日期"),
]  # fmt: skip


@pytest.mark.parametrize("paragraph", EMPTY)
def test_a_paragraph_that_demands_nothing_is_no_task(book: RuleBook, paragraph: str) -> None:
    body = f"一、排查隐患。各学校要逐栋排查。\n二、整改隐患。各学校要限期整改。\n{paragraph}"
    assert tasks(read_body(book, body)) == ["一、排查隐患", "二、整改隐患"]
    assert tasks(read_body(book, f"{paragraph}\n一、排查隐患。各学校要逐栋排查。")) == ["一、排查隐患"]


FRAMING = [
    "指导思想", "基本原则", "工作原则", "总体要求", "总体思路", "总体目标", "工作目标", "主要目标", "目的意义",
    "适用范围", "实施范围", "申报条件", "申报对象", "支持方向", "奖励标准", "评分标准", "名词解释", "联系方式", "活动主题",
    "指导思想和基本原则", "总体要求和目标",
]  # fmt: skip


@pytest.mark.parametrize("heading", FRAMING)
def test_sections_of_aims_scope_and_criteria_hold_no_tasks(book: RuleBook, heading: str) -> None:
    body = f"一、{heading}\n坚持预防为主，加强源头治理，要做到全覆盖。\n二、重点任务\n排查隐患，各学校要逐栋排查。"
    assert tasks(read_body(book, body)) == ["二、重点任务"]
    above = f"一、{heading}\n（一）加强源头治理。要做到全覆盖。\n（二）落实主体责任。要压实到人。\n二、重点任务\n排查隐患，各学校要逐栋排查。"
    assert tasks(read_body(book, above)) == ["二、重点任务"]


def test_a_marking_makes_a_task_even_of_an_aim(book: RuleBook) -> None:
    body = "一、工作目标\n校舍排查全覆盖。（责任单位：安全科）\n二、重点任务\n排查隐患，各学校要逐栋排查。"
    assert rows(read_body(book, body)) == [
        "一、工作目标 ← responsible 安全科 @ -",
        "二、重点任务 ← actor 各学校 @ -",
    ]


def test_topics_offered_for_choice_are_no_tasks(book: RuleBook) -> None:
    body = "一、活动内容\n各学校可从以下主题中自行选择：\n1.开展防溺水教育。\n2.开展防火教育。\n二、活动安排\n各学校要开展活动。"
    assert tasks(read_body(book, body)) == ["二、活动安排"]


def test_a_list_of_document_titles_is_no_task(book: RuleBook) -> None:
    body = "一、学习内容\n1.《校园安全条例》\n2.《学校消防管理规定》（云教发〔2022〕6号）\n二、学习要求\n各学校要组织学习。"
    assert tasks(read_body(book, body)) == ["二、学习要求"]


def test_materials_below_a_submission_are_part_of_it(book: RuleBook) -> None:
    body = "一、报送材料\n请各学校于6月20日前报送以下材料：\n1.填写登记表。\n2.提交总结。\n二、排查隐患\n各学校要逐栋排查。"
    assert rows(read_body(book, body)) == [
        "一、报送材料 ← actor 各学校 @ 2024-06-20",
        "二、排查隐患 ← actor 各学校 @ -",
    ]


@pytest.mark.parametrize("kind", ["办法", "规定", "细则", "条例", "章程", "制度", "规则"])
def test_rules_hold_tasks_only_where_they_say_who_and_when(book: RuleBook, kind: str) -> None:
    text = (
        f"云州市校园安全管理{kind}\n第一条 为加强校园安全管理，制定本{kind}。\n第二条 各学校应当建立安全台账。\n"
        "第三条 各学校应当于每年6月20日前报送安全报告。\n第四条 应当于每年9月底前公示结果。\n"
        f"第五条 本{kind}自发布之日起施行。"
    )
    assert rows(read(book, text).documents[0]) == [
        "第三条各学校应当于每年6月20日前报送安全报告 ← actor 各学校 @ year on 06-20"
    ]


def test_rules_numbered_like_a_plan_are_rules(book: RuleBook) -> None:
    text = "云州市教育局值班制度\n一、加强值班。各学校应当安排专人值班。\n二、报告情况。各学校应当于每周五前报送值班表。"
    assert tasks(read(book, text).documents[0]) == ["二、各学校应当于每周五前报送值班表"]


def test_a_marking_in_rules_is_a_task(book: RuleBook) -> None:
    text = "云州市校园安全管理办法\n第一条 各学校应当建立台账。\n第二条 建立巡查机制。（责任单位：安全科）\n第三条 应当登记。"
    assert rows(read(book, text).documents[0]) == ["第二条建立巡查机制 ← responsible 安全科 @ -"]


@pytest.mark.parametrize("title", ["项目申报表", "校园安全汇总表", "参会回执", "安全承诺书", "推荐名额分配表", "选题指南"])
def test_empty_forms_and_lists_to_choose_from_hold_no_tasks(book: RuleBook, title: str) -> None:
    form = f"附件1\n{title}\n一、填写说明。请于6月20日前报送。\n二、填写要求。要逐项填写。"
    found = read(book, framed("一、排查隐患。各学校要逐栋排查。") + "\n" + form).documents
    assert [tasks(document) for document in found] == [["一、排查隐患"], []]


def test_a_plan_that_is_attached_has_tasks(book: RuleBook) -> None:
    plan = "附件1\n校园安全行动方案\n一、排查隐患。要逐栋排查。\n二、整改隐患。要限期整改。"
    found = read(book, framed("请各学校于6月20日前报送总结。") + "\n" + plan).documents
    assert tasks(found[1]) == ["一、排查隐患", "二、整改隐患"]


CALLS = [
    pytest.param(
        "关于召开校园安全工作会议的通知\n各学校：\n定于2024年4月10日上午9:00召开校园安全工作会议。现将有关事项通知如下。\n"
        "一、会议时间：2024年4月10日上午9:00\n二、会议地点：市教育局三楼会议室\n三、参会人员：各学校校长\n云州市教育局\n2024年4月1日",
        id="分条写时间地点",
    ),
    pytest.param(
        "关于召开校园安全推进会的通知\n各学校：\n兹定于4月10日上午9:00在市教育局召开校园安全推进会，请各学校校长参加。\n云州市教育局\n2024年4月1日",
        id="一段话",
    ),
]


@pytest.mark.parametrize("text", CALLS)
def test_a_call_to_a_meeting_is_one_task_that_begins_on_time(book: RuleBook, text: str) -> None:
    found = read(book, text).documents[0].tasks
    assert [task.kind for task in found] == ["meeting"]
    assert "2024-04-10T09:00" in rows(read(book, text).documents[0])[0]
