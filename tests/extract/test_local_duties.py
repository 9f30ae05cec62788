"""Who has to do it, as towns and counties say it: 某局负责……, 责任单位（第一位为牵头单位）, 会议要求某局牵头."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.notices import owners, read_body, references, tasks

if TYPE_CHECKING:
    from extractor.rules.book import RuleBook

LINES = [
    pytest.param("责任单位：甲局、乙局（第一责任单位为牵头单位，下同）", "lead 甲局；support 乙局", id="第一责任单位"),
    pytest.param("责任单位：甲局、乙局（首位为牵头单位）", "lead 甲局；support 乙局", id="首位"),
    pytest.param("责任单位：甲局、乙局（第一个单位为牵头单位）", "lead 甲局；support 乙局", id="第一个单位"),
    pytest.param("责任单位：甲局、乙局（列第一位者为工作牵头单位）", "lead 甲局；support 乙局", id="工作牵头"),
    pytest.param("责任单位：甲局、乙局（排在第一位的为牵头责任单位）", "lead 甲局；support 乙局", id="牵头责任单位"),
    pytest.param("包抓领导：江树声\n责任单位：甲局", "person 江树声；responsible 甲局", id="包抓领导"),
    pytest.param("分管副县长：江树声\n责任单位：甲局", "person 江树声；responsible 甲局", id="分管副县长"),
    pytest.param("责任县领导：江树声\n责任单位：甲局", "person 江树声；responsible 甲局", id="责任县领导"),
    pytest.param("包抓领导：副县长  江树声\n责任单位：甲局", "person 江树声；responsible 甲局", id="职务和姓名"),
    pytest.param("责任人：江树声 白云起", "person 江树声、白云起", id="两个人"),
    pytest.param("整改措施：由包片单位县气象局负责清除。", "responsible 包片单位县气象局", id="由包片单位"),
]


@pytest.mark.parametrize(("line", "expected"), LINES)
def test_label_lines_of_local_lists_are_read(book: RuleBook, line: str, expected: str) -> None:
    body = f"一、重点任务\n（一）修复步道。提升绿化水平。\n{line}"
    assert [owners(task.owners) for task in read_body(book, body).tasks] == [expected]


ITEMS = [
    pytest.param("甲局片区：巷道内有垃圾。\n整改措施：由县环卫站负责清运。", "responsible 县环卫站", id="片区不是单位"),
    pytest.param("公安部门负责查处无证运输。交通部门负责路面执法。", "actor 公安部门、交通部门", id="句子不是标题"),
    pytest.param("会议原则同意方案，要求水务部门牵头修改完善。", "lead 水务部门", id="要求某部门牵头"),
    pytest.param("请县司法局会同县信访局研究提出意见。", "actor 县司法局；support 县信访局", id="请某局会同"),
    pytest.param("同意县文旅局的意见，由县文旅局按程序报批。", "actor 县文旅局", id="同意之后由谁"),
    pytest.param("各村要将情况报防汛指挥部办公室（县水利局）。", "actor 各村", id="办公室设在哪里"),
    pytest.param("建成污水处理厂。（县住建局）", "responsible 县住建局", id="括号里的责任单位"),
]


@pytest.mark.parametrize(("item", "expected"), ITEMS)
def test_who_is_told_in_an_item_of_a_local_list(book: RuleBook, item: str, expected: str) -> None:
    assert [owners(task.owners) for task in read_body(book, f"一、重点任务\n（一）{item}").tasks] == [expected]


DUTIES = [
    pytest.param(
        "现将任务明确如下：\n县住建局负责背街小巷整治。\n县城管局要规范广告。",
        ["actor 县住建局", "actor 县城管局"],
        id="一段一家",
    ),
    pytest.param("县融媒体中心负责宣传报道。\n各乡镇负责清扫。", ["actor 县融媒体中心", "actor 各乡镇"], id="中心"),
    pytest.param("县水利局负责人介绍了情况。", [], id="负责人"),
    pytest.param("县水利局负责的项目进展较慢。", [], id="负责的"),
]


@pytest.mark.parametrize(("body", "expected"), DUTIES)
def test_a_paragraph_that_says_what_a_body_is_in_charge_of_is_a_task(
    book: RuleBook, body: str, expected: list[str]
) -> None:
    assert [owners(task.owners) for task in read_body(book, body).tasks] == expected


def test_what_a_ban_rests_on_is_not_what_it_prints(book: RuleBook) -> None:
    found = read_body(book, "根据《森林防护条例》、《防火办法》等规定，特发布如下通告：\n一、禁火时间：2024年4月1日。")
    assert references(found) == ["based-on 森林防护条例", "based-on 防火办法"]


def test_a_breakdown_of_tasks_is_a_document(book: RuleBook) -> None:
    found = read_body(book, "现将《2024年县〈政府工作报告〉任务分解》印发给你们，请抓好落实。")
    assert references(found) == ["issues 2024年县〈政府工作报告〉任务分解"]
    assert tasks(found) == []
