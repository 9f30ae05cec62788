"""What is no task: empty demands, permissions, aims, scope, criteria, lists of titles, rules, forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.notices import framed, read, read_body, rows, tasks

if TYPE_CHECKING:
    from extractor.rules.book import RuleBook

EMPTY = [
    pytest.param("特此通知。", id="特此通知"),
    pytest.param("请认真贯彻执行。", id="请认真贯彻执行"),
    pytest.param("请结合实际认真抓好落实。", id="请结合实际"),
    pytest.param("请遵照执行。", id="请遵照执行"),
    pytest.param("请各单位遵照执行。", id="请各单位遵照执行"),
    pytest.param(
        "请各学校认真贯彻执行。",
        id="请某单位贯彻执行",
    ),
    pytest.param("本通知自发布之日起施行。", id="发布之日起施行"),
    pytest.param("本通知自2024年4月1日起施行，有效期5年。", id="某日起施行"),
    pytest.param("此前规定与本通知不一致的，以本通知为准。", id="以此为准"),
    pytest.param("联系人：周岚，电话：88260113。", id="联系人"),
    pytest.param("鼓励各学校开展特色活动。", id="鼓励"),
    pytest.param("允许各学校错峰安排。", id="允许"),
    pytest.param("支持各学校开展试点。", id="支持"),
    pytest.param("各学校可结合实际自行安排。", id="可"),
    pytest.param("我局将于6月20日前组织抽查。", id="发文机关自己做"),
    pytest.param("市教育局将于6月20日前组织抽查。", id="发文机关简称"),
    pytest.param("截至2024年2月底，全市已排查校舍300栋。", id="截至"),
    pytest.param("近年来，各学校加强管理，成效明显。", id="叙述"),
    pytest.param("《校园安全条例》于2019年6月1日印发。", id="文件的日期"),
    pytest.param("为做好防汛工作，现将有关事项通知如下。", id="目的"),
]


@pytest.mark.parametrize("paragraph", EMPTY)
def test_a_paragraph_that_demands_nothing_is_no_task(book: RuleBook, paragraph: str) -> None:
    body = f"一、排查隐患。各学校要逐栋排查。\n二、整改隐患。各学校要限期整改。\n{paragraph}"
    assert tasks(read_body(book, body)) == ["一、排查隐患", "二、整改隐患"]
    assert tasks(read_body(book, f"{paragraph}\n一、排查隐患。各学校要逐栋排查。")) == ["一、排查隐患"]
    assert tasks(read_body(book, f"近日多地降雨。\n{paragraph}")) == []


FRAMING = [
    "指导思想", "基本原则", "工作原则", "总体要求", "总体思路", "总体目标", "工作目标", "主要目标", "目的意义",
    "适用范围", "实施范围", "申报条件", "申报对象", "支持方向", "奖励标准", "评分标准", "名词解释", "联系方式",
    "活动主题", "指导思想和基本原则", "总体要求和目标", "申报对象及条件", "背景和意义",
]  # fmt: skip


@pytest.mark.parametrize("heading", FRAMING)
def test_sections_of_aims_scope_and_criteria_hold_no_tasks(book: RuleBook, heading: str) -> None:
    below = "二、重点任务\n排查隐患，各学校要逐栋排查。"
    text = f"一、{heading}\n坚持预防为主，加强源头治理，要做到全覆盖。\n{below}"
    items = f"一、{heading}\n（一）加强源头治理。要做到全覆盖。\n（二）落实主体责任。要压实到人。\n{below}"
    assert tasks(read_body(book, text)) == ["二、重点任务"]
    assert tasks(read_body(book, items)) == ["二、重点任务"]


CHOICES = [
    pytest.param("各学校可从以下主题中自行选择：", id="自行选择"),
    pytest.param("各学校可围绕以下主题开展活动，自选一项：", id="可围绕"),
    pytest.param("可结合实际选取以下内容：", id="选取"),
]


@pytest.mark.parametrize("lead", CHOICES)
def test_topics_offered_for_choice_are_no_tasks(book: RuleBook, lead: str) -> None:
    body = f"一、活动内容\n{lead}\n1.开展防溺水教育。\n2.开展防火教育。\n二、活动安排\n各学校要开展活动。"
    assert tasks(read_body(book, body)) == ["二、活动安排"]


def test_a_list_of_document_titles_is_no_task(book: RuleBook) -> None:
    body = "一、学习内容\n1.《校园安全条例》\n2.《学校消防规定》（云教发〔2022〕6号）\n二、学习要求\n各学校要组织学习。"
    assert tasks(read_body(book, body)) == ["二、学习要求"]


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
    text = "云州市教育局值班制度\n一、加强值班。各学校应当安排值班。\n二、报告情况。各学校应当于每周五前报送值班表。"
    assert tasks(read(book, text).documents[0]) == ["二、各学校应当于每周五前报送值班表"]


def test_a_marking_in_rules_is_a_task(book: RuleBook) -> None:
    text = "云州市校园安全办法\n第一条 各学校应当建账。\n第二条 建立巡查机制。（责任单位：安全科）\n第三条 应当登记。"
    assert rows(read(book, text).documents[0]) == ["第二条建立巡查机制 ← responsible 安全科 @ -"]


FORMS = [
    *("项目申报表", "校园安全汇总表", "参会回执", "安全承诺书", "推荐名额分配表", "选题指南"),
    "参赛作品登记表（样表）",
]


@pytest.mark.parametrize("title", FORMS)
def test_empty_forms_and_lists_to_choose_from_hold_no_tasks(book: RuleBook, title: str) -> None:
    form = f"附件1\n{title}\n一、填写说明。请于6月20日前报送。\n二、填写要求。要逐项填写。"
    found = read(book, framed("一、排查隐患。各学校要逐栋排查。") + "\n" + form).documents
    assert [tasks(document) for document in found] == [["一、排查隐患"], []]


def test_what_others_did_is_told_in_an_attachment_and_asked_of_nobody(book: RuleBook) -> None:
    praised = "附件1\n典型经验做法（共2项）\n1.云海县推进棚户区改造。\n2.云山县实施四项工程，建设美丽乡村。"
    found = read(book, framed("一、排查隐患。各学校要逐栋排查。") + "\n" + praised).documents
    assert [tasks(document) for document in found] == [["一、排查隐患"], []]
