"""What the reader of a DOC knows on its walk: lists, styles, the page, what it left out."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extractor.ingest.doc.looks import Looks
from extractor.ingest.docx.reading import Pages
from extractor.ingest.docx.symbols import is_symbol_font, symbol
from extractor.ingest.numbering import Numbering, Suffix

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from extractor.ingest.doc.looks import Shape


@dataclass(slots=True)
class Walk:
    """One walk through one document, called ``name`` in messages.

    ``left_out`` counts by problem code; ``section_ends`` tells by place whether the next section begins on a
    new page; ``headers`` are the lines of headers and footers.
    """

    name: str
    looks: Looks = field(default_factory=Looks)
    numbering: Numbering = field(default_factory=lambda: Numbering({}))
    fonts: Sequence[str] = ()
    section_ends: Mapping[int, bool] = field(default_factory=dict)
    pages: Pages = field(default_factory=Pages)
    left_out: Counter[str] = field(default_factory=Counter)
    pictures: int = 0
    cells: int = 0
    headers: list[str] = field(default_factory=list)

    def label(self, shape: Shape) -> tuple[str, Suffix] | None:
        """Count a paragraph of this shape: its automatic number; None when it bears none."""
        styled = self.looks.number_of_style(shape.style)
        found = styled.list if shape.list is None else shape.list
        if not found or not self.numbering.lists:
            return None
        level = shape.level
        if level is None and shape.list is None:
            level = self._level_of_styles(str(found), styled.through)
        return self.numbering.label(str(found), (styled.level or 0) if level is None else level)

    def _level_of_styles(self, found: str, styles: Sequence[str]) -> int | None:
        tied = (self.numbering.level_of_style(found, style) for style in styles)
        return next((level for level in tied if level is not None), None)

    def sign(self, code: int, font: int | None) -> str:
        """What a character shows in a font: itself, unless it is a glyph of a symbol font."""
        name = self.fonts[font] if font is not None and font < len(self.fonts) else ""
        return symbol(code, name) if is_symbol_font(name) else chr(code)
