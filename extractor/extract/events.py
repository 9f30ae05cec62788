"""A meeting that is called in the opening and timed below is one task."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.extract.rows import Row


def one_event(rows: Sequence[Row]) -> list[Row]:
    """The rows with a meeting that is called in the opening and timed below (会议时间：…) made one.

    The row below stays, with those whom the opening names. An opening that asks for more by another day stays, too.
    """
    timed = next((row for row in rows if row.task.kind == "meeting" and row.task.section), None)
    called = next((row for row in rows if row.task.kind == "meeting" and not row.task.section), None)
    if timed is None or called is None or called.task.milestones or not _same_day(called, timed):
        return list(rows)
    left = [row for row in rows if row is not called and row is not timed]
    if timed.task.owners or not called.task.owners:
        return [*left, timed]
    return [*left, replace(timed, task=replace(timed.task, owners=called.task.owners, basis="inherited"))]


def _same_day(first: Row, second: Row) -> bool:
    days = [getattr(row.task.deadline.value, "due", None) if row.task.deadline else None for row in (first, second)]
    return None not in days and str(days[0])[:10] == str(days[1])[:10]
