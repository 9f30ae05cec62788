"""Walk through a story in reading order: paragraphs with their automatic numbers, tables, text boxes."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from extractor.ingest.doc.boxes import UNANCHORED
from extractor.ingest.doc.fields import read_fields
from extractor.ingest.doc.label_marks import mend_label
from extractor.ingest.doc.nest import Nest
from extractor.ingest.doc.story import PAGE_MARK
from extractor.ingest.doc.words import Words
from extractor.ingest.docx_body import Line, Paragraph, letters, lines_of
from extractor.ingest.docx_contents import ends_in_page
from extractor.ingest.docx_names import whole
from extractor.ingest.numbering import labelled

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from extractor.ingest.doc.fields import Fields
    from extractor.ingest.doc.story import StoryParagraph, StoryReader
    from extractor.ingest.doc.walk import Walk
    from extractor.ingest.docx_body import Block


@dataclass(slots=True)
class BlockReader:
    """Reads stories; ``boxes`` are the stretches of text boxes by the place of their anchor.

    ``carried`` are the words of a paragraph whose end was deleted under change tracking: the next goes on.
    """

    walk: Walk
    stories: StoryReader
    boxes: Mapping[int, list[tuple[int, int]]]
    carried: list[str | int] = field(default_factory=list)

    def body(self, start: int, end: int) -> list[Block]:
        """The body, and at its end the boxes whose anchor is not known."""
        return [*self._story(start, end), *self._boxes(UNANCHORED)]

    def _story(self, start: int, end: int) -> list[Block]:
        nest = Nest(self.walk)
        fields = read_fields(self.stories.pieces.text(start, end))
        for paragraph in self.stories.read(start, end):
            nest.add(paragraph, list(self._blocks(paragraph, fields)))
            if paragraph.mark == PAGE_MARK and self.walk.section_ends.get(paragraph.end, True):
                self.walk.pages.turn()
        if self.carried:
            nest.blocks.append(Paragraph(tuple(lines_of(self.carried))))
            self.carried = []
        return nest.finished()

    def _boxes(self, anchor: int) -> list[Block]:
        """The boxes that are anchored at a place."""
        inside = BlockReader(self.walk, self.stories, {})
        return [block for stretch in self.boxes.get(anchor, ()) for block in inside._story(*stretch)]

    def _blocks(self, paragraph: StoryParagraph, fields: Fields) -> Iterator[Block]:
        """A paragraph: text boxes stand before it, or after it when words come before their anchor."""
        words = self._words(paragraph, fields)
        boxes = [(written, self._boxes(place)) for place, written in words.drawings]
        yield from (block for written, blocks in boxes if not written for block in blocks)
        yield from self._own(paragraph, words, fields)
        yield from (block for written, blocks in boxes if written for block in blocks)
