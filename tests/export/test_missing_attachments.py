"""Attachments that a notice lists: in its file, in another file, or nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from extractor.export.ledger_problems import notice_problems
from extractor.export.missing import missing_attachments
from extractor.export.record import record
from extractor.graph.versions.found import versions_of
from tests.notices import read

if TYPE_CHECKING:
    from extractor.model.record import Record
    from extractor.rules.book import RuleBook

NOTICE = """\
关于做好防汛工作的通知
各学校：
一、排查隐患。各校要逐栋排查。
附件：1.防汛任务分工表
2.隐患台账（样表）
云州市教育局
2024年3月1日"""
FIRST = "\n附件1\n防汛工作任务分工表\n一、清理排水沟。各校要限期清理。"
SECOND = "\n附件2\n隐患台账\n学校名称 隐患位置"


def noted(book: RuleBook, text: str, name: str = "通知.txt") -> Record:
    return {**record(read(book, text)), "file": name}


@pytest.mark.parametrize(
    ("below", "missing"),
    [
        pytest.param("", ["防汛任务分工表", "隐患台账（样表）"], id="一个也没有"),
        pytest.param(FIRST, ["隐患台账（样表）"], id="缺一个，另一个名字略有不同"),
        pytest.param(FIRST + SECOND, [], id="都在"),
    ],
)
def test_attachments_in_the_file_are_not_missing(book: RuleBook, below: str, missing: list[str]) -> None:
    found = [title for _, titles in missing_attachments([noted(book, NOTICE + below)]) for title in titles]
    assert found == missing


def test_attachments_that_are_files_of_their_own_are_not_missing(book: RuleBook) -> None:
    others = [
        noted(book, "一、清理。", "2024/附件1 防汛任务分工表.docx"),
        noted(book, "隐患台账（样表）\n学校：", "二.txt"),
    ]
    assert list(missing_attachments([noted(book, NOTICE), *others])) == []


def test_a_document_that_lists_none_misses_none(book: RuleBook) -> None:
    assert list(missing_attachments([noted(book, "关于防汛的通知\n各学校：\n请逐栋排查。")])) == []


def test_one_problem_tells_them_all(book: RuleBook) -> None:
    ((file, problem),) = notice_problems([noted(book, NOTICE)], versions_of([noted(book, NOTICE)]))
    assert (file, problem["code"], problem["severity"]) == ("通知.txt", "attachment-missing", "info")
    assert problem["message"] == "通知.txt：文中列出的附件有 2 个没有找到：防汛任务分工表、隐患台账（样表）"
    assert problem["advice"] == "如附件另有文件，请一并放入，其中可能还有任务；空白表格可不理会。"
