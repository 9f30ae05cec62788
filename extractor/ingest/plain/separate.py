"""Break a paragraph that holds several items: the line breaks were lost, all or that after a marking.

A label is accepted where the numbering goes on (一、 → 二、, （一） → （二）, 1. → 2.), or begins and goes on
later, after the end of a sentence or of a heading; never inside a number, a bracket or quotation marks.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from extractor.ingest.plain.lines import Line, Paragraph
from extractor.ingest.plain.list_labels import LABEL, NUMERALS, RANK, Label, inside, read_label
from extractor.ingest.plain.list_openings import first_items
from extractor.ingest.plain.run_on_headings import heading_end, subjects
from extractor.ingest.plain.unbroken import element_breaks, glued_signature
from extractor.ingest.plain.unbroken_head import addressees, numbered_title
from extractor.model.fold import fold
from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LONG = 400  # characters; the paragraphs of notices stay below, save for whole texts without line breaks
_OPENING = 120  # characters of a head, in which the title begins
_TO_WHOM = tuple("各全省市县区校院本")  # with which recipients begin
_SEAM = own(
    rf"[。；！？…）)】〕](?:[{NUMERALS}]{{1,3}}、|[（(][{NUMERALS}]{{1,3}}[）)]"
    r"|\d{1,2}(?:[.．、](?!\d)|[.．](?=\d{1,2}月)))"
)
_COURSE = own(r"如下[：:][ \u3000]*一、[^\n]{2,300}?[。；;][ \u3000]*二、")  # section after section in one line
_PARALLEL = own("[^，。：；]{4,30}(?:，[^，。：；]{4,16}){0,4}")  # 完善机制，压实责任，形成合力
_ENDS = "。；！？：…）】〕 "
_HEADING = 30
_FAR = 60  # labels within which the second of a series has to come
_LIST = "附件："


@dataclass(slots=True)
class Separator:
    """Remembers how far the numbering has come in the paragraphs so far.

    ``heads`` are words that stand as a heading right before a list (填写说明), ``names`` words that are headings
    by themselves (总体要求).
    """

    heads: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    reached: dict[str, int] = field(default_factory=dict)
    counted: dict[str, int] = field(default_factory=dict)  # the same, also below a new heading: numbers may run on

    def parts(self, paragraph: Paragraph, below: Sequence[Paragraph] = ()) -> list[Paragraph]:
        """The paragraph, broken before every item that begins inside it; ``below`` are those that follow."""
        elements = self._elements(paragraph.text)
        long = len(paragraph.text) > _LONG or bool(elements)
        framed = elements or self._frame(paragraph.text)
        runs_on = _COURSE.search(paragraph.text) is not None
        breaks = framed or ([] if runs_on else first_items(paragraph.text, below, self.counted))
        parts = [part for piece in cut(paragraph, breaks) for part in self._parted(piece, whole=long)]
        return [part for each in parts for part in self._headed(each, paragraph.text)] if long else parts

    def _elements(self, text: str) -> list[int]:
        """The elements of a notice on one line; a short one opens with title and recipients before anything else."""
        opens = not self.counted and ("关于" in text[:_OPENING] or "通知" in text[:_HEADING])
        long = len(text) > _LONG
        return element_breaks(fold(text), addressed=not long) if long or opens else []

    def _frame(self, text: str) -> list[int]:
        """Where the recipients of a notice end and its signature begins that stand on one line with its text."""
        addressed = not self.counted and text.startswith(_TO_WHOM)
        if not addressed and not text.endswith(("日", "）", ")", "号")):
            return []
        folded = fold(text)
        address = addressees(folded) if addressed else 0
        return [position for position in (address or numbered_title(folded), *glued_signature(folded)) if position]

    def _headed(self, piece: Paragraph, whole: str) -> list[Paragraph]:
        """A labelled piece of a text without line breaks, with its heading on a line of its own."""
        folded = fold(piece.text)
        label = LABEL.match(folded)
        end = heading_end(folded, label.end(), subjects(fold(whole)), self.names) if label else 0
        return list(cut(piece, [end])) if end else [piece]

    def _parted(self, piece: Paragraph, *, whole: bool) -> list[Paragraph]:
        """A piece, of a text without line breaks when ``whole``, broken where its numbering goes on."""
        unbroken = whole or len(piece.text) > _LONG or _COURSE.search(piece.text) is not None
        if not unbroken and not _SEAM.search(piece.text):
            self._note(piece.text)
            return [piece]
        return list(cut(piece, list(self._breaks(fold(piece.text), unbroken=unbroken))))

    def _note(self, text: str) -> None:
        """Take account of the label a paragraph begins with."""
        label = LABEL.match(text)
        if label:
            self._advance(read_label(label))

    def _advance(self, label: Label) -> None:
        for lower in RANK[RANK.index(label.scheme) + 1 :]:
            self.reached.pop(lower, None)
        self.reached[label.scheme] = self.counted[label.scheme] = label.value

    def _breaks(self, folded: str, *, unbroken: bool) -> Iterator[int]:
        """Where items begin; in an ``unbroken`` text also after headings, with no end mark above."""
        labels = [read_label(match) for match in LABEL.finditer(folded)]
        opening, last = (len(_LIST) if folded.startswith(_LIST) else 0), 0
        own = labels[0].scheme if labels and labels[0].start == opening else None
        for position, label in enumerate(labels):
            if label.start == opening:
                self._advance(label)
            elif not unbroken and (label.scheme != own or label.scheme == RANK[-1]):
                continue
            elif self._goes_on(label, folded, last, unbroken=unbroken) or (
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

    def _goes_on(self, label: Label, folded: str, last: int, *, unbroken: bool) -> bool:
        if label.value == 1 or inside(folded, label.start):
            return False
        ended = folded[label.start - 1] in _ENDS
        if self.reached.get(label.scheme, 0) == label.value - 1:
            return ended or unbroken
        runs_on = self.counted.get(label.scheme, 0) == label.value - 1  # also below a new heading: 三、……（四）……
        return unbroken and runs_on and (ended or _PARALLEL.fullmatch(folded[last : label.start]) is not None)

    def _head_above(self, label: Label, folded: str) -> str:
        """The heading word right before a label in a text without line breaks."""
        return next((head for head in self.heads if folded.endswith(head, 0, label.start)), "")


def _begins(labels: list[Label], folded: str, last: int) -> bool:
    """Whether the first label opens a series: number one, a second follows, a sentence or heading ends."""
    first = labels[0]
    if first.value != 1 or inside(folded, first.start):
        return False
    if not any(label.scheme == first.scheme and label.value == 2 for label in labels[1:_FAR]):  # noqa: PLR2004 - the next
        return False
    heading = folded[last : first.start]
    alone = len(heading) <= _HEADING and "，" not in heading
    return folded[first.start - 1] in _ENDS or (last > 0 and (alone or _PARALLEL.fullmatch(heading) is not None))


def cut(paragraph: Paragraph, breaks: list[int]) -> Iterator[Paragraph]:
    """The stretches between the breaks, each with the places of its lines."""
    if not breaks and len(paragraph.marks) == 1 and paragraph.text == paragraph.text.strip():
        yield paragraph  # so it is with most
        return
    edges = [0, *breaks, len(paragraph.text)]
    for start, end in pairwise(edges):
        before = [line for offset, line in paragraph.marks if offset <= start][-1]
        later: list[tuple[int, Line]] = [
            (offset - start, line) for offset, line in paragraph.marks if start < offset < end
        ]
        yield Paragraph(paragraph.text[start:end].strip(), [(0, before), *later])
