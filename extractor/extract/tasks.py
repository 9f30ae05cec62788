"""All tasks of one document, in the order of the annotation: marked, directed, stated."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.extract.actors import ActorReader
from extractor.extract.closing import closing_paragraphs
from extractor.extract.directives import Directives
from extractor.extract.governed import Passages
from extractor.extract.items import Item, Items, own_words, words_of
from extractor.extract.markings import MarkingReader
from extractor.extract.names import NameReader
from extractor.extract.owner_lists import OwnerLists
from extractor.extract.prose_owners import ProseOwners
from extractor.extract.rows import Row, RowReader
from extractor.extract.sentences import clauses, sentences, trim
from extractor.model.deadline import Vague
from extractor.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extractor.extract.reading import DocumentReading
    from extractor.model.draft import Draft, Paragraph
    from extractor.rules.rule import RuleBook

_MATERIALS = re.compile(
    r"(?:如下|以下|下列)[^。]{0,20}?(?:材料|资料|表格|文件|内容)[^。]{0,40}：$|(?:材料|资料)(?:包括|如下|清单)[^。]{0,10}：$"
)


@dataclass(frozen=True, slots=True)
class TaskTools:
    """The readers of one rule book, made once and used for every document."""

    names: NameReader
    lists: OwnerLists
    actors: ActorReader
    prose: ProseOwners
    directives: Directives
    rule_types: frozenset[str]
    form_types: tuple[str, ...]

    @classmethod
    def of(cls, book: RuleBook) -> TaskTools:
        """Make all readers for ``book``."""
        names = NameReader(book)
        types = frozenset(book.words("frame.rules"))
        return cls(
            names,
            OwnerLists(book, names),
            ActorReader(book, names),
            ProseOwners(book, names),
            Directives(book),
            types,
            book.words("frame.form"),
        )


class TaskReader:
    """Reads the tasks of one document outside its tables."""

    def __init__(self, reading: DocumentReading, tools: TaskTools) -> None:
        """Hang the outline and find the closing paragraphs."""
        self.reading, self.tools, self.folded = reading, tools, reading.folded
        self.rows = RowReader(reading, tools.actors, tools.prose, tools.directives)
        self.items = Items(reading.draft)
        self.closing = closing_paragraphs(self.items, tools.actors, reading.folded)

    def read(self) -> list[Row]:
        """The rows in text order."""
        if self._is_form(self.reading.draft):
            return []
        rows = self._marked()
        covered = [row.task.span for row in rows]
        if self._is_statute(self.reading.draft):
            rows += self._ruled(covered)
        else:
            for root in self.items.roots:
                rows += self._directed(root, covered)
            rows += self._stated(covered)
        return sorted(rows, key=lambda row: row.task.span)

    def _is_form(self, draft: Draft) -> bool:
        """Empty forms (表, 回执 …) and lists to choose from are attachments without tasks."""
        title = draft.frame.title.value if draft.frame.title and draft.part == "attachment" else ""
        return title.endswith(self.tools.form_types) or self.tools.directives.is_reference_only(title)

    def _is_statute(self, draft: Draft) -> bool:
        kind = draft.frame.type
        articles = any(re.fullmatch(r"第.{1,6}条", item.section.label.strip()) for item in self.items.all)
        return articles or (kind is not None and kind.value in self.tools.rule_types)

    def _marked(self) -> list[Row]:
        headings = {p.span.start: " ".join(item.titles) for item in self.items.all for p in item.paragraphs}
        body = self.reading.draft.body
        markings = MarkingReader(self.reading, self.tools.lists).read(body, headings)
        loose = [*self.items.loose, *self.closing]
        passages = Passages(self.items, markings, loose, self.folded).all()
        kept = [p for p in passages if p.marking.form != "opening" or self._opens_task(p.span, p.item)]
        return [self.rows.marked(p.span, p.item, p.marking) for p in kept]

    def _opens_task(self, span: Span, item: Item | None) -> bool:
        """A paragraph that opens with a time is a task inside an item, or where it demands something."""
        words = span.quote(self.folded)
        if item is None:
            return self.tools.directives.demands(words)
        return not self.tools.directives.is_framing(item.titles)

    def _directed(self, item: Item, covered: Sequence[Span]) -> Iterator[Row]:
        """T2: the deepest items that direct; an item whose sub-items do not is one task with them."""
        span = words_of(item, self.folded)
        if span is None or self.tools.directives.is_framing(item.titles):
            return
        if any(cover.contains(span) for cover in covered):
            return
        below = (
            []
            if self._lists_materials(item)
            else [row for child in item.children for row in self._directed(child, covered)]
        )
        touched = any(cover.overlaps(span) for cover in covered)
        if below or touched:
            yield from below
            yield from self._lead_sentences(item, covered) if item.children else ()
        elif self._directs(item, span):
            yield self.rows.directed(span, item)

    def _lists_materials(self, item: Item) -> bool:
        lead = own_words(item, self.folded)
        words = lead.quote(self.folded) if lead else ""
        return bool(_MATERIALS.search(words)) or self.tools.directives.offers_choice(words)

    def _directs(self, item: Item, span: Span) -> bool:
        directives, words = self.tools.directives, span.quote(self.folded)
        lead = own_words(item, self.folded)
        own = lead.quote(self.folded) if item.children and lead else words
        heading = (
            item.paragraphs[0].text[len(item.section.label) :].strip()
            if item.paragraphs
            else item.section.title
        )
        if directives.is_title_list(heading) or heading.startswith("《"):
            return False
        if item.children and (own == item.section.title or directives.offers_choice(own)):
            return False
        if self._is_dated(span) or any(directives.tells(line) for line in re.split(r"[。；\n]", own)):
            return True
        return any(
            self._names_somebody(sentence)
            for sentence in clauses(self.folded, lead if item.children and lead else span)
        )

    def _names_somebody(self, sentence: Span) -> bool:
        """A sentence whose subject does something, or that says who is responsible."""
        words = sentence.quote(self.folded)
        if self.tools.prose.read(self.folded, sentence):
            return True
        acts = self.tools.actors.read(self.folded, sentence) or self.tools.actors.announcers(
            self.folded, sentence
        )
        return bool(acts) and not self.tools.directives.only_permits(words)

    def _is_dated(self, span: Span) -> bool:
        read = self.reading.times(span, marked=False)
        return any(not isinstance(time.value, Vague) for time in read.times)

    def _lead_sentences(self, item: Item, covered: Sequence[Span]) -> Iterator[Row]:
        for paragraph in item.paragraphs[1:] if item.heading_only else item.paragraphs:
            for span in self._demands(paragraph, covered, named=False):
                yield self.rows.stated(span, item)

    def _stated(self, covered: Sequence[Span]) -> Iterator[Row]:
        """T3: before the first item only with a time; where there are no items, and at the end, also with a name."""
        for paragraph in self.items.loose:
            for span in self._demands(paragraph, covered, named=not self.items.all):
                yield self.rows.stated(span, None)
        for paragraph in self.closing:
            for span in self._demands(paragraph, covered, named=True):
                yield self.rows.stated(span, None)

    def _demands(self, paragraph: Paragraph, covered: Sequence[Span], *, named: bool) -> Iterator[Span]:
        """The demanding sentences of a paragraph: those without a subject of their own belong to the one before."""
        current: Span | None = None
        if paragraph.table:
            return
        for sentence in sentences(self.folded, paragraph.span):
            words = sentence.quote(self.folded)
            demanding = self.tools.directives.demands(words) and not self.tools.directives.is_empty(words)
            actors = self.tools.actors.read(self.folded, sentence, self.rows.issuers) if demanding else ()
            starts = demanding and (self._is_dated(sentence) or (named and bool(actors)))
            if any(cover.overlaps(sentence) for cover in covered) or not (starts or (current and demanding)):
                continue
            if current and not actors:
                current = Span(current.start, sentence.end)
                continue
            if current:
                yield current
            current = sentence if starts else current
        if current:
            yield current

    def _ruled(self, covered: Sequence[Span]) -> Iterator[Row]:
        """Rules (办法, 规定 …): only sentences that say both who and when."""
        for paragraph in self.reading.draft.body:
            for sentence in sentences(self.folded, paragraph.span):
                words = sentence.quote(self.folded)
                if (
                    paragraph.table
                    or not self.tools.directives.demands(words)
                    or any(c.overlaps(sentence) for c in covered)
                ):
                    continue
                if self._is_dated(sentence) and self.tools.actors.read(
                    self.folded, sentence, self.rows.issuers
                ):
                    item = self.items.at(sentence.start)
                    start = max(sentence.start, item.start) if item else sentence.start
                    span = trim(self.folded, start, sentence.end)
                    if span:
                        yield self.rows.stated(span, item)
