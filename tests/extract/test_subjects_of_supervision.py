"""Subjects as supervisors and ministries write them: 某局及其派出机构, 需要……的，某机关应, 由……签署意见, 以下简称."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.notices import framed, owners, read_body

if TYPE_CHECKING:
    from extractor.rules.book import RuleBook

SUBJECTS = [
    pytest.param("省药监局及其派出机构应当公开结果。", ["省药监局及其派出机构"], id="及其派出机构"),
    pytest.param("供销社及其下属公司要清点库存。", ["供销社及其下属公司"], id="及其下属公司"),
    pytest.param("监管局或分局要逐项核对。", ["监管局或分局"], id="或"),
    pytest.param("经营单位或者管理单位要设警示牌。", ["经营单位或者管理单位"], id="或者"),
    pytest.param("供水系统及阀门生产单位应出具合格证。", ["供水系统及阀门生产单位"], id="系统及某物生产单位"),
    pytest.param("教育系统和卫生系统要联动。", ["教育系统", "卫生系统"], id="两个系统"),
    pytest.param("村、居两委要张榜公布。", ["村、居两委"], id="村居两委"),
    pytest.param("市住建、城管局要排查。", ["市住建、城管局"], id="省略的局"),
    pytest.param("国资投资、运营公司要完善章程。", ["国资投资、运营公司"], id="省略的公司"),
    pytest.param("设备采购、安装公司要提供合格证。", ["设备采购、安装公司"], id="采购安装公司"),
    pytest.param("职工申领补助由所在科室签署意见。", ["所在科室"], id="由所在科室签署"),
    pytest.param("技术员申报材料，由所在部门审核后报送。", ["所在部门"], id="材料由所在部门审核"),
    pytest.param("申报时须由用人单位提供单位聘书。", ["用人单位"], id="由用人单位提供单位的"),
    pytest.param("已领证的经营者，需要变更地址的，发证机关应收回旧证。", ["发证机关"], id="需要怎样的是条件"),
    pytest.param("企业逾期不改的，监管部门要约谈。", ["监管部门"], id="逾期不改的是条件"),
    pytest.param("商户提出异议的，检查组应当复核。", ["检查组"], id="提出异议的是条件"),
    pytest.param("评委与选手有师生关系的，必须主动回避。", ["评委"], id="同一个主语"),
    pytest.param("代理机构为投保人更正姓名的，应当留存影像。", ["代理机构"], id="为谁做什么的应当"),
    pytest.param("报名人员填表时，应如实填写。", ["报名人员"], id="做某事时应"),
    pytest.param("各网点将适老服务纳入年度计划，各支行要指导。", ["各网点", "各支行"], id="将就是把"),
    pytest.param("信贷科加大对小微企业的投放。", ["信贷科"], id="加大"),
    pytest.param("审批科优化流程，窗口科压减材料。", ["审批科", "窗口科"], id="优化和压减"),
    pytest.param(
        "付款单位或代收机构（以下简称“缴款单位”）应当开票，缴款单位应留存。", ["付款单位或代收机构"], id="以下简称"
    ),
    pytest.param("村（居）组织在改造过程中，应设专人。", ["村（居）组织"], id="村居组织"),
    pytest.param("各镇（街）组织开展排查。", ["各镇（街）"], id="各镇街组织开展"),
    pytest.param(
        "省林业局、省公安厅、云州海关和网信等部门要联动。",
        ["省林业局", "省公安厅", "云州海关", "网信"],
        id="末一个没有词尾",
    ),
    pytest.param("镇政法、林业等部门要排查。", ["镇政法、林业"], id="个个没有词尾"),
    pytest.param("包村干部要发放问卷，询问群众对治安是否满意。", ["包村干部"], id="询问群众"),
    pytest.param("国务院高度重视防汛，要求提前部署，各水库单位要排险。", ["各水库单位"], id="国务院只是背景"),
]

NONE_ADDED = [
    pytest.param("各分局贯彻落实《值班规定》情况与绩效挂钩。", id="情况与绩效挂钩"),
    pytest.param("各地如遇系统故障，可联系技术科。", id="如遇"),
    pytest.param("县（市、区）自查中已抽查过的项目不得再次抽查。", id="自查中的项目"),
    pytest.param("当事人提出的证据成立的，应当予以采纳。", id="应当予以"),
    pytest.param("固话用户走访率争取达标。", id="走访率"),
    pytest.param("特约商户统一社会信用代码。", id="统一社会信用代码"),
    pytest.param("每个设区市抽查其所辖的1个县（市、区）。", id="县市区的括号"),
]


@pytest.mark.parametrize(("sentence", "expected"), SUBJECTS)
def test_the_subjects_of_supervisors_are_found(book: RuleBook, sentence: str, expected: list[str]) -> None:
    found = read_body(book, f"一、核查工作。{sentence}").tasks[0].owners
    assert [(owner.value.name, owner.value.role) for owner in found] == [(name, "actor") for name in expected]


@pytest.mark.parametrize("sentence", NONE_ADDED)
def test_what_is_only_told_names_no_owner(book: RuleBook, sentence: str) -> None:
    tasks = read_body(book, f"一、核查工作。要逐户登记。{sentence}").tasks
    assert [owner.value.name for task in tasks for owner in task.owners] == []


def test_who_leads_a_walk_is_named_without_the_way_of_leading(book: RuleBook) -> None:
    found = read_body(book, "一、核查工作。由分管领导带队负责走访商铺。").tasks[0].owners
    assert owners(found) == "responsible 分管领导"


def test_a_wish_to_the_addressee_closes_the_notice(book: RuleBook) -> None:
    body = "一、核对名录。各科要逐户核对。\n二、公布名录。各科要张榜公布。\n希你乡接文后，切实做好衔接。"
    assert owners(read_body(book, body).tasks[1].owners) == "actor 各科"


def test_files_that_a_page_offers_are_no_tasks(book: RuleBook) -> None:
    assert read_body(book, "现公示下列机构：\n1.云州检测公司.pdf\n2.云州认证公司.docx").tasks == ()


def test_a_bracket_inside_a_bracket_parts_no_names(book: RuleBook) -> None:
    body = "一、核查工作。逐户核查。（市商务局、各区县（自治县，以下简称区县）政府具体负责）"
    assert owners(read_body(book, body).tasks[0].owners) == (
        "responsible 市商务局、各区县（自治县，以下简称区县）政府"
    )


def test_a_bracket_with_a_label_of_its_own_names_no_owner(book: RuleBook) -> None:
    assert read_body(book, "一、核查工作。逐户核查。（联系单位：安全管理处）").tasks[0].owners == ()


TIMES = [
    pytest.param("为确保9月底前拨付，各校须于9月5日前报送名册。", "9月5日前", id="为确保之后另有时间"),
    pytest.param("为确保9月底前拨付，各校要抓紧核对。", "9月底前", id="为确保之后没有时间"),
    pytest.param("因出差9月3日不能到会的委员，应于9月1日前请假。", "9月1日前", id="某日不能到会的"),
    pytest.param("各校核对1998年底以前的工龄信息，10月8日前报送。", "10月8日前", id="早已过去的年份"),
    pytest.param("各校核对1998年底前省级劳模信息。", None, id="只有早已过去的年份"),
]


@pytest.mark.parametrize(("sentence", "expected"), TIMES)
def test_a_time_that_only_tells_is_no_deadline(book: RuleBook, sentence: str, expected: str | None) -> None:
    body = f"一、核查工作。{sentence}"
    deadline = read_body(book, body).tasks[0].deadline
    assert (deadline and deadline.span.quote(framed(body))) == expected
