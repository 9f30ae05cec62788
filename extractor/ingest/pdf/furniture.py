"""What a page carries besides its text: page numbers, and heads and feet that repeat from page to page."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from statistics import median
from typing import TYPE_CHECKING

from extractor.ingest.beside import marks_in
from extractor.ingest.pdf.page import DASHED_NUMBER
from extractor.ingest.shape import starts_item
from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.ingest.pdf.lines import Line
    from extractor.ingest.pdf.page import Page

_DASHES = r"[-—–―－_·•~\s]*"
_COUNTED = r"第?\s*\d{1,4}\s*页?(?:\s*[/／共,，]+\s*(?:共\s*)?\d{1,4}\s*页?)?"
_ENGLISH = r"Page \d{1,4}(?: of \d{1,4})?|[ivxIVX]{1,6}"
_PAGE_NUMBER = own(rf"{_DASHES}(?:{_COUNTED}|{_ENGLISH}){_DASHES}")
_SECRET = own(r"[绝机秘]\s{0,4}密")  # a mark of secrecy over every page has to be seen once
_WATERMARK = own(r"((?:绝密|机密|秘密)(?:[★☆]\w{0,6})?)(?:\1){0,50}")
_MARGIN_SHARE = 0.15  # of the page's height at its head and foot, where numbers and running heads stand
_REPEATS = 3  # pages that carry the same line before it is a running head; at the edge of the sheet two are enough
_EDGE_SHARE = 0.075  # of the page's height: so near to the edge of the sheet no text begins
_SMALL = 0.9  # of the size of the text: a head on one page
_MARK = r"[-—–―－_·•~|\s]"
_COUNT = own(rf"^{_MARK}*\d{{1,4}}(?={_MARK})|(?<={_MARK})\d{{1,4}}(?:\s?/\s?\d{{1,4}})?{_MARK}*$")
_SAME_HEIGHT = 3.0  # points


def without_furniture(pages: Sequence[Page]) -> tuple[list[Page], int]:
    """The pages without page numbers and running heads, and how many running heads were taken away."""
    repeated = _repeated(pages)
    cleared: list[Page] = []
    heads = 0
    for page in pages:
        again = repeated if cleared else {key for key in repeated if not _SECRET.search(key[0])}
        edges = _edge_lines(page)
        furniture = [line for line in edges if _is_number(line, page) or _key(line) in again or _is_head(line, page)]
        heads += sum(not _PAGE_NUMBER.fullmatch(line.text) for line in furniture)
        gone = {id(line) for line in furniture}
        cleared.append(replace(page, items=tuple(item for item in page.items if id(item) not in gone)))
    return cleared, heads


def marks_beside(pages: Sequence[Page]) -> list[str]:
    """Marks of secrecy that stand where the text has none: at the foot, on later pages, across the page."""
    top = {line.text for page in pages[:1] for line in page.lines if line.middle > _margins(page)[1]}
    lines = [line.text for page in pages for line in _edge_lines(page) if line.text not in top]
    found = [mark for line in lines for mark in marks_in(line)] + [_repeated_mark(page.across) for page in pages]
    return [mark for mark in dict.fromkeys(found) if mark and not any(mark in line for line in top)]


def _repeated_mark(words: str) -> str:
    """The mark of which a watermark consists, written once or many times."""
    match = _WATERMARK.fullmatch(words)
    return match[1] if match else ""


def _edge_lines(page: Page) -> list[Line]:
    """The lines in the margins of the page."""
    low, high = _margins(page)
    return [line for line in page.lines if line.middle < low or line.middle > high]


def _margins(page: Page) -> tuple[float, float]:
    share = _MARGIN_SHARE * (page.frame.top - page.frame.bottom)
    return page.frame.bottom + share, page.frame.top - share


def _is_number(line: Line, page: Page) -> bool:
    """Whether the line is the page's number: between dashes, or outside everything else on the page."""
    if not _PAGE_NUMBER.fullmatch(line.text):
        return False
    if DASHED_NUMBER.fullmatch(line.text):
        return True
    others = [item.box for item in page.items if item is not line]
    below = all(line.box.top <= box.bottom + _SAME_HEIGHT for box in others)
    return below or all(line.box.bottom >= box.top - _SAME_HEIGHT for box in others)


def _is_head(line: Line, page: Page) -> bool:
    """Whether the line is a running head though it stands on one page only: small, and at the edge of the sheet.

    The edge of a recognised picture is no edge of a sheet.
    """
    if page.scores or line.middle < _edges(page)[1] or _may_be_text(line.text):
        return False
    sizes = [other.em for other in page.lines if other is not line for _ in other.text]
    return bool(sizes) and line.em < _SMALL * median(sizes)


def _may_be_text(words: str) -> bool:
    """An item, 附件 or a mark of secrecy."""
    return starts_item(words) or "附" in words[:2] or _SECRET.search(words) is not None


def _edges(page: Page) -> tuple[float, float]:
    share = _EDGE_SHARE * (page.frame.top - page.frame.bottom)
    return page.frame.bottom + share, page.frame.top - share


def _key(line: Line) -> tuple[str, int]:
    """The words without the number of the page, and the height."""
    return _COUNT.sub("", line.text) or line.text, round(line.middle / _SAME_HEIGHT)


def _repeated(pages: Sequence[Page]) -> set[tuple[str, int]]:
    """Lines of the margins that stand on one height of at least three pages; no items, and no 附件.

    At the edge of the sheet, where no text begins, two pages are enough.
    """
    counts, outside = Counter[tuple[str, int]](), set[tuple[str, int]]()
    for page in pages:
        low, high = _edges(page)
        lines = _edge_lines(page)
        counts.update({_key(line) for line in lines})
        outside.update(_key(line) for line in lines if not page.scores and not low < line.middle < high)
    often = (key for key, count in counts.items() if count >= (2 if key in outside else _REPEATS))
    return {key for key in often if not starts_item(key[0]) and "附" not in key[0][:2]}
