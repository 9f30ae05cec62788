"""Subjects that a verb, a time or a bracket once hid, and words that once passed for one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.notices import owners, read_body

if TYPE_CHECKING:
    from extractor.rules.book import RuleBook

SUBJECTS = [
    pytest.param("请各县教育局安排技术人员，积极配合调试。", "各县教育局", id="安排人员"),
    pytest.param("请安全科和值班室派出工作人员巡查。", "安全科、值班室", id="派出人员"),
    pytest.param("各分会场准时开通视频设备。", "各分会场", id="分会场"),
    pytest.param("值班期间有教学任务的老师，要另找时间补课。", "有教学任务的老师", id="有任务的老师"),
    pytest.param("考试结束后阅卷老师及时到B南106室取回试卷。", "阅卷老师", id="考试结束后"),
    pytest.param("缴清党费后，党支部应及时登记造册。", "党支部", id="某事之后"),
    pytest.param("党员每月缴纳党费后，党支部应及时登记造册。", "党员、党支部", id="前后两个主语"),
    pytest.param("各党总支中心组每月至少要学习一次。", "各党总支中心组", id="中心组"),
    pytest.param("因事不能参会的人员，务必履行请假手续。", "因事不能参会的人员", id="因事不能参会"),
    pytest.param("请尚未报送材料的学校抓紧报送。", "尚未报送材料的学校", id="尚未报送"),
    pytest.param("请未完成整改单位于4月底前整改到位。", "未完成整改单位", id="未完成整改"),
    pytest.param("充电运营商应当提交自查表。", "充电运营商", id="运营商"),
    pytest.param("结对成员填写意向表，各学校汇总。", "结对成员、各学校", id="结对不是对"),
    pytest.param("外审评阅，由校外专家进行评阅。", "校外专家", id="专家进行"),
    pytest.param("各学校进行全面自查。", "各学校", id="进行自查"),
    pytest.param("安全科、后勤处、各学校等要做好保障。", "安全科、后勤处、各学校", id="等要"),
    pytest.param("请各县、市、区财政局及时通知。", "各县、市、区财政局", id="各县市区"),
    pytest.param("请各市、县级单位及时通知。", "各市、县级单位", id="各市和县级单位"),
    pytest.param("考核对象进入准备室时不准带资料。", "考核对象", id="进入某处时"),
    pytest.param("创新创业学院要汇总。", "创新创业学院", id="创新创业学院"),
]

STRAY = [
    pytest.param("各学校做好值班，面向全体学生开展教育。", "各学校", id="面向学生"),
    pytest.param("未尽事宜，请电话联系安全科，各学校要照办。", "各学校", id="电话联系"),
    pytest.param("各学校要宣传；协助所联系的街道、社区签订公约。", "各学校", id="协助所联系的"),
    pytest.param("学生自查原则上每月一次，由各学校组织。", "各学校", id="学生自查"),
    pytest.param("终期验收的需要，各学校应配合。", "各学校", id="需要是名词"),
    pytest.param("本方案所称校车是接送学生的车辆，各学校要登记。", "各学校", id="所称"),
    pytest.param("企业里是否存在隐患，各学校要查清。", "各学校", id="是否"),
    pytest.param("安全科审核通过的项目，须报送任务书，各学校要汇总。", "各学校", id="审核通过的项目"),
    pytest.param("安全科处长随分管局长报到，各学校要准备。", "各学校", id="随分管局长"),
    pytest.param("书院院内文化有待加强，各学校要整改。", "各学校", id="院内"),
    pytest.param("党支部中心组学习要点另发，各学校要照办。", "各学校", id="中心组学习"),
]


@pytest.mark.parametrize(("sentence", "expected"), [*SUBJECTS, *STRAY])
def test_subjects_of_a_clause(book: RuleBook, sentence: str, expected: str) -> None:
    task = read_body(book, f"一、{sentence}\n二、各县要公布电话。").tasks[0]
    assert owners(task.owners).removeprefix("actor ").removeprefix("responsible ") == expected


def test_an_office_holder_leads(book: RuleBook) -> None:
    task = read_body(book, "一、此项工作由分管副区长牵头统筹协调，各学校要配合。\n二、各县要公布电话。").tasks[0]
    assert owners(task.owners) == "lead 分管副区长"


def test_a_bracket_that_tells_somebody_to_urge_others_marks_nobody(book: RuleBook) -> None:
    body = "一、各学校要逐栋核查（含委托代管的校舍，安全科要督促代管单位配合）。\n二、各县要公布电话。"
    assert "support" not in owners(read_body(book, body).tasks[0].owners)
