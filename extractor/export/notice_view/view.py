"""A record as HTML: its text laid out as read, everything found in it marked; the text itself is never changed.

Every character of the text that is no blank stands once, in order, inside of the elements with ``data-from``; what
else is said (numbers of tasks, kinds of parts) stands in attributes and in ``header`` elements.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from extractor.export.columns import PARTS
from extractor.export.notice_view.blocks import blocks_of
from extractor.export.notice_view.facts import FRAME, facts_of
from extractor.export.notice_view.grid import grid
from extractor.export.notice_view.markup import Html, element, words
from extractor.export.notice_view.pen import Manner, Pen, whole
from extractor.export.notice_view.segments import shared

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from extractor.export.notice_view.blocks import Block
    from extractor.export.notice_view.facts import Fact
    from extractor.export.notice_view.grid import Placed
    from extractor.model.layout import Layout
    from extractor.model.record import DocumentRecord, Record
    from extractor.model.source import Table

_FIRST, _LAST = 3, 6
"""Heading elements of the outline, below the title."""


def notice_html(record: Record, layout: Layout, manner: Manner) -> Html:
    """The whole text of ``record``, a ``section`` a document."""
    blocks = blocks_of(record, layout)
    facts = facts_of(record)
    here = shared([(block.start, block.end) for block in blocks], facts)
    tasks = (fact.key for fact in facts if fact.kind == "task")
    writer = _Writer(Pen(record["text"], manner, {key: number for number, key in enumerate(tasks, 1)}))
    groups = groupby(zip(blocks, here, strict=True), key=lambda pair: pair[0].document)
    parts = ((at, [writer.block(*pair) for pair in group]) for at, group in groups)
    return Html("".join(_part(record["documents"][at] if at >= 0 else None, inside, manner) for at, inside in parts))


def _part(document: DocumentRecord | None, blocks: Iterable[str], manner: Manner) -> str:
    inside = "\n".join(blocks)
    if document is None:
        return element("section", inside, class_="document stray")
    head = element("header", _frame(document, manner), class_="part")
    return element(
        "section", head + inside, class_=f"document part-{document['part']}",
        id=f"{manner.prefix}document-{document['id']}", aria_label=document["title"] or PARTS[document["part"]],
    )  # fmt: skip


def _frame(document: DocumentRecord, manner: Manner) -> str:
    """The kind of part, and the elements of the document as a list."""
    part = element("p", PARTS[document["part"]] + (f" · {words(document['type'])}" if document["type"] else ""))
    shown = [name for name in FRAME if name not in {"title", "type"} and document["evidence"].get(name)]
    pairs = ((FRAME[name], "、".join(_values(document, name, manner))) for name in shown)
    rows = "".join(element("div", element("dt", name) + element("dd", values)) for name, values in pairs)
    return part + (element("dl", rows, class_="elements") if rows else "")


def _values(document: DocumentRecord, name: str, manner: Manner) -> Iterator[str]:
    value = document[name]  # type: ignore[literal-required]  # a name of FRAME
    for at, each in enumerate([value] if isinstance(value, str) else value or ()):
        place = f"#{manner.prefix}{document['id']}.{name}.{at}"
        yield element("a", words(each), href=place) if manner.linked else words(each)


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes blocks as elements."""

    pen: Pen

    def block(self, block: Block, facts: Sequence[Fact]) -> str:
        """One block with its marks."""
        if block.table:
            return self._table(block.table, facts)
        section = (block.section[0], block.section[1]) if block.section else None
        heading = section if block.kind == "paragraph" else None
        inside = self.pen.stretch(block.start, block.end, facts, heading)
        key = f"{self.pen.manner.prefix}section-{section[0]}" if section else None
        return element(_tag(block), inside, class_=_classes(block, facts), id=key, data_from=block.start)

    def _table(self, table: Table, facts: Sequence[Fact]) -> str:
        tagged = enumerate(grid(table))
        rows = [[self._cell(placed, facts, "td" if at else "th") for placed in row] for at, row in tagged]
        inside = element("table", "".join(element("tr", "".join(row)) for row in rows))
        return element("div", inside, class_="table-frame", tabindex=0, role="group", aria_label="表格")

    def _cell(self, placed: Placed, facts: Sequence[Fact], tag: str) -> str:
        cell, down, across = placed
        spans = {"rowspan": down if down > 1 else None, "colspan": across if across > 1 else None}
        if cell is None or cell.span is None:
            return element("td", "", class_="void", **spans)
        start, end = cell.span.start, cell.span.end
        here = [fact for fact in facts if fact.start < end and start < fact.end]
        around = "in-task" if whole(start, end, here) else None
        return element(tag, self.pen.stretch(start, end, here), class_=around, data_from=start, **spans)


def _tag(block: Block) -> str:
    if block.kind == "title":
        return "h2"
    return f"h{min(_LAST, _FIRST + block.level - 1)}" if block.kind == "heading" else "p"


def _classes(block: Block, facts: Sequence[Fact]) -> str:
    level = f" level-{block.level}" if block.level else ""
    return f"{block.kind}{level}" + (" in-task" if whole(block.start, block.end, facts) else "")
