"""Tasks, times and references as colleges write them: 从……开始至……结束, platforms, ratios, 请咨询, rules of others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.notices import read_body, tasks, times

if TYPE_CHECKING:
    from extractor.rules.book import RuleBook

TIMES = [
    pytest.param("从4月10日开始至5月中旬结束，由各系组织自查。", "2024-04-10/2024-05-20", id="从开始至结束"),
    pytest.param("自3月11日开始，至3月20日止，各系分批清点。", "2024-03-11/2024-03-20", id="自开始至止"),
    pytest.param("4月中、下旬，各系分批验收。", "2024-04-30", id="中、下旬"),
    pytest.param("5月上、中旬，各系分批验收。", "2024-05-20", id="上、中旬"),
    pytest.param("各系要组织每天6小时的集中训练。", "-", id="每天几小时"),
    pytest.param("各系要每天巡查实训室。", "day", id="每天巡查"),
]


@pytest.mark.parametrize(("sentence", "expected"), TIMES)
def test_when_it_is_due(book: RuleBook, sentence: str, expected: str) -> None:
    found = read_body(book, f"一、{sentence}\n二、各系要配合。").tasks
    assert times(found[0]) == expected


NOTHING = [
    pytest.param("报名及材料提交平台：“青松竞赛平台”（http://x.cn/）", id="平台网址"),
    pytest.param("评选比例：优秀学员为总人数的15%，名额分配见附件。", id="评选比例"),
    pytest.param("如对名单有疑问，请咨询实训科李老师。", id="请咨询"),
]


@pytest.mark.parametrize("sentence", NOTHING)
def test_nobody_is_told_anything(book: RuleBook, sentence: str) -> None:
    document = read_body(book, f"一、{sentence}\n二、各系要配合。")
    assert [line.split(" ")[0] for line in tasks(document)] == [line.split(" ")[0] for line in tasks(document)][-1:]


def references(book: RuleBook, body: str) -> list[str]:
    found = read_body(book, body).references
    return [f"{one.value.relation} {one.value.title}" for one in found]


def test_rules_that_are_carried_out_are_the_ground(book: RuleBook) -> None:
    body = "一、各系须严格按《云湖学院实训管理条例》执行。\n二、作品对照《云州市作品评议要素（试行）》评定。"
    expected = ["based-on 云湖学院实训管理条例", "based-on 云州市作品评议要素（试行）"]
    assert references(book, body) == expected


def test_the_manual_of_a_program_is_no_document(book: RuleBook) -> None:
    assert references(book, "一、操作步骤见《青松系统操作手册》，各系要认真学习。") == []


def test_another_notice_that_prints_a_rule_is_not_printing_here(book: RuleBook) -> None:
    body = "根据学校“关于印发《实训安全处理办法（试行）》的通知”（云院〔2010〕2号）文件精神，各系要自查。"
    assert {one.split(" ")[0] for one in references(book, body)} == {"based-on"}
