"""From a source to the drafts of its documents: cut, framed, outlined."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.model.draft import Draft, Paragraph
from extractor.model.found import Found
from extractor.model.notice import Frame
from extractor.model.problem import Problem
from extractor.model.span import Span
from extractor.rules.pattern.compile import plain_pattern
from extractor.rules.pattern.own import own
from extractor.rules.pattern.splice import alternation
from extractor.segment.contents import without_contents
from extractor.segment.head import Head, HeadReader
from extractor.segment.lines import Lines
from extractor.segment.outline import outline
from extractor.segment.paragraphs import paragraphs
from extractor.segment.parts import Cutter, Piece
from extractor.segment.tail import Tail, TailReader
from extractor.segment.titles import NamedTitles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.model.source import Source
    from extractor.rules.book import RuleBook

_STATUS = own(r"（[^（）]{1,24}）$")
_YEAR = own(r"(?<![\d〔])20\d\d(?=[ ]?年)")
_TITLES = own(r"《[^《》]*》")
_LATE = dt.timedelta(days=183)


@dataclass(frozen=True, slots=True)
class Segments:
    """The documents of a file and what was odd about their form."""

    drafts: tuple[Draft, ...]
    problems: tuple[Problem, ...]


class Segmenter:
    """Cuts and frames the documents of sources, by the vocabulary of one rule book."""

    def __init__(self, book: RuleBook) -> None:
        """Compile the vocabulary once for all sources."""
        self.lines, self.titles = Lines(book), NamedTitles(book)
        self._type = plain_pattern(rf".*(?P<type>{alternation(book.words('frame.type'))})")
        verbs = "(?:关于|印发|转发|批转|发布|公布)"
        self._issuer = plain_pattern(rf"(?!{verbs})(?P<issuer>[^《》，。：；]{{4,80}}?){verbs}")

    def segment(self, source: Source, folded: str) -> Segments:
        """All documents of ``source`` in order; ``folded`` is its folded text."""
        lines = paragraphs(source, folded)
        if not lines:
            return Segments((), ())
        head = HeadReader(self.lines, source.text)
        tail = TailReader(self.lines, head, source.text)
        drafts: list[Draft] = []
        problems: list[Problem] = []
        for piece in Cutter(lines, self.lines, self.titles, source.text).pieces():
            draft, found = self._draft(piece, lines[piece.start : piece.end], head, tail, source.text)
            drafts.append(draft)
            problems += found
        return Segments(tuple(drafts), tuple(problems))

    def _draft(
        self, piece: Piece, lines: Sequence[Paragraph], heads: HeadReader, tails: TailReader, text: str
    ) -> tuple[Draft, tuple[Problem, ...]]:
        head = heads.read(lines, piece.named, lead=piece.start == 0)
        if head.published and _is_of_a_copy(head.published, lines):
            head.published = None
        known = tuple(organ.value for organ in head.organs)
        tail = tails.read(lines, head.end, known)
        body = without_contents(lines[head.end : tail.start])
        sections, problems = outline(body, text, self.lines)
        if head.internal:
            problems = (Problem("internal-notice", head.internal, "info"), *problems)
        span = Span(lines[0].span.start, lines[-1].span.end)
        frame = self._frame(piece, head, tail)
        return Draft(piece.part, piece.parent, span, frame, sections, tuple(lines), body), problems

    def _frame(self, piece: Piece, head: Head, tail: Tail) -> Frame:
        return Frame(
            title=head.title,
            type=self._type_of(head.title),
            issuers=() if piece.part == "attachment" else self._issuers(head, tail),
            numbers=tuple(head.numbers),
            date=tail.date or head.date or ((tail.printed or head.published) if piece.part == "notice" else None),
            recipients=tuple(head.recipients),
            cc=tuple(tail.copies),
            signatories=tuple(head.signatories),
            contacts=tuple(tail.contacts),
            attachments=tail.attachments,
            classification=head.classification,
        )

    def _type_of(self, title: Found[str] | None) -> Found[str] | None:
        """文种: the last such noun of the title, before （征求意见稿）."""
        match = self._type.match(_STATUS.sub("", title.value)) or self._type.match(title.value) if title else None
        if not match or not title:
            return None
        return Found(match["type"], title.span, "frame.type")

    def _issuers(self, head: Head, tail: Tail) -> tuple[Found[str], ...]:
        """The signature, else the red head, else the body named in the title; of two forms of a name the fuller one."""
        if tail.organs and len(tail.organs) == len(head.organs):
            pairs = zip(tail.organs, head.organs, strict=True)
            return tuple(red if signed.value in red.value else signed for signed, red in pairs)
        if tail.organs or head.organs:
            return tuple(tail.organs or head.organs)
        match = self._issuer.match(head.title.value) if head.title else None
        if not match or not head.title or not self.lines.is_organ(match["issuer"]):
            return ()
        return (Found(match["issuer"], head.title.span, "frame.title"),)


def _is_of_a_copy(published: Found[dt.date], lines: Sequence[Paragraph]) -> bool:
    """Whether a page is long past every year that its notice names: it was published again, or as a model."""
    stamp = published.span
    texts = [line.text for line in lines if stamp.end <= line.span.start or line.span.end <= stamp.start]
    years = [int(year) for text in texts for year in _YEAR.findall(_TITLES.sub("", text))]
    return bool(years) and published.value - dt.date(max(years), 12, 31) > _LATE
