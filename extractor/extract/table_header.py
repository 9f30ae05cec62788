"""Which tables are ledgers, and what their columns are, by the words of their header rows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from extractor.model.notice import Role
    from extractor.model.source import Cell, Table
    from extractor.rules.rule import RuleBook

Column = Literal["task", "measure", "lead", "support", "responsible", "person", "time"]
ROLES: tuple[Role, ...] = ("lead", "support", "responsible", "person")
HEADER_ROWS = 3
MAX_HEADER = 14
_BLANKS = re.compile(r"[\s（）]")


@dataclass(frozen=True, slots=True)
class Header:
    """Where the columns of a ledger are, and the first row below them."""

    columns: Mapping[int, Column]
    first_row: int

    def of(self, *kinds: Column) -> set[int]:
        """The numbers of the columns of these kinds."""
        return {number for number, kind in self.columns.items() if kind in kinds}


class HeaderReader:
    """Recognises headers by the vocabulary of ``patterns/tables.toml`` and ``patterns/owners.toml``."""

    def __init__(self, book: RuleBook) -> None:
        """Sort the header words by the kind of column that they name."""
        self.kinds: dict[str, Column] = {}
        for role in ROLES:
            self.kinds |= dict.fromkeys(book.words(f"owner.label.{role}"), role)  # type: ignore[arg-type]  # roles are columns
        self.kinds |= dict.fromkeys(book.words("time.label"), "time")
        self.kinds |= dict.fromkeys(book.words("table.measure"), "measure")
        self.kinds |= dict.fromkeys(book.words("table.task"), "task")
        self.not_ledger = frozenset(book.words("table.layout"))

    def read(self, table: Table, folded: str) -> Header | None:
        """The header of a ledger: a task column and one for owners or time; None for any other table."""
        columns: dict[int, Column] = {}
        last = -1
        for cell in table.cells:
            words = _words(cell, folded)
            if cell.row >= HEADER_ROWS or not words:
                continue
            if words in self.not_ledger:
                return None
            kind = self.kind(words)
            if kind and cell.column not in columns:
                columns[cell.column] = kind
                last = max(last, cell.row + cell.rows - 1)
        kinds = set(columns.values())
        ledger = kinds & {"task", "measure"} and kinds & {*ROLES, "time"}
        return Header(columns, last + 1) if ledger else None

    def repeats(self, cells: Collection[Cell], header: Header, folded: str) -> bool:
        """Whether a row below is the header once more, as on every page."""
        named = [self.kind(words) for cell in cells if (words := _words(cell, folded))]
        return len(named) > 1 and sum(kind is not None for kind in named) >= len(header.columns) - 1

    def kind(self, words: str) -> Column | None:
        """The kind of column that the words of a header cell name, such as 牵头单位 or 市级责任单位."""
        if len(words) > MAX_HEADER:
            return None
        longest = (name for name in sorted(self.kinds, key=len, reverse=True) if len(name) > 1 and words.endswith(name))
        return self.kinds.get(words) or self.kinds.get(next(longest, ""))


def _words(cell: Cell, folded: str) -> str:
    return _BLANKS.sub("", cell.span.quote(folded)) if cell.span else ""
