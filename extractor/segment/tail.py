"""What stands after the body: 附件说明, signature, date of issue, notes, contacts, copies (GB/T 9704, 7.3.5–7.4)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extractor.model.span import Span
from extractor.rules.pattern.own import own
from extractor.segment.attachment_lines import attachment_line
from extractor.segment.attachments import attachment_list
from extractor.segment.contacts import add_contact, bare_contact
from extractor.segment.copies import copies_of
from extractor.segment.dates import date_found

if TYPE_CHECKING:
    import datetime as dt
    import re
    from collections.abc import Sequence

    from extractor.model.draft import Paragraph
    from extractor.model.found import Found
    from extractor.segment.head import HeadReader
    from extractor.segment.lines import Lines

MAX_SIGNATURES = 10
MAX_BELOW_DATE = 20  # attachments that a page lists below the date
MAX_SIGNATURE = 60
MAX_FIRST_LINE = 24
MAX_COPY_LINES = 4
_FILE = own(r".{1,80}\.(?:docx?|xlsx?|pptx?|pdf|ofd|wps|et|zip|rar|jpg|png)(?:[ ]?[（(【\[].{0,16})?$")  # below
_FILES = own(r"(?:相关|本文|点击)?附件(?:下载|列表|清单|如下)?(?:：|$)")  # heads the files that a page offers
_TAKES_LEAVE = own(r"特此(?:通知|公告|通告|函告|报告|函复|函达|说明)[。.]?$")
_PLACE = own(r"(?:中共|中国)?[\u4e00-\u9fff]{1,7}?[省市县区州旗镇乡](?![\u4e00-\u9fff]*[^\u4e00-\u9fff（）、])")
_SEAL = own(r"（?(?P<organ>[^（）]{2,60}?)[ ]?(?:（[^（）]{2,20}代章）|（?(?:代章|盖章|签章|公章|印章|签字|章|印)）?)$")
_LENT = own(r"（[^（）]{2,20}代章）$")  # the office that lends its seal, below the body that signs


@dataclass(slots=True)
class Tail:
    """What stands after the body; ``start`` is the index of its first paragraph."""

    start: int
    date: Found[dt.date] | None = None
    organs: list[Found[str]] = field(default_factory=list)
    attachments: tuple[Found[str], ...] = ()
    contacts: list[Found[str]] = field(default_factory=list)
    copies: list[Found[str]] = field(default_factory=list)
    printed: Found[dt.date] | None = None  # the day of printing, where a notice bears no other


class TailReader:
    """Reads the tail of one document from its last paragraphs upwards."""

    def __init__(self, lines: Lines, head: HeadReader, text: str) -> None:
        """``text`` is the unfolded text of the source; ``head`` knows how organs stand side by side."""
        self.lines, self.head, self.text = lines, head, text

    def read(self, paragraphs: Sequence[Paragraph], first: int, known: Sequence[str]) -> Tail:
        """Read the tail below paragraph ``first``; ``known`` are names that sign even without a date."""
        tail = Tail(len(paragraphs))
        index = self._upwards(tail, paragraphs, first)
        index = self._signed(tail, paragraphs, first, index)
        if not tail.organs:
            index = self._undated(tail, paragraphs, first, index, known)
        tail.start = self._upwards(tail, paragraphs, first, index)
        tail.printed = self._printed(paragraphs[tail.start :])
        self._attachments(tail, paragraphs, first)
        tail.contacts = [contact for each in reversed(tail.contacts) if (contact := bare_contact(each, self.text))]
        return tail

    def _upwards(self, tail: Tail, paragraphs: Sequence[Paragraph], first: int, index: int | None = None) -> int:
        """Skip notes, copies and contacts from the bottom; returns the index after the last other paragraph."""
        end = len(paragraphs) if index is None else index
        while end > first:
            paragraph = paragraphs[end - 1]
            if first <= (start := self._copies_from(paragraphs, end - 1)):
                tail.copies = [
                    copy for each in paragraphs[start:end] for copy in copies_of(each, self.text)
                ] + tail.copies
                end = start + 1
            elif self.lines.is_contact(paragraph.text) and len(paragraph.text) <= 4 * MAX_SIGNATURE:
                add_contact(tail.contacts, paragraph)
            elif not (self.lines.is_note(paragraph.text) or self.lines.is_printed(paragraph.text)):
                break
            end -= 1
        return end

    def _printed(self, below: Sequence[Paragraph]) -> Found[dt.date] | None:
        """The day on the last line of the 版记."""
        for paragraph in below:
            match = self.lines.printed_date(paragraph.text)
            if match:
                return date_found(paragraph, match)
        return None

    def _copies_from(self, paragraphs: Sequence[Paragraph], last: int) -> int:
        """Where the line 抄送：… begins that ends at ``last``, perhaps lines below; -1 when it is none."""
        start = last
        while start > 0 and last - start < MAX_COPY_LINES and paragraphs[start - 1].text.endswith(("，", "、", "；")):
            start -= 1
        return start if self.lines.is_copy(paragraphs[start].text) else -1

    def _signed(self, tail: Tail, paragraphs: Sequence[Paragraph], first: int, end: int) -> int:
        """Signature and date; the list of attachments may stand between them and the last contacts."""
        for index in range(end - 1, max(first - 1, end - MAX_BELOW_DATE - 2), -1):
            words = paragraphs[index].text
            alone, together = self.lines.date_line(words), self.lines.signed_date(words)
            match = alone or together
            if not match:
                if not self._may_follow_date(words):
                    return end
                continue
            tail.date = date_found(paragraphs[index], match)
            if together:
                tail.organs = self.head.organs(_within(paragraphs[index], together, "organs"))
                return index
            return self._signatures(tail, paragraphs, first, index)
        return end

    def _may_follow_date(self, words: str) -> bool:
        return bool(
            attachment_line(words)
            or _FILE.match(words)
            or _FILES.fullmatch(words)
            or self.lines.is_note(words)
            or self.lines.is_contact(words)
            or self.lines.is_copy(words)
            or (len(words) <= MAX_SIGNATURE and self.lines.is_title(words))  # of an attachment that is not here
        )

    def _signatures(self, tail: Tail, paragraphs: Sequence[Paragraph], first: int, end: int) -> int:
        start = end
        while start > first and end - start < MAX_SIGNATURES and self._signature(paragraphs[start - 1]):
            start -= 1
            span = self._signature(paragraphs[start])
            lent = start > first and _LENT.match(paragraphs[start].text) and self._signature(paragraphs[start - 1])
            if span and not lent:
                tail.organs = self.head.organs(span) + tail.organs
        if start < end and start > first and self._begins_above(paragraphs[start - 1], paragraphs[start]):
            start -= 1
            whole = Span(paragraphs[start].span.start, paragraphs[start + 1].span.end)
            tail.organs[: len(self.head.organs(paragraphs[start + 1].span))] = self.head.organs(whole)
        return start

    def _begins_above(self, above: Paragraph, signed: Paragraph) -> bool:
        """A name that fills two lines: 云州县森林草原防火⏎灭火指挥部; the place stands at its beginning only."""
        opens = _PLACE.match(above.text) is not None and _PLACE.match(signed.text) is None
        plain = not above.table and len(above.text) <= MAX_FIRST_LINE and not self.lines.is_contact(above.text)
        return opens and plain and self.lines.is_organ(above.text + signed.text)

    def _signature(self, paragraph: Paragraph) -> Span | None:
        words = paragraph.text
        sealed = _SEAL.match(words)
        if sealed and len(words) <= MAX_SIGNATURE:
            return _within(paragraph, sealed, "organ")
        plain = len(words) <= MAX_SIGNATURE and not attachment_line(words) and not paragraph.table
        return paragraph.span if plain and self.lines.is_organ(words) else None

    def _undated(self, tail: Tail, paragraphs: Sequence[Paragraph], first: int, end: int, known: Sequence[str]) -> int:
        """A signature without a date counts when its body is known from the head, or below 特此通知."""
        below = end - 2 >= first and _TAKES_LEAVE.match(paragraphs[end - 2].text) is not None
        signed = below and self._signature(paragraphs[end - 1]) is not None
        if end - 1 > first and (signed or paragraphs[end - 1].dense in known):
            tail.organs = self.head.organs(paragraphs[end - 1].span)
            return end - 1
        return end

    def _attachments(self, tail: Tail, paragraphs: Sequence[Paragraph], first: int) -> None:
        listed = attachment_list(paragraphs, self.lines, first, self.text)
        if listed and listed.end >= tail.start - 1:
            tail.attachments = listed.titles
            tail.start = self._upwards(tail, paragraphs, first, min(tail.start, listed.start))


def _within(paragraph: Paragraph, match: re.Match[str], group: str) -> Span:
    start = paragraph.span.start
    return Span(start + match.start(group), start + match.end(group))
