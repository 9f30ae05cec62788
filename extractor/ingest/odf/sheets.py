"""ODS → Source: the sheets of an OpenDocument workbook, each cell with the words that it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.ingest.odf.package import count, n, open_document
from extractor.ingest.odf.words import Words
from extractor.ingest.sheets.laying import source_of
from extractor.ingest.sheets.sheet import MOST_COLUMNS, MOST_ROWS, Sheet
from extractor.model.errors import LimitExceeded

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extractor.ingest.markup import Element
    from extractor.model.source import Source

_TABLE, _ROW, _NAME = n("table:table"), n("table:table-row"), n("table:name")
_CELL, _COVERED = n("table:table-cell"), n("table:covered-table-cell")
_ROWS, _COLUMNS = n("table:number-rows-repeated"), n("table:number-columns-repeated")
_DOWN, _ACROSS = n("table:number-rows-spanned"), n("table:number-columns-spanned")


def read_ods(data: bytes, name: str, sha256: str) -> Source:
    """The sheets of a workbook (ODS, OTS, FODS) that are shown; hidden ones are left out and named.

    Raises:
        UnreadableFile, EncryptedFile, EmptyFile, LimitExceeded: as their names say.
    """
    document = open_document(data, name, "spreadsheet")
    unseen = _hidden(document.roots)
    shown, hidden = [], []
    try:
        for table in document.body.iterchildren(_TABLE):
            label = table.get(_NAME, "")
            if table.get(n("table:style-name")) in unseen:
                hidden.append(label)
            else:
                shown.append(_sheet(table, label, name))
    except RecursionError as error:
        raise LimitExceeded(name, "limit-nesting") from error
    return source_of(shown, hidden, name, "ods", sha256)


def _sheet(table: Element, label: str, where: str) -> Sheet:
    found = Sheet(label)
    row = 0
    for element in table.iter(_ROW):
        again = count(element, _ROWS, MOST_ROWS)
        cells = list(_cells(element))
        for step in range(again if cells else 0):
            for column, words, down, across in cells:
                found.put(row + step, column, words, where)
                found.merge((row + step, column), (row + step + down - 1, column + across - 1))
        row += again
    return found


def _cells(row: Element) -> Iterable[tuple[int, str, int, int]]:
    """Column, words, rows and columns of each cell with words; a repeated one as often as it stands there."""
    column = 0
    for cell in row.iterchildren(_CELL, _COVERED):
        again = count(cell, _COLUMNS, MOST_COLUMNS)
        words = "\n".join(filter(None, map(_words, cell.iterchildren(n("text:p"))))) if cell.tag == _CELL else ""
        if words:
            down, across = count(cell, _DOWN, MOST_ROWS), count(cell, _ACROSS, MOST_COLUMNS)
            yield from ((column + step, words, down, across) for step in range(again))
        column += again


def _words(paragraph: Element) -> str:
    words = Words(frozenset())
    words.walk(paragraph)
    return words.text


def _hidden(roots: Iterable[Element]) -> set[str]:
    """The styles of sheets that are not displayed."""
    properties = (each for root in roots for each in root.iter(n("style:table-properties")))
    hiding = (each.getparent() for each in properties if each.get(n("table:display")) == "false")
    return {style.get(n("style:name"), "") for style in hiding if style is not None} - {""}
