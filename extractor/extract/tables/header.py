"""Which tables are ledgers, and what their columns are, by the words of their header rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from extractor.model.notice import LABELLED
from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from collections.abc import Mapping

    from extractor.model.source import Cell, Table
    from extractor.rules.book import RuleBook

Column = Literal["task", "measure", "lead", "support", "responsible", "person", "time"]
HEADER_ROWS = 3
MAX_HEADER = 14
MIN_KNOWN = 2
MAX_NOTED = 6  # 完成（时限） is one word, 责任单位（可列多家） a word with a note
_BLANKS = own(r"\s")
_LEVEL = own(r"^(?:[省市县区乡镇校院][级直]?|主要|第[一二三]|直接|具体|整改)(?=.{2})")
_NOTE = own(r"（[^（）]*）")


@dataclass(frozen=True, slots=True)
class Header:
    """Where the columns of a ledger are, what their header cells say, and the first row below them."""

    columns: Mapping[int, Column]
    names: Mapping[int, str]
    first_row: int

    def of(self, *kinds: Column) -> set[int]:
        """The numbers of the columns of these kinds."""
        return {number for number, kind in self.columns.items() if kind in kinds}


class HeaderReader:
    """Recognises headers by the vocabulary of ``patterns/tables.toml`` and ``patterns/owners.toml``."""

    def __init__(self, book: RuleBook) -> None:
        """Sort the header words by the kind of column that they name."""
        self.kinds: dict[str, Column] = {}
        for role in LABELLED:
            self.kinds |= dict.fromkeys(book.words(f"owner.label.{role}"), role)  # type: ignore[arg-type]  # roles are columns
        self.kinds |= dict.fromkeys(book.words("table.responsible"), "responsible")
        self.kinds |= dict.fromkeys((*book.words("time.label"), *book.words("table.time")), "time")
        self.kinds |= dict.fromkeys(book.words("table.measure"), "measure")
        self.kinds |= dict.fromkeys(book.words("table.task"), "task")
        self._by_length = sorted(self.kinds, key=len, reverse=True)
        self.not_ledger = frozenset(book.words("table.layout"))

    def read(self, table: Table, folded: str) -> Header | None:
        """The header of a ledger: a task column and one for owners or time; None for any other table."""
        rows: dict[int, dict[int, str]] = {}
        for cell in table.cells:
            if cell.row < HEADER_ROWS and (words := header_words(cell, folded)):
                rows.setdefault(cell.row, {})[cell.column] = words
        if any(words in self.not_ledger for row in rows.values() for words in row.values()):
            return None
        columns, names, last = self._columns(rows)
        kinds = set(columns.values())
        ledger = kinds & {"task", "measure"} and kinds & {*LABELLED, "time"}
        return Header(columns, names, last + 1) if ledger else None

    def _columns(self, rows: Mapping[int, Mapping[int, str]]) -> tuple[dict[int, Column], dict[int, str], int]:
        """Columns by the first rows: a header row holds short cells, of which two or more are known."""
        columns: dict[int, Column] = {}
        names: dict[int, str] = {}
        last = -1
        for number, row in sorted(rows.items()):
            known = {column: kind for column, words in row.items() if (kind := self.kind(words))}
            if number == 0 and len(row) == 1 and not known:
                last = 0  # the table's title over all columns
                continue
            if number != last + 1 or not known or any(len(words) > MAX_HEADER for words in row.values()):
                break
            if not self._is_header(known, row, further=bool(columns)):
                break
            columns |= known
            names, last = {**names, **row}, number
        return columns, names, last

    def _is_header(self, known: Mapping[int, Column], row: Mapping[int, str], *, further: bool) -> bool:
        """Two known words make a header; below it, a row is a ``further`` one where most cells are nothing else.

        A row of the table may end like a header, too: 安全科牵头，基建科配合, 明确责任人, 整治突出问题.
        """
        if not further:
            return len(known) >= MIN_KNOWN
        plain = [words for words in row.values() if _LEVEL.sub("", words) in self.kinds]
        return 2 * len(plain) > len(row)

    def repeats(self, cells: Mapping[int, Cell], header: Header, folded: str) -> bool:
        """Whether a row below is the header once more, as on every page: the same words in the same columns."""
        named = {column: header_words(cell, folded) for column, cell in cells.items()}
        same = [column for column, words in named.items() if words and header.names.get(column) == words]
        return len(same) > 1 and len(same) >= len(header.columns) - 1

    def kind(self, words: str) -> Column | None:
        """The kind of column that the words of a header cell name, such as 牵头单位 or 市级责任单位."""
        if len(words) > MAX_HEADER:
            return None
        plain = words.strip("（）")
        longest = (name for name in self._by_length if len(name) > 1 and plain.endswith(name))
        return self.kinds.get(plain) or self.kinds.get(next(longest, ""))


def header_words(cell: Cell, folded: str) -> str:
    """The words of a cell without blanks and without a note in brackets: 责任单位（可列多家）, but 完成（时限）."""
    words = _BLANKS.sub("", cell.span.quote(folded)).replace("/", "") if cell.span else ""
    return _NOTE.sub("", words) if len(words) > MAX_NOTED else words.replace("（", "").replace("）", "")
