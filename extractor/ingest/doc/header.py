"""The header of a Word document (FIB): its version, the lengths of its stories, where its tables lie.

Source: [MS-DOC] 2.5. The stories stand one after another in one sequence of characters: the body, footnotes,
headers, (macros,) comments, endnotes, text boxes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.ingest.doc.octets import Damaged, Octets

if TYPE_CHECKING:
    from extractor.ingest.doc.container import Streams

WORD_97 = 0xC1
"""The first version (``nFib``) of the format that is read here in full."""

_IDENTS = frozenset({0xA5EC, 0xA5DC, 0xA697, 0xA698, 0xA699})  # Word 97, Word 6 and 95, their East Asian versions
_COMPLEX, _ENCRYPTED, _SECOND_TABLE = 0x0004, 0x0100, 0x0200
_LENGTHS, _BODY, _BEFORE_HEADERS, _HEADERS, _BEFORE_BOXES, _BOXES = 64, 3, range(3, 5), 5, range(3, 9), 9
_DIRECTORY = 154


@dataclass(frozen=True, slots=True)
class Header:
    """What the header says, and the two streams that it speaks of.

    ``body``, ``boxes`` and ``headers`` are the half-open stretches of their stories.
    """

    main: bytes
    table: bytes
    version: int
    encrypted: bool
    fast_saved: bool
    body: tuple[int, int] = (0, 0)
    boxes: tuple[int, int] = (0, 0)
    headers: tuple[int, int] = (0, 0)

    @property
    def needed(self) -> int:
        """How many characters are read: up to the end of the last story that can be in the file at all."""
        return self.boxes[1] if self.boxes[1] <= len(self.main) else self.body[1]

    def part(self, index: int, what: str) -> Octets:
        """The table of number ``index`` in the header's directory; empty when there is none."""
        start, size = self.place(index, what)
        return Octets(Octets(self.table, what).slice(start, size) if size else b"", what)

    def place(self, index: int, what: str) -> tuple[int, int]:
        """Where in the table stream that table begins, and its length in bytes."""
        directory = Octets(self.main, what)
        if directory.word(_DIRECTORY - 2) <= index:
            return 0, 0
        at = _DIRECTORY + 8 * index
        return directory.long(at), directory.long(at + 4)


def read_header(streams: Streams) -> Header:
    """The header of the document.

    Raises:
        Damaged: cut off, or no header of Word.
    """
    main = Octets(streams.main, "文件头（FIB）")
    if main.word(0) not in _IDENTS:
        raise Damaged(main.what)
    version, flags = main.word(2), main.word(10)
    encrypted, fast = bool(flags & _ENCRYPTED), bool(flags & _COMPLEX)
    table = streams.tables[bool(flags & _SECOND_TABLE)]
    if encrypted or version < WORD_97:
        return Header(streams.main, table, version, encrypted, fast)
    lengths = [main.long(_LENGTHS + 4 * index) for index in range(_BOXES + 1)]
    if lengths[_BODY] > len(streams.main):
        raise Damaged(main.what)
    boxes = sum(lengths[index] for index in _BEFORE_BOXES)
    headers = sum(lengths[index] for index in _BEFORE_HEADERS)
    return Header(
        streams.main, table, version, encrypted, fast, (0, lengths[_BODY]), (boxes, boxes + lengths[_BOXES]),
        (headers, headers + lengths[_HEADERS]),
    )
