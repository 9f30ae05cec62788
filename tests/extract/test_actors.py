"""Who is told to do it where nobody is marked: the subjects of the item's own directing sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.notices import owners, read_body

if TYPE_CHECKING:
    from extractor.rules.book import RuleBook

SUBJECTS = [
    pytest.param("各学校要逐栋排查。", "各学校", id="要"),
    pytest.param("各学校应逐栋排查。", "各学校", id="应"),
    pytest.param("各学校应当逐栋排查。", "各学校", id="应当"),
    pytest.param("各学校须逐栋排查。", "各学校", id="须"),
    pytest.param("各学校必须逐栋排查。", "各学校", id="必须"),
    pytest.param("各学校需逐栋登记。", "各学校", id="需"),
    pytest.param("各学校务必逐栋排查。", "各学校", id="务必"),
    pytest.param("请各学校逐栋排查。", "各学校", id="请"),
    pytest.param("请各县（市、区）教育局、各直属学校认真组织。", "各县（市、区）教育局、各直属学校", id="请两家"),
    pytest.param("各学校都要逐栋排查。", "各学校", id="都要"),
    pytest.param("各学校原则上要每月排查一次。", "各学校", id="原则上要"),
    pytest.param("各学校在汛期到来之前，要逐栋排查。", "各学校", id="隔着在字状语"),
    pytest.param("各学校要根据实际，也要结合季节排查。", "各学校", id="两个要"),
    pytest.param("各学校按照属地原则，应逐栋排查。", "各学校", id="隔着按照状语"),
    pytest.param("各学校加强排查。", "各学校", id="直接跟动词"),
    pytest.param("各学校组织师生开展演练。", "各学校", id="组织"),
    pytest.param("各学校以班级为单位，开展演练。", "各学校", id="以为单位"),
    pytest.param("各县（区）教育局、市属各学校要逐栋排查。", "各县（区）教育局、市属各学校", id="并列主语"),
    pytest.param("市公安局和市水利局要联合检查。", "市公安局、市水利局", id="两家和"),
    pytest.param("各县（区）教育局和学校要逐栋排查。", "各县（区）教育局、学校", id="各和"),
    pytest.param("各党总支、直属党支部要认真组织学习。", "各党总支、直属党支部", id="党总支和支部"),
    pytest.param("分党委（直属党总支）应每季度研究一次。", "分党委（直属党总支）", id="名称带括号"),
    pytest.param("党员干部要带头落实。", "党员干部", id="人"),
    pytest.param("排查材料由各学院审核后上报。", "各学院", id="由审核"),
    pytest.param("各学校要逐栋排查。各乡镇要配合。", "各学校、各乡镇", id="两句两个主语"),
    pytest.param("各学校要逐栋排查。各学校要建立台账。", "各学校", id="同一主语只一次"),
    pytest.param("各基层党组织要排查。基层党组织要整改。", "各基层党组织", id="简称只一次"),
    pytest.param("有关部门要加强督导。", "有关部门", id="有关部门"),
    pytest.param(
        "各学校逐栋排查校舍。",
        "各学校",
        id="主语和动词之间有副词",
    ),
    pytest.param("分工：（1）安全科核对台账；2）各学校要登记；（三）各乡应复查。", "安全科、各学校、各乡", id="编号"),
    pytest.param("责成东山、南岭两乡限期整改。", "东山、南岭两乡", id="几个乡合称"),
    pytest.param("东山、南岭2个乡镇要排查；其余乡镇确保完工。", "东山、南岭2个乡镇、其余乡镇", id="其余乡镇"),
    pytest.param("市公安局、市水利局等5部门要联合检查。", "市公安局、市水利局", id="等几部门"),
    pytest.param("安全科至迟提前3个工作日提出申请。", "安全科", id="至迟"),
    pytest.param("考试结束后1小时内，主监考将记录单交回安全科。", "主监考", id="将什么交回"),
    pytest.param("安全科每两个月调度一次，值班室24小时受理举报。", "安全科、值班室", id="每两个月、24小时"),
    pytest.param("食堂必须登记，从业人员必须体检。", "食堂、从业人员", id="从业人员"),
    pytest.param("各学校广泛听取家长、学生意见后汇总。", "各学校", id="广泛听取"),
    pytest.param("请各县教育局、市直属中学逐栋排查。", "各县教育局、市直属中学", id="中学"),
    pytest.param("毕业年级不参加评比，但要组织排查，各学校应登记。", "毕业年级、各学校", id="年级也是单位"),
    pytest.param("毕业论文不参加评比，但要组织排查，各学校应登记。", "各学校", id="论文不是单位"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), SUBJECTS)
def test_subjects_of_directing_sentences_are_actors(book: RuleBook, sentence: str, expected: str) -> None:
    assert actors(book, sentence) == f"actor {expected}"


def missed(reason: str) -> pytest.MarkDecorator:
    return pytest.mark.xfail(strict=True, reason=reason)


UNKNOWN = missed("the word is no known ending of a body")
MISSED = [
    pytest.param("各学校，特别是寄宿学校，要值守。", "各学校", id="特别是"),
    pytest.param("校长作为责任人，要亲自抓。", "校长", id="作为"),
    pytest.param("一是各学校要排查，二是各乡镇要配合。", "各学校、各乡镇", id="一是"),
    pytest.param("各学校不得瞒报。", "各学校", id="不得"),
    pytest.param("各学校未经批准不得外出。", "各学校", id="未经批准不得"),
    pytest.param("申请人须如实填写。", "申请人", id="申请人"),
    pytest.param("各校要加强宣传。", "各校", id="各校"),
    pytest.param("高新区管委会要加强宣传。", "高新区管委会", id="管委会"),
    pytest.param("各学校、各幼儿园要加强宣传。", "各学校、各幼儿园", id="幼儿园"),
    pytest.param("市教育局要派人督查，做好准备。", "市教育局", id="整条都是发文机关简称"),
    pytest.param("云州市教育局应派人督查，做好准备。", "云州市教育局", id="整条都是发文机关全称"),
    pytest.param("市教育局要派人督查。各学校要配合。", "各学校", id="发文机关和别人"),
]


@pytest.mark.parametrize(("sentence", "expected"), MISSED)
def test_more_subjects_of_directing_sentences(book: RuleBook, sentence: str, expected: str) -> None:
    assert actors(book, sentence) == f"actor {expected}"


NO_SUBJECTS = [
    pytest.param("要逐栋排查。", id="没有主语"),
    pytest.param("对各学校要加强指导。", id="对之后不是主语"),
    pytest.param("在各学校开展排查，要做好登记。", id="在之后不是主语"),
    pytest.param("督促各学校做好排查。", id="督促之后不是主语"),
    pytest.param("指导各学校开展演练。", id="指导之后不是主语"),
    pytest.param("引导学校要重视安全。", id="引导之后不是主语"),
    pytest.param("条件要逐步改善。", id="条件不是单位"),
    pytest.param("工作要做细做实。", id="工作不是单位"),
    pytest.param("住宅小区要加强巡查。", id="小区不是单位"),
    pytest.param("按照学校要求做好登记。", id="要求里的要"),
    pytest.param("做好学校应急演练。", id="应急里的应"),
    pytest.param("我局要派人督查，做好准备。", id="我局是发文机关"),
    pytest.param("去年各学校做得好，做好今年排查。", id="说的是去年"),
    pytest.param("公开办理流程，压缩办结时限，力争办成实事。", id="办理、办结不是某办"),
    pytest.param("推行网上办、掌上办，帮办代办要做实。", id="网上办不是某办"),
    pytest.param("公开办事指南，规范办学行为。", id="办事、办学不是某办"),
    pytest.param("布局要合理，就地处置应登记。", id="布局不是某局"),
    pytest.param("信息系统应及时升级。", id="信息系统不是单位"),
]


@pytest.mark.parametrize("sentence", NO_SUBJECTS)
def test_what_is_told_to_nobody_has_no_actor(book: RuleBook, sentence: str) -> None:
    assert actors(book, sentence) == ""


def actors(book: RuleBook, sentence: str) -> str:
    task = read_body(book, f"一、排查校舍。{sentence}\n二、整改隐患。限期整改。").tasks[0]
    return owners(task.owners)


@pytest.mark.xfail(strict=True, reason="the bracket that a subject opens with is taken for a part of the name")
def test_a_subject_in_brackets_is_named_without_its_bracket(book: RuleBook) -> None:
    assert actors(book, "逐栋排查。（各学校自行组织）") in {"", "actor 各学校"}


INHERITED = [
    pytest.param(
        "一、重点任务\n各学校要抓好以下工作：\n1.排查校舍。逐栋登记。\n2.维修设备。逐台登记。",
        ["actor 各学校", "actor 各学校"],
        id="引出各项的句子",
    ),
    pytest.param(
        "一、重点任务。各学校要重点把握以下要求：\n（一）排查校舍。逐栋登记。\n（二）维修设备。各乡镇应逐台登记。",
        ["actor 各学校", "actor 各乡镇"],
        id="自己的主语优先",
    ),
    pytest.param(
        (
            "后勤科：\n1.维修线路。逐层登记。\n2.更新灯具。逐层登记。\n基建科：\n1.排查校舍。逐栋登记。\n2.改造屋面。"
            "逐栋登记。"
        ),
        ["actor 后勤科", "actor 后勤科", "actor 基建科", "actor 基建科"],
        id="标题就是单位",
    ),
    pytest.param(
        "一、重点任务\n各学校高度重视，成效明显。\n1.排查校舍。逐栋登记。\n2.维修设备。逐台登记。",
        ["", ""],
        id="叙述的主语不继承",
    ),
]


@pytest.mark.parametrize(("body", "expected"), INHERITED)
def test_an_item_without_a_subject_inherits_that_of_its_lead_in(book: RuleBook, body: str, expected: list[str]) -> None:
    assert [owners(task.owners) for task in read_body(book, body).tasks] == expected


def test_what_only_the_issuer_announces_is_its_own_when_it_is_a_whole_item(book: RuleBook) -> None:
    body = "一、排查校舍。各学校要逐栋排查。\n二、开展督导。市教育局将组织专家分片督导。"
    assert [owners(task.owners) for task in read_body(book, body).tasks] == ["actor 各学校", "actor 市教育局"]
