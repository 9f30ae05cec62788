"""Tables that are no ledgers; where a row belongs, and which words are its task."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.notices import framed, read, read_body, rows, wording

if TYPE_CHECKING:
    from extractor.rules.book import RuleBook

NO_LEDGERS = [
    pytest.param("| 序号 | 评分项目 | 分值 | 责任单位 |\n| 1 | 排查校舍 | 20 | 安全科 |", id="评分表"),
    pytest.param("| 姓名 | 性别 | 职称 | 负责人 |\n| 陆一鸣 | 男 | 教授 | 赵启明 |", id="名册"),
    pytest.param("| 序号 | 学校 | 联系电话 |\n| 1 | 临江中学 | 88260113 |", id="通讯录"),
    pytest.param("| 项目名称 | 预算 | 完成时间 |\n| 校舍维修 | 5万元 | 5月底前 |", id="预算表"),
    pytest.param("| 学校 | 责任单位 |\n| 临江中学 | 安全科 |", id="没有任务列"),
    pytest.param("| 重点任务 | 备注 |\n| 排查校舍 | 无 |", id="没有责任和时限列"),
]


@pytest.mark.parametrize("table", NO_LEDGERS)
def test_other_tables_hold_no_tasks(book: RuleBook, table: str) -> None:
    assert rows(read_body(book, f"现将情况通报如下。\n{table}")) == []


def test_a_table_in_an_attachment_belongs_to_the_attachment(book: RuleBook) -> None:
    table = "附件1\n重点任务清单\n| 重点任务 | 责任单位 |\n| 排查校舍 | 安全科 |"
    notice, attached = read(book, framed("一、整改隐患。各学校要限期整改。") + "\n" + table).documents
    assert rows(notice) == ["一、整改隐患 ← actor 各学校 @ -"]
    assert rows(attached) == ["排查校舍 ← responsible 安全科 @ -"]


def test_the_words_of_a_row_are_its_task_and_measure(book: RuleBook) -> None:
    table = "| 重点任务 | 具体举措 | 责任单位 |\n| 消除隐患 | 排查校舍 | 安全科 |\n| ^ | 维修设备 | 后勤科 |"
    analysis = read(book, framed(f"现将任务分解如下。\n{table}"))
    words = [wording(analysis, task).replace("\t", "+") for task in analysis.documents[0].tasks]
    assert words == ["消除隐患+排查校舍", "维修设备"]
