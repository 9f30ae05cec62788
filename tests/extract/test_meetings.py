"""Calls to a meeting or event (T4): one task that begins on time, and what has to be handed in before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.notices import read, rows

if TYPE_CHECKING:
    from extractor.rules.book import RuleBook

UNCALLED = [
    pytest.param(
        "定于4月10日上午9:00召开推进会。请各学校于4月8日前将名单报市教育局。",
        [
            "meeting 定于4月10日上午9:00召开推进会 ← - @ 2024-04-10T09:00",
            "submission 请各学校于4月8日前将名单报市教育局 ← actor 各学校 @ 2024-04-08",
        ],
        id="定于召开",
    ),
    pytest.param(
        "一、培训时间：4月10日至12日\n二、培训地点：市教育学院\n三、报名方式：请各学校于4月1日前报名。",
        [
            "meeting 一、培训时间 ← - @ 2024-04-10/2024-04-12",
            "submission 三、报名方式 ← actor 各学校 @ 2024-04-01",
        ],
        id="培训地点",
    ),
]


@pytest.mark.parametrize(("body", "expected"), UNCALLED)
def test_a_call_and_what_has_to_be_handed_in_are_two_tasks(book: RuleBook, body: str, expected: list[str]) -> None:
    found = read(book, f"关于召开培训推进会的通知\n各学校：\n{body}\n云州市教育局\n2024年3月15日").documents[0]
    assert [f"{task.kind} {row}" for task, row in zip(found.tasks, rows(found), strict=True)] == expected


CALLS = [
    pytest.param(
        "定于2024年4月10日上午9:00召开校园安全工作会议。现将有关事项通知如下。\n一、会议时间：2024年4月10日上午9:00\n"
        "二、会议地点：市教育局三楼会议室\n三、参会人员：各学校校长",
        id="分条写时间地点",
    ),
    pytest.param("一、会议时间\n4月10日（周三）上午9:00开始，会期半天。\n二、会议地点\n市教育局", id="标题之下"),
    pytest.param("兹定于4月10日上午9:00在市教育局召开校园安全推进会，请各学校校长参加。", id="一段话"),
]


@pytest.mark.parametrize("body", CALLS)
def test_a_call_to_a_meeting_is_one_task_that_begins_on_time(book: RuleBook, body: str) -> None:
    text = f"关于召开校园安全推进会的通知\n各学校：\n{body}\n云州市教育局\n2024年4月1日"
    found = read(book, text).documents[0]
    assert [task.kind for task in found.tasks] == ["meeting"]
    assert "2024-04-10T09:00" in rows(found)[0]
