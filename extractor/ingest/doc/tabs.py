"""Tab stops of a paragraph: whether one draws a row of dots, as in a table of contents.

Source: [MS-DOC] 2.9.182 (PChgTabsPapxOperand), 2.9.184 (PChgTabsOperand), 2.9.303 (TBD).
"""

from __future__ import annotations

from extractor.ingest.doc.sprms import read_sprms

# Code of the change, and the bytes that each deleted tab takes.
_DELETED_SIZE = {0xC60D: 2, 0xC615: 4}
_ADDED_SIZE = 2
_LEADER, _DOTS = 3, frozenset({1, 5})


def has_leader(changes: bytes) -> bool:
    """Whether a tab stop among these changes is led up to by dots."""
    tabs = ((code, value) for code, value in read_sprms(changes) if code in _DELETED_SIZE)
    return any(_DOTS & set(_leaders(value, _DELETED_SIZE[code])) for code, value in tabs)


def _leaders(value: bytes, size: int) -> list[int]:
    """The leaders of the tabs that are added: they stand last, a byte each, behind their places."""
    at = 1 + size * value[0] if value else 0
    if at >= len(value):
        return []
    added = value[at]
    start = at + 1 + _ADDED_SIZE * added
    return [descriptor >> _LEADER & 7 for descriptor in value[start : start + added]]
