"""All tasks of one document outside its tables, in the order of the annotation: marked, directed, stated."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from extractor.extract.closing import closing_paragraphs
from extractor.extract.covered import Covered
from extractor.extract.directed import DirectedReader
from extractor.extract.events import one_event
from extractor.extract.items import Items
from extractor.extract.markings.governed import Passages
from extractor.extract.markings.read import MarkingReader
from extractor.extract.meetings import convening
from extractor.extract.rows import Row, RowReader
from extractor.extract.stated import StatedReader, after_label
from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extractor.extract.markings.governed import Passage
    from extractor.extract.reading import DocumentReading
    from extractor.extract.tools import TaskTools

_BRACKETS = own(r"（[^（）]*）|\([^()]*\)")
_ARTICLE = own(r"第.{1,6}条")


class TaskReader:
    """Reads the tasks of one document outside its tables."""

    def __init__(self, reading: DocumentReading, tools: TaskTools) -> None:
        """Hang the outline and find the closing paragraphs."""
        self.reading, self.tools, self.folded = reading, tools, reading.folded
        self.rows = RowReader(reading, tools)
        self.stated = StatedReader(reading, tools, self.rows)
        self.items = Items(reading.draft)
        self.closing = closing_paragraphs(self.items, tools, reading.folded, self.stated.is_demand)

    def read(self, listed: Sequence[Row] = ()) -> list[Row]:
        """The rows in text order; ``listed`` are those of tables, and what holds them says no more by that."""
        if self._is_form():
            return []
        rows = self._marked()
        covered = Covered(row.task.span for row in (*rows, *listed))
        rows += self._ruled(covered) if self._is_statute() else self._unmarked(covered)
        called = self.rows.calls_meeting or not (self.reading.draft.frame.title or self.items.all)
        if called and not any(row.task.kind == "meeting" and not self._is_arrival(row) for row in rows):
            rows += self._called(Covered(row.task.span for row in rows))
        return sorted(one_event(rows), key=lambda row: row.task.span)

    def _is_arrival(self, row: Row) -> bool:
        """会议报到时间: when to come, beside the meeting itself."""
        return "报到" in row.task.title

    def _is_form(self) -> bool:
        """Empty forms (表, 回执 …) and lists to choose from are attachments without tasks."""
        draft = self.reading.draft
        title = draft.frame.title.value if draft.frame.title and draft.part == "attachment" else ""
        is_form = _BRACKETS.sub("", title).endswith(self.tools.form_types)
        return is_form or self.tools.directives.is_reference_only(title)

    def _is_statute(self) -> bool:
        kind = self.reading.draft.frame.type
        articles = any(_ARTICLE.fullmatch(item.section.label.strip()) for item in self.items.all)
        return articles or (kind is not None and kind.value in self.tools.rule_types)

    def _marked(self) -> list[Row]:
        headings = {p.span.start: " ".join(item.titles) for item in self.items.all for p in item.paragraphs}
        markings = MarkingReader(self.reading, self.tools.lists).read(self.reading.draft.body, headings)
        loose = [*self.items.loose, *self.closing]
        passages = Passages(self.items, markings, loose, self.folded).all()
        return [self.rows.marked(passage) for passage in passages if self._is_task(passage)]

    def _is_task(self, passage: Passage) -> bool:
        """A paragraph that opens with a time is a task inside an item, or where it demands something."""
        if passage.marking.form != "opening":
            return True
        if passage.item is None:
            return self.tools.directives.demands(passage.span.quote(self.folded))
        return not self.tools.directives.is_framing(passage.item.titles)

    def _unmarked(self, covered: Covered) -> Iterator[Row]:
        """T2 items, then T3: before the first item only with a time; without items and at the end also with a name."""
        directed = DirectedReader(self.reading, self.tools, self.rows, self.stated)
        for root in self.items.roots:
            yield from directed.read(root, covered)
        for paragraphs, named in ((self.items.loose, not self.items.all), (self.closing, True)):
            for paragraph in paragraphs:
                for span in self.stated.demands(paragraph, covered, named=named):
                    yield self.rows.stated(span, None)

    def _called(self, covered: Covered) -> Iterator[Row]:
        """T4: the meeting that a notice of it convenes without asking anybody."""
        for sentence in convening(self.folded, self.items.loose, self.tools.meetings):
            if not covered.touches(sentence):
                row = self.rows.stated(sentence, None)
                yield replace(row, task=replace(row.task, kind="meeting"))
                return

    def _ruled(self, covered: Covered) -> Iterator[Row]:
        for sentence in self.stated.ruled(self.reading.draft.body, covered):
            item = self.items.at(sentence.start)
            span = after_label(self.folded, sentence, item.start if item else 0)
            if span:
                yield self.rows.stated(span, item)
