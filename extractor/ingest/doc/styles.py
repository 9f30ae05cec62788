"""The style sheet (STSH): what each style changes, with the style it is based on. Source: [MS-DOC] 2.9.271."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extractor.ingest.doc.octets import Octets

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from extractor.ingest.doc.header import Header

_STYLES = 1
_PARAGRAPH, _CHARACTER = 1, 2
_KIND, _BASE = 0x000F, 4
_MOST_BASED = 64  # Word allows ten styles one on another
_TOC = range(19, 28)  # the built-in styles 目录 1 … 目录 9


@dataclass(frozen=True, slots=True)
class Style:
    """One style: its own changes to paragraphs and to characters, and the style it is ``based_on``."""

    based_on: int
    paragraph: bytes
    character: bytes
    is_contents: bool


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of a document by their index (``istd``)."""

    by_index: Mapping[int, Style] = field(default_factory=dict)

    def chain(self, index: int) -> list[tuple[int, Style]]:
        """The style and those it is based on, nearest first; a ring is walked once."""
        found: dict[int, Style] = {}
        while index in self.by_index and index not in found and len(found) < _MOST_BASED:
            found[index] = self.by_index[index]
            index = found[index].based_on
        return list(found.items())


def read_styles(header: Header) -> Styles:
    """The styles of the document.

    Raises:
        Damaged: the style sheet is cut off.
    """
    sheet = header.part(_STYLES, "样式表")
    return Styles(dict(_styles(sheet)) if sheet.data else {})


def _styles(sheet: Octets) -> Iterator[tuple[int, Style]]:
    head = sheet.word(0)
    count, fixed = sheet.word(2), sheet.word(4)
    at = 2 + head
    for index in range(count):
        size = sheet.word(at)
        if size:
            yield index, _style(Octets(sheet.slice(at + 2, size), sheet.what), fixed)
        at += 2 + size


def _style(record: Octets, fixed: int) -> Style:
    """One record: ``fixed`` bytes, the name, then the changes, each preceded by its length."""
    kind = record.word(2) & _KIND
    based_on = record.word(2) >> _BASE
    is_contents = record.word(0) & 0x0FFF in _TOC
    at = fixed + 2 + 2 * record.word(fixed) + 2
    parts = list(_changes(record, at + at % 2, record.word(4) & _KIND))
    if kind == _PARAGRAPH:
        paragraph, character = [*parts, b"", b""][:2]
        return Style(based_on, paragraph[2:], character, is_contents)
    return Style(based_on, b"", parts[0] if kind == _CHARACTER and parts else b"", is_contents)


def _changes(record: Octets, at: int, count: int) -> Iterator[bytes]:
    for _ in range(count):
        if at + 2 > len(record.data):
            return
        size = record.word(at)
        yield record.slice(at + 2, size)
        at += 2 + size + size % 2
