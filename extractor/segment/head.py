"""版头 and title: red head, document numbers, signatory, title, recipients (GB/T 9704, 7.2–7.3)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extractor.model.found import Found
from extractor.model.span import Span
from extractor.segment.dates import date_found
from extractor.segment.labels import label_at
from extractor.segment.lines import NUMBER, Lines, attachment_line
from extractor.segment.lists import issuers_at, normal_number, split_outside_brackets
from extractor.segment.titles import title_run

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from extractor.model.draft import Paragraph

ZONE = 14
MAX_TITLE = 60
MAX_RECIPIENT_LINES = 5
_SIGNATORY = re.compile(r"签发人[ ]?：[ ]*(?P<names>[^\s：]{1,4}(?:[ 、，]+[^\s：]{1,4}){0,5})")
_NUMBER = re.compile(NUMBER)
_TWICE = re.compile(r"([^，。《》]{4,30})(?=\1)")  # a page's site name run together with the title
_OPENS_TITLE = re.compile(r"关于|印发|转发|批转|发布|公布")
_PAGE_TITLE = re.compile(
    r"_[^_]{2,30}(?:网|www\.|\.gov|门户|平台)[^_]{0,30}$"
)  # what a browser prints over a page
_FRAGMENT = re.compile(r"(?:的|和|与|及|等|、|，)$")


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


class HeadReader:
    """Reads the head of one document from its first paragraphs."""

    def __init__(self, lines: Lines, text: str) -> None:
        """``text`` is the unfolded text of the source."""
        self.lines, self.text = lines, text

    def read(self, paragraphs: Sequence[Paragraph], named: Sequence[str], *, lead: bool) -> Head:
        """Read the head; ``named`` are keys of titles that the document may bear, ``lead`` says it opens the file."""
        first = self._heading_lines(paragraphs)
        zone = self._zone_end(paragraphs, first)
        start, end = self._title_range(paragraphs, first, zone, named, lead=lead)
        head = Head(end)
        if end > start:
            head.title = self._joined(paragraphs[start:end])
        self._before(head, paragraphs[first:start])
        self._after(head, paragraphs)
        return head

    def _heading_lines(self, paragraphs: Sequence[Paragraph]) -> int:
        line = attachment_line(paragraphs[0].text)
        return 1 if line and not line.rest else 0

    def _zone_end(self, paragraphs: Sequence[Paragraph], first: int) -> int:
        """The head ends with the recipients, the first sentence, the first number label or a table."""
        for index in range(first, min(len(paragraphs), first + ZONE)):
            paragraph = paragraphs[index]
            words = paragraph.text
            body = "。" in words or words.endswith(("：", "；", "，")) or len(words) > 2 * MAX_TITLE
            if (
                paragraph.table
                or self.lines.is_recipients(words)
                or label_at(words)
                or (body and index >= first)
            ):
                return index
        return min(len(paragraphs), first + ZONE)

    def _title_range(
        self, paragraphs: Sequence[Paragraph], first: int, zone: int, named: Sequence[str], *, lead: bool
    ) -> tuple[int, int]:
        for index in range(first, min(first + 8, len(paragraphs))):
            run = title_run(paragraphs, index, named)
            if run:
                return index, index + run
        if first == 0 and (line := attachment_line(paragraphs[0].text)) and line.rest:
            return 0, 1
        titled = [
            i
            for i in range(first, zone)
            if self.lines.is_title(paragraphs[i].text) and not _PAGE_TITLE.search(paragraphs[i].text)
        ]
        if titled:
            best = next((i for i in titled if _OPENS_TITLE.search(paragraphs[i].text)), titled[0])
            return self._grown(paragraphs, first, best, lead=lead), self._closed(paragraphs, best, zone)
        return self._untitled(paragraphs, first, zone, lead=lead)

    def _grown(self, paragraphs: Sequence[Paragraph], first: int, index: int, *, lead: bool) -> int:
        """A title over several lines: go up while the line above can only be its beginning."""
        start = index
        numbered = next(
            (i for i in range(index, first - 1, -1) if self.lines.number_line(paragraphs[i].text)), None
        )
        if numbered is not None and self._all_organs(paragraphs[numbered + 1 : index]):
            return numbered + 1
        while start > first and self._continues(
            paragraphs[start - 1].text, paragraphs[start].text, lead=lead
        ):
            start -= 1
        return start

    def _closed(self, paragraphs: Sequence[Paragraph], index: int, zone: int) -> int:
        """A title goes on below while a 《 in it is open."""
        end, words = index + 1, paragraphs[index].text
        while words.count("《") > words.count("》") and end < zone:
            words += paragraphs[end].text
            end += 1
        return end if words.count("《") <= words.count("》") else index + 1

    def _all_organs(self, between: Sequence[Paragraph]) -> bool:
        """Bodies between the number line and the title line are the title's beginning; the red head is above both."""
        return all(self.lines.is_organ(p.text) and not self._is_furniture(p.text) for p in between)

    def _continues(self, above: str, below: str, *, lead: bool) -> bool:
        if self._is_furniture(above) or (self.lines.is_title(above) and not _FRAGMENT.search(above)):
            return False
        if _OPENS_TITLE.match(below):
            return False
        if self.lines.is_organ(above) and not _OPENS_TITLE.search(above):
            return not lead and not _OPENS_TITLE.search(below)
        return True

    def _untitled(
        self, paragraphs: Sequence[Paragraph], first: int, zone: int, *, lead: bool
    ) -> tuple[int, int]:
        for index in range(first, zone):
            words = paragraphs[index].text
            if self._is_furniture(words) or (lead and self.lines.is_organ(words)):
                continue
            return (index, index + 1) if len(words) <= MAX_TITLE else (first, first)
        return (zone, zone) if lead and zone > first else (first, first)

    def _is_furniture(self, words: str) -> bool:
        return bool(
            self.lines.number_line(words)
            or self.lines.date_line(words)
            or self.lines.is_security(words)
            or words.endswith("文件")
            or _SIGNATORY.match(words)
            or _PAGE_TITLE.search(words)
            or re.fullmatch(r"[\d-]{1,8}", words)
        )

    def _joined(self, parts: Sequence[Paragraph]) -> Found[str]:
        span = Span(parts[0].span.start, parts[-1].span.end)
        line = attachment_line(parts[0].text)
        if line and line.rest:
            span = Span(span.start + line.offset, span.end)
        twice = _TWICE.match(span.quote(self.text))
        if twice:
            span = Span(span.start + len(twice[1]), span.end)
        return Found("".join(span.quote(self.text).split()), span, "frame.title")

    def _before(self, head: Head, above: Sequence[Paragraph]) -> None:
        """Red head, numbers and signatory stand above the title."""
        for paragraph in above:
            self._numbers(head, paragraph)
            self._signatories(head, paragraph)
            words = paragraph.text.removesuffix("文件").rstrip()
            if self.lines.is_organ(words) and not self.lines.is_title(words):
                head.organs += self.organs(Span(paragraph.span.start, paragraph.span.start + len(words)))

    def _after(self, head: Head, paragraphs: Sequence[Paragraph]) -> None:
        """A number or a date line under the title, then the recipients."""
        while head.end < len(paragraphs):
            paragraph = paragraphs[head.end]
            if self.lines.number_line(paragraph.text):
                self._numbers(head, paragraph)
            elif lines := self._recipient_lines(paragraphs, head.end):
                for one in paragraphs[head.end : head.end + lines]:
                    head.recipients += self._recipients(one)
                head.end += lines
                return
            elif date := self.lines.date_line(paragraph.text) or self.lines.title_note(paragraph.text):
                head.date = date_found(paragraph, date)
                self._noted_organ(head, paragraph, date)
            else:
                return
            head.end += 1

    def _noted_organ(self, head: Head, paragraph: Paragraph, note: re.Match[str]) -> None:
        """The body that stands before the date in a bracket under the title."""
        words = note.groupdict().get("before") or ""
        if words.strip() and self.lines.is_organ(words.strip()):
            start = paragraph.span.start + note.start("before")
            head.organs += self.organs(Span(start, start + len(words.rstrip())))

    def _recipient_lines(self, paragraphs: Sequence[Paragraph], index: int) -> int:
        """How many lines from ``index`` on are the recipients: lines that end with ，、 go on; 0 when there are none."""
        joined = ""
        for count, paragraph in enumerate(paragraphs[index : index + MAX_RECIPIENT_LINES], start=1):
            joined += paragraph.text
            if self.lines.is_recipients(joined):
                return count
            if not paragraph.text.endswith(("，", "、", "；")):
                return 0
        return 0

    def _numbers(self, head: Head, paragraph: Paragraph) -> None:
        if len(paragraph.text) > MAX_TITLE or "《" in paragraph.text:
            return
        for match in _NUMBER.finditer(paragraph.text):
            span = Span(paragraph.span.start + match.start(), paragraph.span.start + match.end())
            head.numbers.append(Found(normal_number(match[0]), span, "frame.number"))

    def _signatories(self, head: Head, paragraph: Paragraph) -> None:
        match = _SIGNATORY.search(paragraph.text)
        for name in re.finditer(r"[^ 、，]+", match["names"]) if match else ():
            start = paragraph.span.start + (match.start("names") if match else 0) + name.start()
            head.signatories.append(Found(name[0], Span(start, start + len(name[0])), "frame.signatory"))

    def _recipients(self, paragraph: Paragraph) -> list[Found[str]]:
        return [
            Found(span.quote(self.text), span, "frame.recipients")
            for span in split_outside_brackets(paragraph.text.rstrip("： "), paragraph.span.start)
        ]

    def organs(self, span: Span) -> list[Found[str]]:
        """The bodies named side by side at ``span``."""
        return issuers_at(self.lines, self.text, span)
