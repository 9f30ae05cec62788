"""What the tables of a page must know about its characters, whichever format drew them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from extractor.ingest.pdf.pdfium import Box


class Placed(Protocol):
    """A page that knows where each of its characters stands: a ``PdfPage``, or one of another format."""

    @property
    def number(self) -> int:
        """The page, counted from 1."""

    def box(self, index: int) -> Box:
        """The cell of the character at ``index``, as ``Run.first`` counts them."""
