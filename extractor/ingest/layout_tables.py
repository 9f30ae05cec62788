"""Whether a table is a table, or only lays out a letter: a red head, two signatures, a whole body."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.ingest.builder import CellText

_HEAD_LENGTH = 80  # characters of a red head: 「甲厅 乙局 丙银行 文件」
_LETTER_LENGTH = 200  # characters of running text that make a letter
_LETTER_SHARE = 0.9  # of the text stands in rows of one cell
_HEAD_ROWS = 3  # rows of several cells above or below a letter: the head, number and 签发人, the signatures


def is_layout(cells: Sequence[CellText]) -> bool:
    """Whether ``cells`` only place text on the page, so that they are to be read as paragraphs.

    That is so for a grid of one row or one column; for a red head, where one word (文件) stands beside the
    names of several bodies; and for a letter, where nearly all text stands in rows of one cell::

        甲厅 |          |  某省某厅文件    |
        乙局 | 文件     |  某发〔2024〕1号 | 签发人：张三
        丙行 |          |  各市某局：……（the whole body）

    A table has several rows of several cells, or a row of headings over them.
    """
    full = [cell for cell in cells if cell.text.strip()]
    return _is_line(cells) or _is_red_head(cells, full) or _is_letter(full)


def _is_line(cells: Sequence[CellText]) -> bool:
    """One row, or one column."""
    return _height(cells) <= 1 or max((cell.column + cell.columns for cell in cells), default=0) <= 1


def _height(cells: Sequence[CellText]) -> int:
    return len({cell.row for cell in cells})


def _is_red_head(cells: Sequence[CellText], full: Sequence[CellText]) -> bool:
    """Two columns of short words; one has a single cell, which spans all rows or stands below the first.

    A heading stands in the first row, and no cell under it reaches up to it: so this is no column of a table.
    """
    columns = Counter(cell.column for cell in full)
    if len(columns) != 2 or sum(len(cell.text) for cell in full) > _HEAD_LENGTH:  # noqa: PLR2004 - names, 文件
        return False
    lone = [cell for cell in full if columns[cell.column] == 1]
    return any(cell.row > 0 or cell.rows >= _height(cells) for cell in lone)


def _is_letter(full: Sequence[CellText]) -> bool:
    in_row = Counter(cell.row for cell in full)
    running = sum(len(cell.text) for cell in full if in_row[cell.row] == 1)
    everything = sum(len(cell.text) for cell in full)
    beside = sum(count > 1 for count in in_row.values())
    return running >= _LETTER_LENGTH and running >= _LETTER_SHARE * everything and beside <= _HEAD_ROWS
