"""Subjects that do not open their clause: behind a time, behind what the sentence is about, before a time clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.notices import owners, read_body, tasks

if TYPE_CHECKING:
    from extractor.rules.book import RuleBook

PLACES = [
    pytest.param("5月20日前各学校完成排查。", "各学校", id="时间之后没有逗号"),
    pytest.param("汛期各学校要安排值守。", "各学校", id="汛期"),
    pytest.param("在正式供暖前各学校要检修锅炉。", "各学校", id="在某事之前"),
    pytest.param("演练过程中各学校要做好记录。", "各学校", id="过程中"),
    pytest.param("防汛沙袋各学校必须在5月10日前备齐。", "各学校", id="先说事"),
    pytest.param("市直各学校要逐栋排查。", "市直各学校", id="市直不是事"),
    pytest.param("地方各级教育部门要加强指导。", "地方各级教育部门", id="地方不是事"),
    pytest.param("各学校收到通知后，组织全体教师自查。", "各学校", id="收到某物后"),
    pytest.param("领导干部操办子女婚宴，应提前报告。", "领导干部", id="操办不是机构"),
    pytest.param("考评小组逐校复核，做好记录。", "考评小组", id="逐校"),
    pytest.param("由教学督导随机抽查各学院课堂，做好记录。", "教学督导", id="随机抽查"),
    pytest.param("幼儿园各推荐两名教师。", "幼儿园", id="各推荐"),
    pytest.param("各村（居）委会要逐户登记。", "各村（居）委会", id="村居委会"),
    pytest.param("乡（镇）长要亲自部署。", "乡（镇）长", id="乡镇长"),
    pytest.param("水库巡查责任人每日巡查两次。", "水库巡查责任人", id="巡查责任人"),
    pytest.param("自评工作组逐栋复核，当场反馈。", "自评工作组", id="自评工作组"),
    pytest.param("评委完成打分后，在两个工作日内将结果（含评语，限500字）发送至组委会。", "评委", id="将某物发送"),
    pytest.param("希各学校抓紧落实。", "各学校", id="希"),
    pytest.param("县镇成立工作专班，各学校也要成立专班。", "各学校", id="成立不是名称"),
    pytest.param("成员由各学校提名、大会选举产生，市体育局要做好审核。", "市体育局", id="怎样产生的不是任务"),
]


@pytest.mark.parametrize(("sentence", "expected"), PLACES)
def test_a_subject_is_found_where_it_stands(book: RuleBook, sentence: str, expected: str) -> None:
    body = f"一、校园安全。{sentence}\n二、整改隐患。限期整改。"
    assert owners(read_body(book, body).tasks[0].owners) == f"actor {expected}"


RELATIVE = [
    pytest.param("需要用车的学校，请提前两天告知。", "需要用车的学校", id="需要用车的"),
    pytest.param("未完成整改的学校应书面说明。", "未完成整改的学校", id="未完成的"),
    pytest.param("凡住校的学生，须登记紧急联系人。", "住校的学生", id="凡"),
    pytest.param("合格率低于80%的东山、西溪两个乡镇，要补齐短板。", "合格率低于80%的东山、西溪两个乡镇", id="两个乡镇"),
    pytest.param("符合条件的学校要认真组织。", "符合条件的学校", id="符合条件的"),
]


@pytest.mark.parametrize(("sentence", "expected"), RELATIVE)
def test_a_subject_keeps_the_clause_that_describes_it(book: RuleBook, sentence: str, expected: str) -> None:
    body = f"一、校园安全。{sentence}\n二、整改隐患。限期整改。"
    assert owners(read_body(book, body).tasks[0].owners) == f"actor {expected}"


def test_a_described_object_is_no_subject(book: RuleBook) -> None:
    body = "一、校园安全。对存在隐患的学校要逐栋排查。\n二、整改隐患。限期整改。"
    assert owners(read_body(book, body).tasks[0].owners) == ""


NO_TASKS = [
    pytest.param("各班级学生到课情况；", id="要看的情况"),
    pytest.param("组织领导\n学校成立了工作小组，成员如下：\n组长：陆一鸣\n成员：赵启明、孙若水", id="组织领导只有名单"),
    pytest.param("培训内容\n防灾减灾、应急救护、心理疏导等。", id="培训内容"),
    pytest.param("评分标准由安全科负责解释。", id="负责解释"),
    pytest.param("由安全科负责的第3项、基建科负责的第5项进展滞后。", id="由谁负责的"),
    pytest.param("为加强领导，确保实效，学校成立了工作小组，其组成人员如下：", id="目的和叙述"),
]


@pytest.mark.parametrize("words", NO_TASKS)
def test_what_only_describes_is_no_task(book: RuleBook, words: str) -> None:
    assert tasks(read_body(book, f"一、{words}\n二、整改隐患。限期整改。")) == ["二、整改隐患"]


def test_a_purpose_before_a_demand_leaves_the_demand(book: RuleBook) -> None:
    body = "一、为加强领导，成立工作小组。\n二、整改隐患。限期整改。"
    assert tasks(read_body(book, body))[0] == "一、为加强领导，成立工作小组"
