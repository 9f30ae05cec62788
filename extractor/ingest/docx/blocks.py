"""Walk through the body of a DOCX in reading order; each paragraph gets its automatic number."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extractor.ingest.docx.body import Line, Paragraph, letters, lines_of, words_of
from extractor.ingest.docx.contents import ends_in_page, is_contents_control, is_contents_line
from extractor.ingest.docx.inline import Inline, alternative
from extractor.ingest.docx.names import ALTERNATE, child, is_on, own_state, own_value, properties, value, w
from extractor.ingest.docx.tables import GridReader
from extractor.ingest.numbering import labelled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from extractor.ingest.docx.body import Block
    from extractor.ingest.docx.names import Properties
    from extractor.ingest.docx.package import Element
    from extractor.ingest.docx.reading import Reading

_PARAGRAPH, _TABLE, _PROPERTIES, _MARK = w("p"), w("tbl"), w("pPr"), w("rPr")
_BREAK_BEFORE, _STYLE, _SECTION, _TYPE = w("pageBreakBefore"), w("pStyle"), w("sectPr"), w("type")
_DELETED, _VANISH = w("del"), w("vanish")
_SKIPPED = frozenset(
    w(name) for name in ("sectPr", "tcPr", "sdtPr", "sdtEndPr", "customXmlPr", "del", "moveFrom")
)
_OTHER_PARTS = frozenset(w(name) for name in ("altChunk", "subDoc"))
_NEW_PAGE = frozenset({"nextPage", "oddPage", "evenPage"})


@dataclass(slots=True)
class BodyReader:
    """Reads a body, a cell or a text box.

    ``carried`` are the words of a paragraph whose end was deleted under change tracking: the next goes on.
    """

    reading: Reading
    carried: list[str | int] = field(default_factory=list)

    def blocks(self, parent: Element) -> list[Block]:
        """Everything below ``parent``, in reading order."""
        return [*self._below(parent), *self._run_out()]

    def _below(self, parent: Iterable[Element]) -> Iterator[Block]:
        for element in parent:
            tag = element.tag
            if tag == _PARAGRAPH:
                yield from self._paragraph(element)
            elif tag == _TABLE:
                yield from self._run_out()
                yield GridReader(self.reading, _inside).grid(element)
            elif tag in _OTHER_PARTS:
                self.reading.left_out["part-not-read"] += 1
            elif tag == ALTERNATE:
                yield from self._below(alternative(element))
            elif tag not in _SKIPPED:
                yield from self._wrapped(element)

    def _wrapped(self, element: Element) -> Iterator[Block]:
        """Content controls and other wrappings; a table of contents made by Word is left out."""
        found = self._below(element)
        if not is_contents_control(element):
            yield from found
            return
        self.reading.left_out["contents-left-out"] += sum(bool(words_of([block])) for block in found)

    def _paragraph(self, paragraph: Element) -> Iterator[Block]:
        element = child(paragraph, _PROPERTIES)
        said = properties(element)
        inline = self._words(paragraph, said)
        if not inline.boxes:
            yield from self._own(said, element, inline)
            return
        boxes = [(written, _inside(self.reading, box)) for written, box in inline.boxes]
        yield from (block for written, blocks in boxes if not written for block in blocks)
        yield from self._own(said, element, inline)
        yield from (block for written, blocks in boxes if written for block in blocks)

    def _words(self, paragraph: Element, said: Properties) -> Inline:
        """Walk through the paragraph, turning the pages that begin before, in and after it."""
        pages = self.reading.pages
        if own_state(said.get(_BREAK_BEFORE)) and not pages.fresh:
            pages.turn()
        hidden = self.reading.hides and self.reading.styles.is_hidden(own_value(said.get(_STYLE)))
        inline = Inline(self.reading, [*self.carried, pages.page], muted=hidden)
        self.carried = []
        inline.walk(paragraph)
        section = said.get(_SECTION)
        if section is not None and (value(section, _TYPE) or "nextPage") in _NEW_PAGE:
            pages.turn()
        return inline

    def _own(self, said: Properties, element: Element | None, inline: Inline) -> Iterator[Paragraph]:
        """The paragraph itself: none when it runs on in the next, is a line of contents, or is hidden."""
        mark = said.get(_MARK)
        words = inline.words()
        if mark is not None and child(mark, _DELETED) is not None:
            self.carried = inline.pieces
        elif (inline.is_contents and ends_in_page(words)) or is_contents_line(element, words):
            self.reading.left_out["contents-left-out"] += 1
        elif words or not is_on(mark, _VANISH):
            yield self._numbered(said, lines_of(inline.pieces))

    def _numbered(self, said: Properties, lines: list[Line]) -> Paragraph:
        label = self.reading.label(said)
        if label is None:
            return Paragraph(tuple(lines))
        first, shift = lines[0], letters(label[0])
        turns = tuple((before + shift, page) for before, page in first.turns)
        return Paragraph((Line(labelled(*label, first.text), first.page, turns), *lines[1:]))

    def _run_out(self) -> Iterator[Paragraph]:
        """What was carried where no paragraph follows."""
        carried, self.carried = self.carried, []
        if carried:
            yield Paragraph(tuple(lines_of(carried)))


def _inside(reading: Reading, parent: Element) -> list[Block]:
    """What a cell or a text box holds."""
    return BodyReader(reading).blocks(parent)
