"""The text cut into what stands by itself on the page: titles, headings, paragraphs, tables, in their order."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from operator import itemgetter
from typing import TYPE_CHECKING, Literal

from extractor.export.notice_view.grid import is_sparse
from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extractor.model.layout import Layout
    from extractor.model.record import DocumentRecord, Record, Stretch
    from extractor.model.source import Table

Kind = Literal["title", "letterhead", "number", "salutation", "heading", "paragraph", "signature", "table"]
_LINE = own(r"[^\n]*\S[^\n]*")
_BY_ELEMENT: tuple[tuple[str, Kind], ...] = (("numbers", "number"), ("recipients", "salutation"), ("date", "signature"))
_HEAD = 80  # characters in which a document without a title names its issuer
_MOSTLY = 0.6  # of a line that is an element of the notice and little else


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the text that stands by itself; ``document`` counts those of the record, -1 outside of all.

    ``section`` is the outline's entry that begins in it.
    """

    kind: Kind
    start: int
    end: int
    document: int = -1
    level: int = 0
    section: Stretch | None = None
    table: Table | None = None


def blocks_of(record: Record, layout: Layout) -> tuple[Block, ...]:
    """The blocks, from the first character that is no blank to the last; each such character is in just one."""
    begins = [document["span"][0] for document in record["documents"]]
    order = sorted(range(len(begins)), key=begins.__getitem__)
    begins.sort()
    looks = [_looks(document) for document in record["documents"]]
    found: list[Block] = []
    for block in _cut(record["text"], _whole(record["text"], layout.tables)):
        at = bisect_right(begins, block.start) - 1
        inside = at >= 0 and block.start < record["documents"][order[at]]["span"][1]
        placed = replace(block, document=order[at] if inside else -1)
        if inside and not block.table:
            placed = looks[order[at]].dressed(placed, record["text"][block.start : block.end])
        found.append(placed)
    return tuple(_with_whole_titles(found))


def _whole(text: str, tables: Sequence[Table]) -> list[Table]:
    """The tables whose cells hold all words at their place, in order; others are shown as lines of text."""
    kept: list[Table] = []
    for table in sorted(tables, key=lambda table: table.span.start):
        spans = sorted(cell.span for cell in table.cells if cell.span)
        at, gaps = table.span.start, []
        for span in spans:
            gaps.append(text[at : span.start] if at <= span.start else "x")
            at = span.end
        gaps.append(text[at : table.span.end])
        apart = not kept or kept[-1].span.end <= table.span.start
        within = at <= table.span.end <= len(text)
        if apart and within and spans and not is_sparse(table) and not "".join(gaps).strip():
            kept.append(table)
    return kept


def _cut(text: str, tables: Sequence[Table]) -> Iterator[Block]:
    at = 0
    for table in tables:
        yield from _lines(text, at, table.span.start)
        yield Block("table", table.span.start, table.span.end, table=table)
        at = table.span.end
    yield from _lines(text, at, len(text))


def _lines(text: str, start: int, end: int) -> Iterator[Block]:
    for line in _LINE.finditer(text, start, end):
        words = line.group()
        indent = len(words) - len(words.lstrip())
        yield Block("paragraph", line.start() + indent, line.start() + len(words.rstrip()))


@dataclass(frozen=True, slots=True)
class _Looks:
    """What decides how the lines of one document look: where its title, elements and headings stand."""

    title: Stretch | None
    head: int  # issuers before it are the letterhead, behind it the signature
    elements: tuple[tuple[Stretch, Kind], ...]
    sections: tuple[tuple[Stretch, int], ...]
    issuers: frozenset[str]

    def dressed(self, block: Block, words: str) -> Block:
        """``block``, whose words are these, as what it is in this document."""
        if self.title and _share(block, self.title) > _MOSTLY:
            return replace(block, kind="title")
        at = bisect_left(self.sections, block.start, key=lambda section: section[0][0])
        if at < len(self.sections) and self.sections[at][0][0] < block.end:
            span, level = self.sections[at]
            found: Kind = "heading" if span[1] >= block.end else "paragraph"
            return replace(block, kind=found, level=level, section=span)
        if block.start > self.head and "".join(words.split()) in self.issuers:
            return replace(block, kind="signature")
        shares: dict[Kind, float] = {}
        for span, kind in self.elements:
            shares[kind] = shares.get(kind, 0.0) + max(0.0, _share(block, span))
        kind, share = max(shares.items(), key=itemgetter(1), default=(block.kind, 0.0))
        return replace(block, kind=kind) if share > _MOSTLY else block


def _share(block: Block, span: Stretch) -> float:
    return (min(block.end, span[1]) - max(block.start, span[0])) / (block.end - block.start)


def _looks(document: DocumentRecord) -> _Looks:
    evidence = document["evidence"]
    titles = evidence.get("title", ())
    title = titles[0]["span"] if titles else None
    head = title[0] if title else document["span"][0] + _HEAD
    elements = [(each["span"], kind) for name, kind in _BY_ELEMENT for each in evidence.get(name, ())]
    issuers = [each["span"] for each in evidence.get("issuers", ())]
    elements += [(span, "letterhead" if span[0] < head else "signature") for span in issuers]
    sections = sorted((section["span"], section["level"]) for section in document["outline"])
    return _Looks(title, head, tuple(elements), tuple(sections), frozenset(document["issuers"]))


def _with_whole_titles(blocks: Sequence[Block]) -> Iterator[Block]:
    """The lines of a title as one block."""
    held: Block | None = None
    for block in blocks:
        if held and (block.kind, block.document) == (held.kind, held.document):
            held = replace(held, end=block.end)
            continue
        if held:
            yield held
            held = None
        if block.kind == "title":
            held = block
        else:
            yield block
    if held:
        yield held
