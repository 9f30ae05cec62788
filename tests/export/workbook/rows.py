"""Rows of a ledger made by hand, and what a workbook of them holds when it is read back."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import openpyxl

from extractor.export.columns import NOTICES, TASKS
from extractor.export.workbook.write import write_workbook

if TYPE_CHECKING:
    from extractor.export.workbook.contents import Owners, WorkbookContents
    from extractor.model.problem import Problem
    from extractor.store.cells import Row

TITLE = "关于开展校园安全检查的通知"


def task(number: int, **cells: str) -> Row:
    """A row of ``tasks.csv``."""
    filled = {
        "序号": str(number), "任务编号": f"a{number:05}", "任务事项": f"检查第{number}处", "任务类别": "任务",
        "责任单位": "安全科", "完成时限": "6月底前", "截止日期": "2026-06-30", "时限类型": "日期", "条款": "一、",
        "文件标题": TITLE, "发文字号": "甲教发〔2026〕12号", "发文机关": "甲市教育局", "成文日期": "2026-03-02",
        "页码": "2", "原文": f"检查第{number}处隐患。\n逐项整改。", "来源文件": "a.docx", "规则": "task.marked",
    }  # fmt: skip
    return {**dict.fromkeys(TASKS, ""), **filled, **cells}


def notice(**cells: str) -> Row:
    """A row of ``notices.csv``."""
    filled = {"序号": "1", "标题": TITLE, "成文日期": "2026-03-02", "来源文件": "a.docx", "状态": "完整"}
    return {**dict.fromkeys(NOTICES, ""), **filled, **cells}


def owned(rows: list[Row], **others: Owners) -> dict[str, Owners]:
    """Every task is 安全科's unless said otherwise."""
    return {row["任务编号"]: (("安全科", "责任"),) for row in rows} | others


def written(contents: WorkbookContents) -> tuple[bytes, tuple[Problem, ...]]:
    """The bytes of the workbook, and what it could not show."""
    stream = io.BytesIO()
    problems = write_workbook(stream, contents)
    return stream.getvalue(), problems


def opened(contents: WorkbookContents, *, values: bool = False) -> openpyxl.Workbook:
    """The workbook as read back: formulas, or with ``values`` what they gave when it was written."""
    return openpyxl.load_workbook(io.BytesIO(written(contents)[0]), data_only=values)


def table(book: openpyxl.Workbook, name: str) -> list[dict[str, object]]:
    """The rows of a sheet by the names in its first row."""
    header, *lines = book[name].iter_rows(values_only=True)
    return [dict(zip(map(str, header), line, strict=True)) for line in lines]
