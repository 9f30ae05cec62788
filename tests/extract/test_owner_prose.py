"""Owners named in running text: 由甲牵头，会同乙；由丙负责；丁负责，戊配合."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.notices import owners, read_body

if TYPE_CHECKING:
    from extractor.rules.book import RuleBook

PROSE = [
    pytest.param("由安全科负责排查校舍。", "responsible 安全科", id="由负责"),
    pytest.param("排查工作由安全科具体负责。", "responsible 安全科", id="由具体负责"),
    pytest.param("排查工作由安全科、基建科共同负责。", "responsible 安全科、基建科", id="由两家共同负责"),
    pytest.param("安全科、基建科牵头召开警示会。", "lead 安全科、基建科", id="牵头召开"),
    pytest.param("由安全科牵头，会同基建科排查校舍。", "lead 安全科；support 基建科", id="牵头会同"),
    pytest.param("由市商务局牵头、市社科联合会配合。", "lead 市商务局；support 市社科联合会", id="商务局、联合会"),
    pytest.param("由安全科牵头，会同基建科开展排查。", "lead 安全科；support 基建科", id="牵头会同开展"),
    pytest.param(
        "由安全科牵头、会同基建科、后勤科开展排查。",
        "lead 安全科；support 基建科、后勤科",
        id="顿号会同两家",
    ),
    pytest.param("由安全科会同基建科负责排查校舍。", "responsible 安全科；support 基建科", id="由甲会同乙负责"),
    pytest.param("由安全科牵头组织排查。", "lead 安全科", id="牵头组织"),
    pytest.param("由市发展和改革委员会牵头制定细则。", "lead 市发展和改革委员会", id="名称里有和"),
    pytest.param("由安全科负责排查，基建科、后勤科配合。", "responsible 安全科；support 基建科、后勤科", id="负责配合"),
    pytest.param("由校医室承担救护，后勤科协助，请提前备好药品。", "responsible 校医室；support 后勤科", id="承担协助"),
    pytest.param("安全科每月检查一次，基建科、后勤科予以协助。", "actor 安全科；support 基建科、后勤科", id="予以协助"),
    pytest.param("由市教育局牵头，市公安局参与，对学校验收。", "lead 市教育局；support 市公安局", id="发文机关牵头"),
    pytest.param("由安全科会同基建科编制清单。", "actor 安全科；support 基建科", id="由甲会同乙"),
    pytest.param("场地由后勤科负责，设备由装备科负责，请提前联系。", "responsible 后勤科、装备科", id="两个由负责"),
    pytest.param("方案由后勤科负责制定，月底前完成。", "responsible 后勤科", id="负责制定不是负责制"),
    pytest.param("名册由教务科负责制订，安全科负责汇总。", "responsible 教务科", id="负责制订"),
    pytest.param("器材由装备科承担，考察由校医院组织，请提前联系。", "responsible 装备科、校医院", id="承担、组织"),
    pytest.param("由工会出面协调，由镇爱卫会归口承办。", "responsible 工会、镇爱卫会", id="出面、归口承办"),
    pytest.param("一般检查由各学校自行组织。", "responsible 各学校", id="自行组织"),
    pytest.param("由班主任负责联系家长。", "responsible 班主任", id="由担任职务的人负责"),
    pytest.param("由市公共资源交易中心组织实施，严格保密。", "responsible 市公共资源交易中心", id="组织实施"),
    pytest.param("住宿费用由派出单位承担，请提前登记。", "", id="承担费用不是做事"),
    pytest.param("由安全科牵头，会同市城乡建设局封堵缺口。", "lead 安全科；support 市城乡建设局", id="词表外的动词"),
    pytest.param("由安全科牵头，联合党委组织部甄选人员。", "lead 安全科；support 党委组织部", id="名称里有组织"),
    pytest.param("由安全科牵头，商市发展改革委核减项目。", "lead 安全科；support 市发展改革委", id="牵头商"),
    pytest.param("安全科联合基建科拆除围挡。", "actor 安全科；support 基建科", id="联合"),
    pytest.param("由安全科商财务科拿出办法。", "actor 安全科；support 财务科", id="由甲商乙"),
    pytest.param("市营商办负责统筹，镇工商联合会要参加。", "actor 市营商办、镇工商联合会", id="营商、工商不是商"),
    pytest.param(
        "由安全科牵头，基建科配合，后勤科、校医室参与，月底前完成。",
        "lead 安全科；support 基建科、后勤科、校医室",
        id="配合之后还有参与",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), PROSE)
def test_owners_named_in_a_sentence(book: RuleBook, sentence: str, expected: str) -> None:
    task = read_body(book, f"一、排查校舍。{sentence}\n二、整改隐患。限期整改。").tasks[0]
    assert owners(task.owners) == expected


def test_owners_named_in_prose_leave_subjects_out(book: RuleBook) -> None:
    body = "一、排查校舍。由安全科牵头，会同基建科开展排查。各学校要积极配合。\n二、整改隐患。限期整改。"
    assert owners(read_body(book, body).tasks[0].owners) == "lead 安全科；support 基建科"


def test_marked_owners_leave_subjects_out(book: RuleBook) -> None:
    body = "一、排查校舍。各学校要逐栋排查。（责任单位：安全科）\n二、整改隐患。限期整改。"
    assert owners(read_body(book, body).tasks[0].owners) == "responsible 安全科"


NONE = [
    pytest.param("严格落实负责人签字制度。", id="负责人"),
    pytest.param("理由充分的，做好登记。", id="理由"),
    pytest.param("实行校长负责制，压实责任。", id="负责制"),
    pytest.param("建立由专人保管的台账。", id="由专人"),
]  # fmt: skip


@pytest.mark.parametrize("sentence", NONE)
def test_a_sentence_without_a_body_names_no_owner(book: RuleBook, sentence: str) -> None:
    task = read_body(book, f"一、排查校舍。{sentence}\n二、整改隐患。限期整改。").tasks[0]
    assert owners(task.owners) == ""
