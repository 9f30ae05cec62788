"""Tables whose cells are parted by tabs or by wide blanks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.ingest.plain.tables.pieces import Pieces, parted
from extractor.ingest.plain.tables.placing import Placing
from extractor.ingest.plain.tables.spaced_rows import SpacedRows
from extractor.ingest.plain.tables.table import Row, TextTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.ingest.plain.lines import Line
    from extractor.ingest.plain.tables.vocabulary import Vocabulary

_AHEAD = 8  # rows below a header in which one has to have just as many tabs
_ENOUGH = 3  # columns from which on a row may lack one cell


def spaced_table(lines: Sequence[Line], start: int, vocabulary: Vocabulary) -> TextTable | None:
    """The table whose header is the line at ``start``; None when it is none, or no rows stand below.

    Cells are parted by tabs, by two blanks and more, or by ideographic blanks::

        序号  重点任务              牵头单位          完成时限
        1     修订值班规程          市甲局、市乙局    6月底前
        2     编制应急预案，报主管                    长期
              部门备案
    """
    exact = _is_exact(lines, start)
    header = parted(lines[start].raw, exact=exact)
    if not exact:
        whole = vocabulary.spelled(header.words)
        header = Pieces([words for _, words in whole], [header.starts[first] for first, _ in whole])
    kinds = vocabulary.kinds(header.words)
    if not kinds:
        return None
    rows = SpacedRows(Placing(vocabulary, kinds), header.starts, exact)
    end = rows.read(lines, start + 1)
    if not _is_table(rows):
        return None
    return TextTable(end - start, len(kinds), [Row(lines[start], list(header.words)), *rows.rows])


def _is_exact(lines: Sequence[Line], start: int) -> bool:
    """Whether a tab parts any two cells: a row below has as many as the header."""
    tabs = lines[start].raw.count("\t")
    return tabs > 0 and any(line.raw.count("\t") == tabs for line in lines[start + 1 : start + _AHEAD])


def _is_table(rows: SpacedRows) -> bool:
    """Whether there are rows, and one of them is complete, or lacks but one of several cells."""
    filled = max((len([words for words in row.cells if words]) for row in rows.rows), default=0)
    return filled > 1 and (rows.full > 0 or filled >= max(rows.width - 1, _ENOUGH))
