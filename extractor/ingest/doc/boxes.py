"""Text boxes: where their text stands, and where in the body they are anchored.

All of them share one story; each stretch of it names its shape, and each shape in the body's list of shapes
its anchor. Shapes that are grouped are anchored with their group.
Source: [MS-DOC] 2.8.28 (PlcfTxbxTxt), 2.8.37 (PlcfSpa); [MS-ODRAW] 2.2.13 to 2.2.16, 2.2.40.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.ingest.doc.octets import Damaged, Octets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.ingest.doc.header import Header

_DRAWINGS, _ANCHORS, _BOXES = 50, 40, 56
_ANCHOR_SIZE, _BOX_SIZE = 26, 22
_GROUP, _SHAPE, _SHAPE_ID = 0xF003, 0xF004, 0xF00A
_HEAD, _MOST_NESTED = 8, 32
_UNANCHORED = -1


def read_boxes(header: Header, characters: int) -> dict[int, list[tuple[int, int]]]:
    """By the place of their anchor in the body (-1 where none is known): from where to where boxes reach.

    Raises:
        Damaged: a table is cut off, boxes overlap, or lie beyond the ``characters`` that the file has.
    """
    table = header.part(_BOXES, "文本框表")
    begin, end = header.boxes
    if table.data and end > characters:
        raise Damaged(table.what)
    anchors = _anchors(header) if table.data else {}
    found: dict[int, list[tuple[int, int]]] = {}
    last = 0
    for start, stop, entry in table.plc(_BOX_SIZE):
        if not last <= start <= stop:
            raise Damaged(table.what)
        last = stop
        shape, spare = int.from_bytes(entry[14:18], "little"), any(entry[8:10])
        if not spare and begin + start < end:
            stretch = begin + start, min(begin + stop, end)
            found.setdefault(anchors.get(shape, _UNANCHORED), []).append(stretch)
    return found


def _anchors(header: Header) -> dict[int, int]:
    """By shape: the place in the body where it, or the group around it, is anchored."""
    entries = header.part(_ANCHORS, "图形锚点表").plc(_ANCHOR_SIZE)
    places = {int.from_bytes(entry[:4], "little"): place for place, _, entry in entries}
    try:
        groups = _outer_shapes(header.part(_DRAWINGS, "图形"))
    except Damaged:
        return places  # boxes in groups then stand at the end: nothing of the text is lost
    return {shape: places[group] for shape, group in groups.items() if group in places} | places


def _outer_shapes(drawings: Octets) -> dict[int, int]:
    """By shape: the outermost group around it."""
    found: dict[int, int] = {}
    at = 0
    while at + _HEAD < len(drawings.data):
        # The drawing of the body and that of the headers stand one after another, a byte before each.
        at += 0 if at == 0 else 1
        size = _HEAD + drawings.long(at + 4)
        for group in _children(drawings, at, at + size):
            if drawings.word(group + 2) == _GROUP:
                _note_members(drawings, group, found)
        at += size
    return found


def _children(drawings: Octets, at: int, end: int) -> Iterator[int]:
    """Where the records directly inside a container begin."""
    at += _HEAD
    while at + _HEAD <= end:
        yield at
        at += _HEAD + drawings.long(at + 4)


def _note_members(drawings: Octets, page: int, found: dict[int, int]) -> None:
    """Note the shapes of every group that stands directly on the page."""
    for child in _children(drawings, page, page + _HEAD + drawings.long(page + 4)):
        if drawings.word(child + 2) == _GROUP:
            shapes = list(_shapes(drawings, child, _MOST_NESTED))
            found.update(dict.fromkeys(shapes[1:], shapes[0]))


def _shapes(drawings: Octets, at: int, deep: int) -> Iterator[int]:
    """The ids of all shapes inside a record, that of the group itself first."""
    kind, end = drawings.word(at + 2), at + _HEAD + drawings.long(at + 4)
    if kind == _SHAPE_ID:
        yield drawings.long(at + _HEAD)
    elif kind in {_GROUP, _SHAPE} and deep:
        for child in _children(drawings, at, end):
            yield from _shapes(drawings, child, deep - 1)
