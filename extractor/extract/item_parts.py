"""Which part of an item says who has to see to it: what stands below its heading, or the line that leads in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.model.span import Span

if TYPE_CHECKING:
    from extractor.extract.items import Item

_WITH_BODY = 2  # the heading and a paragraph


def below_heading(span: Span, item: Item | None) -> Span | None:
    """What an item says below a heading that stands alone: ``各地自查`` names nobody who is not named below it."""
    if item is None or len(item.paragraphs) < _WITH_BODY or span.start != item.start or not _only_names(item):
        return None
    start = item.paragraphs[1].span.start
    return Span(start, span.end) if start < span.end else None


def last_paragraph(item: Item) -> Span | None:
    """注意：below the item's own words leads in what follows, not they."""
    last = item.paragraphs[-1] if len(item.paragraphs) >= _WITH_BODY else None
    return last.span if last and last.text.endswith("：") else None


def _only_names(item: Item) -> bool:
    """Whether the item's first paragraph is a heading and no sentence."""
    return item.heading_only and not item.paragraphs[0].text.endswith(("。", "；"))
