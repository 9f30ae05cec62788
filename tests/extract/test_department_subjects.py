"""Subjects in the notices of departments, courts, hospitals and firms, and what only looks like one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.notices import owners, read_body, rows

if TYPE_CHECKING:
    from extractor.rules.book import RuleBook

SUBJECTS = [
    pytest.param("应急管理局要加强检查。", "应急管理局", id="应急开头的机关"),
    pytest.param("应急救援队伍要全天备勤。", "应急救援队伍", id="应急救援队伍"),
    pytest.param("并网电站应做好配合。", "并网电站", id="并网"),
    pytest.param("使用电梯的单位，应张贴标志。", "使用电梯的单位", id="使用……的单位"),
    pytest.param("报关企业应妥善保管单证。", "报关企业", id="报关"),
    pytest.param("联合申报单位应签订协议。", "联合申报单位", id="联合申报"),
    pytest.param("当班人员须做好记录。", "当班人员", id="当班"),
    pytest.param("慈善组织应按时公开信息。", "慈善组织", id="慈善组织"),
    pytest.param("在京单位要做好接待。", "在京单位", id="在京单位"),
    pytest.param("在杭高校代表不安排住宿，请于4月2日直接参会。", "在杭高校代表", id="不……，请"),
    pytest.param("各级、各有关部门要严格值班。", "各级、各有关部门", id="各级"),
    pytest.param("派驻纪检监察组应加强监督。", "派驻纪检监察组", id="纪检监察组"),
    pytest.param("抢险救援组负责现场处置。", "抢险救援组", id="抢险救援组"),
    pytest.param("各代表团请于4月8日前报名。", "各代表团", id="代表团"),
    pytest.param("参赛运动员须携带证件。", "参赛运动员", id="运动员"),
    pytest.param("扣缴义务人应依法申报。", "扣缴义务人", id="义务人"),
    pytest.param("承运人、托运人要核对货单。", "承运人、托运人", id="承运人"),
    pytest.param("检察长要带头办案。", "检察长", id="检察长"),
    pytest.param("返岗员工要做好自我监测。", "返岗员工", id="员工"),
    pytest.param("员工返程后，要做好自我监测。", "员工", id="返程后，要"),
    pytest.param("重要用户停电后应启动备用电源。", "重要用户", id="停电后应"),
    pytest.param("项目法人对工程质量负总责。", "项目法人", id="对……负总责"),
    pytest.param("总部确定人选后，请相关单位做好保障。", "相关单位", id="……后，请"),
    pytest.param("项目所在地政府应加强协调。", "项目所在地政府", id="所在地的政府"),
    pytest.param("安委会联席会议（简称联席会议）要加强统筹。", "安委会联席会议", id="简称不属于名称"),
    pytest.param("各级人民政府及其有关部门应当履行职责。", "各级人民政府、有关部门", id="其有关部门"),
    pytest.param("市、县人民政府要发挥监督责任。", "市、县人民政府", id="市、县"),
    pytest.param("牧场按时移交资产，协助电站制定方案。", "牧场", id="协助谁"),
    pytest.param("市直各部、委、办、局要认真学习。", "市直各部、委、办、局", id="部委办局"),
    pytest.param(
        "请各部、委、办、局和各人民团体负责人于4月8日到会。",
        "各部、委、办、局、各人民团体负责人",
        id="部委办局和另一类",
    ),
]
NOBODY = [
    pytest.param("由部队号牌改挂专用号牌的，要重新登记。", id="由甲改乙"),
    pytest.param("疗养后所在地出现疫情的，要立即报备。", id="所在地"),
    pytest.param("配电室要保持干燥。", id="配电室"),
    pytest.param("必要时可商请供电公司协助，并应做好记录。", id="可商请"),
    pytest.param("指定专门人员逐项跟踪，要建立台账。", id="指定某人"),
]


@pytest.mark.parametrize(("sentence", "expected"), SUBJECTS)
def test_the_subject_of_a_demand_is_found(book: RuleBook, sentence: str, expected: str) -> None:
    found = owners(read_body(book, f"一、{sentence}").tasks[0].owners)
    assert found.replace("responsible", "actor") == f"actor {expected}"


@pytest.mark.parametrize("sentence", NOBODY)
def test_what_only_looks_like_a_subject_is_none(book: RuleBook, sentence: str) -> None:
    assert [owners(task.owners) for task in read_body(book, f"一、{sentence}").tasks] == [""]


ROLES = [
    pytest.param("市教育局为牵头单位，市财政局为配合单位。", "lead 市教育局；support 市财政局", id="为牵头单位"),
    pytest.param("县林业局是全县绿化的责任单位，要倒排工期。", "responsible 县林业局", id="是……的责任单位"),
    pytest.param(
        "教育部门为牵头单位，公安、财政部门为配合单位。", "lead 教育部门；support 公安、财政部门", id="省去部门二字"
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), ROLES)
def test_a_body_that_is_said_to_lead_leads(book: RuleBook, sentence: str, expected: str) -> None:
    assert owners(read_body(book, f"一、{sentence}").tasks[0].owners) == expected


BRACKETS = [
    pytest.param("将意见报市教育局（基础教育科）。", "", id="报到哪个科"),
    pytest.param("请各单位将名单送市工会（联系人：林远，电话：1234567）。", "actor 各单位", id="联系人"),
    pytest.param("做好宣传。（此件发至县级单位）", "", id="此件发至"),
    pytest.param("做好宣传。（各有关部门和单位按职责分工负责）", "responsible 各有关部门和单位", id="部门和单位"),
    pytest.param("做好宣传。（市教育局、市公安局）", "responsible 市教育局、市公安局", id="只有名单"),
]


@pytest.mark.parametrize(("sentence", "expected"), BRACKETS)
def test_a_bracket_that_says_who_is_reached_marks_nobody(book: RuleBook, sentence: str, expected: str) -> None:
    assert owners(read_body(book, f"一、{sentence}").tasks[0].owners) == expected


def test_what_follows_the_bracket_of_the_last_item_closes_the_notice(book: RuleBook) -> None:
    body = (
        "一、扩大供给。增加床位。（市民政局负责）\n二、提高质量。完善标准。（市卫生健康委负责）\n"
        "从专项资金中安排经费，统筹使用。各地要加强管理。"
    )
    assert [line.partition(" ← ")[2] for line in rows(read_body(book, body))] == [
        "responsible 市民政局 @ -",
        "responsible 市卫生健康委 @ -",
        "actor 各地 @ -",
    ]


def test_a_paragraph_on_how_much_it_matters_closes_the_notice(book: RuleBook) -> None:
    body = (
        "一、车辆\n车辆应当悬挂号牌。\n二、费用\n市财政局负责拨付。\n"
        "号牌管理意义重大、使命光荣。应急管理部要认真组织实施。各地区要积极支持。"
    )
    assert [line.partition(" ← ")[2] for line in rows(read_body(book, body))[-2:]] == [
        "actor 应急管理部 @ -",
        "actor 各地区 @ -",
    ]


def test_what_another_body_printed_on_a_day_is_no_task(book: RuleBook) -> None:
    body = (
        "2024年3月1日，省局印发方案，要求各单位按月报送进展。现通知如下：\n"
        "1.请于4月5日前报送台账。\n2.请指定专人。"
    )
    assert len(read_body(book, body).tasks) == 2


def test_contents_to_be_handed_in_are_no_tasks(book: RuleBook) -> None:
    body = (
        "一、请各协会于4月10日前将以下内容以书面材料报市局，以便研究。\n（一）对工作的意见；\n（二）其他建议。\n"
        "二、请按时参会。"
    )
    assert rows(read_body(book, body))[0].partition(" ← ")[2] == "actor 各协会 @ 2024-04-10"


def test_a_session_said_to_be_held_is_a_meeting_where_a_section_says_who_comes(book: RuleBook) -> None:
    body = (
        "经研究，协会第三届会员大会于4月14日至17日在市区举行。现通知如下：\n"
        "一、出席会议人员\n全体会员。\n二、会员报到时请携带证件。"
    )
    assert read_body(book, body).tasks[0].kind == "meeting"
