"""ODT → Source: the paragraphs of an OpenDocument text with their automatic numbers, and its tables."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extractor.ingest import limits
from extractor.ingest.beside import lay_marks, left_out
from extractor.ingest.builder import SourceBuilder
from extractor.ingest.docx.body import Block, Grid, GridCell, Line, Paragraph, words_of
from extractor.ingest.docx.laying import lay
from extractor.ingest.numbering import Suffix, labelled
from extractor.ingest.odf.lists import OUTLINE, Lists, lists_of
from extractor.ingest.odf.package import Document, count, n, open_document
from extractor.ingest.odf.words import Words, hidden_styles
from extractor.ingest.repair import clean_line
from extractor.model.errors import EmptyFile, LimitExceeded, ScanWithoutText
from extractor.model.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.ingest.markup import Element
    from extractor.model.source import Source

_PARAGRAPH, _HEADING, _LIST, _TABLE = n("text:p"), n("text:h"), n("text:list"), n("table:table")
_ITEM, _UNNUMBERED = n("text:list-item"), n("text:list-header")
_ROW, _CELL, _COVERED = n("table:table-row"), n("table:table-cell"), n("table:covered-table-cell")
_CONTENTS = n("text:table-of-content")
_SKIPPED = frozenset((
    n("text:tracked-changes"), n("office:forms"), n("text:sequence-decls"), n("text:variable-decls"),
    n("office:annotation"), n("text:index-title-template"),
))  # fmt: skip
_MOST_COLUMNS = 256


def read_odt(data: bytes, name: str, sha256: str) -> Source:
    """The text of an ODT (also OTT, FODT): paragraphs and text boxes as lines, tables as tables.

    Left out, and counted in a problem each, are deleted and hidden text, notes, comments, tables of contents,
    headers and footers, and embedded documents. Pages are not known.

    Raises:
        UnreadableFile, EncryptedFile, EmptyFile, ScanWithoutText, LimitExceeded: as their names say.
    """
    try:
        document = open_document(data, name, "text")
        reading = _Reading(name, lists_of(document.roots), hidden_styles(document.roots))
        blocks = list(reading.blocks(document.body))
    except RecursionError as error:
        raise LimitExceeded(name, "limit-nesting") from error
    builder = SourceBuilder()
    headers = list(_header_lines(document, name))
    lay_marks(builder, headers)
    left_out(builder, headers)
    lay(blocks, builder, paged=False)
    if not builder.length:
        raise ScanWithoutText(name) if reading.pictures else EmptyFile(name)
    for code, found in sorted(reading.left_out.items()):
        if found:
            severity: Severity = "warning" if code == "part-not-read" else "info"
            builder.problems.append(Problem(code, None, severity, (("count", str(found)),)))
    return builder.build(name, "odt", sha256)


def _header_lines(document: Document, name: str) -> Iterator[str]:
    """The lines of every header and footer."""
    for root in document.roots:
        for page in root.iter(n("style:master-page")):
            reading = _Reading(name, lists_of(()), frozenset())
            yield from words_of(list(reading.blocks(page))).splitlines()


@dataclass(frozen=True, slots=True)
class _Numbered:
    """Where in a list a paragraph stands: which list, its style, the level, and a number set by hand."""

    key: str
    style: str
    level: int
    start: str | None = None


@dataclass(slots=True)
class _Reading:
    """One walk through one text."""

    name: str
    lists: Lists
    hidden: frozenset[str]
    left_out: Counter[str] = field(default_factory=Counter)
    pictures: int = 0
    cells: int = 0

    def blocks(self, parent: Element, numbered: _Numbered | None = None) -> Iterator[Block]:
        """Everything below ``parent`` in reading order; the first paragraph bears the number."""
        for element in parent:
            tag = element.tag
            if tag in (_PARAGRAPH, _HEADING):
                yield from self._paragraph(element, numbered)
                numbered = None
            elif tag == _LIST:
                yield from self._list(element, None)
            elif tag == _TABLE:
                yield self._grid(element)
            elif tag == _CONTENTS:
                self.left_out["contents-left-out"] += sum(1 for _ in element.iter(_PARAGRAPH))
            elif tag not in _SKIPPED:
                yield from self.blocks(element, numbered)

    def _list(self, element: Element, around: _Numbered | None) -> Iterator[Block]:
        style = element.get(n("text:style-name"), around.style if around else "")
        key, level = (around.key, around.level + 1) if around else (self.lists.begin(element), 0)
        for item in element:
            if item.tag in (_ITEM, _UNNUMBERED):
                yield from self._item(item, _Numbered(key, style, level, item.get(n("text:start-value"))))

    def _item(self, item: Element, place: _Numbered) -> Iterator[Block]:
        """An entry: its first paragraph bears the number, lists in it are a level deeper."""
        bears = item.tag == _ITEM
        for element in item:
            if element.tag == _LIST:
                yield from self._list(element, place)
            elif element.tag in (_PARAGRAPH, _HEADING):
                yield from self._paragraph(element, place if bears else None)
                bears = False

    def _paragraph(self, element: Element, numbered: _Numbered | None) -> Iterator[Block]:
        words = Words(self.hidden, self.left_out)
        if element.get(n("text:style-name")) in self.hidden:
            self.left_out["hidden-left-out"] += 1
            return
        words.walk(element)
        self.pictures += words.pictures
        for box in words.boxes:
            yield from self.blocks(box)
        first, *others = words.text.split("\n")
        label = self._label(element, numbered) if words.text.strip() else None
        lines = [labelled(*label, clean_line(first)) if label else clean_line(first), *map(clean_line, others)]
        yield Paragraph(tuple(Line(line, 1) for line in lines))

    def _label(self, element: Element, numbered: _Numbered | None) -> tuple[str, Suffix] | None:
        if numbered is None and element.tag == _HEADING and element.get(n("text:is-list-header")) != "true":
            level = count(element, n("text:outline-level"), 10) - 1
            numbered = _Numbered(OUTLINE, OUTLINE, level, element.get(n("text:start-value")))
        return self.lists.label(numbered.key, numbered.style, numbered.level, numbered.start) if numbered else None

    def _grid(self, table: Element) -> Grid:
        grid = Grid()
        for row, element in enumerate(table.iter(_ROW)):
            column = 0
            for cell in element.iterchildren(_CELL, _COVERED):
                times = count(cell, n("table:number-columns-repeated"), _MOST_COLUMNS)
                if cell.tag == _CELL:
                    self._cell(grid, cell, (row, column), times)
                column += times
        return grid

    def _cell(self, grid: Grid, cell: Element, place: tuple[int, int], times: int) -> None:
        blocks = list(self.blocks(cell))
        columns = count(cell, n("table:number-columns-spanned"), _MOST_COLUMNS)
        rows = count(cell, n("table:number-rows-spanned"), limits.MAX_TABLE_CELLS)
        for step in range(times):
            self.cells += 1
            limits.check(self.name, "cells", self.cells, limits.MAX_TABLE_CELLS)
            grid.cells.append(GridCell(place[0], place[1] + step, columns, 1, blocks, rows))
