"""How days, turns and owners are said in reminders: 星期五, 每季度第3次, 已超期12天."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from extractor.export.one_line import one_line

if TYPE_CHECKING:
    import datetime as dt

    from extractor.export.schedule.reminders import Reminder
    from extractor.store.questions.tasks.duties import Duty

_WEEKDAYS = "一二三四五六日"
_EVERY = MappingProxyType(
    {
        "year": "每年", "half-year": "每半年", "quarter": "每季度", "month": "每月", "half-month": "每半月",
        "week": "每周", "day": "每天",
    }
)  # fmt: skip
_ASSUMPTIONS = MappingProxyType({"workday-calendar-estimated": "工作日按周一至周五推算"})


def weekday(day: dt.date) -> str:
    """星期一 … 星期日."""
    return f"星期{_WEEKDAYS[day.weekday()]}"


def spelled(day: dt.date) -> str:
    """2024年7月1日, as official documents write days (GB/T 9704): without zeros."""
    return f"{day.year}年{day.month}月{day.day}日"


def turn(reminder: Reminder) -> str:
    """Which of a task's days it is: ``每季度 第3次``, ``阶段2``, ``开始``; empty for the deadline itself."""
    occurrence = reminder.occurrence
    words = [f"阶段{reminder.milestone}"] if reminder.milestone else []
    if occurrence.every:
        words.append(_EVERY[occurrence.every])
    if occurrence.number:
        words.append(f"第{occurrence.number}次")
    if occurrence.role == "start":
        words.append("开始")
    words += [_ASSUMPTIONS[code] for code in dict.fromkeys(occurrence.assumptions) if code in _ASSUMPTIONS]
    return " ".join(words)


def left(days: int) -> str:
    """``还有3天``, ``今天``, ``已超期12天``."""
    if days == 0:
        return "今天"
    return f"还有{days}天" if days > 0 else f"已超期{-days}天"


def owners(duty: Duty) -> list[str]:
    """The bodies and persons of a task as the notice names them, each once."""
    named = (one_line(owner["name"]) for owner in duty.answer.task["owners"])
    return list(dict.fromkeys(named))


def source(duty: Duty) -> str:
    """The document of a task with its number: ``《关于…的通知》（甲发〔2024〕3号）``; its file when it has no title."""
    issue = duty.issue
    title = f"《{one_line(issue.title)}》" if issue.title else one_line(duty.answer.file)
    return f"{title}（{one_line(issue.numbers)}）" if issue.numbers else title
