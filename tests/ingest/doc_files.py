"""Small binary Word files written structure by structure, for tests that need exactly one construction."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extractor.ingest.doc.document import read_doc
from tests.ingest.doc_container import container
from tests.ingest.doc_parts import formatting_page, plc

if TYPE_CHECKING:
    from collections.abc import Callable

    from extractor.model.source import Source

_TEXT_AT = 2048
SECTION_AT = 1024
_DIRECTORY, _PARTS = 154, 93
STYLES, SECTIONS, FONTS, CLX, ANCHORS, DRAWINGS, BOXES, LISTS, USED_LISTS = 1, 6, 15, 33, 40, 50, 56, 73, 74
_CHARACTERS, _PARAGRAPHS = 12, 13
_SIZES = (1, 1, 2, 4, 2, 2, 0, 3)

DELETED, HIDDEN, SPECIAL, SYMBOL, CHARACTER_STYLE, FONT = 0x0800, 0x083C, 0x0855, 0x6A09, 0x4A30, 0x4A4F
LEVEL, LIST, IN_TABLE, ROW_END, DEPTH, NEW_PAGE = 0x260A, 0x460B, 0x2416, 0x2417, 0x6649, 0x2407
INNER_CELL, INNER_ROW, CELLS, MERGE_DOWN, MERGE_BESIDE = 0x244B, 0x244C, 0xD608, 0xD62B, 0x5624
LONG_CHANGES, TABS, SECTION_BREAK = 0x6646, 0xC60D, 0x3009


def sprm(code: int, value: int | bytes = 1) -> bytes:
    """One change of a property; variable ones state their length."""
    size = _SIZES[code >> 13]
    if isinstance(value, int):
        return struct.pack("<H", code) + value.to_bytes(size, "little")
    length = struct.pack("<H", len(value) + 1) if code == CELLS else bytes([len(value)])
    return struct.pack("<H", code) + (b"" if size else length) + value


Run = tuple[str, bytes]


@dataclass(frozen=True)
class Paragraph:
    runs: tuple[Run, ...]
    changes: bytes = b""
    style: int = 0
    mark: str = "\r"
    mark_changes: bytes = b""


def paragraph(
    *runs: str | Run, changes: bytes = b"", style: int = 0, mark: str = "\r", mark_changes: bytes = b""
) -> Paragraph:
    """A paragraph; plain words become a run without changes."""
    both = tuple((run, b"") if isinstance(run, str) else run for run in runs)
    return Paragraph(both, changes, style, mark, mark_changes)


def numbered(words: str, number: int = 1, level: int | None = 0) -> Paragraph:
    at = b"" if level is None else sprm(LEVEL, level)
    return paragraph(words, changes=sprm(LIST, number) + at)


def cell(words: str, *, more: bytes = b"") -> Paragraph:
    return paragraph(words, changes=sprm(IN_TABLE) + more, mark="\x07")


def row_end(edges: list[int], flags: list[int] | None = None, *, more: bytes = b"") -> Paragraph:
    """The end of a row whose cells have these edges in twips, and these flags of merging."""
    kinds = flags or [0] * (len(edges) - 1)
    defined = bytes([len(kinds)]) + struct.pack(f"<{len(edges)}h", *edges)
    defined += b"".join(struct.pack("<H18x", kind) for kind in kinds)
    return paragraph(changes=sprm(IN_TABLE) + sprm(ROW_END) + sprm(CELLS, defined) + more, mark="\x07")


def row(*words: str, edges: list[int] | None = None, flags: list[int] | None = None) -> list[Paragraph]:
    places = edges or [2000 * index for index in range(len(words) + 1)]
    return [*(cell(each) for each in words), row_end(places, flags)]


@dataclass(frozen=True)
class Saved:
    """How a file is saved: ``cut`` is a place at which the text is cut in two pieces, stored in reverse order.

    The second has the change ``prm``; ``groups`` are what changes may point to. ``narrow`` stores one byte a
    character; ``parts`` are the tables of the header by number, ``boxes`` the paragraphs of text boxes;
    ``section`` stands at ``SECTION_AT``.
    """

    cut: int | None = None
    prm: int = 0
    groups: tuple[bytes, ...] = ()
    narrow: bool = False
    parts: dict[int, bytes] = field(default_factory=dict)
    behind_lists: bytes = b""
    boxes: tuple[Paragraph, ...] = ()
    section: bytes = b""
    flags: int = 0
    version: int = 0xC1
    ident: int = 0xA5EC
    data: bytes = b""
    pages: int | None = None


PLAIN = Saved()


def doc(*paragraphs: Paragraph, saved: Saved = PLAIN) -> bytes:
    """The bytes of a file."""
    everything = (*paragraphs, *saved.boxes)
    width = 1 if saved.narrow else 2
    text = "".join(_words(each) for each in everything)
    stored = text.encode("cp1252") if saved.narrow else text.encode("utf-16-le", "surrogatepass")
    units = len(stored) // width
    cut = units if saved.cut is None else saved.cut
    first, second = stored[: cut * width], stored[cut * width :]

    def place(unit: int) -> int:
        """Where in the stream a character lies: the second piece is stored before the first."""
        return _TEXT_AT + (unit * width + len(second) if unit < cut else (unit - cut) * width)

    main = bytearray(_TEXT_AT) + second + first
    main += b"\0" * (-len(main) % 512)
    pages = _Pages(main, place, width)
    at = 0
    for each in everything:
        at = pages.add(each, at)
    parts = {
        **saved.parts,
        CLX: _clx(saved, [(0, cut, place(0)), (cut, units, place(cut))]),
        _CHARACTERS: _plc(pages.characters),
        _PARAGRAPHS: _plc(pages.paragraphs),
    }
    body = sum(_units(_words(each)) for each in paragraphs)
    table = _header(main, saved, parts, (body, units - body))
    streams = {"WordDocument": bytes(main), "1Table": table}
    streams |= {"Data": saved.data} if saved.data else {}
    streams |= {"\x05SummaryInformation": _summary(saved.pages)} if saved.pages else {}
    return container(streams)


def _words(each: Paragraph) -> str:
    return "".join(words for words, _ in each.runs) + each.mark


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def source(*paragraphs: Paragraph, saved: Saved = PLAIN) -> Source:
    return read_doc(doc(*paragraphs, saved=saved), "通知.doc", "0" * 64)


def lines(*paragraphs: Paragraph, saved: Saved = PLAIN) -> list[str]:
    return source(*paragraphs, saved=saved).text.splitlines()


class _Pages:
    """The pages of formatting, one a run and one a paragraph, behind the text in the main stream."""

    def __init__(self, main: bytearray, place: Callable[[int], int], width: int) -> None:
        self.main, self.place, self.width = main, place, width
        self.characters: list[int] = []
        self.paragraphs: list[int] = []

    def add(self, each: Paragraph, at: int) -> int:
        begin = at
        for words, changes in (*each.runs, (each.mark, each.mark_changes)):
            for start, end in self._stretches(at, at + _units(words)):
                self.characters.append(self._page(start, end, bytes([len(changes)]) + changes, paragraphs=False))
            at += _units(words)
        held = struct.pack("<H", each.style) + each.changes
        counted = bytes([len(held) // 2 + 1]) if len(held) % 2 else bytes([0, len(held) // 2])
        for start, end in self._stretches(begin, at):
            self.paragraphs.append(self._page(start, end, counted + held, paragraphs=True))
        return at

    def _stretches(self, start: int, end: int) -> list[tuple[int, int]]:
        """File places of characters, in two stretches where the pieces are cut."""
        found: list[tuple[int, int]] = []
        for unit in range(start, end):
            place = self.place(unit)
            if found and found[-1][1] == place:
                found[-1] = found[-1][0], place + self.width
            else:
                found.append((place, place + self.width))
        return found

    def _page(self, start: int, end: int, held: bytes, *, paragraphs: bool) -> int:
        self.main += formatting_page(start, end, held, paragraphs=paragraphs)
        return len(self.main) // 512 - 1


def _plc(pages: list[int]) -> bytes:
    """The list of pages; the places in it are not read."""
    return plc([0] * (len(pages) + 1), [struct.pack("<I", page) for page in pages])


def _clx(saved: Saved, pieces: list[tuple[int, int, int]]) -> bytes:
    held = [piece for piece in pieces if piece[0] < piece[1]]
    places = [*(start for start, _, _ in held), held[-1][1]]
    offsets = [offset * 2 | 0x40000000 if saved.narrow else offset for _, _, offset in held]
    prms = [0] * (len(held) - 1) + [saved.prm]
    entries = [struct.pack("<HIH", 0, offset, prm) for offset, prm in zip(offsets, prms, strict=True)]
    table = plc(places, entries)
    groups = b"".join(b"\x01" + struct.pack("<H", len(each)) + each for each in saved.groups)
    return groups + b"\x02" + struct.pack("<I", len(table)) + table


def _header(main: bytearray, saved: Saved, parts: dict[int, bytes], lengths: tuple[int, int]) -> bytes:
    """Writes the header, and gives the table stream."""
    main[SECTION_AT : SECTION_AT + len(saved.section)] = saved.section
    struct.pack_into("<HH", main, 0, saved.ident, saved.version)
    struct.pack_into("<H", main, 10, 0x0200 | saved.flags)
    struct.pack_into("<I", main, 64 + 4 * 3, lengths[0])
    struct.pack_into("<I", main, 64 + 4 * 9, lengths[1])
    struct.pack_into("<H", main, _DIRECTORY - 2, _PARTS)
    table = b""
    for index, part in parts.items():
        struct.pack_into("<II", main, _DIRECTORY + 8 * index, len(table), len(part))
        table += part + (saved.behind_lists if index == LISTS else b"")
    return table


def _summary(pages: int) -> bytes:
    section = struct.pack("<IIII", 24, 1, 14, 16) + struct.pack("<Ii", 3, pages)
    return bytes(44) + struct.pack("<I", 48) + section
