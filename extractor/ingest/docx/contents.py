"""Tables of contents in a DOCX: their lines repeat the headings and belong to no section."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.ingest.docx.names import value, w, whole

if TYPE_CHECKING:
    from extractor.ingest.docx.package import Element

_PAGE_OF_HEADING = re.compile(r"PAGEREF\s+_Toc", re.IGNORECASE)
_GALLERY = f"{w('sdtPr')}/{w('docPartObj')}"
_TAB = f"{w('tabs')}/{w('tab')}"
_DOTS = frozenset({"dot", "middleDot"})


def is_contents_control(control: Element) -> bool:
    """Whether a content control holds a table of contents that Word made."""
    return value(control.find(_GALLERY), w("docPartGallery")) == "Table of Contents"


def is_contents_field(instruction: str) -> bool:
    """Whether a field asks for the page of a heading: ``PAGEREF _Toc123``."""
    return _PAGE_OF_HEADING.search(instruction) is not None


def ends_in_page(words: str) -> bool:
    """Whether words end in a page number, as a line of contents does and a sentence does not."""
    last = words.rstrip()[-1:]
    return last.isascii() and last.isalnum()


def is_contents_line(properties: Element | None, words: str) -> bool:
    """Whether a paragraph is a typed line of contents: a tab draws a row of dots up to a page number."""
    if "\t" not in words:
        return False
    head, tab, page = words.rpartition("\t")
    if not (tab and head.strip() and whole(page) is not None and properties is not None):
        return False
    return any(stop.get(w("leader")) in _DOTS for stop in properties.iterfind(_TAB))
