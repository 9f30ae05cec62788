"""A part of a page becomes paragraphs and tables: block elements part the text, inline elements never do."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extractor.ingest.html.blocks import Lines, shown
from extractor.ingest.html.elements import is_link
from extractor.ingest.html.grids import GridDraft, resolved
from extractor.ingest.html.lists import ListNumbers
from extractor.ingest.html.walk import walk
from extractor.ingest.shape import starts_item

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.ingest.html.blocks import Block
    from extractor.ingest.html.elements import Look
    from extractor.ingest.markup import Element

_BREAK = "\v"
_LISTS = frozenset(("ol", "ul", "menu", "dir"))
_CELLS = frozenset(("td", "th"))


@dataclass(slots=True)
class Flow:
    """Collects the blocks of an element (``flow``); ``left_out`` counts what is hidden or deleted in it.

    ``open`` holds the blocks of the part itself and of the table ``cells`` that are open, outermost first.
    """

    name: str
    numbers: ListNumbers = field(default_factory=ListNumbers)
    left_out: Counter[str] = field(default_factory=Counter)
    open: list[list[Block]] = field(default_factory=lambda: [[]])
    grids: list[GridDraft] = field(default_factory=list)
    cells: list[Element] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    label: str = ""
    headings: int = 0
    links: int = 0
    plain: bool = False
    kept: int = 0

    def passes(self, element: Element, look: Look) -> bool:
        """Leave out what is no text, what is switched off, and what is struck out as deleted."""
        if look.unseen:
            return True
        deleted = "changes-left-out" if look.tag == "del" else ""
        code = "hidden-left-out" if look.hidden else deleted
        if code and any(text.strip() for text in element.itertext()):
            self.left_out[code] += 1
        return bool(code)

    def opens(self, element: Element, look: Look) -> None:
        """Begin a paragraph, an entry, a table, a row, a cell; or break the line."""
        if look.tag == "br":
            self.words.append(_BREAK)
        elif look.block:
            self._end_paragraph()
        self.headings += look.heading
        self.links += is_link(element)
        self.kept += look.keeps
        if look.tag in _LISTS:
            self.numbers.opens(element)
        elif look.tag == "li":
            self.label = self.numbers.label(element)
        elif look.tag == "table":
            self.grids.append(GridDraft())
        elif self.grids:
            self._begin_in_table(look.tag, element)

    def reads(self, text: str) -> None:
        """Add words to the paragraph; the line breaks of the file count only in preformatted text."""
        self.plain |= not self.links and not text.isspace()
        self.words.append(text.replace("\n", _BREAK) if self.kept else text.replace(_BREAK, " "))

    def closes(self, element: Element, look: Look) -> None:
        """End what the element began."""
        if look.block:
            self._end_paragraph()
        self.headings -= look.heading
        self.links -= is_link(element)
        self.kept -= look.keeps
        if look.tag in _LISTS:
            self.numbers.closes()
        elif look.tag == "li":
            self.label = ""
        elif look.tag == "table":
            self.open[-1] += resolved(self.grids.pop())
        elif self.cells and self.cells[-1] is element:
            self.cells.pop()
            self.grids[-1].end_cell(self.open.pop())

    def blocks(self) -> list[Block]:
        """All that was collected."""
        self._end_paragraph()
        return self.open[0]

    def _begin_in_table(self, tag: str, element: Element) -> None:
        grid = self.grids[-1]
        if tag == "tr" and not grid.inside:
            grid.begin_row()
        elif tag in _CELLS and not grid.inside:
            grid.begin_cell(element, self.name)
            self.cells.append(element)
            self.open.append([])

    def _end_paragraph(self) -> None:
        raw, linked = tuple(_lines("".join(self.words))), not self.plain
        self.words.clear()
        self.plain = False
        if not raw:
            return
        if self.label and starts_item(shown(raw[0])):
            self.numbers.silence()
        else:
            raw = (self.label + raw[0], *raw[1:])
        self.label = ""
        self.open[-1].append(Lines(raw, heading=self.headings > 0, linked=linked))


def flow(element: Element, name: str, plain_lists: str = "") -> Flow:
    """The paragraphs and tables of ``element``; ``plain_lists`` is how style sheets show numbered lists.

    Raises:
        LimitExceeded: a table has more cells than a file may have.
    """
    collected = Flow(name, ListNumbers(plain_lists))
    walk(element, collected)
    return collected


def _lines(words: str) -> Iterator[str]:
    """The lines of a paragraph without blank ones around them; of several blank ones inside, one stays."""
    blank = started = False
    for line in words.split(_BREAK):
        if not line or line.isspace():
            blank = True
            continue
        if blank and started:
            yield ""
        yield line.strip(" \t\r\n\f")
        blank, started = False, True
