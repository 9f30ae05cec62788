"""Break a paragraph that holds several items: the line breaks were lost, all or that after a marking.

A label is accepted where the numbering goes on (一、 → 二、, （一） → （二）, 1. → 2.), or begins and goes on
later, after the end of a sentence or of a heading; never inside a number, a bracket or quotation marks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from extractor.ingest.lines import Line, Paragraph
from extractor.ingest.unbroken import element_breaks
from extractor.model.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LONG = 400  # characters; the paragraphs of notices stay below, save for whole texts without line breaks
_DIGITS = "一二三四五六七八九十"
_LABEL = re.compile(
    rf"(?P<chinese>[{_DIGITS}]{{1,3}})、(?![{_DIGITS}])"
    rf"|（(?P<bracketed>[{_DIGITS}]{{1,3}})）(?![、，。；）])"
    r"|(?<![\d.年月第至到-])(?P<arabic>\d{1,2})"
    r"(?:[.、](?!\d|[、，。])|\.(?=(?:19|20)\d\d年|\d{1,2}月[\d底上中下初末]))"
)
_SEAM = re.compile(
    rf"[。；！？…）)】〕](?:[{_DIGITS}]{{1,3}}、|[（(][{_DIGITS}]{{1,3}}[）)]"
    r"|\d{1,2}(?:[.．、](?!\d)|[.．](?=\d{1,2}月)))"
)
_OPENS_LIST = re.compile(r"(?<=.)(?:[（(]一[）)]|(?<![\d.．])[1１][.．、](?!\d))")
_PLAIN = re.compile("[^。；：，（]{2,30}")
_ENDS = "。；！？：…）】〕 "
_PAIRS = ("《》", "（）", "“”", "〔〕", "【】")
_NEAR = 120  # characters before a label in which a bracket may stand open
_HEADING = 30
BELOW = 60  # paragraphs below in which the second item has to come
_FAR = 60  # labels within which the second of a series has to come
_LIST = "附件："
_RANK = ("chinese", "bracketed", "arabic")


@dataclass(frozen=True, slots=True)
class _Label:
    scheme: str
    value: int
    start: int
    end: int


@dataclass(slots=True)
class Separator:
    """Remembers how far the numbering has come in the paragraphs so far.

    ``heads`` are words that stand as a heading right before a list (填写说明).
    """

    heads: tuple[str, ...] = ()
    reached: dict[str, int] = field(default_factory=dict)

    def parts(self, paragraph: Paragraph, below: Sequence[Paragraph] = ()) -> list[Paragraph]:
        """The paragraph, broken before every item that begins inside it; ``below`` are those that follow."""
        first = _first_item(fold(paragraph.text), below) if _OPENS_LIST.search(paragraph.text) else 0
        return [part for piece in cut(paragraph, [first] if first else []) for part in self._parted(piece)]

    def _parted(self, paragraph: Paragraph) -> list[Paragraph]:
        text = paragraph.text
        if len(text) <= _LONG and not _SEAM.search(text):
            self._note(text)
            return [paragraph]
        if len(text) <= _LONG:
            return list(cut(paragraph, list(self._breaks(fold(text), unbroken=False))))
        return [
            part
            for piece in cut(paragraph, element_breaks(fold(text)))
            for part in cut(piece, list(self._breaks(fold(piece.text), unbroken=True)))
        ]

    def _note(self, text: str) -> None:
        """Take account of the label a paragraph begins with."""
        label = _LABEL.match(text)
        if label:
            self._advance(_read(label))

    def _advance(self, label: _Label) -> None:
        for lower in _RANK[_RANK.index(label.scheme) + 1 :]:
            self.reached.pop(lower, None)
        self.reached[label.scheme] = label.value

    def _breaks(self, folded: str, *, unbroken: bool) -> Iterator[int]:
        """Where items begin; in an ``unbroken`` text also after headings, with no end mark above."""
        labels = [_read(match) for match in _LABEL.finditer(folded)]
        opening, last = (len(_LIST) if folded.startswith(_LIST) else 0), 0
        own = labels[0].scheme if labels and labels[0].start == opening else None
        for position, label in enumerate(labels):
            if label.start == opening:
                self._advance(label)
            elif not unbroken and label.scheme != own:
                continue
            elif self._goes_on(label, folded, unbroken=unbroken) or (
                unbroken and _begins(labels[position : position + _FAR], folded, last)
            ):
                self._advance(label)
                yield label.start
            elif unbroken and label.value == 1 and (head := self._head_above(label, folded)):
                self._advance(label)
                yield from (label.start - len(head), label.start)
            else:
                continue
            last = label.end

    def _goes_on(self, label: _Label, folded: str, *, unbroken: bool) -> bool:
        if self.reached.get(label.scheme, 0) != label.value - 1 or label.value == 1:
            return False
        ended = folded[label.start - 1] in _ENDS
        return (ended or unbroken) and not _inside(folded, label.start)

    def _head_above(self, label: _Label, folded: str) -> str:
        """The heading word right before a label in a text without line breaks."""
        return next((head for head in self.heads if folded.endswith(head, 0, label.start)), "")


def _begins(labels: list[_Label], folded: str, last: int) -> bool:
    """Whether the first label opens a series: number one, a second follows, a sentence or heading ends."""
    first = labels[0]
    if first.value != 1 or _inside(folded, first.start):
        return False
    if not any(label.scheme == first.scheme and label.value == 2 for label in labels[1:_FAR]):  # noqa: PLR2004 - the next
        return False
    heading = folded[last : first.start]
    return folded[first.start - 1] in _ENDS or (last > 0 and len(heading) <= _HEADING and "，" not in heading)


def _first_item(folded: str, below: Sequence[Paragraph]) -> int:
    """Where the first item of a list begins that goes on below: 二、重点任务（一）甲。⏎（二）乙。; 0 where none does.

    Above it stands a heading with its label, or a sentence that has ended.
    """
    own = _LABEL.match(folded)
    for match in _LABEL.finditer(folded, own.end() if own else 1):
        label = _read(match)
        heading = own and own.lastgroup != label.scheme and _PLAIN.fullmatch(folded, own.end(), label.start)
        if label.value == 1 and (heading or folded[label.start - 1] in "。；：") and not _inside(folded, label.start):
            return label.start if _second(label, folded, below, beside=bool(heading)) else 0
    return 0


def _second(label: _Label, folded: str, below: Sequence[Paragraph], *, beside: bool) -> bool:
    """Whether the next item of the list begins a paragraph below; ``beside`` a heading it may follow on the same line."""
    if beside and any((read := _read(match)).scheme == label.scheme and read.value == 2 for match in _LABEL.finditer(folded, label.end)):  # noqa: PLR2004
        return True
    for paragraph in below:
        match = _LABEL.match(fold(paragraph.text[:8]))
        if match and _RANK.index(_read(match).scheme) <= _RANK.index(label.scheme):
            return (_read(match).scheme, _read(match).value) == (label.scheme, 2)
    return False


def _read(match: re.Match[str]) -> _Label:
    scheme = match.lastgroup or "arabic"
    words = match[scheme]
    return _Label(scheme, int(words) if words.isdecimal() else _number(words), match.start(), match.end())


def _number(words: str) -> int:
    """一 to 九十九: ``十二`` 12, ``二十`` 20, ``二十一`` 21."""
    parts = words.rpartition("十")
    tens = _DIGITS.find(parts[0]) + 1 if parts[0] else len(parts[1])
    return tens * 10 + (_DIGITS.find(parts[2]) + 1 if parts[2] else 0)


def _inside(folded: str, position: int) -> bool:
    """Whether a bracket or quotation mark stands open before ``position``."""
    near = folded[max(0, position - _NEAR) : position]
    return any(near.rfind(pair[0]) > near.rfind(pair[1]) for pair in _PAIRS)


def cut(paragraph: Paragraph, breaks: list[int]) -> Iterator[Paragraph]:
    """The stretches between the breaks, each with the places of its lines."""
    edges = [0, *breaks, len(paragraph.text)]
    for start, end in pairwise(edges):
        before = [line for offset, line in paragraph.marks if offset <= start][-1]
        later: list[tuple[int, Line]] = [
            (offset - start, line) for offset, line in paragraph.marks if start < offset < end
        ]
        yield Paragraph(paragraph.text[start:end].strip(), [(0, before), *later])
