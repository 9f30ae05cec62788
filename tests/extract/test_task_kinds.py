"""The kind of a task, what it rests on, and its short title."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.notices import read_body, rows

if TYPE_CHECKING:
    from extractor.rules.book import RuleBook

KINDS = [
    pytest.param("一、重点任务\n排查校舍，各学校要逐栋排查。", "task", id="任务"),
    pytest.param("一、工作要求\n加强领导，各学校要明确专人。", "requirement", id="工作要求"),
    pytest.param("一、有关要求\n加强领导，各学校要明确专人。", "requirement", id="有关要求"),
    pytest.param("一、组织领导\n各学校要明确专人。", "requirement", id="组织领导"),
    pytest.param("一、保障措施\n各学校要明确专人。", "requirement", id="保障措施"),
    pytest.param("一、组织实施\n各学校要明确专人。", "requirement", id="组织实施"),
    pytest.param("一、加强组织领导\n各学校要明确专人。", "requirement", id="加强组织领导"),
    pytest.param("一、材料报送\n各学校要填写台账。", "submission", id="材料报送"),
    pytest.param("一、申报程序\n各学校要登录平台。", "submission", id="申报程序"),
    pytest.param("一、报送总结。各学校要于6月底前将总结报送市教育局。", "submission", id="报送"),
    pytest.param("一、落实责任。各学校要报告重大事项。", "task", id="报告重大事项"),
    pytest.param("一、资格审查。安全科对报名材料逐份审查。", "task", id="报名材料是名词"),
    pytest.param("一、完善制度。规范预案编制、备案、修订。", "task", id="备案是名词"),
    pytest.param("一、调整方案。形成方案并提交校务会审议。", "task", id="提交审议是决策"),
    pytest.param("一、实施步骤\n4月1日至30日，各学校逐栋自查，填写自查表。", "task", id="步骤里先自查后填表"),
    pytest.param(
        "一、自查阶段（4月1日至30日）。各学校要全面自查，并将情况于5月5日前上报。", "task", id="自查阶段的上报"
    ),
    pytest.param("一、实施步骤\n5月10日前，各学校上报总结。", "submission", id="步骤里只有上报"),
    pytest.param("一、季报。统计表于季后15日前网上填报。", "submission", id="网上填报"),
    pytest.param("一、名册。请各学校将参训名册电子版发安全科。", "submission", id="名册发某科"),
    pytest.param("一、总结。总结连同统计表于九月底前送县教委办公室。", "submission", id="总结送某委"),
]


@pytest.mark.parametrize(("item", "kind"), KINDS)
def test_the_kind_goes_by_the_section_and_the_demand(book: RuleBook, item: str, kind: str) -> None:
    assert read_body(book, f"{item}\n二、整改隐患。各学校要限期整改。").tasks[0].kind == kind


def test_a_dated_report_at_the_end_is_a_submission(book: RuleBook) -> None:
    body = "一、排查隐患。各学校要逐栋排查。\n二、整改隐患。各学校要限期整改。\n请各学校于6月20日前将总结报送市教育局。"
    assert [task.kind for task in read_body(book, body).tasks] == ["task", "task", "submission"]


def test_every_task_says_what_it_rests_on(book: RuleBook) -> None:
    body = (
        "一、排查隐患。逐栋排查。（责任单位：安全科）\n二、整改隐患。各学校要限期整改。\n三、建立台账。逐项登记。\n"
        "四、重点任务\n各学校要抓好以下工作：\n1.维修设备。逐台登记。\n2.更新灯具。逐层登记。"
    )
    bases = [task.basis for task in read_body(book, body).tasks]
    assert bases == ["marked", "subject", "assumed", "inherited", "inherited"]


def test_the_title_of_a_task_is_its_first_sentence_at_most_60_characters(book: RuleBook) -> None:
    long = "各学校要逐栋排查" + "教学楼、实验楼、" * 12 + "宿舍楼。"
    body = f"一、排查隐患。各学校要逐栋排查。\n二、{long}"
    assert [line.partition(" ←")[0] for line in rows(read_body(book, body))] == ["一、排查隐患", "二、" + long[:60]]
