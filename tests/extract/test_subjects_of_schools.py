"""Who acts in schools and offices: persons of every kind, classes and years, and subjects with a clause before them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.notices import owners, read_body

if TYPE_CHECKING:
    from extractor.rules.book import RuleBook

PERSONS = [
    pytest.param("各单元门卫要按时交接班。", "各单元门卫", id="门卫"),
    pytest.param("全体师生员工须遵守校园交通秩序。", "全体师生员工", id="师生员工"),
    pytest.param("全体教工应按时到岗。", "全体教工", id="教工"),
    pytest.param("科室责任人须每周核对一次药品。", "科室责任人", id="责任人"),
    pytest.param("各项目借款人要在年底前结清借款。", "各项目借款人", id="借款人"),
    pytest.param("各食堂炊事员须持证上岗。", "各食堂炊事员", id="炊事员"),
    pytest.param("全体少先队员要佩戴红领巾。", "全体少先队员", id="少先队员里的先"),
    pytest.param("入党积极分子要撰写思想汇报。", "入党积极分子", id="积极分子里的积极"),
    pytest.param("跟车教师和校车照管员要清点人数。", "跟车教师、校车照管员", id="照管员"),
    pytest.param("各科室主要负责人经校长审批同意后，须到办公室备案。", "各科室主要负责人", id="经谁同意"),
    pytest.param("考核对象要带齐证件。", "考核对象", id="考核对象里的核对"),
]
UNITS = [
    pytest.param("各年级要开好家长会。", "各年级", id="年级"),
    pytest.param("高中各年级组成一支代表队参赛。", "高中各年级", id="组成代表队"),
    pytest.param("教学系在放假前要检查教室。", "教学系", id="系"),
    pytest.param("各班要及时上报考勤。", "各班", id="班"),
    pytest.param("各专业要修订培养方案。", "各专业", id="专业"),
    pytest.param("各考点要配备备用设备。", "各考点", id="考点"),
    pytest.param("各代表团应提前一天报到。", "各代表团", id="代表团"),
    pytest.param("出访团组回国后15个工作日内提交总结。", "出访团组", id="团组"),
    pytest.param("任何单位和个人不得占用消防通道。", "任何单位和个人", id="单位和个人"),
    pytest.param("各部门或个人要妥善保管账号。", "各部门或个人", id="部门或个人"),
    pytest.param("领导小组建立台账，明确分工。", "领导小组", id="小组建立"),
    pytest.param("学校对材料进行审批。", "学校", id="学校对"),
    pytest.param("传达室值班人员要登记来访者。", "传达室值班人员", id="传达室"),
]
CLAUSES = [
    pytest.param("涉及水、电、气开支的科室，请于4月10日前对账。", "涉及水、电、气开支的科室", id="带顿号的定语"),
    pytest.param("申请缓考的学生仍须按时返校。", "申请缓考的学生", id="仍须"),
    pytest.param("有在建工程的学校（含代建项目）请于4月10日前报送台账。", "有在建工程的学校", id="后面的括号"),
    pytest.param("使用公房、周转房的职工须于4月10日前签订协议。", "使用公房、周转房的职工", id="使用"),
    pytest.param("尚未缴费的考生登录系统完成缴费。", "尚未缴费的考生", id="尚未缴费的考生登录"),
    pytest.param("因故缺席的委员事先向秘书处请假。", "因故缺席的委员", id="因故缺席"),
    pytest.param("管理员、值班员以及带实验课的老师要在校值守。", "管理员、值班员、带实验课的老师", id="以及带课的老师"),
    pytest.param("各学院以及与实训有关的部门要做好准备。", "各学院、与实训有关的部门", id="以及有关的部门"),
    pytest.param("没有课的教师参加集体备课。", "没有课的教师", id="参加"),
    pytest.param("各单位，节日期间要落实值班。", "各单位", id="逗号和期间"),
]
AFTER_A_TIME = [
    pytest.param("4月12日左右市体育局公布分组名单。", "市体育局", id="左右"),
    pytest.param("放假前学校要召开安全主题班会。", "学校", id="放假前"),
    pytest.param("开学前后勤处要检修门窗。", "后勤处", id="后勤处的后"),
    pytest.param("4月5日起宿管中心每晚清点人数。", "宿管中心", id="某日起"),
    pytest.param("4月底前财务科将组织核对账目。", "财务科", id="月底前"),
]
ASKED = [
    pytest.param("请系（部）拟定外出实习名单，提前告知实训中心。", "系（部）", id="拟定"),
    pytest.param("请各教研室报实训处统一采购。", "各教研室", id="报给谁"),
    pytest.param("请各学院通知学生参加考试，保证学生按时到场。", "各学院", id="保证学生"),
    pytest.param("教育学生遵守纪律，各班主任要到岗。", "各班主任", id="教育学生"),
    pytest.param("要求各年级班主任到场维持秩序。", "各年级班主任", id="要求"),
    pytest.param("人流较大，要求全体教师、安保人员提前到岗。", "全体教师、安保人员", id="句中的要求"),
    pytest.param("请全体考生全程佩戴口罩和准考证。", "全体考生", id="全程佩戴"),
]
NOT_THESE = [
    pytest.param("学校大门前全线禁停，请家长在停车场接送。", "家长", id="学校大门"),
    pytest.param("图书馆二楼设为候考室，考生凭证进入。", "考生", id="楼层"),
    pytest.param("毕业生离校时，要做好宿舍卫生保洁。", "", id="某人离校时"),
    pytest.param("县包乡、乡包村、村包户责任人要下沉一线。", "村包户责任人", id="包乡包村"),
]


@pytest.mark.parametrize(("sentence", "expected"), [*PERSONS, *UNITS, *CLAUSES, *AFTER_A_TIME, *ASKED, *NOT_THESE])
def test_subjects(book: RuleBook, sentence: str, expected: str) -> None:
    found = owners(read_body(book, f"一、{sentence}").tasks[0].owners)
    assert found == (f"actor {expected}" if expected else "")


def test_what_is_only_permitted_names_nobody(book: RuleBook) -> None:
    assert read_body(book, "一、任何单位和个人均有权举报。").tasks == ()


def test_what_exists_somewhere_is_no_demand(book: RuleBook) -> None:
    assert read_body(book, "经统计，相关科室存在账物不符的问题。").tasks == ()


OTHERS = [
    pytest.param("各课题组应于4月10日前上传结题材料。", "各课题组", id="课题组"),
    pytest.param("考务组在考前半小时分发试卷。", "考务组", id="考务组分发"),
    pytest.param("经费卡负责人请及时核销借款。", "经费卡负责人", id="经费不是经"),
    pytest.param("凡住校的教师，寒假留校须登记。", "住校的教师", id="寒假留校须"),
    pytest.param("请毕业生本人持学生证到教务处领取证书。", "毕业生本人", id="持证领取"),
    pytest.param("如有特殊情况，凭教务处通知为准，任课教师不得调课。", "任课教师", id="凭谁的通知"),
    pytest.param("毕业论文由指导教师评阅，系部复核。", "指导教师、系部", id="后一句的系部"),
]


@pytest.mark.parametrize(("sentence", "expected"), OTHERS)
def test_other_subjects(book: RuleBook, sentence: str, expected: str) -> None:
    assert owners(read_body(book, f"一、{sentence}").tasks[0].owners) == f"actor {expected}"


def test_both_who_are_to_organise_it_together_are_responsible(book: RuleBook) -> None:
    task = read_body(book, "一、本次评选由校团委、学生会共同组织。").tasks[0]
    assert owners(task.owners) == "responsible 校团委、学生会"


LATER = [
    pytest.param("逾期未还款者须说明原因。", "逾期未还款者", id="逾期未还者"),
    pytest.param("在财务科尚有借款未还者，请按时结清。", "在财务科尚有借款未还者", id="尚有借款者"),
    pytest.param("各单位领导请当面签字。", "各单位领导", id="单位领导"),
    pytest.param("假期带班领导必须切实负起责任。", "假期带班领导", id="带班领导"),
    pytest.param("4月10日下午4:30学生处组织检查宿舍。", "学生处", id="钟点之后"),
    pytest.param("机房要向学生开放。", "机房", id="机房"),
]


@pytest.mark.parametrize(("sentence", "expected"), LATER)
def test_those_who(book: RuleBook, sentence: str, expected: str) -> None:
    assert owners(read_body(book, f"一、{sentence}").tasks[0].owners) == f"actor {expected}"


def test_a_calendar_of_the_work_holds_tasks(book: RuleBook) -> None:
    body = "一、工作日程安排\n（一）4月1日至6日，学生登录系统申请。\n（二）4月13日前，各学院完成认定。"
    assert [owners(task.owners) for task in read_body(book, body).tasks] == ["actor 学生", "actor 各学院"]


def test_who_is_asked_before_the_items_has_a_task(book: RuleBook) -> None:
    body = "请各学院组织对实验室进行一次全面的安全检查，填写隐患清单。\n一、检查范围\n各实验室。"
    assert [owners(task.owners) for task in read_body(book, body).tasks] == ["actor 各学院"]
