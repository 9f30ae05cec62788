"""版头 and title: red head, document numbers, signatory, title, recipients (GB/T 9704, 7.2–7.3)."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING

from extractor.model.fold import fold
from extractor.model.span import Span
from extractor.segment.attachment_lines import attachment_line
from extractor.segment.dates import date_found
from extractor.segment.head_lines import numbers_at, recipients_at, signatories_at
from extractor.segment.labels import label_at
from extractor.segment.lists import closing_number, issuers_at, opening_number
from extractor.segment.title_reader import MAX_TITLE, TitleReader, Zone

if TYPE_CHECKING:
    import datetime as dt
    import re
    from collections.abc import Iterator, Sequence

    from extractor.model.draft import Paragraph
    from extractor.model.found import Found
    from extractor.segment.lines import Lines

MAX_ZONE = 14
MAX_RECIPIENT_LINES = 5
_HEAD_ROWS = 6


@dataclass(slots=True)
class Head:
    """What stands before the body; ``end`` is the index of the first body paragraph."""

    end: int
    title: Found[str] | None = None
    organs: list[Found[str]] = field(default_factory=list)
    numbers: list[Found[str]] = field(default_factory=list)
    signatories: list[Found[str]] = field(default_factory=list)
    recipients: list[Found[str]] = field(default_factory=list)
    date: Found[dt.date] | None = None  # under the title, where a notice has no signature
    published: Found[dt.date] | None = None  # when its page was, where it bears no other
    classification: Found[str] | None = None
    internal: Span | None = None


class HeadReader:
    """Reads the head of one document from its first paragraphs."""

    def __init__(self, lines: Lines, text: str) -> None:
        """``text`` is the unfolded text of the source."""
        self.lines, self.text, self.titles = lines, text, TitleReader(lines, text)

    def read(self, paragraphs: Sequence[Paragraph], named: Sequence[str], *, lead: bool) -> Head:
        """Read the head; ``named`` are keys of titles that the document may bear, ``lead`` says it opens the file."""
        first = self._heading_lines(paragraphs)
        zone = self._zone_end(paragraphs, first)
        start, end = self.titles.place(paragraphs, Zone(first, zone, lead), named)
        head = Head(end)
        if end > start:
            head.title = self.titles.read(paragraphs[start:end])
            closing = closing_number(paragraphs[end - 1])
            head.numbers += [*opening_number(paragraphs[start]), *([closing] if closing else [])]
        self._marked(head, paragraphs[first:zone] or paragraphs[first : first + 1], lead=lead)
        self._before(head, paragraphs[first:start])
        self._after(head, paragraphs)
        return head

    def _heading_lines(self, paragraphs: Sequence[Paragraph]) -> int:
        line = attachment_line(paragraphs[0].text)
        return 1 if line and not line.rest else 0

    def _zone_end(self, paragraphs: Sequence[Paragraph], first: int) -> int:
        """The head ends with the recipients, the first sentence, the first number label or a table."""
        for index in range(first, min(len(paragraphs), first + MAX_ZONE)):
            paragraph = paragraphs[index]
            words = paragraph.text
            body = "。" in words or words.endswith(("：", "；", "，")) or len(words) > 2 * MAX_TITLE
            labelled = label_at(words) and not self.lines.is_security(words)  # a copy number is no label
            if body or paragraph.table or self.lines.is_recipients(words) or labelled:
                return index
        return min(len(paragraphs), first + MAX_ZONE)

    def _marked(self, head: Head, paragraphs: Sequence[Paragraph], *, lead: bool) -> None:
        """Secrecy is marked anywhere in the head; where a table opens the file, in its first rows."""
        for start, words in self._head_lines(paragraphs, lead=lead):
            head.classification = head.classification or self.lines.markings.classified(words, start)
            if head.internal is None and self.lines.markings.is_internal(words):
                head.internal = Span(start, start + len(words))

    def _head_lines(self, paragraphs: Sequence[Paragraph], *, lead: bool) -> Iterator[tuple[int, str]]:
        """Where each line of the head begins, and its words."""
        for paragraph in paragraphs:
            if not paragraph.table:
                yield paragraph.span.start, paragraph.text
            elif lead:
                rows = fold(paragraph.span.quote(self.text)).split("\n")[:_HEAD_ROWS]
                starts = accumulate((len(row) + 1 for row in rows), initial=paragraph.span.start)
                yield from zip(starts, rows, strict=False)

    def _before(self, head: Head, above: Sequence[Paragraph]) -> None:
        """Red head, numbers and signatory stand above the title."""
        for paragraph in above:
            self._note_published(head, paragraph)
            head.numbers += numbers_at(paragraph)
            head.signatories += signatories_at(paragraph)
            words = paragraph.text.removesuffix("文件").rstrip()
            if self.lines.is_organ(words) and not self.lines.is_title(words):
                head.organs += self.organs(Span(paragraph.span.start, paragraph.span.start + len(words)))
            elif signed := self.lines.signed_date(words):  # the head of minutes: 某某办公室　2024年3月1日
                head.date = date_found(paragraph, signed)
                self._noted_organ(head, paragraph, signed)

    def _after(self, head: Head, paragraphs: Sequence[Paragraph]) -> None:
        """A number or a date line under the title, then the recipients."""
        while head.end < len(paragraphs):
            paragraph = paragraphs[head.end]
            if self.lines.number_line(paragraph.text) or self.lines.is_metadata(paragraph.text):
                head.numbers += numbers_at(paragraph)
                self._note_published(head, paragraph)
            elif lines := self._recipient_lines(paragraphs, head.end):
                for one in paragraphs[head.end : head.end + lines]:
                    head.recipients += recipients_at(one, self.text)
                head.end += lines
                return
            elif self._again(head.title, paragraphs[head.end : head.end + 2]):
                pass
            elif self._organ_over_date(paragraphs, head.end):
                head.organs += self.organs(paragraph.span)
            elif date := self._dated(paragraph.text):
                head.date = date_found(paragraph, date)
                self._noted_organ(head, paragraph, date)
            else:
                return
            head.end += 1

    def _note_published(self, head: Head, paragraph: Paragraph) -> None:
        match = self.lines.published(paragraph.text)
        if match and not head.published:
            head.published = date_found(paragraph, match)

    def _again(self, title: Found[str] | None, lines: Sequence[Paragraph]) -> bool:
        """The title once more, or the red head over it: a page prints its own heading above the notice."""
        same = [title is not None and line.text == fold(title.value) for line in lines]
        return same[0] or (same[-1] and lines[0].text.endswith("文件"))

    def _dated(self, words: str) -> re.Match[str] | None:
        return self.lines.date_line(words) or self.lines.title_note(words) or self.lines.signed_date(words)

    def _organ_over_date(self, paragraphs: Sequence[Paragraph], index: int) -> bool:
        """A body under the title, and its date in brackets on the next line."""
        below = paragraphs[index + 1].text if index + 1 < len(paragraphs) else ""
        dated = below.startswith("（") and self.lines.date_line(below) is not None
        return dated and self.lines.is_organ(paragraphs[index].text)

    def _noted_organ(self, head: Head, paragraph: Paragraph, note: re.Match[str]) -> None:
        """The body that stands before the date in a bracket under the title, or on one line with it."""
        group = "organs" if "organs" in note.groupdict() else "before"
        words = note.groupdict().get(group) or ""
        if words.strip() and self.lines.is_organ(words.strip()):
            start = paragraph.span.start + note.start(group)
            head.organs += self.organs(Span(start, start + len(words.rstrip())))

    def _recipient_lines(self, paragraphs: Sequence[Paragraph], index: int) -> int:
        """How many lines from ``index`` on are the recipients (a line that ends with ，、 goes on); 0 without any."""
        joined = ""
        for count, paragraph in enumerate(paragraphs[index : index + MAX_RECIPIENT_LINES], start=1):
            joined += paragraph.text
            below = paragraphs[index + 1].text if index + 1 < len(paragraphs) else ""
            if self.lines.is_recipients(joined) or (count == 1 and self.lines.lacks_colon(joined, below)):
                return count
            if not paragraph.text.endswith(("，", "、", "；")):
                return 0
        return 0

    def organs(self, span: Span) -> list[Found[str]]:
        """The bodies named side by side at ``span``."""
        return issuers_at(self.lines, self.text, span)
