"""Meetings that no title calls to: the opening does, or the sections on when, where and who (T4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.notices import read, rows

if TYPE_CHECKING:
    from extractor.model.notice import Document
    from extractor.rules.book import RuleBook

TAIL = "\n云县防汛指挥部\n2024年5月30日"
SECTIONS = "一、会议时间\n6月3日下午3:00，会期半天。\n二、会议地点\n一楼会议室\n三、参加会议人员\n各乡镇分管负责人。"
TIMED = ["meeting 一、会议时间 ← - @ 2024-06-03T15:00"]

CALLED = [
    pytest.param(
        "各乡镇：\n经研究，定于6月3日（星期一）下午3:00召开防汛调度会。现就有关事宜通知如下：\n" + SECTIONS, TIMED,
        id="没有标题_分条写",
    ),
    pytest.param("关于防汛工作的紧急通知\n各乡镇：\n" + SECTIONS, TIMED, id="标题不说开会"),
    pytest.param(
        "各乡镇：\n指挥部定于6月3日下午3:00在一楼会议室召开防汛动员与部署会议。\n一、参加人员\n各乡镇分管负责人。\n"
        "二、要求\n1.请各乡镇做好发言准备。\n2.请按时到会。",
        [
            "meeting 指挥部定于6月3日下午3:00在一楼会议室召开防汛动员与部署会议 ← - @ 2024-06-03T15:00",
            "task 二、1.请各乡镇做好发言准备 ← actor 各乡镇 @ -",
            "task 二、2.请按时到会 ← - @ -",
        ],
        id="没有标题_时间只在开头",
    ),
    pytest.param(
        "关于召开防汛调度会的通知\n各乡镇：\n定于6月3日下午3:00召开防汛调度会，请各乡镇乡镇长准时参加。\n"
        "一、会议时间：6月3日下午3:00\n二、会议地点：一楼会议室",
        ["meeting 一、会议时间 ← actor 各乡镇乡镇长 @ 2024-06-03T15:00"],
        id="开头和分条是一件事",
    ),
    pytest.param(
        "关于举办全县农民运动会的通知\n各乡镇：\n一、时间安排\n6月3日上午8:00举行开幕式。",
        ["meeting 一、时间安排 ← - @ 2024-06-03T08:00"],
        id="运动会",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CALLED)
def test_a_meeting_is_called_without_a_title_that_says_so(book: RuleBook, text: str, expected: list[str]) -> None:
    assert _kinds(read(book, text + TAIL).documents[0]) == expected


NOT_CALLED = [
    pytest.param(
        "关于做好迎检工作的通知\n各乡镇：\n省里定于6月召开防汛现场会。各乡镇要整理好台账，6月1日前报指挥部。",
        ["task 各乡镇要整理好台账，6月1日前报指挥部 ← actor 各乡镇 @ 2024-06-01"],
        id="别人开的会",
    ),
    pytest.param(
        "关于落实调度会议议定事项的通知\n各乡镇：\n一、时间安排：6月3日前完成。\n二、任务：各乡镇要排查隐患。",
        ["task 一、时间安排 ← - @ 2024-06-03", "task 二、任务 ← actor 各乡镇 @ -"],
        id="已经开过的会",
    ),
]


@pytest.mark.parametrize(("text", "expected"), NOT_CALLED)
def test_a_meeting_that_is_only_spoken_of_is_not_called(book: RuleBook, text: str, expected: list[str]) -> None:
    assert _kinds(read(book, text + TAIL).documents[0]) == expected


SENT = [
    pytest.param("各乡镇须由主要负责人参加，不能到会的应请假。", ["task 一、参会人员 ← actor 各乡镇 @ -"], id="须"),
    pytest.param("各乡镇主要负责人；防汛办全体人员。", [], id="名单"),
]


@pytest.mark.parametrize(("who", "expected"), SENT)
def test_who_comes_is_a_task_where_somebody_is_told_to(book: RuleBook, who: str, expected: list[str]) -> None:
    text = f"关于召开防汛调度会的通知\n各乡镇：\n一、参会人员\n{who}\n二、会议议程\n1.传达文件；\n2.部署工作。"
    assert _kinds(read(book, text + TAIL).documents[0]) == expected


def _kinds(document: Document) -> list[str]:
    return [f"{task.kind} {row}" for task, row in zip(document.tasks, rows(document), strict=True)]
