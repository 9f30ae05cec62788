"""A small ledger of two fictitious notices and one file that could not be read."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from extractor.export.record import record
from extractor.model.deadline import Deadline, OnDay, Recurring
from extractor.model.found import Found
from extractor.model.notice import Analysis, Document, Frame, Owner, Reference, Role, Section, Task
from extractor.model.problem import Problem
from extractor.model.source import Source
from extractor.model.span import Span
from tests.ledger.kept import keep

if TYPE_CHECKING:
    from pathlib import Path

PLAN = (
    "关于开展清理工作的通知\n各科室：\n一、清理制度\n（一）梳理现行制度。\n责任部门：党委组织部、人事处\n"
    "完成时限：2024年6月底前\n（二）建立台账，每月25日前报办公室。\n根据《档案管理规定》执行。\n"
)
MEETING = "关于召开推进会的通知\n请人事处于7月5日前准备材料。\n"


def sample(out: Path) -> Path:
    """Write the ledger to ``out``."""
    failed = Source("坏文件.pdf", "", "", "c")
    encrypted = Problem("file-encrypted", None, "error")
    keep([record(_plan()), record(_meeting()), record(Analysis(failed, (), (encrypted,), "failed"))], out)
    return out


def _plan() -> Analysis:
    source = Source("2024/清理.txt", PLAN, "txt", "a")
    frame = Frame(
        title=_words(PLAN, "关于开展清理工作的通知", "frame.title"),
        numbers=(Found("甲校〔2024〕3号", Span(0, 2), "frame.number"),),
        date=Found(dt.date(2024, 3, 1), Span(0, 2), "frame.date"),
        recipients=(_words(PLAN, "各科室", "frame.recipients"),),
    )
    heading = Section("一、", 1, "清理制度", _at(PLAN, "一、清理制度"), Span(15, len(PLAN)))
    first = Task(
        "aaa111", "task", "梳理现行制度", _at(PLAN, "梳理现行制度。"), "task.marked", ("一、", "（一）"),
        (_owner(PLAN, "党委组织部", "responsible"), _owner(PLAN, "人事处", "responsible")),
        _time(PLAN, "2024年6月底前", OnDay(dt.date(2024, 6, 30))),
    )  # fmt: skip
    second = Task(
        "aab222", "submission", "建立台账", _at(PLAN, "建立台账，每月25日前报办公室。"), "task.directed",
        ("一、", "（二）"), (), _time(PLAN, "每月25日前", Recurring("month", "25")),
    )  # fmt: skip
    cited = Reference("档案管理规定", (), "based-on")
    reference = Found(cited, _at(PLAN, "《档案管理规定》"), "reference.based")
    whole = Span(0, len(PLAN))
    document = Document("d1", "notice", None, whole, frame, (heading,), (first, second), (reference,))
    return Analysis(source, (document,))


def _meeting() -> Analysis:
    source = Source("推进会.txt", MEETING, "txt", "b")
    task = Task(
        "bbb333", "meeting", "准备材料", _at(MEETING, "请人事处于7月5日前准备材料。"), "task.stated", (),
        (_owner(MEETING, "人事处", "actor"),),
        _time(MEETING, "7月5日前", OnDay(dt.date(2024, 7, 5)), "year-from-reference"),
    )  # fmt: skip
    frame = Frame(title=_words(MEETING, "关于召开推进会的通知", "frame.title"))
    document = Document("d2", "notice", None, Span(0, len(MEETING)), frame, (), (task,))
    return Analysis(source, (document,))


def _at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def _words(text: str, words: str, rule: str) -> Found[str]:
    return Found(words, _at(text, words), rule)


def _owner(text: str, name: str, role: Role) -> Found[Owner]:
    return Found(Owner(name, role, name), _at(text, name), "owner.listed")


def _time(text: str, words: str, deadline: Deadline, *assumptions: str) -> Found[Deadline]:
    return Found(deadline, _at(text, words), "deadline.read", assumptions)
