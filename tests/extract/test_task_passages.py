"""Which words a marking governs: from the beginning of its item, or the marking before it, to the marking itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.notices import framed, owners, read, read_body, times, wording

if TYPE_CHECKING:
    from extractor.rules.book import RuleBook

GOVERNED = [
    pytest.param(
        "一、排查隐患。逐栋排查校舍。\n责任单位：安全科\n完成时限：5月底前",
        ["一、排查隐患。逐栋排查校舍。 ← responsible 安全科 @ 2024-05-31"],
        id="标签行之上的一条",
    ),
    pytest.param(
        "一、排查隐患。逐栋排查校舍。\n完成时限：5月底前\n责任单位：安全科",
        ["一、排查隐患。逐栋排查校舍。 ← responsible 安全科 @ 2024-05-31"],
        id="时限在前",
    ),
    pytest.param(
        (
            "一、排查隐患\n（1）校舍。逐栋排查。\n（2）设备。逐台排查。\n责任单位：安全科\n二、整改隐患\n（1）校舍。"
            "逐栋整改。\n（2）设备。逐台整改。\n责任单位：基建科"
        ),
        [
            "一、排查隐患/（1）校舍。逐栋排查。/（2）设备。逐台排查。 ← responsible 安全科 @ -",
            "二、整改隐患/（1）校舍。逐栋整改。/（2）设备。逐台整改。 ← responsible 基建科 @ -",
        ],
        id="分项之后的标签行管上一级",
    ),
    pytest.param(
        (
            "一、重点任务\n（一）排查校舍。逐栋排查。\n1.登记。学校要登记。\n2.抽查。县局要抽查。\n责任单位：安全科\n"
            "（二）维修设备。逐台维修。\n责任单位：后勤科"
        ),
        [
            "一、（一）排查校舍。逐栋排查。/1.登记。学校要登记。/2.抽查。县局要抽查。 ← responsible 安全科 @ -",
            "一、（二）维修设备。逐台维修。 ← responsible 后勤科 @ -",
        ],
        id="上一条的标签行在其分项之后",
    ),
    pytest.param(
        "一、重点任务\n（一）排查校舍。逐栋排查。\n责任单位：安全科\n（二）维修设备。逐台维修。\n责任单位：后勤科",
        [
            "一、（一）排查校舍。逐栋排查。 ← responsible 安全科 @ -",
            "一、（二）维修设备。逐台维修。 ← responsible 后勤科 @ -",
        ],
        id="每个分项各有标签行",
    ),
    pytest.param(
        "一、排查隐患。排查校舍。（责任单位：安全科）排查设备。（责任单位：后勤科）",
        ["一、排查隐患。排查校舍。 ← responsible 安全科 @ -", "一、排查设备。 ← responsible 后勤科 @ -"],
        id="一段两个括号",
    ),
    pytest.param(
        "一、排查隐患。\n排查校舍。（责任单位：安全科）\n排查设备。（责任单位：后勤科）",
        ["一、排查隐患。/排查校舍。 ← responsible 安全科 @ -", "一、排查设备。 ← responsible 后勤科 @ -"],
        id="两段各一个括号",
    ),
    pytest.param(
        "一、排查隐患阶段（5月15日前）\n各学校要逐栋排查校舍。\n二、整改隐患阶段（6月15日前）\n各学校要逐项整改。",
        [
            "一、排查隐患阶段（5月15日前）/各学校要逐栋排查校舍。 ← actor 各学校 @ 2024-05-15",
            "二、整改隐患阶段（6月15日前）/各学校要逐项整改。 ← actor 各学校 @ 2024-06-15",
        ],
        id="标题括号里的时限",
    ),
    pytest.param(
        "一、自查阶段（11月至1月，2025年）\n各学校要逐栋自查。\n二、整改阶段（3月1日-4月5日，2025年）。逐项整改。",
        [
            "一、自查阶段（11月至1月，2025年）/各学校要逐栋自查。 ← actor 各学校 @ 2025-11-01/2026-01-31",
            "二、整改阶段（3月1日-4月5日，2025年）。逐项整改。 ← - @ 2025-03-01/2025-04-05",
        ],
        id="年份写在括号末尾",
    ),
    pytest.param(
        "一、实施步骤\n4月1日至4月30日，各学校要组织自查。\n5月1日至5月31日，市教育局组织复查。",
        [
            "一、4月1日至4月30日，各学校要组织自查。 ← actor 各学校 @ 2024-04-01/2024-04-30",
            "一、5月1日至5月31日，市教育局组织复查。 ← actor 市教育局 @ 2024-05-01/2024-05-31",
        ],
        id="段首写明时间",
    ),
    pytest.param(
        "一、排查隐患。各学校要逐栋排查。\n时间：5月底前\n二、整改隐患。各学校要限期整改。",
        [
            "一、排查隐患。各学校要逐栋排查。 ← actor 各学校 @ 2024-05-31",
            "二、整改隐患。各学校要限期整改。 ← actor 各学校 @ -",
        ],
        id="条目之下的时间行",
    ),
    pytest.param(
        "一、申报时间：2024年5月8日至5月20日。\n二、申报方式：登录平台填写。",
        [
            "一、申报时间：2024年5月8日至5月20日。 ← - @ 2024-05-08/2024-05-20",
            "二、申报方式：登录平台填写。 ← - @ -",
        ],
        id="时间行",
    ),
    pytest.param(
        "一、排查隐患。\n（一）排查校舍。逐栋排查。（责任单位：安全科）\n（二）维修设备。各学校要逐台维修。",
        [
            "一、（一）排查校舍。逐栋排查。 ← responsible 安全科 @ -",
            "一、（二）维修设备。各学校要逐台维修。 ← actor 各学校 @ -",
        ],
        id="只有一个分项有括号",
    ),
]


@pytest.mark.parametrize(("body", "expected"), GOVERNED)
def test_a_marking_governs_the_words_before_it(book: RuleBook, body: str, expected: list[str]) -> None:
    analysis = read(book, framed(body))
    found = [
        f"{''.join(task.section)}{wording(analysis, task)} ← {owners(task.owners) or '-'} @ {times(task)}"
        for task in analysis.documents[0].tasks
    ]
    labels = [line.replace("（一）（一）", "（一）") for line in found]
    assert labels == expected


UNNUMBERED = [
    pytest.param(
        "逐栋排查校舍。\n责任单位：安全科", "逐栋排查校舍。 ← responsible 安全科 @ -", id="标签行管上一段"
    ),
    pytest.param(
        "逐栋排查校舍。（责任单位：安全科）", "逐栋排查校舍。 ← responsible 安全科 @ -", id="括号管本段"
    ),
    pytest.param(
        "4月1日至4月30日，各学校要组织自查。",
        "4月1日至4月30日，各学校要组织自查。 ← actor 各学校 @ 2024-04-01/2024-04-30",
        id="段首写明时间",
    ),
]


@pytest.mark.parametrize(("paragraphs", "expected"), UNNUMBERED)
def test_a_marking_needs_no_numbered_item(book: RuleBook, paragraphs: str, expected: str) -> None:
    analysis = read(book, framed(f"近日多地降雨。\n{paragraphs}"))
    (task,) = analysis.documents[0].tasks
    assert f"{wording(analysis, task)} ← {owners(task.owners)} @ {times(task)}" == expected


MILESTONES = [
    pytest.param("5月底前完成排查，6月底前完成整改。", "2024-05-31 · 2024-06-30", id="两个时限"),
    pytest.param("6月底前完成整改，此后每月25日前报告进展。", "2024-06-30 · month on 25", id="先定期后每月"),
    pytest.param(
        "6月底前完成整改。（责任单位：安全科；完成时限：12月底前）",
        "2024-12-31 · 2024-06-30",
        id="标明的时限在先",
    ),
    pytest.param("尽快开展排查，6月底前完成。", "2024-06-30 · vague", id="模糊的不作时限"),
    pytest.param("尽快开展排查。", "vague", id="只有模糊的"),
    pytest.param("根据2019年5月6日印发的办法开展排查。", "-", id="印发日期不是时限"),
    pytest.param("12月底前完成，长期坚持。", "2024-12-31+ongoing", id="长期坚持"),
]


@pytest.mark.parametrize(("sentence", "expected"), MILESTONES)
def test_the_first_demanding_time_is_the_deadline_the_others_are_milestones(
    book: RuleBook, sentence: str, expected: str
) -> None:
    task = read_body(book, f"一、排查隐患。{sentence}\n二、整改隐患。限期整改。").tasks[0]
    assert times(task) == expected


def test_a_year_in_the_heading_counts_for_the_times_below(book: RuleBook) -> None:
    body = "一、落实2025年任务\n1.排查校舍。6月底前完成。\n2.维修设备。年底前完成。\n二、整改隐患。6月底前完成。"
    assert [times(task) for task in read_body(book, body).tasks] == ["2025-06-30", "2025-12-31", "2024-06-30"]
