"""The header of an office's own ledger: which of its columns is which of ours."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from extractor.model.fold import fold
from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

FEWEST = 3
"""So many known names make a row a header."""

_BRACKETED = own(r"[(（〔\[][^)）〕\]]{0,40}[)）〕\]]")
_LAYOUT = own(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Header:
    """A row of names that was understood.

    Attributes:
        columns: column of ours → number of theirs, from one.
        unknown: their names that are none of ours, with their number.
    """

    columns: Mapping[str, int]
    unknown: tuple[tuple[int, str], ...]


@cache
def names() -> Mapping[str, str]:
    """What offices call a column → what we call it."""
    text = files("extractor.export.workbook").joinpath("headers.toml").read_text("utf-8")
    table: dict[str, list[str]] = tomllib.loads(text)["names"]
    return {name: column for column, each in table.items() for name in each}


def read_header(cells: Sequence[str]) -> Header | None:
    """The header that a row of ``cells`` is; None when fewer than ``FEWEST`` names are known.

    Where two names mean the same column of ours, the first has it.
    """
    columns: dict[str, int] = {}
    unknown = []
    for number, cell in enumerate(cells, 1):
        column = names().get(_plain(cell), "")
        if column and column not in columns:
            columns[column] = number
        elif _plain(cell):
            unknown.append((number, " ".join(cell.split())))
    return Header(columns, tuple(unknown)) if len(columns) >= FEWEST else None


def labels(rows: Iterable[Sequence[object]]) -> list[str]:
    """The names of a header of one row or, under merged cells, of several: the lowest word of each column."""
    upwards = zip(*reversed(list(rows)), strict=True)
    return [next((str(each) for each in column if each is not None and str(each).strip()), "") for column in upwards]


def _plain(name: str) -> str:
    """``完 成 时 限（年月日）`` → ``完成时限``; a name that stands in brackets altogether is kept."""
    folded = fold(name)
    return _LAYOUT.sub("", _BRACKETED.sub("", folded)) or _LAYOUT.sub("", folded)
