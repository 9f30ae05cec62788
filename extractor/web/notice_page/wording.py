"""What lines, rules, grounds and assumptions are called on the page; rules of ``patterns/`` say it themselves."""

from __future__ import annotations

from types import MappingProxyType

TASK_RULES = MappingProxyType({
    "task.label": "写明责任或时限的标签行（责任单位：…）",
    "task.bracket": "写明责任或时限的括号（…牵头，…配合）",
    "task.opening": "以时间开头的段落",
    "task.timed": "标题里写明时间",
    "task.table": "表格里的一行",
    "task.directed": "有要求的最下一级条目",
    "task.stated": "正文里写明由谁、何时做的句子",
    "task.meeting": "须参加的会议",
    "staff.correction": "工作人员更正",
})  # fmt: skip
GROUNDS = MappingProxyType({
    "marked": "原文标明了责任或时限",
    "table": "表格的一行",
    "subject": "句子点明了谁来做",
    "inherited": "责任由上一级写明",
    "assumed": "没有写明谁、何时，按语气判断是任务，请核对",
})  # fmt: skip
ASSUMED = MappingProxyType({
    "year-from-issue-date": "年份取自成文日期",
    "year-from-plan": "年份取自标题里的年度",
    "year-from-before": "年份取自前文",
    "year-from-reference": "没有成文日期，年份按读取时的日期推算",
    "month-from-issue-date": "月份取自成文日期",
    "day-from-issue-date": "这一天按成文日期推算",
    "day-from-reference": "没有成文日期，这一天按读取时的日期推算",
    "week-from-issue-date": "这一周按成文日期推算",
    "week-from-reference": "没有成文日期，这一周按读取时的日期推算",
    "start-from-issue-date": "起始日取成文日期",
    "start-from-reference": "没有成文日期，起始日按读取时的日期推算",
    "range-from-now": "从发文起算",
    "festival-date": "按节假日安排换算成日期",
    "workday-calendar-estimated": "那一年的放假安排还没有公布，工作日按周一至周五算",
    "first-named-leads": "排第一的为牵头单位",
})  # fmt: skip
FRAME_FILES = "公文格式（GB/T 9704）"
OTHERS = MappingProxyType({
    "problem": "疑点", "reference": "引用文件", "deadline": "完成时限", "milestone": "另有时间",
})  # fmt: skip
"""What a mark is called that has no name of its own in the tables of the outputs."""
LINES = MappingProxyType({
    "": "", "problem": "说明", "advice": "怎么办", "title": "事项", "grounds": "依据", "body": "单位",
    "read-as": "读成", "assumed": "推断", "relation": "关系", "number": "文号", "document": "文件",
    "rule": "规则",
})  # fmt: skip
"""What the lines about a mark are called."""
NOT_HELD = "这份文件不在语料中"
NO_TITLE = "（无标题）"
TO = "至"
