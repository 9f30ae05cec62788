"""The cell 更正 of the ledger: which columns of a task staff corrected, and what had been found there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.store.staff import CORRECTABLE

if TYPE_CHECKING:
    from collections.abc import Mapping

_NOTHING = "无"
_BEGINS = f"(?:{'|'.join(CORRECTABLE)})（原："
_MARK = re.compile(rf"(?P<column>{'|'.join(CORRECTABLE)})（原：(?P<found>.*?)）(?=；{_BEGINS}|\Z)", re.DOTALL)


def corrected_cell(found: Mapping[str, str]) -> str:
    """Corrected columns with what had been found there: ``截止日期（原：2025-04-25）；责任单位（原：无）``."""
    return "；".join(f"{column}（原：{before or _NOTHING}）" for column, before in found.items())


def found_before(cell: str) -> dict[str, str]:
    """What ``corrected_cell`` was given; nothing for a cell that it did not write."""
    marks = ((match["column"], match["found"]) for match in _MARK.finditer(cell))
    return {column: "" if found == _NOTHING else found for column, found in marks}
