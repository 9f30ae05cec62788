"""The columns of the CSV files in their order, and the words in them: a contract, add at the end only."""

from __future__ import annotations

from types import MappingProxyType

from extractor.store.staff import COLUMNS, CORRECTABLE

TASKS = (
    "序号", "任务编号", "任务事项", "任务类别", "牵头单位", "责任单位", "配合单位", "责任主体",
    "完成时限", "截止日期", "时限类型", "其他时间要求", "条款",
    "文件标题", "发文字号", "发文机关", "成文日期", "页码", "原文", "来源文件", "规则",
    "状态", "责任人", "进展情况", "备注", "更正",
)  # fmt: skip
FIXED = frozenset(TASKS) - {*COLUMNS, *CORRECTABLE}
"""Columns of the ledger that the program alone fills."""
NOTICES = (
    "序号", "文件编号", "部分", "标题", "文种", "发文机关", "发文字号", "成文日期", "主送机关", "抄送",
    "签发人", "附件", "联系人", "任务数", "来源文件", "状态", "版本",
)  # fmt: skip
LINKS = ("起点", "关系", "终点", "起点类型", "终点类型", "依据原文", "来源文件")
PROBLEMS = ("来源文件", "代码", "程度", "说明", "建议", "位置")

TASK_KINDS = MappingProxyType(
    {"task": "任务", "requirement": "要求", "submission": "报送", "meeting": "会议"}
)
ROLES = MappingProxyType(
    {"lead": "牵头", "responsible": "责任", "support": "配合", "person": "责任人", "actor": "主体"}
)
DEADLINE_KINDS = MappingProxyType(
    {
        "date": "日期",
        "period": "期间",
        "recurring": "周期",
        "ongoing": "长期",
        "relative": "相对",
        "vague": "模糊",
    }
)
PARTS = MappingProxyType({"notice": "正文", "enclosure": "印发件", "attachment": "附件"})
STATUSES = MappingProxyType({"ok": "完整", "partial": "部分", "failed": "失败", "skipped": "跳过"})
SEVERITIES = MappingProxyType({"error": "错误", "warning": "警告", "info": "提示"})
NODE_KINDS = MappingProxyType(
    {"document": "文件", "cited": "引用文件", "body": "单位", "person": "人员", "task": "任务"}
)
RELATIONS = MappingProxyType(
    {
        "issued": "发文",
        "addressed-to": "主送",
        "copied-to": "抄送",
        "forwards": "转发",
        "issues": "印发",
        "based-on": "依据",
        "repeals": "废止",
        "amends": "修订",
        "answers": "答复",
        "supplements": "补充",
        "cites": "引用",
        "encloses": "含印发件",
        "attaches": "含附件",
        "contains": "含任务",
        "leads": "牵头",
        "supports": "配合",
        "responsible-for": "负责",
        "acts-on": "承办",
        "restates": "重申",
    }
)
