"""Minutes (会议纪要): how the meeting went is no task, and its day says of which year they speak."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from extractor.extract.times import short_form
from tests.notices import owners, read

if TYPE_CHECKING:
    from extractor.rules.book import RuleBook

MINUTES = """云州市水务局会议纪要
〔2025〕第6期
{opening}纪要如下：
一、关于堤防加固
会议要求，基建科要倒排工期，5月15日前完成招标。
出席：周某、吴某
"""


@pytest.mark.parametrize(
    "opening",
    [
        pytest.param("2025年4月21日上午，局长周某主持召开局长办公会，研究堤防加固工作。", id="某人主持召开"),
        pytest.param("2025年4月21日，受局长委托，副局长吴某在三楼会议室主持召开专题会议。", id="在某处主持召开"),
    ],
)
def test_only_what_was_decided_is_a_task_of_that_year(book: RuleBook, opening: str) -> None:
    tasks = read(book, MINUTES.format(opening=opening)).documents[0].tasks
    assert [(owners(task.owners), short_form(task.deadline.value)) for task in tasks if task.deadline] == [
        ("actor 基建科", "2025-05-15")
    ]
    assert len(tasks) == 1
