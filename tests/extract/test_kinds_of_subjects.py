"""Who may be a subject: kinds of people and units, and what stands between them and their verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.notices import owners, read, read_body

if TYPE_CHECKING:
    from extractor.rules.book import RuleBook

SUBJECTS = [
    pytest.param("镇直各单位一把手为第一责任人，要带头巡湖。", "actor 镇直各单位一把手", id="一把手"),
    pytest.param("楼栋长、宿舍长做好熄灯记录。", "actor 楼栋长、宿舍长", id="楼栋长"),
    pytest.param("主裁判负责点名，记分员负责核对分数。", "actor 主裁判、记分员", id="记分员"),
    pytest.param("承租户每周自查用电一次。", "actor 承租户", id="承租户"),
    pytest.param("来访者应出示证件。", "actor 来访者", id="者"),
    pytest.param("教练、领队带队检查赛前场地。", "actor 教练、领队", id="带队检查"),
    pytest.param("供水、供热企业制定停供预案。", "actor 供水、供热企业", id="省略的名单"),
    pytest.param("县乡村三级要把防火责任落实到人。", "actor 县乡村三级", id="三级"),
    pytest.param("小学、幼儿园放学前进行防溺水提醒。", "actor 小学、幼儿园", id="放学前"),
    pytest.param("卫生站为在册老人免费测量血压。", "actor 卫生站", id="为谁做"),
    pytest.param("每年汛前县防汛指挥部组织一次演练。", "actor 县防汛指挥部", id="汛前"),
    pytest.param("凡参加比武的队员自备护具。", "actor 参加比武的队员", id="凡……的"),
    pytest.param("校办、实验中学作交流发言，各校要准备。", "actor 校办、实验中学、各校", id="交流发言"),
    pytest.param("责令有关企业限期整改，安全科要复查。", "actor 安全科", id="责令"),
    pytest.param("有冲突的请与教务科李老师联系，各班要核对。", "actor 各班", id="请与某人联系"),
    pytest.param("各校动员全体职工，或者分组排查。", "actor 各校", id="动员、或者"),
    pytest.param("由村“两委”组织，卫生站配合，转移群众。", "responsible 村“两委”；support 卫生站", id="两委"),
    pytest.param("由基建科于6月底前牵头完成。", "lead 基建科", id="于何时牵头"),
    pytest.param("实现堤防巡查全覆盖。——责任单位：水利科", "responsible 水利科", id="破折号和标签"),
    pytest.param("牵头单位为市教育局，参加部门是各学校。", "lead 市教育局；support 各学校", id="牵头单位为"),
    pytest.param("各村（社区）：负责辖区内巡查。", "responsible 各村（社区）", id="名称里的括号"),
    pytest.param("宣传组（组长单位：文化站）。负责张贴海报。", "lead 文化站", id="组长单位"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), SUBJECTS)
def test_who_is_told(book: RuleBook, sentence: str, expected: str) -> None:
    document = read_body(book, f"一、排查\n（一）{sentence}\n（二）各县要公布电话。")
    assert owners(document.tasks[0].owners) == expected


def test_the_issuer_by_its_short_name_is_not_told(book: RuleBook) -> None:
    signed = "一、各协会要在3月5日前填表，省科协汇总后公布。\n二、各县要公布电话。\n云江省科学技术协会\n2024年2月1日\n"
    document = read(book, f"关于填表的通知\n各协会：\n{signed}").documents[0]
    assert owners(document.tasks[0].owners) == "actor 各协会"
