"""What the reader of a DOCX knows on its walk through the body: lists, styles, the page, what it left out."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extractor.ingest.docx.names import number, own_value, value, w
from extractor.ingest.docx.styles import NO_LIST, Styles
from extractor.ingest.numbering import Numbering, Suffix

if TYPE_CHECKING:
    from extractor.ingest.docx.names import Properties
    from extractor.ingest.docx.package import Element

_NUMBERED, _STYLE, _LIST, _LEVEL = w("numPr"), w("pStyle"), w("numId"), w("ilvl")
_RUN_STYLE = w("rStyle")


@dataclass(slots=True)
class Pages:
    """The page that is being read, as far as the file marks where pages end.

    Word leaves a mark wherever it broke a page, also after a break set by hand, so that a mark which follows
    such a break without words in between turns no page (``fresh``). If ``marks`` account for all pages that
    the file is ``stated`` to have, only they count. Other programs leave none: their page breaks set by hand
    are all that is known.
    """

    marks: int = 0
    stated: int | None = None
    page: int = 1
    fresh: bool = True
    by_hand: bool = False

    def turn(self) -> None:
        """A page break set by hand, or a section that begins on a new page."""
        if self.marks and self.stated and self.marks + 1 >= self.stated:
            return
        self.page += 1
        self.fresh = self.by_hand = True

    def turn_as_marked(self) -> None:
        """The mark that Word left where the page ended."""
        self.page += not self.fresh
        self.fresh = False

    @property
    def known(self) -> bool:
        """Whether the pages can be told: breaks set by hand are not all breaks if the file has more pages."""
        return bool(self.marks) or (self.by_hand and (self.stated or 0) <= self.page)


@dataclass(slots=True)
class Reading:
    """One walk through one document, called ``name`` in messages.

    ``left_out`` counts by problem code, ``hides`` tells whether hidden text can occur at all.
    """

    name: str
    styles: Styles = field(default_factory=Styles)
    numbering: Numbering = field(default_factory=lambda: Numbering({}))
    pages: Pages = field(default_factory=Pages)
    left_out: Counter[str] = field(default_factory=Counter)
    hides: bool = False
    pictures: int = 0
    cells: int = 0

    def label(self, said: Properties) -> tuple[str, Suffix] | None:
        """Count a paragraph with these properties: its automatic number; None when it bears none."""
        if not self.numbering.lists:
            return None
        numbered = said.get(_NUMBERED)
        styled = self.styles.number(own_value(said.get(_STYLE)))
        own = value(numbered, _LIST)
        found = own if own is not None else styled.list
        if found is None or found == NO_LIST:
            return None
        level = number(numbered, _LEVEL)
        if level is None and own is None:
            level = self._level_of_styles(found, styled.through)
        return self.numbering.label(found, (styled.level or 0) if level is None else level)

    def is_hidden(self, run: Element | None) -> bool:
        """Whether the style of a run with these properties hides its text."""
        return bool(self.styles.by_id) and self.styles.is_hidden(value(run, _RUN_STYLE))

    def _level_of_styles(self, found: str, styles: tuple[str, ...]) -> int | None:
        tied = (self.numbering.level_of_style(found, style) for style in styles)
        return next((level for level in tied if level is not None), None)
