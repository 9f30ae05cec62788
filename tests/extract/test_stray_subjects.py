"""Words that stand where a subject stands and are none, and subjects that are easily missed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.notices import owners, read_body

if TYPE_CHECKING:
    from extractor.rules.book import RuleBook

ALONE = [
    pytest.param("学校自查\n辖区各中学要逐栋排查。", "辖区各中学", id="标题里的主语让位"),
    pytest.param("学校自查\n逐栋排查校舍，登记造册。", "学校", id="正文没有主语用标题的"),
]
SUBJECTS = [
    pytest.param("各学校要成立评议组（不少于三人，组长应具有高级职称）。", "各学校", id="括号里的说明"),
    pytest.param("各县（市、区）要逐栋排查。", "各县（市、区）", id="名称里的括号"),
    pytest.param("项目申请者将材料发至安全科。", "项目申请者", id="将……发至"),
    pytest.param("依托单位对申请书进行审核。", "依托单位", id="依托单位"),
    pytest.param("依托单位要审核申请书。", "依托单位", id="依托单位要"),
    pytest.param("代管机构不再承担审批事项，请资产科做好交接。", "资产科", id="不再承担"),
    pytest.param("要加强督查。同时各县区要开展排查。", "各县区", id="同时之后"),
    pytest.param("请各院系负责人精心组织。", "各院系负责人", id="精心组织"),
    pytest.param("与会人员必须按时到会。", "与会人员", id="与会的人"),
    pytest.param("自荐者要填写申请表。", "自荐者", id="自荐的人"),
    pytest.param("各护林员、巡查员要坚守岗位。", "各护林员、巡查员", id="护林员"),
]
NOBODY = [
    pytest.param("由镇长林远任指挥长。要加强值守。", id="由谁任指挥长"),
    pytest.param("各地区服务平台要与门户网站联通。", id="平台"),
    pytest.param("各单位工程要按图施工。", id="工程"),
    pytest.param("整治校车运行突出问题，4月1日前完成。", id="校车不是校"),
    pytest.param("摸清校企合作底数，4月1日前完成。", id="校企合作"),
    pytest.param("申请表交市委组织部审核，4月1日前完成。", id="交给谁"),
]


@pytest.mark.parametrize(("body", "expected"), ALONE)
def test_a_heading_names_nobody_who_is_not_named_below_it(book: RuleBook, body: str, expected: str) -> None:
    assert owners(read_body(book, f"一、{body}").tasks[0].owners) == f"actor {expected}"


@pytest.mark.parametrize(("sentence", "expected"), SUBJECTS)
def test_the_subject_is_who_has_to_do_it(book: RuleBook, sentence: str, expected: str) -> None:
    assert owners(read_body(book, f"一、{sentence}").tasks[0].owners) == f"actor {expected}"


@pytest.mark.parametrize("sentence", NOBODY)
def test_a_thing_is_no_subject(book: RuleBook, sentence: str) -> None:
    assert [owners(task.owners) for task in read_body(book, f"一、{sentence}").tasks] == [""]


PLAIN = [
    pytest.param("请相关研究生、导师及各班级高度重视。", "相关研究生、导师、各班级", id="研究生和导师"),
    pytest.param("镇政法、林业等部门要立即查清原因。", "镇政法、林业", id="等部门收尾的名单"),
    pytest.param("具备条件的学校，尽快申请验收。", "具备条件的学校", id="的学校尽快"),
    pytest.param("牵头单位适时向县政府报告。", "牵头单位", id="适时"),
    pytest.param("各责任单位将办理工作纳入本单位考核。", "各责任单位", id="将……纳入本单位"),
    pytest.param("望机关各科室高度重视。", "机关各科室", id="望"),
    pytest.param("领用人需填写情况说明。", "领用人", id="领用人"),
    pytest.param("尽快请有资质的评估机构进行评估。", "", id="请来做事的人"),
    pytest.param("县人民政府决定于12月3日召开表彰大会。", "", id="召集会议的人"),
]


@pytest.mark.parametrize(("sentence", "expected"), PLAIN)
def test_who_is_asked_is_read_as_a_clerk_would(book: RuleBook, sentence: str, expected: str) -> None:
    task = read_body(book, f"一、{sentence}").tasks[0]
    assert owners(task.owners) == (f"actor {expected}" if expected else "")


ASKED = [
    pytest.param("建议县政府按照专家意见做好监测。", "县政府", id="建议"),
    pytest.param("经请示市政府批准后，各学校要组织实施。", "各学校", id="请示"),
    pytest.param("台账要满足部门抽查需要，各学校应当及时更新。", "各学校", id="满足"),
    pytest.param("协助有关部门核定经费，各学校要做好登记。", "各学校", id="协助有关部门"),
    pytest.param("各学校要核对是否超越安全机关权限。", "各学校", id="是否"),
]


@pytest.mark.parametrize(("sentence", "expected"), ASKED)
def test_verbs_belong_to_no_name(book: RuleBook, sentence: str, expected: str) -> None:
    assert owners(read_body(book, f"一、{sentence}").tasks[0].owners) == f"actor {expected}"


def test_a_sentence_is_no_heading_and_keeps_its_subject(book: RuleBook) -> None:
    body = "一、依托单位对申请书进行审核后，在网上提交至安全科。\n说明：请各申请者按时填报。"
    assert owners(read_body(book, body).tasks[0].owners) == "actor 依托单位、各申请者"


def test_the_last_of_a_list_may_be_described(book: RuleBook) -> None:
    body = "一、各高校、科研院所、国有企业和智库以及其他承担任务的单位要修订制度。"
    assert owners(read_body(book, body).tasks[0].owners) == "actor 各高校、科研院所、国有企业"
