"""Walk through a story in reading order: paragraphs with their automatic numbers, tables, text boxes."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from extractor.ingest.doc.fields import read_fields
from extractor.ingest.doc.label_marks import mend_label
from extractor.ingest.doc.nest import Nest
from extractor.ingest.doc.story import PAGE_MARK, PARAGRAPH_MARK
from extractor.ingest.doc.words import Words
from extractor.ingest.docx.body import Line, Paragraph, letters, lines_of
from extractor.ingest.docx.contents import ends_in_page
from extractor.ingest.docx.names import whole
from extractor.ingest.numbering import labelled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.ingest.doc.fields import Fields
    from extractor.ingest.doc.looks import Shape
    from extractor.ingest.doc.story import StoryParagraph, StoryReader
    from extractor.ingest.doc.walk import Walk
    from extractor.ingest.docx.body import Block


@dataclass(slots=True)
class BlockReader:
    """Reads stories; ``boxes`` are the stretches of text boxes by the place of their anchor, until they are read.

    ``carried`` are the words of a paragraph whose end was deleted under change tracking: the next goes on.
    """

    walk: Walk
    stories: StoryReader
    boxes: dict[int, list[tuple[int, int]]] = field(default_factory=dict)
    carried: list[str | int] = field(default_factory=list)

    def body(self, start: int, end: int) -> list[Block]:
        """The body, and at its end the boxes whose anchor was not met."""
        blocks = self.story(start, end)
        return [*blocks, *(block for anchor in sorted(self.boxes) for block in self._boxes(anchor))]

    def story(self, start: int, end: int) -> list[Block]:
        """One story, or a stretch of one."""
        nest = Nest(self.walk)
        fields = read_fields(self.stories.pieces.text(start, end), start)
        for paragraph in self.stories.read(start, end):
            nest.add(paragraph, list(self._blocks(paragraph, fields)))
            if paragraph.mark == PAGE_MARK and self.walk.section_ends.get(paragraph.end, True):
                self.walk.pages.turn()
        carried, self.carried = self.carried, []
        return [*nest.finished(), *([Paragraph(tuple(lines_of(carried)))] if carried else ())]

    def _boxes(self, anchor: int) -> list[Block]:
        """The boxes that are anchored at a place; they are read once."""
        inside = BlockReader(self.walk, self.stories)
        return [block for stretch in self.boxes.pop(anchor, ()) for block in inside.story(*stretch)]

    def _blocks(self, paragraph: StoryParagraph, fields: Fields) -> Iterator[Block]:
        """A paragraph: text boxes stand before it, or after it when words come before their anchor."""
        words = self._words(paragraph, fields)
        boxes = [(written, self._boxes(place)) for place, written in words.drawings]
        yield from (block for written, blocks in boxes if not written for block in blocks)
        yield from self._own(paragraph, words, fields)
        yield from (block for written, blocks in boxes if written for block in blocks)

    def _words(self, paragraph: StoryParagraph, fields: Fields) -> Words:
        """The paragraph's words, behind those carried over; the page turns where it has to begin a new one."""
        pages = self.walk.pages
        if paragraph.shape.new_page and not pages.fresh:
            pages.turn()
        begun = any(isinstance(piece, str) and piece.strip() for piece in self.carried)
        words = Words(self.walk, fields, [*self.carried, pages.page], written=begun)
        self.carried = []
        for run in paragraph.runs:
            words.add(run)
        for place in words.dropped:
            self.boxes.pop(place, None)
        return words

    def _own(self, paragraph: StoryParagraph, words: Words, fields: Fields) -> Iterator[Paragraph]:
        """The paragraph itself: none when it runs on in the next, is a line of contents, or is hidden."""
        text, ending = words.words(), paragraph.mark_look
        if ending.deleted and paragraph.mark == PARAGRAPH_MARK and not paragraph.shape.depth:
            self.carried = words.pieces
        elif _is_contents(paragraph, text, fields):
            self.walk.left_out["contents-left-out"] += 1
        elif text.strip() or not (ending.hidden or paragraph.shape.ends_row):
            yield self._numbered(paragraph.shape, words)

    def _numbered(self, shape: Shape, words: Words) -> Paragraph:
        """The paragraph with its automatic number, if it bears one, and typed labels mended."""
        label = self.walk.label(shape)
        first, *others = (replace(line, text=mend_label(line.text)) for line in lines_of(words.finished()))
        if label:
            turns = tuple((before + letters(label[0]), page) for before, page in first.turns)
            first = Line(labelled(*label, first.text), first.page, turns)
        return Paragraph((first, *others))


def _is_contents(paragraph: StoryParagraph, text: str, fields: Fields) -> bool:
    """Whether a paragraph is a line of contents, made by Word or typed: it ends in the page of a heading."""
    head, tab, page = text.rpartition("\t")
    if paragraph.shape.leader and tab and head.strip() and whole(page) is not None:
        return True
    made = (paragraph.shape.is_contents and tab) or fields.prints_contents(paragraph.start, paragraph.end)
    return bool(made) and ends_in_page(text)
