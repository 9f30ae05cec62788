"""Lay the blocks of a notice into its text: without furniture, joined where torn, parted where run together."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from extractor.ingest.html.blocks import Grid, Lines, shown
from extractor.ingest.html.grids import texts
from extractor.ingest.html.menus import without_menus
from extractor.ingest.html.title import PageTitle
from extractor.ingest.plain.furniture import Furniture
from extractor.ingest.plain.lines import measured
from extractor.ingest.plain.list_openings import BELOW
from extractor.ingest.plain.markdown import unmarked
from extractor.ingest.plain.published import is_signed_day, is_stamp, publication, states_publication
from extractor.ingest.plain.records import Records
from extractor.ingest.plain.separate import Separator
from extractor.ingest.plain.stretches import FREE, stretches
from extractor.ingest.plain.unwrap import Unwrapper
from extractor.ingest.shape import starts_item
from extractor.model.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extractor.ingest.builder import SourceBuilder
    from extractor.ingest.html.blocks import Block
    from extractor.ingest.markup import Element
    from extractor.ingest.plain.lines import Line
    from extractor.rules.book import RuleBook

_ENDS = tuple("。；：！？”）.;:")
_MEANT = 2 / 3  # of the file's line breaks come at the end of something, where they are meant
_HEAD = 6  # lines in which a title stands
_ENTRIES = 2  # so many entries of a page's own record (索引号, 发布机构) tell that a table is one


class Layer:
    """Lays blocks into a text; the words of web pages and paragraphs come from ``patterns/layout.toml``."""

    def __init__(self, book: RuleBook) -> None:
        """Take the vocabulary from ``book``."""
        self._furniture, self._titles = Furniture(book), PageTitle(book)
        self._unwrapper = Unwrapper(book)
        self._separator = Separator(book.words("layout.list-heads"), book.words("layout.bare-headings"))
        self._beginnings = book.words("layout.furniture-beginnings")
        self._records = Records(book)

    def lay(
        self, blocks: Sequence[Block], root: Element, page: Sequence[Block], builder: SourceBuilder
    ) -> int:
        """Add the notice in ``blocks`` to the text, with the title that ``root`` or ``page``, all of it, gives.

        Returns how many lines of the page's own, such as buttons and publication times, were left out.
        """
        found = unmarked(_lines(blocks), markdown=False)
        kept = without_menus(found, blocks, self._furniture.shows_page)
        lines, around = self._furniture.without(kept)
        left_out = around + len(found) - len(kept)
        lines = self._titles.without_repeats(lines)
        title = self._titles.missing(root, page, lines)
        number = self._number(page, lines)
        if number:
            builder.paragraph(number)
        if title:
            builder.paragraph(title)
        published = self._published(page, lines, title)
        if published:
            builder.paragraph(published)
        return left_out + self._lay_blocks(blocks, lines, builder)

    def _published(self, page: Sequence[Block], lines: Sequence[Line], title: str) -> str:
        """When the page was published, where its notice bears no date of its own."""
        folded = [line.folded for line in lines]
        if any(is_signed_day(words) or is_stamp(words) or states_publication(words) for words in folded):
            return ""
        shown_lines = [shown(raw) for block in page if isinstance(block, Lines) for raw in block.raw]
        return publication([fold(words) for words in shown_lines], (fold(title), *folded[:_HEAD]))

    def _lay_blocks(self, blocks: Sequence[Block], lines: Sequence[Line], builder: SourceBuilder) -> int:
        """Lay ``lines``, what is left of the paragraphs, and the tables in turn; returns rows left out."""
        of_block = {number: list(group) for number, group in groupby(lines, key=lambda line: line.number)}
        run: list[Line] = []
        left_out = 0
        for number, block in enumerate(blocks):
            if isinstance(block, Lines):
                run += of_block.get(number, ())
            elif self._is_record(block):
                left_out += len({cell.row for cell in block.cells})
            else:
                self._lay_run(run, builder)
                run = []
                builder.table(texts(block.cells))
        self._lay_run(run, builder)
        return left_out

    def _lay_run(self, lines: Sequence[Line], builder: SourceBuilder) -> None:
        """Lay the paragraphs between two tables; they stay apart, unless the page is wrapped at a width."""
        layout = stretches(lines)
        before = -1
        for line, stretch in zip(lines, layout, strict=True):
            line.begins |= line.number != before and stretch is FREE
            before = line.number
        paragraphs = self._unwrapper.paragraphs(lines)
        for position, paragraph in enumerate(paragraphs, 1):
            for part in self._separator.parts(paragraph, paragraphs[position : position + BELOW]):
                builder.paragraph(part.text)

    def _is_record(self, grid: Grid) -> bool:
        """Whether the table is the page's record of itself: 索引号, 主题分类, 发布机构, 发布日期."""
        cells = _folded(grid)
        entries = sum(words.startswith(self._beginnings) for words in cells)
        return entries >= _ENTRIES or self._records.is_record(cells)

    def _number(self, blocks: Sequence[Block], lines: Sequence[Line]) -> str:
        """The document number that the page's record states and its text lacks."""
        text = "".join(line.folded for line in lines)
        records = (_folded(block) for block in blocks if isinstance(block, Grid) and self._is_record(block))
        numbers = (self._records.number(cells) for cells in records)
        return next((number for number in numbers if number and number not in text), "")


def _folded(grid: Grid) -> list[str]:
    return [fold(cell.text) for cell in texts(grid.cells)]


def _lines(blocks: Sequence[Block]) -> list[Line]:
    """The lines of all paragraphs, each with the number of its block."""
    meant = _breaks_are_meant([raw for block in blocks if isinstance(block, Lines) for raw in block.raw])
    return [
        line
        for number, block in enumerate(blocks)
        if isinstance(block, Lines)
        for line in _of_block(block, number, meant=meant)
    ]


def _of_block(block: Lines, number: int, *, meant: bool) -> Iterator[Line]:
    gap = False
    for raw in block.raw:
        for part in raw.split("\n") if meant else (raw,):
            line = measured(shown(part), number, None, gap=gap)
            if line is not None:
                yield replace(line, heading=block.heading and len(block.raw) == 1)
            gap = line is None


def _breaks_are_meant(lines: Sequence[str]) -> bool:
    """Whether most line breaks of the file come where a line ends for a reason: their writer forgot the tags.

    Programs that write pages break lines anywhere; then the breaks mean nothing.
    """
    breaks = ended = 0
    for raw in lines:
        parts = [part.strip() for part in raw.split("\n") if part.strip()]
        for above, below in pairwise(parts):
            breaks += 1
            ended += above.endswith(_ENDS) or starts_item(below)
    return breaks > 0 and ended >= _MEANT * breaks
