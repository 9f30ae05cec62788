"""The title of a notice: taken from the page where its text has none, and kept once where it has several."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.ingest.html.blocks import Lines, shown
from extractor.ingest.html.elements import look_at, tag_of
from extractor.ingest.shape import starts_item
from extractor.model.fold import fold
from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extractor.ingest.html.blocks import Block
    from extractor.ingest.markup import Element
    from extractor.ingest.plain.lines import Line
    from extractor.rules.book import RuleBook

_SITE = own(r"\s*[_|>»]+\s*|\s+[-–—·]+\s+|[-–—](?!\d)")
_NAMES = re.compile("title|biaoti|标题", re.IGNORECASE)
_STATED = frozenset(("articletitle", "title", "og:title", "dc.title"))
_SHORTEST, _LONGEST = 6, 150
_LINES = 5  # lines a title has at most
_TOP = 15  # lines of a notice in which its title stands
_BODY = own(
    r".*(?:[市县区局委部厅院校处司办位门员构业府生队组]|[市县区局委部厅院校系处]（[^（）]{1,20}）|如下)：{1,2}"
    r"|.{0,300}。.{0,300}"
)
_SENTENCE = own("[，：；。！？]")
_ABOUT = own("关于.{2,120}的")  # a menu of the page ends as titles do, too: 教务处通知
_BLANK = own(r"\s+")


class PageTitle:
    """Knows a title by its last noun (``frame.type``: 通知, 意见, 方案 …)."""

    def __init__(self, book: RuleBook) -> None:
        """Take the vocabulary from ``book``."""
        types = "|".join(sorted(map(re.escape, book.words("frame.type")), key=len, reverse=True))
        self._title = re.compile(rf".*(?:{types})(?:（[^（）]{{1,20}}）)?")
        self._stands = re.compile(rf"关于.{{2,120}}?(?:{types})|(?:{types})(?:（[^（）]{{1,20}}）)?$")

    def missing(self, root: Element, page: Sequence[Block], lines: Sequence[Line]) -> str:
        """The page's title for the notice when ``lines``, the notice's text, begin without one; else empty.

        Tried in order: what the page states for programs (``<meta name="ArticleTitle">``), headings, elements
        named title, the window's title without the name of the site, and any line of ``page``, all its blocks.
        """
        top = _top(lines)
        dense = "".join(map(_dense, top))
        if any(self._stands.search(_dense(line)) for line in top) or re.search("关于.{2,120}的", dense):
            return ""
        titles = [words for candidate in _candidates(root, page) if (words := self._as_title(candidate))]
        words = next((title for title in titles if _ABOUT.search(title)), titles[0] if titles else "")
        return "" if _dense(words) in dense else words

    def without_repeats(self, lines: Sequence[Line]) -> list[Line]:
        """Of a title that stands again below, on one line or several, only the last stays."""
        kept = list(lines)
        top = [_dense(line.text) for line in kept[: len(_top(kept))]]
        gone = {
            position
            for position, words in enumerate(top)
            if len(words) >= _SHORTEST
            and self._title.fullmatch(words)
            and _stands_below(words, top[position + 1 :])
        }
        return [line for position, line in enumerate(kept) if position not in gone]

    def _as_title(self, words: str) -> str:
        """The part of ``words`` that ends as titles end: ``关于检查的通知-某市教育局`` without the site."""
        for part in (words, *_SITE.split(words)):
            fits = _SHORTEST <= len(part) <= _LONGEST and not starts_item(part)
            if fits and self._title.fullmatch(fold(part)):
                return part.strip()
        return ""


def _stands_below(words: str, lines: Sequence[str]) -> bool:
    """Whether ``words`` are whole lines again; in the name of an attachment they are no title."""
    for first, line in enumerate(lines):
        found = line
        for other in lines[first + 1 : first + _LINES]:
            if len(found) >= len(words):
                break
            found += other
        if found == words:
            return True
    return False


def _top(lines: Sequence[Line]) -> list[str]:
    """The lines above the recipients or the first sentence."""
    found: list[str] = []
    for line in lines[:_TOP]:
        if _BODY.fullmatch(fold(line.text)) or (found and starts_item(line.text)):
            break
        found.append(line.text)
    return found


def _dense(words: str) -> str:
    return _BLANK.sub("", fold(words))


def _candidates(root: Element, page: Sequence[Block]) -> Iterator[str]:
    stated = (
        element.get("content") or ""
        for element in root.iter("meta")
        if (element.get("name") or element.get("property") or "").lower() in _STATED
    )
    yield from map(shown, stated)
    elements = [element for element in root.iterdescendants() if not look_at(element).hidden]
    yield from (_words(element) for element in elements if look_at(element).heading)
    yield from (_words(element) for element in elements if _is_named_title(element))
    yield from (_words(element) for element in root.iter("title"))
    paragraphs = (block for block in page if isinstance(block, Lines) and not block.linked)
    words = ("".join(map(shown, block.raw[:_LINES])) for block in paragraphs)
    yield from (each for each in words if not _SENTENCE.search(each))


def _is_named_title(element: Element) -> bool:
    if tag_of(element) in ("title", "body", "html", "meta"):
        return False
    return _NAMES.search(f"{element.get('class', '')} {element.get('id', '')}") is not None


def _words(element: Element) -> str:
    """The words of an element; those of a long one, which is no title, are not put together."""
    found, length = [], 0
    for text in element.itertext():
        found.append(str(text))
        length += len(text)
        if length > _LONGEST * 4:
            return ""
    return shown("".join(found).strip())
