"""Who has to do it in notices of application, in measures and steps of departments."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.notices import owners, read_body

if TYPE_CHECKING:
    from extractor.rules.book import RuleBook

SUBJECTS = [
    pytest.param("各推荐单位待公示期满后统一报送推荐函。", "各推荐单位", id="待……后"),
    pytest.param("县级林业主管部门待资金下达后及时拨付到户。", "县级林业主管部门", id="待资金下达后"),
    pytest.param("招待所负责会场保障。", "招待所", id="招待所里的待"),
    pytest.param("各企业如有变更，应于五日内申请变更登记。", "各企业", id="如有"),
    pytest.param("各园区如遇系统故障，要及时联系信息中心。", "各园区", id="如遇"),
    pytest.param("如东县教育局要做好汇总。", "如东县教育局", id="如东县"),
    pytest.param("全县各级自然资源、林业部门要加强监管。", "全县各级自然资源、林业部门", id="自然资源不是自"),
    pytest.param("全市各级自来水、燃气企业应公开收费标准。", "全市各级自来水、燃气企业", id="自来水不是自"),
    pytest.param("各区民政局自接到通知起，应立即组织核查。", "各区民政局", id="自接到通知起"),
    pytest.param("未取得“双优”称号的学校，申报时应附佐证材料。", "未取得“双优”称号的学校", id="定语里有引号"),
    pytest.param("申报单位网上提交材料后，请留意审核意见。", "申报单位", id="提交后请留意"),
    pytest.param("用人单位招用毕业生的，应按规定缴纳社会保险。", "用人单位", id="……的，应"),
    pytest.param("项目单位调整建设内容的，须报原审批部门批准。", "项目单位", id="……的，须"),
    pytest.param(
        "已办理登记的经营者，需要变更名称的，登记机关应一次告知。", "登记机关", id="需要……的，某单位应"
    ),
    pytest.param(
        "社会组织举办展会的，各级商务部门要给予场地支持。", "各级商务部门", id="举办……的，某部门要"
    ),
    pytest.param("来过库区的人员不得进场。所有人员进场时须登记。", "来过库区的人员、所有人员", id="所有人员另是一批"),
]
NOBODY = [
    pytest.param("请留心平台提示信息，及时修改。", id="请留心"),
    pytest.param("请注意查收审批部门反馈的意见。", id="请注意查收"),
    pytest.param("请密切关注税务机关公告。", id="请密切关注"),
    pytest.param("要及时抄告住建、消防等部门依法处置。", id="抄告谁"),
    pytest.param("分配各市县审核部门平台账号，实现线上审核。", id="分配给谁"),
    pytest.param("服务价格由各方协商确定，要公开公示。", id="由各方协商"),
    pytest.param("全市各园区单位能耗强度要下降5%。", id="能耗强度要"),
    pytest.param("各乡镇森林覆盖率应达到45%。", id="覆盖率应"),
    pytest.param("各街道完成任务情况纳入年度考核。要严格把关。", id="情况作为依据"),
    pytest.param("乡镇核查中已整改的点位不得重复计算。", id="核查中已整改的点位"),
    pytest.param("要强化宣传，通过各种方式辅导有意愿的企业申报。", id="通过各种方式"),
]
MARKED = [
    pytest.param("由副镇长带队负责检查辖区加油站。", "responsible 副镇长", id="带队"),
    pytest.param("由分管副局长牵头负责协调。", "lead 分管副局长", id="牵头负责"),
    pytest.param("由校长亲自负责落实。", "responsible 校长", id="亲自"),
    pytest.param("由村支部书记具体负责组织实施。", "responsible 村支部书记", id="具体"),
    pytest.param("各小学。由各小学校长负责组织家访，做好登记。", "responsible 各小学校长", id="标题是单位、另有负责人"),
]
ASIDES = [
    pytest.param("随机抽取3个县（市、区）。各科室要备好车辆。", "actor 各科室", id="县（市、区）"),
    pytest.param("各科室要核对利润（对于新设企业，要求可适当放宽）。", "actor 各科室", id="对于……"),
]


@pytest.mark.parametrize(("sentence", "expected"), SUBJECTS)
def test_the_subject_is_who_has_to_do_it(book: RuleBook, sentence: str, expected: str) -> None:
    assert owners(read_body(book, f"一、{sentence}").tasks[0].owners) == f"actor {expected}"


@pytest.mark.parametrize("sentence", NOBODY)
def test_a_sentence_about_a_body_does_not_tell_it(book: RuleBook, sentence: str) -> None:
    assert [owners(task.owners) for task in read_body(book, f"一、{sentence}").tasks] == [""]


@pytest.mark.parametrize(("sentence", "expected"), MARKED)
def test_who_is_responsible_is_named_without_the_manner(book: RuleBook, sentence: str, expected: str) -> None:
    assert owners(read_body(book, f"一、{sentence}").tasks[0].owners) == expected


@pytest.mark.parametrize(("sentence", "expected"), ASIDES)
def test_a_bracket_that_adds_to_the_words_before_it_marks_nobody(
    book: RuleBook, sentence: str, expected: str
) -> None:
    assert owners(read_body(book, f"一、{sentence}").tasks[0].owners) == expected
