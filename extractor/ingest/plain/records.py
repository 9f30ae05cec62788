"""The record that an office's web page gives of a document, above its text: 索引号, 发布机构, 有效性 and so on.

::

    索 引 号：0143/2024-00023    主题分类：林业       a table, a list, or lines of a copied page
    发文字号：云政办发〔2024〕3号  有 效 性：有效
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from extractor.ingest.plain.lines import Line
    from extractor.rules.book import RuleBook

_TOP = 40  # lines in which a record stands
_FEWEST = 3  # entries, of which one at least is a sign of a web page
_SHARE = 0.3  # of the filled cells of a table are labels; of one that lists many documents fewer are
_LONGEST = 12  # characters of a label with its blanks, and of the last value: more may be the title
_BLANK = own(r"\s+")
_NUMBER = own(r"[^，。：\s]{1,20}[〔\[(（]\s?(?:19|20)\d\d\s?[〕\])）]\s?(?:第\s?)?\d{1,5}\s?号")
_NUMBERED = ("文号", "发文字号", "发文文号", "文件编号", "文件字号")


class Records:
    """Knows the labels of such records (``patterns/layout.toml``)."""

    def __init__(self, book: RuleBook) -> None:
        """Take the vocabulary from ``book``."""
        self._signs = frozenset(book.words("layout.record-signs"))
        self._labels = self._signs | frozenset(book.words("layout.record-labels"))

    def label(self, words: str) -> str:
        """The label with which folded ``words`` begin or which they are, ``索 引 号：014`` → ``索引号``, or nothing."""
        head, colon, _ = words.partition("：")
        if not colon and len(words) > _LONGEST:
            return ""
        found = _BLANK.sub("", head) if len(head) <= _LONGEST else ""
        return found if found in self._labels else ""

    def is_record(self, cells: Sequence[str]) -> bool:
        """Whether a table of these folded ``cells`` is such a record."""
        filled = [words for words in cells if words]
        return self._are_entries([found for found in map(self.label, filled) if found], _SHARE * len(filled))

    def number(self, cells: Sequence[str]) -> str:
        """The document number that the cells of a record state, beside its label or below it; else empty."""
        if not any(self.label(words) in _NUMBERED for words in cells):
            return ""
        return next((match[0] for words in cells if (match := _NUMBER.search(words.partition("：")[2] or words))), "")

    def without(self, lines: Sequence[Line]) -> list[Line]:
        """``lines`` without a record at their top; of its entries the document number stays, alone on its line."""
        gone = {place for run in self._runs(lines[:_TOP]) for place in run}
        if not gone:
            return list(lines)
        below = "".join(_dense(line.folded) for place, line in enumerate(lines) if place not in gone)
        number = self.number([lines[place].folded for place in sorted(gone)])
        kept = "" if not number or _dense(number) in below else number
        first = min(gone)
        return [
            replace(line, text=kept, raw=kept) if place == first else line
            for place, line in enumerate(lines)
            if place not in gone or (place == first and kept)
        ]

    def _runs(self, lines: Sequence[Line]) -> Iterator[range]:
        """The lines of each record; a label alone on its line has its value on the next one."""
        labels = [self.label(line.folded) for line in lines]
        entries = [place for place, found in enumerate(labels) if found]
        start = 0
        for place in range(1, len(entries) + 1):
            if place < len(entries) and self._follows(lines, entries[place - 1], entries[place]):
                continue
            run = entries[start:place]
            start = place
            if run and self._are_entries([labels[entry] for entry in run], _FEWEST):
                rest = lines[run[-1] + 1 : run[-1] + 2] if "：" not in lines[run[-1]].folded else []
                yield range(run[0], run[-1] + 1 + sum(len(line.text) <= _LONGEST for line in rest))

    def _follows(self, lines: Sequence[Line], entry: int, other: int) -> bool:
        """Whether ``other`` is the next entry: beside its label on one line, or below its label on the next one."""
        return other - entry == 1 or (other - entry == 2 and "：" not in lines[entry].folded)  # noqa: PLR2004 - lines

    def _are_entries(self, labels: Iterable[str], fewest: float) -> bool:
        found = frozenset(labels)
        return len(found) >= max(_FEWEST, fewest) and not found.isdisjoint(self._signs)


def _dense(words: str) -> str:
    return _BLANK.sub("", words)
