"""What all screens have in common: how roles and days are shown, how a document is named by who asks for it."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from extractor.export.columns import ROLES

if TYPE_CHECKING:
    from extractor.model.record import DeadlineRecord

__all__ = ["CHANGES", "ORIGINS", "ROLES", "due_shown", "names_of"]

CHANGES = MappingProxyType({"added": "列入台账", "removed": "离开台账"})
"""What happened to a task, where that is not a column of the ledger."""
ORIGINS = MappingProxyType({
    "notice": "公文", "done": "extractor done", "reopen": "extractor reopen", "assign": "extractor assign",
    "note": "extractor note", "workbench": "工作台", "version": "同一公文的另一份",
})  # fmt: skip
"""Whence a change came, where that is no file."""


def due_shown(time: DeadlineRecord) -> str:
    """The day, and the hour if there is one, as ``tasks.csv`` writes them; empty when the time is no date."""
    return time.get("due", "").replace("T", " ")


def names_of(words: str | None) -> tuple[str, ...]:
    """A document as it was asked for, and its number as the ledger writes it: 甲发[2024]03号 is 甲发〔2024〕3号."""
    from extractor.graph.names import number_key  # noqa: PLC0415 - few questions name a document

    return () if words is None else tuple(dict.fromkeys((words, number_key(words))))
