"""The tasks by department, by month and by notice: what the views show and the progress counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from sys import intern
from types import MappingProxyType
from typing import TYPE_CHECKING, overload

from extractor.export.workbook.states import Count, count

if TYPE_CHECKING:
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
        count: how far they are.
        parts: beside each row, what the department has to do with it; empty words in other groups.
    """

    name: str
    rows: Sequence[Row]
    count: Count
    parts: tuple[str, ...] = ()


class _Picked(Sequence["Row"]):
    """Some rows of a table by their numbers; they are read when they are looked at, for a table may be on the disk."""

    def __init__(self, table: Sequence[Row], numbers: Sequence[int]) -> None:
        self._table, self._numbers = table, numbers

    def __len__(self) -> int:
        return len(self._numbers)

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Row]: ...

    def __getitem__(self, at: int | slice) -> Row | Sequence[Row]:
        return _Picked(self._table, self._numbers[at]) if isinstance(at, slice) else self._table[self._numbers[at]]


@dataclass(frozen=True, slots=True)
class _Place:
    """A row in a group: its number in the table, its state, its day, and what the department has to do with it."""

    number: int
    state: str
    day: str
    part: str = ""

    @classmethod
    def of(cls, number: int, row: Row, part: str = "") -> _Place:
        return cls(number, intern(row.get("状态", "")), intern(row.get("截止日期", "")), intern(part))


def by_department(contents: WorkbookContents) -> list[Group]:
    """Tasks by body, the busiest first; a task of several bodies stands under each, one of nobody's comes last."""
    found: defaultdict[str, list[_Place]] = defaultdict(list)
    for number, row in enumerate(contents.tasks):
        for name, part in contents.owners.get(row["任务编号"]) or ((NOBODY, ""),):
            found[name].append(_Place.of(number, row, part))
    names = sorted(found, key=lambda name: (name == NOBODY, -len(found[name]), name))
    return [_group(name, contents.tasks, found[name]) for name in names]


def by_month(tasks: Sequence[Row]) -> list[Group]:
    """Tasks by the month they are due in, the days in order; then those without a day, by kind of time."""
    found: defaultdict[str, list[_Place]] = defaultdict(list)
    for number, row in enumerate(tasks):
        found[_month(row)].append(_Place.of(number, row))
    dated = sorted(name for name in found if name not in _LAST)
    named = [(_month_name(key), sorted(found[key], key=lambda place: place.day)) for key in dated]
    named += [(name, found[name]) for name in _LAST if name in found]
    return [_group(name, tasks, places) for name, places in named]


def by_notice(tasks: Sequence[Row]) -> list[Group]:
    """Tasks by file and title, in their order; two notices of one title in two files are two."""
    found: defaultdict[tuple[str, str], list[_Place]] = defaultdict(list)
    for number, row in enumerate(tasks):
        found[row["来源文件"], row["文件标题"]].append(_Place.of(number, row))
    return [_group(title or file, tasks, places) for (file, title), places in found.items()]


def is_month(name: str) -> bool:
    """Whether a group of ``by_month`` is a month."""
    return name not in _LAST


def _group(name: str, tasks: Sequence[Row], places: Sequence[_Place]) -> Group:
    rows = _Picked(tasks, [place.number for place in places])
    return Group(name, rows, count(place.state for place in places), tuple(place.part for place in places))


def _month(row: Row) -> str:
    return row["截止日期"][:7] or _WITHOUT_DAY.get(row["时限类型"], _OTHER)


def _month_name(key: str) -> str:
    year, _, month = key.partition("-")
    return f"{year}年{int(month)}月" if month.isdecimal() else key
