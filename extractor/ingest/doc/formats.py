"""Which formatting applies where in the file: pages of 512 bytes (FKP) that part it into stretches.

Source: [MS-DOC] 2.9.32 (ChpxFkp), 2.9.175 (PapxFkp), 2.8.5 and 2.8.6 (the tables that list the pages).
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from extractor.ingest import limits
from extractor.ingest.doc.octets import Damaged, Octets
from extractor.ingest.doc.sprms import number, read_sprms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from extractor.ingest.doc.header import Header

_CHARACTERS, _PARAGRAPHS = 12, 13
_PAGE = 512
_PAGE_NUMBER = 0x3FFFFF
_PARAGRAPH_ENTRY = 13
_LONG = frozenset({0x6645, 0x6646})


@dataclass(frozen=True, slots=True)
class Stretch:
    """File places ``start`` to ``end`` with one formatting: a paragraph's style and its changes to it."""

    start: int
    end: int
    style: int
    changes: bytes


@dataclass(frozen=True, slots=True)
class Formats:
    """The stretches of a file in their order."""

    found: Sequence[Stretch] = ()
    starts: Sequence[int] = ()

    def at(self, place: int) -> Stretch:
        """The stretch that holds a file place; an empty one, up to the next, where none does."""
        index = bisect_right(self.starts, place) - 1
        if index >= 0 and place < self.found[index].end:
            return self.found[index]
        following = self.starts[index + 1] if index + 1 < len(self.starts) else place + _PAGE * _PAGE_NUMBER
        return Stretch(place, following, 0, b"")


def read_character_formats(header: Header) -> Formats:
    """The formatting of characters."""
    return _formats(header, header.part(_CHARACTERS, "字符格式表"), _character_runs)


def read_paragraph_formats(header: Header, data: bytes) -> Formats:
    """The formatting of paragraphs; changes too long for a page stand in the stream ``data``."""
    found = _formats(header, header.part(_PARAGRAPHS, "段落格式表"), _paragraph_runs)
    return _with_long_changes(found, Octets(data, "数据流（Data）"))


def _formats(header: Header, table: Octets, runs: Callable[[Octets], Iterator[Stretch]]) -> Formats:
    """The stretches of all pages, each page read once however often the table names it."""
    main = Octets(header.main, table.what)
    pages = dict.fromkeys(number(entry) & _PAGE_NUMBER for _, _, entry in table.plc(4))
    found: list[Stretch] = []
    for page in pages:
        found += runs(Octets(main.slice(page * _PAGE, _PAGE), table.what))
        if len(found) > limits.MAX_TEXT_CHARACTERS:
            raise Damaged(table.what)
    found.sort(key=lambda stretch: stretch.start)
    return Formats(found, [stretch.start for stretch in found])


def _character_runs(page: Octets) -> Iterator[Stretch]:
    count = page.byte(_PAGE - 1)
    places = page.longs(0, count + 1)
    for index in range(count):
        at = 2 * page.byte(4 * (count + 1) + index)
        changes = page.slice(at + 1, page.byte(at)) if at else b""
        yield Stretch(places[index], places[index + 1], 0, changes)


def _paragraph_runs(page: Octets) -> Iterator[Stretch]:
    count = page.byte(_PAGE - 1)
    places = page.longs(0, count + 1)
    for index in range(count):
        at = 2 * page.byte(4 * (count + 1) + _PARAGRAPH_ENTRY * index)
        held = _held(page, at) if at else b"\0\0"
        yield Stretch(places[index], places[index + 1], number(held[:2]), held[2:])


def _held(page: Octets, at: int) -> bytes:
    """Style and changes of a paragraph; the length is counted in words, in one of two ways."""
    words = page.byte(at)
    if words:
        return page.slice(at + 1, 2 * words - 1)
    return page.slice(at + 2, 2 * page.byte(at + 1))


def _with_long_changes(formats: Formats, data: Octets) -> Formats:
    """The stretches with the changes that some only point to; no two point to the same bytes."""
    found, read = list[Stretch](), 0
    for stretch in formats.found:
        at = next((number(value) for code, value in read_sprms(stretch.changes) if code in _LONG), None)
        if at is not None:
            stretch = replace(stretch, changes=data.slice(at + 2, data.word(at)))  # noqa: PLW2901 - itself, completed
            read += len(stretch.changes)
        if read > len(data.data):
            raise Damaged(data.what)
        found.append(stretch)
    return Formats(found, formats.starts)
