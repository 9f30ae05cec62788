"""The outline as items that know their parent, their own paragraphs and the labels down to them."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extractor.extract.sentences import trim

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extractor.model.draft import Draft, Paragraph
    from extractor.model.notice import Section
    from extractor.model.span import Span

_SET_OFF = "★☆◆◇■□●▲△※►▶【】 "


@dataclass(slots=True, eq=False)
class Item:
    """A section of the outline in its place, from ``start`` to ``end``.

    ``paragraphs`` are its own, its heading's first, without those of its children. ``labels`` and ``titles`` are
    those from the outline down to this item; unnumbered headings have no label. ``beside`` are the items under
    the same parent, this one among them.
    """

    section: Section
    parent: Item | None
    end: int
    children: list[Item] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)
    beside: Sequence[Item] = ()
    labels: tuple[str, ...] = field(init=False)
    titles: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        """Take over what the item above is called."""
        labels, titles = (self.parent.labels, self.parent.titles) if self.parent else ((), ())
        self.labels = (*labels, self.section.label) if self.section.label else labels
        self.titles = (*titles, self.section.title.strip(_SET_OFF))

    @property
    def start(self) -> int:
        """Where the item's words begin, after its label."""
        return self.section.span.start + len(self.section.label)

    @property
    def stands_alone(self) -> bool:
        """Whether the heading is a line of its own with text or items below it."""
        return (len(self.paragraphs) > 1 or bool(self.children)) and self.heading_only

    @property
    def heading_only(self) -> bool:
        """Whether the first paragraph holds nothing but the heading (and perhaps a bracket)."""
        return "。" not in self.paragraphs[0].text.rstrip("。") if self.paragraphs else True

    def siblings_before(self) -> list[Item]:
        """The items before this one under the same parent."""
        if self.parent is None:
            return []
        return self.parent.children[: self.parent.children.index(self)]

    def descendants(self) -> Iterator[Item]:
        """This item and all below it, in text order."""
        yield self
        for child in self.children:
            yield from child.descendants()


class Items:
    """All items of a document, and which of them holds a given place."""

    def __init__(self, draft: Draft) -> None:
        """Hang the outline and give every paragraph of the body to the deepest item that holds it."""
        self.roots: list[Item] = _hung(draft.outline, None)
        self.all = [item for root in self.roots for item in root.descendants()]
        self._starts = [item.section.body.start for item in self.all]
        self.loose: list[Paragraph] = []
        for paragraph in draft.body:
            item = self.at(paragraph.span.start)
            (item.paragraphs if item else self.loose).append(paragraph)

    def leaves(self) -> list[Item]:
        """The items without sub-items, in text order."""
        return [item for item in self.all if not item.children]

    def close_at(self, paragraph: Paragraph) -> None:
        """Let the last items end before ``paragraph``: it speaks for the whole document."""
        for item in self.all:
            if item.end > paragraph.span.start:
                item.end = paragraph.span.start
                item.paragraphs = [p for p in item.paragraphs if p.span.start < paragraph.span.start]

    def at(self, offset: int) -> Item | None:
        """The deepest item whose section holds ``offset``."""
        index = bisect_right(self._starts, offset) - 1
        item = self.all[index] if index >= 0 else None
        while item is not None and not item.section.body.start <= offset < item.end:
            item = item.parent
        return item


def _hung(sections: Sequence[Section], parent: Item | None) -> list[Item]:
    items = [Item(section, parent, section.body.end) for section in sections]
    for item in items:
        item.beside = items
        item.children = _hung(item.section.children, item)
    return items


def words_of(item: Item, folded: str) -> Span | None:
    """The whole item after its label, sub-items included, without blanks at the edges."""
    return trim(folded, item.start, item.end)


def own_words(item: Item, folded: str) -> Span | None:
    """The item's own paragraphs after its label, without its sub-items."""
    last: Sequence[Paragraph] = item.paragraphs[-1:]
    return trim(folded, item.start, last[0].span.end) if last else None
