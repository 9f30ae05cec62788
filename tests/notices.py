"""Notices written by hand for tests: a text becomes an analysis, and what was found a few short lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.extract.times import short_form
from extractor.ingest.builder import CellText, SourceBuilder
from extractor.pipeline import analyse
from tests.making.facts import sections_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from extractor.model.found import Found
    from extractor.model.notice import Analysis, Document, Owner, Task
    from extractor.model.source import Source
    from extractor.rules.book import RuleBook

HEAD = "云州市教育局关于做好校园安全工作的通知\n各县（区）教育局，市属各学校：\n"
TAIL = "\n云州市教育局\n2024年3月1日"


def framed(body: str) -> str:
    """The body of a notice that the 云州市教育局 issued on 1 March 2024, with all that stands around it."""
    return HEAD + body.strip("\n") + TAIL


def laid(text: str) -> Source:
    """A line is a paragraph; lines that open with | are a table.

    ``^`` stands for a cell merged with the one above, ``<`` for one merged with the one to its left, ``/`` for a
    line break inside a cell.
    """
    builder, rows = SourceBuilder(), list[str]()
    for line in (*text.strip("\n").split("\n"), ""):
        if line.startswith("|"):
            rows.append(line)
            continue
        builder.table(list(_cells(rows)))
        rows = []
        builder.paragraph(line)
    return builder.build("通知.txt", "txt", "0" * 64)


def _cells(rows: Sequence[str]) -> Iterator[CellText]:
    grid = [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]
    for row, cells in enumerate(grid):
        for column, words in enumerate(cells):
            if words not in {"^", "<"}:
                down = _merged([other[column] for other in grid[row + 1 :] if column < len(other)], "^")
                right = _merged(cells[column + 1 :], "<")
                yield CellText(row, column, words.replace("/", "\n"), down, right)


def _merged(following: Iterable[str], mark: str) -> int:
    count = 1
    for words in following:
        if words != mark:
            return count
        count += 1
    return count


def read(book: RuleBook, text: str) -> Analysis:
    """The analysis of a whole file."""
    return analyse(laid(text), book)


def read_body(book: RuleBook, body: str) -> Document:
    """The notice around ``body``; attachments and enclosures left aside."""
    return read(book, framed(body)).documents[0]


def parts(analysis: Analysis) -> list[str]:
    """``notice 关于印发办法的通知``, for every document of the file."""
    titles = [document.frame.title for document in analysis.documents]
    return [f"{d.part} {t.value if t else '-'}" for d, t in zip(analysis.documents, titles, strict=True)]


def outline(document: Document) -> list[str]:
    """``1 一、总体要求``, ``2   （一）目标``: level, indented label and title."""
    return [f"{s.level} {'  ' * (s.level - 1)}{s.label}{s.title}" for s in sections_of(document.outline)]


def values(found: Iterable[Found[str]]) -> str:
    """The values of a field, joined by `` | ``."""
    return " | ".join(one.value for one in found)


def owners(found: Iterable[Found[Owner]]) -> str:
    """``lead 甲、乙；support 丙``: roles in the order in which they first come."""
    roles: dict[str, list[str]] = {}
    for one in found:
        roles.setdefault(one.value.role, []).append(one.value.name)
    return "；".join(f"{role} {'、'.join(names)}" for role, names in roles.items())


def times(task: Task) -> str:
    """The deadline, then the milestones: ``2024-06-30 · month on 25``; ``-`` for none."""
    found = ([task.deadline] if task.deadline else []) + list(task.milestones)
    return " · ".join(short_form(time.value) for time in found) or "-"


def tasks(document: Document) -> list[str]:
    """``一、（二）组织自查``: the section and the title of every task."""
    return ["".join(task.section) + task.title for task in document.tasks]


def rows(document: Document) -> list[str]:
    """``一、组织自查 ← lead 甲；support 乙 @ 2024-06-30``: section, title, owners, times."""
    return [
        f"{''.join(task.section)}{task.title} ← {owners(task.owners) or '-'} @ {times(task)}"
        for task in document.tasks
    ]


def wording(analysis: Analysis, task: Task) -> str:
    """The words of a task, line breaks shown as ``/``."""
    return re.sub(r"\s*\n\s*", "/", analysis.source.quote(task.span))


def references(document: Document) -> list[str]:
    """``based-on 云州市供水条例 云政发〔2020〕3号``: relation, title, numbers."""
    found = [reference.value for reference in document.references]
    return [" ".join(filter(None, (one.relation, one.title, *one.numbers))) for one in found]
