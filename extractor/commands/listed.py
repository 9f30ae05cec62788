"""Which commands there are, in the order of use: where each stands, and its line of the help."""

from __future__ import annotations

from typing import NamedTuple


class Listed(NamedTuple):
    """One command: its name, its module below this room with what it is called there, what it is for."""

    name: str
    place: str
    says: str

    @property
    def module(self) -> str:
        """The module that holds it, by its whole name."""
        return f"extractor.commands.{self.place.partition(':')[0]}"

    @property
    def called(self) -> str:
        """What it is called there: ``command``, where the module holds one only."""
        return self.place.partition(":")[2] or "command"


COMMANDS = (
    Listed("run", "read.run", "解析公文，写出任务台账 (read notices, write the ledger)"),
    Listed("watch", "read.watch", "看着文件夹，公文有变化就更新台账 (keep the ledger up to date)"),
    Listed("serve", "serve", "在浏览器里看台账、填台账 (the ledger in a browser)"),
    Listed("tasks", "ask.tasks", "查任务：按部门、时限、文件筛选 (tasks, filtered)"),
    Listed("due", "remind.due", "快到期的、已超期的任务，可写成日历 (what is due, what is overdue)"),
    Listed("schedule", "remind.schedule", "今后哪天有哪些任务，周期任务逐次列出 (days to come, turn by turn)"),
    Listed("letter", "remind.letter", "给部门的提醒函，DOCX (a reminder letter per department)"),
    Listed("export", "staff.export", "把查到的任务导出成 Excel 或 CSV (tasks as a workbook or CSV)"),
    Listed("departments", "ask.departments", "各部门有多少任务，最近时限是哪天 (who has to do how much)"),
    Listed("names", "names.command", "单位名称：名录里没有的、疑似重复的，合并、分开 (names of bodies)"),
    Listed("notices", "ask.notices", "读过哪些公文 (the notices)"),
    Listed("links", "ask.links", "公文、部门、任务之间的关联 (the graph, as a list)"),
    Listed("search", "ask.search", "在公文和任务里找字 (words in notices and tasks)"),
    Listed("import", "staff.take_back", "取回填写过的台账，Excel 或 CSV (take back a filled-in ledger)"),
    Listed("done", "staff.marking:done", "办结任务、销号 (tasks that are done)"),
    Listed("reopen", "staff.marking:reopen", "重新打开办结的任务 (not done after all)"),
    Listed("assign", "staff.marking:assign", "指定责任人 (who sees to a task)"),
    Listed("note", "staff.marking:note", "记一笔进展 (note what was done)"),
    Listed("progress", "ask.progress_report", "办结进度：按部门、文件、月份 (how much is done)"),
    Listed("history", "ask.history", "一项任务的来历 (what happened to a task)"),
    Listed("diff", "ask.diff", "最近一次运行后台账变了什么 (what changed in the ledger)"),
    Listed("graph", "inspect.graph", "把关系图写给 Neo4j，或者写成网页 (the graph, for Neo4j or as a page)"),
    Listed("show", "inspect.show", "看一份公文的要素、层次和任务 (one notice on a page)"),
    Listed("explain", "inspect.explain", "某处为什么读成这样：哪条规则胜出 (which rule won, and why)"),
    Listed("rules", "check.rules", "检查、列出规则 (check and list the rules)"),
    Listed("review", "check.review", "比较两次结果：多了、少了、变了什么 (gains, losses, changes)"),
)
