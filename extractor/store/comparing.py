"""Cells as they are compared and taken: what spreadsheet programs rewrite is no edit, what cannot be meant is told."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from extractor.model.fold import fold
from extractor.rules.pattern.own import own
from extractor.store.days import iso_day
from extractor.store.staff import CORRECTABLE, KIND, KINDS, OWNERS, names

if TYPE_CHECKING:
    from extractor.store.cells import Row

DUE, TIME = "截止日期", "完成时限"
INVALID_DATE, INVALID_KIND = "invalid-date", "invalid-kind"
_LAYOUT = own(r"\s+")


def hand_id(row: Row) -> str:
    """The id of a task written in by hand, from its words: adding the same row twice adds one task."""
    words = "\x1f".join(f"{column}\x1e{same(cell)}" for column, cell in sorted(row.items()) if column in CORRECTABLE)
    return "h" + hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:11]


def same(cell: str) -> str:
    """A cell as it is compared: spreadsheet programs change layout and width, and rewrite dates."""
    words = _LAYOUT.sub("", fold(cell))
    return (words[:1].isdigit() and iso_day(cell)) or words


def value(column: str, cell: str) -> str | None:
    """What a cell says: of 截止日期 the day in ISO form, names joined by 、; None when it cannot be meant."""
    if column == DUE and cell:
        return iso_day(cell)
    if column == KIND and cell:
        return same(cell) if same(cell) in KINDS else None
    return "、".join(names(cell)) if column in OWNERS else cell


def refusal(column: str) -> str:
    """Code: why a cell of this column without a ``value`` is not taken."""
    return INVALID_KIND if column == KIND else INVALID_DATE
