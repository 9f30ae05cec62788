"""Which passage a marking governs (annotation T1)."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.extract.sentences import trim
from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.extract.items import Item, Items
    from extractor.extract.markings.marking import Marking
    from extractor.model.draft import Paragraph
    from extractor.model.span import Span


MAX_HEADING = 30
_SENTENCE = own(r"[。，；：]")
OPENING = frozenset({"opening", "timed"})  # the passage begins with its time instead of ending with it


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that are one task by their marking, and the item that they stand in."""

    span: Span
    item: Item | None
    marking: Marking


class Passages:
    """Assigns the markings of a document to their passages."""

    def __init__(self, items: Items, markings: Sequence[Marking], loose: Sequence[Paragraph], folded: str) -> None:
        """``loose`` are the paragraphs outside all items."""
        self.items, self.markings, self.folded = items, markings, folded
        self.loose = loose
        self.home = {marking.span.start: items.at(marking.span.start) for marking in markings}
        homes = [(marking, item) for marking in markings if (item := self.home[marking.span.start])]
        self._marked = Counter(item for _, item in homes)
        self._starts = sorted(item.start for item in self._marked)
        self.levels = {
            item.section.level for m, item in homes if m.form not in OPENING and self._certain(m, item)
        }

    def all(self) -> list[Passage]:
        """The passages in text order; two markings never share words."""
        found: list[Passage] = []
        for index, marking in enumerate(self.markings):
            item = self.home[marking.span.start]
            span = self._span(index, marking, item)
            if span is None:
                continue
            target = self._target(item) if marking.stands_alone else item
            found.append(Passage(span, target, marking))
        return found

    def _span(self, index: int, marking: Marking, item: Item | None) -> Span | None:
        before = self.markings[index - 1].span.end if index else 0
        if marking.form in OPENING:
            return self._opening(index, marking, item)
        if item is None:
            paragraph = next((p for p in self.loose if p.span.contains(marking.span)), None)
            start = paragraph.span.start if paragraph else marking.span.start
            if paragraph and marking.span.start == start:
                start = self._paragraph_above(start)
            return trim(self.folded, max(start, before), marking.span.start)
        lone_time = marking.form == "label" and not marking.owners and self._alone(marking, item)
        if lone_time or (marking.form == "bracket" and self._heads(marking, item)):
            return trim(self.folded, item.start, item.end)
        target = (self._target(item) if marking.stands_alone else None) or item
        start = max(target.start, before)
        return trim(self.folded, start, marking.span.start)

    def _paragraph_above(self, start: int) -> int:
        above = [p for p in self.loose if p.span.end <= start]
        return above[-1].span.start if above else start

    def _opening(self, index: int, marking: Marking, item: Item | None) -> Span | None:
        """From the paragraph that opens with a time to the next such paragraph of the item, or the item's end."""
        following = self.markings[index + 1].span.start if index + 1 < len(self.markings) else len(self.folded)
        start = marking.span.start
        if item is None:
            end = next((p.span.end for p in self.loose if p.span.start <= start < p.span.end), marking.span.end)
        else:
            end = item.children[0].section.body.start if item.children else item.end
            whole = self._alone(marking, item) or self._closes_item(marking, item)
            start = item.start if whole else max(start, item.start)
        return trim(self.folded, start, min(end, following))

    def _alone(self, marking: Marking, item: Item) -> bool:
        """The only time that opens a paragraph, directly below a heading, is the time of the whole item."""
        below = item.paragraphs[1].span.start if item.heading_only and len(item.paragraphs) > 1 else None
        return below == marking.span.start and self._marked[item] == 1

    def _closes_item(self, marking: Marking, item: Item) -> bool:
        """``自查时间：9月2日—7日`` as the last line of an item says when all of the item is due."""
        last = marking.form == "timed" and not item.children and item.paragraphs[-1].span.start == marking.span.start
        return last and len(item.paragraphs) > 1 and self._marked[item] == 1

    def _heads(self, marking: Marking, item: Item) -> bool:
        """A bracket that ends a heading standing alone governs the whole section."""
        first = item.paragraphs[0] if item.paragraphs else None
        if first is None or not first.span.contains(marking.span):
            return False
        rest = self.folded[marking.span.end : first.span.end].strip("。；： ")
        alone = self._marked[item] == 1
        return (not rest and item.stands_alone) or (alone and self._ends_title(marking, item))

    def _ends_title(self, marking: Marking, item: Item) -> bool:
        """``（一）动员部署（3月底前）。各单位要……``: the bracket closes the heading's own words, more follows."""
        before = self.folded[item.start : marking.span.start].rstrip("。")
        goes_on = not item.children and trim(self.folded, marking.span.end, item.end) is not None
        heads = not marking.owners or goes_on
        return len(before) <= MAX_HEADING and not _SENTENCE.search(before) and heads

    def _certain(self, marking: Marking, item: Item) -> bool:
        """Whether the marking can belong to no other item than the one it stands in."""
        return marking.form == "bracket" or item.parent is None or self._first_or_marked(item)

    def _first_or_marked(self, item: Item) -> bool:
        before = item.siblings_before()
        return not before or any(self._has_marking(sibling) for sibling in before)

    def _has_marking(self, item: Item) -> bool:
        """Whether a marking stands in the item, be it below its own sub-items."""
        place = bisect_left(self._starts, item.start)
        return place < len(self._starts) and self._starts[place] < max(item.end, item.start + 1)

    def _target(self, item: Item | None) -> Item | None:
        """A marking below sub-items that have none of their own governs the item above them."""
        if item is None or item.parent is None or self._first_or_marked(item) or item.section.level in self.levels:
            return item
        followed = item.parent.children.index(item) + 1 < len(item.parent.children)
        return item if followed else item.parent
