"""Tables that are ledgers: a column for the task and one for its owner or its time; and tables that are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.notices import read_body, rows

if TYPE_CHECKING:
    from extractor.rules.book import RuleBook

LEDGERS = [
    pytest.param(
        (
            "| 工作事项 | 工作指标 | 任务清单 | 责任清单 | 时限清单 |\n"
            "| 校舍 | 建立台账 | 排查校舍 | 安全科/基建科 | 4月 |\n| ^ | 人员到位 | 值守校园 | 保卫科 | ^ |"
        ),
        [
            "校舍 ← responsible 安全科、基建科 @ 2024-04-30",
            "人员到位 ← responsible 保卫科 @ 2024-04-30",
        ],
        id="三张清单",
    ),
    pytest.param(
        (
            "| 序号 | 重点任务 | 责任单位 | 完成时限 |\n| 1 | 排查校舍 | 安全科 | 5月底前 |\n"
            "| 2 | 维修设备 | 后勤科、装备科 | 6月底前 |"
        ),
        ["排查校舍 ← responsible 安全科 @ 2024-05-31", "维修设备 ← responsible 后勤科、装备科 @ 2024-06-30"],
        id="任务责任时限",
    ),
    pytest.param(
        "| 序号 | 工作任务 | 牵头单位 | 配合单位 | 完成时间 |\n| 1 | 排查校舍 | 安全科 | 基建科 | 长期坚持 |",
        ["排查校舍 ← lead 安全科；support 基建科 @ ongoing"],
        id="牵头配合",
    ),
    pytest.param(
        "| 序号 | 工作内容 | 牵头单位 | 责任单位 |\n| 1 | 排查校舍 | 安全科 | 基建科 |\n| 2 | 维修设备 |  | 后勤科 |",
        ["排查校舍 ← lead 安全科；support 基建科 @ -", "维修设备 ← responsible 后勤科 @ -"],
        id="同行有牵头时责任单位是配合",
    ),
    pytest.param(
        "| 序号 | 任务 | 责任人 | 时限 |\n| 1 | 排查校舍 | 陆一鸣、赵启明 | 5月底前 |",
        ["排查校舍 ← person 陆一鸣、赵启明 @ 2024-05-31"],
        id="责任人",
    ),
    pytest.param(
        "| 任务 名称 | 责任/部门 | 完成（时限） |\n| 排查校舍 | 安全科 | 5月底前 |",
        ["排查校舍 ← responsible 安全科 @ 2024-05-31"],
        id="表头有空格换行括号",
    ),
    pytest.param(
        (
            "| 序号 | 重点任务 | 具体举措 | 责任单位 |\n| 1 | 消除隐患 | 排查校舍 | 安全科 |\n"
            "| 2 | ^ | 维修设备 | 后勤科 |\n| 3 | 加强管理 | 核验证件 | 保卫科 |"
        ),
        [
            "消除隐患 ← responsible 安全科 @ -",
            "维修设备 ← responsible 后勤科 @ -",
            "加强管理 ← responsible 保卫科 @ -",
        ],
        id="任务合并举措分行",
    ),
    pytest.param(
        "| 序号 | 重点任务 | 责任单位 | 完成时限 |\n| 1 | 排查校舍 | 安全科 | 5月底前 |\n| 2 | 维修设备 | ^ | ^ |",
        ["排查校舍 ← responsible 安全科 @ 2024-05-31", "维修设备 ← responsible 安全科 @ 2024-05-31"],
        id="责任和时限合并",
    ),
    pytest.param(
        (
            "| 序号 | 重点任务 | 责任分工 | < | 完成时限 |\n| ^ | ^ | 牵头单位 | 配合单位 | ^ |\n"
            "| 1 | 排查校舍 | 安全科 | 基建科 | 5月底前 |"
        ),
        ["排查校舍 ← lead 安全科；support 基建科 @ 2024-05-31"],
        id="两行表头",
    ),
    pytest.param(
        "| 重点任务分工表 | < | < |\n| 重点任务 | 责任单位 | 完成时限 |\n| 排查校舍 | 安全科 | 5月底前 |",
        ["排查校舍 ← responsible 安全科 @ 2024-05-31"],
        id="表题占首行",
    ),
    pytest.param(
        (
            "| 序号 | 重点任务 | 责任单位 | 完成时限 |\n| 1 | 排查校舍 | 安全科 | 5月底前 |\n"
            "| 序号 | 重点任务 | 责任单位 | 完成时限 |\n| 2 | 维修设备 | 后勤科 | 6月底前 |"
        ),
        ["排查校舍 ← responsible 安全科 @ 2024-05-31", "维修设备 ← responsible 后勤科 @ 2024-06-30"],
        id="翻页重复表头",
    ),
    pytest.param(
        (
            "| 序号 | 重点任务 | 责任单位 |\n| 一、消除隐患 | < | < |\n| 1 | 排查校舍 | 安全科 |\n"
            "| 二、加强管理 | < | < |\n| 2 | 核验证件 | 保卫科 |"
        ),
        ["排查校舍 ← responsible 安全科 @ -", "核验证件 ← responsible 保卫科 @ -"],
        id="分节行不是任务",
    ),
    pytest.param(
        "| 序号 | 重点任务 | 责任分工 |\n| 1 | 排查校舍 | 牵头单位：安全科/配合单位：基建科 |",
        ["排查校舍 ← lead 安全科；support 基建科 @ -"],
        id="单元格内有标签",
    ),
    pytest.param(
        "| 序号 | 重点任务 | 责任单位 |\n| 1 | 排查校舍 | 安全科牵头，基建科配合 |",
        ["排查校舍 ← lead 安全科；support 基建科 @ -"],
        id="单元格内有牵头配合",
    ),
    pytest.param(
        "| 重点任务 | 责任单位 |\n| 明确责任人 | 安全科 |\n| 排查校舍 | 基建科 |",
        ["明确责任人 ← responsible 安全科 @ -", "排查校舍 ← responsible 基建科 @ -"],
        id="任务以表头词结尾",
    ),
    pytest.param(
        "| 重点任务 | 主要措施 | 牵头单位 | 时限 |\n| 整治食堂突出问题 | 完善工作措施 | 明确牵头单位 | 6月底前 |",
        ["整治食堂突出问题 ← lead 明确牵头单位 @ 2024-06-30"],
        id="第一行全以表头词结尾",
    ),
    pytest.param(
        "| 重点任务 | 责任单位 | 备注 |\n| 排查校舍 | 安全科 | 见具体要求 |\n| 维修设备 | 后勤科 |  |",
        ["排查校舍 ← responsible 安全科 @ -", "维修设备 ← responsible 后勤科 @ -"],
        id="备注以表头词结尾",
    ),
    pytest.param(
        "| 序号 | 重点任务 | 责任单位 | 完成时限 |\n| 1 | 排查校舍，5月底前建账，每月25日前更新 | 安全科 | 12月底前 |",
        ["排查校舍，5月底前建账，每月25日前更新 ← responsible 安全科 @ 2024-12-31 · 2024-05-31 · month on 25"],
        id="任务中的时间是节点",
    ),
    pytest.param(
        "| 序号 | 重点任务 | 责任单位 | 完成时限 |\n| 1 | 排查校舍 | 安全科 | 5月底前 |\n| 2 |  |  |  |",
        ["排查校舍 ← responsible 安全科 @ 2024-05-31"],
        id="空行",
    ),
    pytest.param(
        "| 时间节点 | 工作内容 |\n| 4月1日至4月30日 | 组织自查 |\n| 5月底前 | 组织复查 |",
        ["组织自查 ← - @ 2024-04-01/2024-04-30", "组织复查 ← - @ 2024-05-31"],
        id="时间在左列",
    ),
    pytest.param(
        "| 序号 | 任务 | 责任单位 |\n| 1 | 排查校舍 | 牵头：安全科/配合：基建科 |",
        ["排查校舍 ← lead 安全科；support 基建科 @ -"],
        id="责任单元格内有标签",
    ),
    pytest.param(
        "| 类别 | 任务 | 责任单位 |\n| 隐患 | 排查校舍 | 安全科 |\n| ^ | 维修设备 | 后勤科 |",
        ["排查校舍 ← responsible 安全科 @ -", "维修设备 ← responsible 后勤科 @ -"],
        id="类别合并",
    ),
    pytest.param(
        "| 任务 | 责任单位 | 完成时限 |\n| 排查校舍 | 安全科/基建科 | 5月底前/长期坚持 |",
        ["排查校舍 ← responsible 安全科、基建科 @ 2024-05-31+ongoing"],
        id="单元格内换行",
    ),
    pytest.param(
        "| 任务 | 责任单位 |\n| 排查校舍 | 安全科 |\n| 合计 | < |",
        ["排查校舍 ← responsible 安全科 @ -"],
        id="合计行",
    ),
    pytest.param(
        "| 时间 | 工作内容 | 责任部门 |\n| 4月 | 排查校舍 | 安全科 |",
        ["排查校舍 ← responsible 安全科 @ 2024-04-30"],
        id="时间二字的列",
    ),
    pytest.param(
        "| 任务 | 责任单位（可列多家） | 完成时限 |\n| 排查校舍 | 安全科、基建科 | 5月底前 |",
        ["排查校舍 ← responsible 安全科、基建科 @ 2024-05-31"],
        id="表头括号里有说明",
    ),
]


@pytest.mark.parametrize(("table", "expected"), LEDGERS)
def test_every_row_of_a_ledger_is_a_task(book: RuleBook, table: str, expected: list[str]) -> None:
    assert rows(read_body(book, f"现将任务分解如下。\n{table}")) == expected


def test_a_section_that_is_its_table_is_no_task_beside_the_rows(book: RuleBook) -> None:
    text = (
        "一、工作分工\n| 序号 | 工作内容 | 责任单位 | 完成时间 |\n"
        "| 1 | 排查校舍 | 安全科牵头，基建科配合 | 5月底前 |\n"
    )
    document = read_body(book, f"{text}| 2 | 维修设备 | 后勤科 | 6月底前 |\n二、要求\n各科要重视。")
    assert rows(document) == [
        "排查校舍 ← lead 安全科；support 基建科 @ 2024-05-31",
        "维修设备 ← responsible 后勤科 @ 2024-06-30",
        "二、要求 ← actor 各科 @ -",
    ]
