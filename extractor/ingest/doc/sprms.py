"""Changes of properties (``sprm``): which property, and its new value as bytes.

A group of them (``grpprl``) is a run of 16-bit codes, each with its value; bits 13–15 of the code tell how
long the value is. Source: [MS-DOC] 2.2.5.1, 2.6.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

Sprm: TypeAlias = tuple[int, bytes]
"""Code and value, e.g. ``(0x260A, b"\\x01")``: the second level of a list."""

TABLE_DEFINITION = 0xD608
_CHANGE_TABS, _TABS_COUNTED = 0xC615, 255
_SIZES = (1, 1, 2, 4, 2, 2, 0, 3)
_VARIABLE = 6


def read_sprms(group: bytes) -> Iterator[Sprm]:
    """The changes of a group in their order; one that is cut off, and what follows it, is left out."""
    at = 0
    while at + 2 <= len(group):
        code = int.from_bytes(group[at : at + 2], "little")
        start, size = _operand(group, at + 2, code)
        if start + size > len(group):
            return
        yield code, group[start : start + size]
        at = start + size


def _operand(group: bytes, at: int, code: int) -> tuple[int, int]:
    """Where the value of ``code`` begins, after its length where it states one, and its length."""
    spra = code >> 13
    if spra != _VARIABLE:
        return at, _SIZES[spra]
    if code == TABLE_DEFINITION:
        return at + 2, max(int.from_bytes(group[at : at + 2], "little") - 1, 0)
    stated = group[at] if at < len(group) else 0
    if code == _CHANGE_TABS and stated == _TABS_COUNTED:
        return at + 1, _tabs(group, at + 1)
    return at + 1, stated


def _tabs(group: bytes, at: int) -> int:
    """The length of a change of tabs too long to state it: deleted tabs (4 bytes each), added ones (3)."""
    deleted = group[at] if at < len(group) else 0
    then = at + 1 + 4 * deleted
    added = group[then] if then < len(group) else 0
    return 2 + 4 * deleted + 3 * added


def number(value: bytes) -> int:
    """A value as an unsigned number."""
    return int.from_bytes(value, "little")
