"""Rows of ledger tables as tasks (annotation T1): a column for the task and one for its owner or its deadline."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from extractor.extract.owners.roles import first_leads
from extractor.extract.rows import Row, main_time, title_at
from extractor.extract.tables.header import HeaderReader
from extractor.extract.times import TimesRead
from extractor.model.found import Found
from extractor.model.notice import LABELLED, Owner, Task
from extractor.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from extractor.extract.reading import DocumentReading
    from extractor.extract.tables.header import Header
    from extractor.extract.tools import TaskTools
    from extractor.model.notice import Role
    from extractor.model.source import Cell, Table
    from extractor.rules.book import RuleBook


class TableReader:
    """Reads ledger tables by the vocabulary of a rule book."""

    def __init__(self, book: RuleBook, tools: TaskTools) -> None:
        """``tools`` reads names and lists inside the cells."""
        self.tools, self.headers = tools, HeaderReader(book)
        known = {rule.id for rule in book.rules("owners")}
        self.rules = {role: rule for role in LABELLED if (rule := f"owner.label-{role}") in known}

    def read(self, reading: DocumentReading) -> list[Row]:
        """The rows of all ledgers inside the document."""
        rows = list(self._rows(reading))
        owned = any(row.task.owners for row in rows)
        # The document is asked once: asked for every row, a long table would cost the square of its length.
        if not owned or not self.tools.lists.clauses.conventions.first_leads(reading.folded, reading.draft.span):
            return rows
        led = ((row, first_leads(row.task.owners, reading.folded)) for row in rows)
        return [replace(row, task=replace(row.task, owners=owners)) for row, owners in led]

    def _rows(self, reading: DocumentReading) -> Iterator[Row]:
        for table in reading.source.tables:
            header = self.headers.read(table, reading.folded) if reading.draft.span.contains(table.span) else None
            for cells in _rows_of(table, header) if header else ():
                if header and not self.headers.repeats(cells, header, reading.folded):
                    yield from self._row(reading, cells, header)

    def _row(self, reading: DocumentReading, cells: Mapping[int, Cell], header: Header) -> Iterator[Row]:
        span = _task_span(cells, header)
        owners = tuple(self._owners(reading, cells, header))
        read = self._times(reading, cells, header)
        if span is None or not (owners or read.times):
            return
        deadline = main_time(read.times)
        milestones = tuple(time for time in read.times if time is not deadline)
        title = title_at(reading, span)
        task = Task("", "task", title, span, "task.table", (), owners, deadline, milestones, "table")
        yield Row(task, read.problems)

    def _owners(self, reading: DocumentReading, cells: Mapping[int, Cell], header: Header) -> Iterator[Found[Owner]]:
        led = any(cells[column].span for column in header.of("lead") & cells.keys())
        for column in sorted(header.of(*LABELLED) & cells.keys()):  # type: ignore[arg-type]  # roles are columns
            role = next(role for role in LABELLED if role == header.columns[column])
            shown: Role = "support" if led and role == "responsible" else role
            yield from self._in_cell(reading, cells[column], role, shown)

    def _in_cell(self, reading: DocumentReading, cell: Cell, role: Role, shown: Role) -> Iterator[Found[Owner]]:
        """The names in a cell; a cell may say its roles itself (甲牵头，乙配合).

        The column reads as the shipped rule of its label does; with that rule switched off, it is not read.
        """
        if cell.span is None:
            return
        said = self.tools.lists.read(reading.folded, cell.span).owners
        yield from said
        for name in () if said or role not in self.rules else self.tools.names.names(reading.folded, cell.span):
            words = name.quote(reading.folded)
            yield Found(Owner(words, shown, words), name, self.rules[role])

    def _times(self, reading: DocumentReading, cells: Mapping[int, Cell], header: Header) -> TimesRead:
        """The times of the time column, then those in the words of the task."""
        marked, running = header.of("time"), header.of("task", "measure")
        columns = [*sorted(marked & cells.keys()), *sorted(running & cells.keys())]
        stretches = [(cells[column].span, column in marked) for column in columns]
        read = [reading.times(span, marked=is_marked) for span, is_marked in stretches if span]
        times = tuple(time for one in read for time in one.times)
        return TimesRead(times, tuple(problem for one in read for problem in one.problems))


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
    """The words of the task: its column and its measures, as far as they stand in this row and not in one above."""
    row = max(cell.row for cell in cells.values())
    own = [cells[column] for column in header.of("task", "measure") & cells.keys() if cells[column].row == row]
    spans = [cell.span for cell in own if cell.span]
    return Span(min(span.start for span in spans), max(span.end for span in spans)) if spans else None
