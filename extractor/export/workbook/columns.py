"""The columns of each sheet: name, width, what stands in them, and whether staff fill them in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["text", "line", "day", "number", "rate"]
"""``text`` wraps, ``line`` stays on one line, ``day`` is a real date where it can be read as one."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a sheet; ``width`` in characters of the standard font, 中文 counting two each."""

    name: str
    width: float
    kind: Kind = "text"
    filled_in: bool = False
    hidden: bool = False
    most: int = 0  # characters shown of a long text; 0: all that a cell holds
    whole: str = "“全部任务”"  # where the rest of a longer text stands


KEY = Column("任务编号", 15, "line")

TASKS = (
    Column("序号", 5, "number"), Column("任务事项", 30), Column("牵头单位", 11), Column("责任单位", 13),
    Column("配合单位", 11), Column("责任主体", 15), Column("完成时限", 12), Column("截止日期", 11.5, "day"),
    Column("文件标题", 20), Column("条款", 9), Column("页码", 5, "number"),
    Column("状态", 8, filled_in=True), Column("责任人", 9, filled_in=True),
    Column("进展情况", 26, filled_in=True), Column("备注", 12, filled_in=True),
    Column("原文", 40, "line"), Column("其他时间要求", 16, "line"), Column("任务类别", 9, "line"),
    Column("时限类型", 9, "line"), Column("发文字号", 18, "line"), Column("发文机关", 18, "line"),
    Column("成文日期", 11.5, "day"), Column("来源文件", 20, "line"), Column("规则", 16, "line"),
    Column("更正", 16, "line"), KEY,
)  # fmt: skip
"""全部任务; the printed columns come first."""

PRINTED_TASKS = 15
"""So many columns of 全部任务 are printed: the day's work, not the evidence."""

_TAIL = (
    Column("状态", 8), Column("进展情况", 24, most=300), Column("文件标题", 26, most=200),
    Column("条款", 9, most=60), Column("页码", 5, "number"), Column("任务编号", 15, "line", hidden=True),
)  # fmt: skip
DEPARTMENTS = (
    Column("部门", 18, most=120), Column("分工", 8), Column("序号", 5, "number"), Column("任务事项", 34, most=200),
    Column("完成时限", 13, most=100), Column("截止日期", 11.5, "day"), *_TAIL,
)  # fmt: skip
MONTHS = (
    Column("月份", 12), Column("截止日期", 11.5, "day"), Column("完成时限", 13, most=100),
    Column("序号", 5, "number"), Column("任务事项", 34, most=200), Column("责任", 20, most=160), *_TAIL,
)  # fmt: skip
_IN_NOTICES = "notices.csv"
NOTICES = (
    Column("序号", 5, "number"), Column("标题", 34, most=200, whole=_IN_NOTICES), Column("部分", 7),
    Column("文种", 7, most=30, whole=_IN_NOTICES), Column("发文字号", 16, most=160, whole=_IN_NOTICES),
    Column("发文机关", 18, most=160, whole=_IN_NOTICES), Column("成文日期", 11.5, "day"),
    Column("主送机关", 24, most=160, whole=_IN_NOTICES), Column("附件", 26, most=240, whole=_IN_NOTICES),
    Column("联系人", 16, most=160, whole=_IN_NOTICES), Column("任务数", 7, "number"),
    Column("来源文件", 18, most=120, whole=_IN_NOTICES), Column("读取", 6),
)  # fmt: skip
DOUBTS = (
    Column("序号", 5, "number"), Column("任务事项", 26, most=200), Column("疑点", 22), Column("怎样核对", 20),
    Column("完成时限", 12, most=100), Column("截止日期", 11.5, "day"), Column("责任", 16, most=160),
    Column("原文", 58, most=260), Column("文件标题", 18, most=200), Column("条款", 9, most=60),
    Column("页码", 5, "number"), Column("任务编号", 15, "line", hidden=True),
)  # fmt: skip
PROGRESS = (
    Column("名称", 50, most=200), Column("任务数", 9, "number"), Column("已完成", 9, "number"),
    Column("未完成", 9, "number"), Column("中止", 9, "number"), Column("已过期", 9, "number"),
    Column("完成率", 9, "rate"),
    Column("来源文件", 20, "line", hidden=True), Column("文件标题", 20, hidden=True),
)  # fmt: skip
"""完成情况; the hidden columns name the notice that a line counts, as 全部任务 names it."""
