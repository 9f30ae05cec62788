"""Who has to do it, as towns and counties say it: 某局负责……, 责任单位（第一位为牵头单位）, 会议要求某局牵头."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.notices import owners, read, read_body, references, rows, tasks, values

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
    pytest.param("应急部门牵头，会同公安、交通等部门排查。", "lead 应急部门；support 公安、交通", id="应急"),
    pytest.param("由县文旅局牵头，县供销社具体负责，按期建成。", "lead 县文旅局；responsible 县供销社", id="具体"),
    pytest.param("由副县长江树声牵头，限期办结。", "lead 副县长江树声", id="职务和姓名牵头"),
    pytest.param("请县司法局审查。\n责任领导：江树声", "person 江树声；actor 县司法局", id="只有责任领导"),
    pytest.param("市教育局将会同市公安局开展督查。", "actor 市教育局；support 市公安局", id="发文机关会同"),
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


def test_minutes_tell_what_was_held_and_when_its_year_is(book: RuleBook) -> None:
    text = (
        "云山市人民政府专题会议纪要\n〔2022〕15号\n2022年4月12日下午，副市长江树声在三楼会议室主持召开专题会议，市发改委、"
        "市财政局负责同志参加会议。纪要如下：\n一、立项。由市发改委负责，4月底前完成批复。\n二、资金。市财政局要及时拨付。"
    )
    document = read(book, text).documents[0]
    assert values(document.frame.numbers) == "〔2022〕15号"
    assert rows(document) == ["一、立项 ← responsible 市发改委 @ 2022-04-30", "二、资金 ← actor 市财政局 @ -"]


def test_what_may_be_appealed_against_is_no_task(book: RuleBook) -> None:
    body = "一、被征收人应当办理登记。\n二、对决定不服的，可自公告之日起60日内申请行政复议。"
    assert tasks(read_body(book, body)) == ["一、被征收人应当办理登记"]


def test_a_government_announces_in_the_notice_of_its_office(book: RuleBook) -> None:
    text = (
        "云山市人民政府办公室关于印发任务分解的通知\n各县人民政府：\n现将任务印发给你们。市政府将于年中对政府工作报告重点工作"
        "进行督查。\n云山市人民政府办公室\n2024年3月1日"
    )
    assert tasks(read(book, text).documents[0]) == []


def test_a_seal_is_no_part_of_who_signs(book: RuleBook) -> None:
    text = "东河镇防火责任书\n一、各村要签订承诺书。\n东河镇人民政府（签章）\n2024年3月1日"
    assert values(read(book, text).documents[0].frame.issuers) == "东河镇人民政府"


def test_what_a_ban_rests_on_is_not_what_it_prints(book: RuleBook) -> None:
    found = read_body(book, "根据《森林防护条例》、《防火办法》等规定，特发布如下通告：\n一、禁火时间：2024年4月1日。")
    assert references(found) == ["based-on 森林防护条例", "based-on 防火办法"]


def test_a_breakdown_of_tasks_is_a_document(book: RuleBook) -> None:
    found = read_body(book, "现将《2024年县〈政府工作报告〉任务分解》印发给你们，请抓好落实。")
    assert references(found) == ["issues 2024年县〈政府工作报告〉任务分解"]
    assert tasks(found) == []
