"""Where sections end, and which of them begin on a new page. Source: [MS-DOC] 2.8.26 (PlcfSed), 2.6.4."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.ingest.doc.octets import Octets
from extractor.ingest.doc.sprms import number, read_sprms

if TYPE_CHECKING:
    from extractor.ingest.doc.header import Header

_SECTIONS, _SECTION_SIZE = 6, 12
_BREAK, _NEW_PAGE = 0x3009, 2  # the kind of break before a section: on the same page 0 and 1, on a new one 2–4
_NONE = 0xFFFFFFFF


def read_sections(header: Header) -> dict[int, bool]:
    """By the place where a section ends: whether the next one begins on a new page.

    Raises:
        Damaged: the table is cut off, or points behind the end of the file.
    """
    entries = list(header.part(_SECTIONS, "分节表").plc(_SECTION_SIZE))
    main = Octets(header.main, "分节表")
    begins = [_on_new_page(main, number(entry[2:6])) for _, _, entry in entries]
    return {end: new for (_, end, _), new in zip(entries, begins[1:], strict=False)}


def _on_new_page(main: Octets, at: int) -> bool:
    if at == _NONE:
        return True
    group = main.slice(at + 2, main.word(at))
    return next((number(value) for code, value in read_sprms(group) if code == _BREAK), _NEW_PAGE) >= _NEW_PAGE
