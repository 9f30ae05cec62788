"""What an event says: bodies and title in the month's view, words and place of the task when it is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.export.one_line import one_line
from extractor.export.schedule.words import owners, source

if TYPE_CHECKING:
    from extractor.model.record import DeadlineRecord
    from extractor.store.questions.tasks.duties import Duty

_MOST_OWNERS = 3
_LONGEST_TITLE, _LONGEST_TEXT = 60, 600


def summary(duty: Duty, time: DeadlineRecord, *, milestone: bool, begins: bool) -> str:
    """``【组织部、人事处】梳理制度``; a milestone with its words, a beginning and a task that is done marked so."""
    bodies = owners(duty)
    named = "、".join(bodies[:_MOST_OWNERS]) + ("等" if len(bodies) > _MOST_OWNERS else "")
    parts = (
        f"〔{duty.answer.status}〕" if duty.done else "",
        f"【{named}】" if named else "",
        one_line(duty.answer.task["title"], _LONGEST_TITLE),
        f"（{one_line(time['text'], _LONGEST_TITLE)}）" if milestone else "",
        "（开始）" if begins else "",
    )
    return "".join(parts)


def description(duty: Duty, time: DeadlineRecord) -> str:
    """Time as printed, bodies, document and place, file, what staff wrote, words of the task; a line each."""
    task = duty.answer.task
    place = "".join(task["section"]) + (f" 第{task['page']}页" if task["page"] else "")
    lines = (
        ("完成时限", time["text"]),
        ("责任主体", "、".join(owners(duty))),
        ("依据", source(duty)),
        ("条款", place),
        ("文件", duty.answer.file),
        ("状态", duty.answer.status),
        ("任务编号", task["id"]),
        ("原文", one_line(task["text"], _LONGEST_TEXT)),
    )
    return "\n".join(f"{name}：{one_line(words)}" for name, words in lines if words.strip())
