"""The tasks by department, by month and by notice: what the views show and the progress counts."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from extractor.export.workbook.states import Count, count

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extractor.export.workbook.contents import WorkbookContents
    from extractor.store.cells import Row

NOBODY = "（未写明责任单位）"
NO_TIME = "没有写时限"
_WITHOUT_DAY = MappingProxyType(
    {"长期": "长期坚持", "周期": "定期重复", "相对": "相对时限", "模糊": "时限不具体", "": NO_TIME}
)
_OTHER = "没有推出日期"
_LAST = (_OTHER, *_WITHOUT_DAY.values())


@dataclass(frozen=True, slots=True)
class Group:
    """Tasks under a name.

    Attributes:
        name: the department, month or title.
        rows: of ``tasks.csv``.
        parts: beside each row, what the department has to do with it; empty words in other groups.
    """

    name: str
    rows: tuple[Row, ...]
    parts: tuple[str, ...] = ()

    @property
    def count(self) -> Count:
        """How far they are."""
        return count(self.rows)


def by_department(contents: WorkbookContents) -> list[Group]:
    """Tasks by body, the busiest first; a task of several bodies stands under each, one of nobody's comes last."""
    found: defaultdict[str, list[tuple[Row, str]]] = defaultdict(list)
    for row in contents.tasks:
        for name, part in contents.owners.get(row["任务编号"]) or ((NOBODY, ""),):
            found[name].append((row, part))
    names = sorted(found, key=lambda name: (name == NOBODY, -len(found[name]), name))
    return [_group(name, found[name]) for name in names]


def by_month(tasks: Iterable[Row]) -> list[Group]:
    """Tasks by the month they are due in, the days in order; then those without a day, by kind of time."""
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for row in tasks:
        found[_month(row)].append(row)
    dated = sorted(name for name in found if name not in _LAST)
    named = [(_month_name(key), sorted(found[key], key=lambda row: row["截止日期"])) for key in dated]
    named += [(name, found[name]) for name in _LAST if name in found]
    return [Group(name, tuple(rows)) for name, rows in named]


def by_notice(tasks: Iterable[Row]) -> list[Group]:
    """Tasks by file and title, in their order; two notices of one title in two files are two."""
    found: defaultdict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in tasks:
        found[row["来源文件"], row["文件标题"]].append(row)
    return [Group(title or file, tuple(rows)) for (file, title), rows in found.items()]


def is_month(name: str) -> bool:
    """Whether a group of ``by_month`` is a month."""
    return name not in _LAST


def _group(name: str, found: list[tuple[Row, str]]) -> Group:
    return Group(name, tuple(row for row, _ in found), tuple(part for _, part in found))


def _month(row: Row) -> str:
    return row["截止日期"][:7] or _WITHOUT_DAY.get(row["时限类型"], _OTHER)


def _month_name(key: str) -> str:
    year, _, month = key.partition("-")
    return f"{year}年{int(month)}月" if month.isdecimal() else key
