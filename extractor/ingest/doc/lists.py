"""The lists of a document: definitions (LST), lists that use them (LFO), and their nine levels (LVL).

They become the same ``NumberedList`` values as those of a DOCX, so that both print the same numbers.
Source: [MS-DOC] 2.9.131 (LFO), 2.9.147 (LSTF), 2.9.150 (LVLF), 2.9.132 (LFOData).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.ingest.doc.list_forms import form_of
from extractor.ingest.doc.octets import Damaged, Octets
from extractor.ingest.docx.symbols import bullet
from extractor.ingest.numbering import LEVELS, Level, NumberedList, Suffix

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.ingest.doc.header import Header

_DEFINITIONS, _LISTS = 73, 74
_DEFINITION_SIZE, _LIST_SIZE, _LEVEL_SIZE, _OVERRIDE_SIZE = 28, 16, 28, 8
_NO_STYLE = 0x0FFF
_SIMPLE, _LEGAL, _NO_RESTART = 0x01, 0x04, 0x08
_AT, _STARTS, _FORMATS = 0x0F, 0x10, 0x20
_SUFFIXES: tuple[Suffix, ...] = ("tab", "space", "nothing")
_MOST = 20_000  # lists and definitions; Word's own limits are far below


@dataclass(frozen=True, slots=True)
class _Definition:
    """A definition before its levels are read: its id, the styles tied to its levels, how many it has."""

    key: str
    styles: tuple[str | None, ...]
    levels: int


def read_lists(header: Header) -> dict[str, NumberedList]:
    """The lists of the document by their number (``ilfo``), which counts from 1.

    Raises:
        Damaged: the tables are cut off or contradict themselves.
    """
    table = header.part(_LISTS, "编号列表")
    if not table.data or not header.part(_DEFINITIONS, "编号定义").data:
        return {}
    definitions = _definitions(header)
    count = _count(table.long(0), table)
    at, found = 4 + count * _LIST_SIZE, {}
    for index in range(count):
        entry = 4 + index * _LIST_SIZE
        key, overrides = str(table.long(entry)), table.byte(entry + 12)
        levels = definitions.get(key, {})
        found[str(index + 1)], at = _list(table, at + 4, overrides, key, levels)
    return found


def _count(count: int, table: Octets) -> int:
    if count > _MOST:
        raise Damaged(table.what)
    return count


def _definitions(header: Header) -> dict[str, Mapping[int, Level]]:
    """The levels of every definition; they stand behind the table that lists the definitions."""
    start, size = header.place(_DEFINITIONS, "编号定义")
    table = Octets(header.table[start:], "编号定义")
    at, levels = size, dict[str, Mapping[int, Level]]()
    for definition in _headings(table):
        levels[definition.key], at = _levels(table, at, definition)
    return levels


def _headings(table: Octets) -> Sequence[_Definition]:
    count = _count(table.word(0), table)
    return [_heading(table, 2 + index * _DEFINITION_SIZE) for index in range(count)]


def _heading(table: Octets, at: int) -> _Definition:
    styles = tuple(_style(table.word(at + 8 + 2 * level)) for level in range(LEVELS))
    return _Definition(str(table.long(at)), styles, 1 if table.byte(at + 26) & _SIMPLE else LEVELS)


def _style(index: int) -> str | None:
    return None if index == _NO_STYLE else str(index)


def _levels(table: Octets, at: int, definition: _Definition) -> tuple[dict[int, Level], int]:
    found = {}
    for index in range(definition.levels):
        found[index], at = _level(table, at, definition.styles[index])
    return found, at


def _level(table: Octets, at: int, style: str | None) -> tuple[Level, int]:
    """One level, and where the next thing begins: 28 bytes, two groups of changes, the text of the label."""
    head = Octets(table.slice(at, _LEVEL_SIZE), table.what)
    form, flags, suffix = form_of(head.byte(4)), head.byte(5), head.byte(15)
    at += _LEVEL_SIZE + head.byte(24) + head.byte(25)
    length = table.word(at)
    text = table.slice(at + 2, 2 * length).decode("utf-16-le", "replace")
    level = Level(
        start=head.whole(0),
        form=form,
        text=bullet(text, "") if form == "bullet" else _with_blanks(text, head.slice(6, LEVELS)),
        suffix=_SUFFIXES[suffix] if suffix < len(_SUFFIXES) else "tab",
        legal=bool(flags & _LEGAL),
        restart=head.byte(26) if flags & _NO_RESTART else None,
        style=style,
    )
    return level, at + 2 + 2 * length


def _with_blanks(text: str, places: bytes) -> str:
    r"""The label with its blanks as in a DOCX: ``（\x01）`` → ``（%2）``; ``places`` (from 1) tell where they are."""
    blanks = {place - 1 for place in places if place}
    return "".join(
        f"%{ord(sign) + 1}" if index in blanks and ord(sign) < LEVELS else sign for index, sign in enumerate(text)
    )


def _list(
    table: Octets, at: int, overrides: int, key: str, levels: Mapping[int, Level]
) -> tuple[NumberedList, int]:
    """One list with its overrides, which start levels anew or replace them."""
    own, starts = dict(levels), {}
    for _ in range(overrides):
        start, flags = table.whole(at), table.long(at + 4)
        at += _OVERRIDE_SIZE
        index = flags & _AT
        if flags & _FORMATS:
            style = levels[index].style if index in levels else None
            own[index], at = _level(table, at, style)
            start = own[index].start
        if flags & _STARTS:
            starts[index] = start
    return NumberedList(key, own, starts), at
