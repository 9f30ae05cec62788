"""Tables that are ledgers: a column for the task and a column for its owner or its deadline (annotation T1)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from extractor.extract.owner_lists import first_leads
from extractor.extract.rows import MAX_TITLE, Row
from extractor.model.deadline import Deadline, Vague
from extractor.model.found import Found
from extractor.model.notice import Owner, Role, Task
from extractor.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from extractor.extract.reading import DocumentReading
    from extractor.extract.tasks import TaskTools
    from extractor.model.problem import Problem
    from extractor.model.source import Cell, Table
    from extractor.rules.rule import RuleBook

Column = Literal["task", "measure", "lead", "support", "responsible", "person", "time"]
HEADER_ROWS = 3
MAX_HEADER = 14
_BLANKS = re.compile(r"[\s（）]")
_ROLES: tuple[Role, ...] = ("lead", "support", "responsible", "person")


@dataclass(frozen=True, slots=True)
class Header:
    """Where the columns of a ledger are, and the first row below them."""

    columns: Mapping[int, Column]
    first_row: int


class TableReader:
    """Reads ledger tables by the vocabulary of a rule book."""

    def __init__(self, book: RuleBook, tools: TaskTools) -> None:
        """Sort the header words by the kind of column that they name."""
        self.tools = tools
        self.rules = {rule.fields["role"]: rule.id for rule in book.rules("owners") if rule.reads == "label"}
        self.kinds: dict[str, Column] = {}
        for role in _ROLES:
            self.kinds |= dict.fromkeys(book.words(f"owner.label.{role}"), role)
        self.kinds |= dict.fromkeys(book.words("time.label"), "time")
        self.kinds |= dict.fromkeys(book.words("table.measure"), "measure")
        self.kinds |= dict.fromkeys(book.words("table.task"), "task")
        self.not_ledger = frozenset(book.words("table.layout"))

    def read(self, reading: DocumentReading) -> Iterator[Row]:
        """The rows of all ledgers inside the document."""
        for table in reading.source.tables:
            if reading.draft.span.contains(table.span):
                header = self.header(table, reading.folded)
                if header:
                    yield from self._rows(reading, table, header)

    def header(self, table: Table, folded: str) -> Header | None:
        """The header of a ledger; None for any other table."""
        columns: dict[int, Column] = {}
        last = -1
        for cell in table.cells:
            if cell.row >= HEADER_ROWS or cell.span is None:
                continue
            words = _BLANKS.sub("", cell.span.quote(folded))
            if words in self.not_ledger:
                return None
            kind = self._kind(words)
            if kind and cell.column not in columns:
                columns[cell.column] = kind
                last = max(last, cell.row + cell.rows - 1)
        kinds = set(columns.values())
        if not kinds & {"task", "measure"} or not kinds & {*_ROLES, "time"}:
            return None
        return Header(columns, last + 1)

    def _kind(self, words: str) -> Column | None:
        if len(words) > MAX_HEADER:
            return None
        exact = self.kinds.get(words)
        return exact or next(
            (kind for name, kind in self.kinds.items() if words.endswith(name) and len(name) > 1), None
        )

    def _rows(self, reading: DocumentReading, table: Table, header: Header) -> Iterator[Row]:
        for cells in _rows_of(table, header):
            if not self._repeats_header(cells, header, reading.folded):
                row = self._row(reading, cells, header)
                if row:
                    yield row

    def _repeats_header(self, cells: Mapping[int, Cell], header: Header, folded: str) -> bool:
        named = [self._kind(_BLANKS.sub("", cell.span.quote(folded))) for cell in cells.values() if cell.span]
        return len(named) > 1 and sum(kind is not None for kind in named) >= len(header.columns) - 1

    def _row(self, reading: DocumentReading, cells: Mapping[int, Cell], header: Header) -> Row | None:
        span = _task_span(cells, header)
        owners = list(self._owners(reading, cells, header))
        if self.tools.lists.first_leads(reading.folded, reading.draft.span):
            owners = list(first_leads(owners)) if owners else owners
        times, problems = self._times(reading, cells, header)
        if span is None or not (owners or times):
            return None
        deadline = next(
            (time for time in times if not isinstance(time.value, Vague)), times[0] if times else None
        )
        milestones = tuple(time for time in times if time is not deadline)
        title = "".join(re.split(r"[。；\n]", reading.source.quote(span))[0].split())[:MAX_TITLE]
        task = Task("", "task", title, span, "task.table", (), tuple(owners), deadline, milestones, "table")
        return Row(task, problems)

    def _owners(
        self, reading: DocumentReading, cells: Mapping[int, Cell], header: Header
    ) -> Iterator[Found[Owner]]:
        led = any(header.columns.get(c) == "lead" and cell.span for c, cell in cells.items())
        for column, cell in cells.items():
            role = header.columns.get(column)
            if cell.span is None or role not in _ROLES:
                continue
            marked = self.tools.lists.read(reading.folded, cell.span)
            if marked.owners:
                yield from marked.owners
                continue
            shown: Role = "support" if led and role == "responsible" else role
            for name in self.tools.names.names(reading.folded, cell.span):
                words = name.quote(reading.folded)
                yield Found(Owner(words, shown, words), name, self.rules[role])

    def _times(
        self, reading: DocumentReading, cells: Mapping[int, Cell], header: Header
    ) -> tuple[list[Found[Deadline]], tuple[Problem, ...]]:
        times: list[Found[Deadline]] = []
        problems: list[Problem] = []
        for column, cell in sorted(cells.items(), key=lambda pair: header.columns.get(pair[0]) != "time"):
            kind = header.columns.get(column)
            if cell.span is None or kind not in {"time", "task", "measure"}:
                continue
            read = reading.times(cell.span, marked=kind == "time")
            times += read.times
            problems += read.problems
        return times, tuple(problems)


def _rows_of(table: Table, header: Header) -> Iterator[dict[int, Cell]]:
    """The rows below the header, each with the merged cells that reach down into it."""
    grid: dict[int, dict[int, Cell]] = {}
    for cell in table.cells:
        for row in range(cell.row, cell.row + cell.rows):
            grid.setdefault(row, {})[cell.column] = cell
    for row in sorted(grid):
        if row >= header.first_row and len(grid[row]) > 1:
            yield grid[row]


def _task_span(cells: Mapping[int, Cell], header: Header) -> Span | None:
    """The words of the task: its column and its measures, as far as they stand in this row."""
    spans = [
        cell.span
        for column, cell in sorted(cells.items())
        if cell.span and header.columns.get(column) in {"task", "measure"} and _own(cell, cells)
    ]
    return Span(min(span.start for span in spans), max(span.end for span in spans)) if spans else None


def _own(cell: Cell, cells: Mapping[int, Cell]) -> bool:
    """A cell merged over several rows belongs to the first of them only, unless it is all the row has."""
    last = max(other.row for other in cells.values())
    return cell.row == last
