"""The ledger in a report: a row a task, linked to its place in the text."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from extractor.export.notice_view.markup import element, words
from extractor.store.staff import KEY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from extractor.store.cells import Row

_HEADER = ("序号", "任务事项", "责任", "时限", "进展")
_STAFF = ("状态", "责任人", "进展情况")
_OWNERS = ("牵头单位", "责任单位", "配合单位", "责任主体")


def ledger_table(rows: Iterable[Row], chapters: Mapping[str, str]) -> str:
    """The rows below the titles of their notices; ``chapters`` says where each file's text stands in the report."""
    head = element("thead", element("tr", "".join(element("th", name, scope="col") for name in _HEADER)))
    groups = ((file, list(group)) for file, group in groupby(rows, key=itemgetter("来源文件")))
    bodies = "".join(_body(group, chapters.get(file)) for file, group in groups)
    return element("section", element("h2", "任务台账") + element("table", head + bodies), class_="ledger")


def _body(rows: Sequence[Row], chapter: str | None) -> str:
    title = words(rows[0]["文件标题"] or rows[0]["来源文件"])
    shown = element("a", title, href=f"#{chapter}") if chapter else title
    head = element("tr", element("th", shown, colspan=len(_HEADER), scope="rowgroup", class_="notice"))
    return element("tbody", head + "".join(_row(row, chapter) for row in rows))


def _row(row: Row, chapter: str | None) -> str:
    title = words(row["任务事项"])
    place = f"#{chapter}-task-{row[KEY]}" if chapter else None
    what = element("a", title, href=place) if place else title
    section = element("span", words(row["条款"]), class_="quiet") if row["条款"] else ""
    said = (_lines(lines(row)) for lines in (_owners, _times, _done))
    cells = (words(row["序号"]), f"{what} {section}".strip(), *said)
    return element("tr", "".join(element("td", cell) for cell in cells))


def _lines(lines: Iterable[str]) -> str:
    return "<br>".join(map(words, lines))


def _owners(row: Row) -> Iterator[str]:
    yield from (f"{name.removesuffix('单位')}：{row[name]}" for name in _OWNERS if row[name])


def _times(row: Row) -> Iterator[str]:
    yield from filter(None, (row["完成时限"], row["截止日期"]))


def _done(row: Row) -> Iterator[str]:
    yield from filter(None, (row.get(column, "") for column in _STAFF))
