"""第一步：…, 第二阶段（…）: stages head their paragraphs as numbers do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.notices import outline, read_body, rows

if TYPE_CHECKING:
    from extractor.rules.book import RuleBook

OUTLINES = [
    pytest.param(
        "一、实施步骤\n第一步：动员。各校动员。\n第二步：排查。各校排查。\n二、工作要求\n各校要重视。",
        ["1 一、实施步骤", "2   第一步：动员", "2   第二步：排查", "1 二、工作要求"],
        id="第几步是编号",
    ),
    pytest.param(
        "一、实施步骤\n第一阶段（5月）：动员。\n第二阶段（6月）：排查。\n二、工作要求\n各校要重视。",
        ["1 一、实施步骤", "2   第一阶段（5月）", "2   第二阶段（6月）", "1 二、工作要求"],
        id="第几阶段是标题",
    ),
    pytest.param(
        "一、处置程序\n第一步、报告。立即报告。\n第二步、救护。\n1.登记。\n2.送医。\n二、善后\n1.慰问。\n2.总结。",
        [
            "1 一、处置程序", "2   第一步、报告", "2   第二步、救护", "2   1.登记", "2   2.送医",
            "1 二、善后", "2   1.慰问", "2   2.总结",
        ],
        id="层次只数编号",
    ),
    pytest.param("一、安排\n第一步摸底。\n第二步整改。\n二、要求\n重视。", ["1 一、安排", "1 二、要求"], id="句子里"),
    pytest.param("一、安排\n第一步：要摸底。\n二、要求\n各校要重视。", ["1 一、安排", "1 二、要求"], id="只有第一步"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), OUTLINES)
def test_stages_stand_below_what_stands_above_the_first(book: RuleBook, body: str, expected: list[str]) -> None:
    assert outline(read_body(book, body)) == expected


TASKS = [
    pytest.param(
        "一、实施步骤\n第一步：动员部署（3月1日—3月10日）。安全科召开会议，各学校逐一签字。\n"
        "第二步：逐栋排查（3月11日—4月20日）。由安全科牵头，基建科参与，逐栋排查。",
        [
            "一、第一步：动员部署（3月1日—3月10日） ← actor 安全科、各学校 @ 2024-03-01/2024-03-10",
            "一、第二步：逐栋排查（3月11日—4月20日） ← lead 安全科；support 基建科 @ 2024-03-11/2024-04-20",
        ],
        id="第几步带时间",
    ),
    pytest.param(
        "一、实施步骤\n第一阶段：动员部署（5月10日前）\n各学校要召开会议。\n第二阶段：排查整改（6月10日前）\n各学校要逐栋排查。",
        [
            "一、第一阶段：动员部署（5月10日前） ← actor 各学校 @ 2024-05-10",
            "一、第二阶段：排查整改（6月10日前） ← actor 各学校 @ 2024-06-10",
        ],
        id="第几阶段带时间",
    ),
    pytest.param(
        "一、处置程序\n第一步：报告。值班人员应在10分钟内报告。\n第二步：救护。校医室立即拨打急救电话。",
        ["一、第一步：报告 ← actor 值班人员 @ +10min", "一、第二步：救护 ← actor 校医室 @ vague"],
        id="处置程序",
    ),
]


@pytest.mark.parametrize(("body", "expected"), TASKS)
def test_each_stage_is_a_task(book: RuleBook, body: str, expected: list[str]) -> None:
    assert rows(read_body(book, body)) == expected
