"""What goes into the columns of an office's own ledger, where it has fewer columns than ours, and how far down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.export.workbook.columns import TASKS, Column

if TYPE_CHECKING:
    from collections.abc import Collection

    from extractor.store.cells import Row

COLUMNS = {column.name: column for column in TASKS}
"""Columns of ours by name, for what kind of words stands in them."""

_OWNERS = (("牵头单位", "（牵头）"), ("责任单位", ""), ("责任主体", ""), ("配合单位", "（配合）"))


def kind_of(name: str) -> Column:
    """The column as a template shows it: long words wrap there as everywhere."""
    column = COLUMNS[name]
    return Column(name, column.width, "text" if column.kind == "line" else column.kind)


def words_for(name: str, row: Row, present: Collection[str]) -> str:
    """What stands under ``name`` for a task, so that nothing is lost for want of a column.

    Without columns of their own the bodies of other parts stand under 责任单位, the document number behind the
    title, the words of a time under 截止日期 where they give no day.
    """
    if name == "责任单位":
        return _owners(row, present)
    if name == "文件标题" and "发文字号" not in present and row["发文字号"]:
        return f"{row['文件标题']}（{row['发文字号']}）"
    if name == "截止日期" and "完成时限" not in present:
        return row["截止日期"] or row["完成时限"]
    return row.get(name, "")


def reaching(area: str, last: int) -> str:
    """``$A$1:$H$20`` down to row ``last``."""
    first, _, end = area.replace("$", "").partition(":")
    letters = end.rstrip("0123456789")
    return f"{first}:{letters}{max(last, int(end[len(letters) :] or 0))}"


def _owners(row: Row, present: Collection[str]) -> str:
    shown = [
        f"{row[column]}{mark}"
        for column, mark in _OWNERS
        if row.get(column) and (column == "责任单位" or column not in present)
    ]
    return "；".join(shown)
