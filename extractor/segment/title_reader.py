"""The title of a document: which lines of its head are it (GB/T 9704, 7.3.1)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.model.found import Found
from extractor.model.span import Span
from extractor.rules.pattern.own import own
from extractor.segment.attachment_lines import attachment_line
from extractor.segment.lists import closing_number
from extractor.segment.titles import TitleKeys, title_run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.model.draft import Paragraph
    from extractor.segment.lines import Lines

MAX_TITLE = 60
MAX_DEPTH = 8
SIGNATORY = own(r"签发人?[ ]?：[ ]*(?P<names>[^\s：、，]{1,4}(?:[ 、，]+[^\s：、，]{1,4}){0,5})")
_TWICE = own(r"([^，。《》]{4,30})(?=\1)")  # a page's site name run together with the title
_OPENS_TITLE = own(r"关于|印发|转发|批转|发布|公布")
_PAGE_TITLE = own(r"_[^_]{2,30}(?:网|www\.|\.gov|门户|平台)[^_]{0,30}$")  # what a browser prints over a page
_HANDS_ON = own(r".{2}(?:(?:转发|批转|印发).{2,}|对(?!外).{2,})$")  # 县政府转发县教育局⏎关于…, 县政府对县人大⏎…
_TORN = own(r"(?:办公[厅室]|党组|党委|人民政府|委员会)(?=.{0,20}(?:关于|印发|转发))")  # 国务院⏎办公厅关于…
_OPENED = own(r"关于(?:贯彻|落实|学习|执行|宣传|实施|转发|印发|做好|进一步|深入|认真)")  # 关于落实国务院⏎关于…
_STATUS = own(r"（(?:征求意见稿|试行|暂行|草案|送审稿|修订稿?|讨论稿|审议稿|代拟稿|初稿|修正版?)）$")  # below a title
_CALLED = own(r"的[^的，。]{0,6}(?:通知|意见|决定|通报|函|答复|批复|公告|通告|报告|请示|方案|办法|规定)$")
_FRAGMENT = own(r"(?:的|和|与|及|等|、|，)$")


@dataclass(frozen=True, slots=True)
class Zone:
    """The paragraphs of a head, ``start`` to ``end``; ``lead``: they open the file and may hold a red head."""

    start: int
    end: int
    lead: bool


class TitleReader:
    """Finds the title among the lines of a head."""

    def __init__(self, lines: Lines, text: str) -> None:
        """``text`` is the unfolded text of the source."""
        self.lines, self.text = lines, text

    def place(self, paragraphs: Sequence[Paragraph], zone: Zone, named: Sequence[str]) -> tuple[int, int]:
        """Where the title stands, end excluded; an empty range when the head has none.

        A title named before (``named``) wins, then a line that ends with a 文种, then the first line at all.
        """
        known = TitleKeys(named)
        for index in range(zone.start, min(zone.start + MAX_DEPTH, len(paragraphs))):
            run = title_run(paragraphs, index, known)
            if run:
                return index, index + run.length
        if zone.start == 0 and (line := attachment_line(paragraphs[0].text)) and line.rest:
            return 0, 1
        titled = [index for index in range(zone.start, zone.end) if self._ends_title(paragraphs, index, zone.end)]
        if not titled:
            return self._untitled(paragraphs, zone)
        best = next((index for index in titled if _OPENS_TITLE.search(paragraphs[index].text)), titled[0])
        return self._grown(paragraphs, zone, best), self._closed(paragraphs, best, zone.end)

    def _ends_title(self, paragraphs: Sequence[Paragraph], index: int, limit: int) -> bool:
        """A line ends as titles do, or with 的 over what the document is called: 关于印发《…》的⏎通知."""
        words = paragraphs[index].text
        if words.endswith("的") and index + 1 < limit and paragraphs[index + 1].text in self.lines.types:
            return True
        return self._ends_as_title(words)

    def _ends_as_title(self, words: str) -> bool:
        return self.lines.is_title(words) and not _PAGE_TITLE.search(words)

    def _grown(self, paragraphs: Sequence[Paragraph], zone: Zone, index: int) -> int:
        """A title over several lines: go up while the line above can only be its beginning."""
        above = range(index, zone.start - 1, -1)
        numbered = next((i for i in above if self.lines.number_line(paragraphs[i].text)), None)
        if numbered is not None and self._all_organs(paragraphs[numbered + 1 : index]):
            return numbered + 1
        start = index
        while start > zone.start and self._continues(paragraphs[start - 1].text, paragraphs[start].text, zone):
            start -= 1
        return start

    def _closed(self, paragraphs: Sequence[Paragraph], index: int, limit: int) -> int:
        """A title goes on below while a 《 in it is open."""
        end, words = index + 1, paragraphs[index].text
        if words.endswith("的"):
            return end + 1
        while words.count("《") > words.count("》") and end < limit:
            words += paragraphs[end].text
            end += 1
        if words.count("《") > words.count("》"):
            return index + 1
        while end < limit and _goes_on(words, paragraphs[end].text) and self.lines.is_title(paragraphs[end].text):
            words += paragraphs[end].text
            end += 1
        return end + 1 if end < limit and _STATUS.match(paragraphs[end].text) else end

    def _all_organs(self, between: Sequence[Paragraph]) -> bool:
        """Bodies between the number line and the title line are the title's beginning; the red head is above both."""
        return all(self.lines.is_organ(p.text) and not self._is_furniture(p.text) for p in between)

    def _continues(self, above: str, below: str, zone: Zone) -> bool:
        if self._is_furniture(above) or (self.lines.is_title(above) and not _FRAGMENT.search(above)):
            return False
        if _HANDS_ON.search(above) and not self.lines.is_recipients(above):
            return True
        if _TORN.match(below) and self.lines.is_organ(above):
            return True
        if _OPENS_TITLE.match(below):
            return above.endswith("关于") or _OPENED.search(above) is not None
        if self.lines.is_organ(above) and not _OPENS_TITLE.search(above):
            return not zone.lead and not _OPENS_TITLE.search(below)
        return True

    def _untitled(self, paragraphs: Sequence[Paragraph], zone: Zone) -> tuple[int, int]:
        """No line ends with a 文种: the first short line that is neither furniture nor the red head."""
        for index in range(zone.start, zone.end):
            words = paragraphs[index].text
            if self._is_furniture(words) or (zone.lead and self.lines.is_organ(words)):
                continue
            return (index, index + 1) if len(words) <= MAX_TITLE else (zone.start, zone.start)
        skipped = zone.end if zone.lead else zone.start
        return skipped, skipped

    def _is_furniture(self, words: str) -> bool:
        return bool(
            self.lines.number_line(words)
            or self.lines.is_metadata(words)
            or self.lines.date_line(words)
            or self.lines.is_security(words)
            or words.endswith("文件")
            or SIGNATORY.match(words)
            or _PAGE_TITLE.search(words)
            or re.fullmatch(r"[\d-]{1,8}", words)
        )

    def read(self, parts: Sequence[Paragraph]) -> Found[str]:
        """The title that stands on these lines, as one line."""
        span = Span(parts[0].span.start, parts[-1].span.end)
        line = attachment_line(parts[0].text)
        if line and line.rest:
            span = Span(span.start + line.offset, span.end)
        twice = _TWICE.match(span.quote(self.text))
        if twice:
            span = Span(span.start + len(twice[1]), span.end)
        number = closing_number(parts[-1])
        if number and number.span.start - 1 > span.start:
            span = Span(span.start, number.span.start - 1)
        return Found("".join(span.quote(self.text).split()), span, "frame.title")


def _goes_on(words: str, below: str) -> bool:
    """关于推行公示制度⏎和记录制度的意见: the first line ends as titles do, but not in what the document is called."""
    ends = _CALLED.search(words) is None and _CALLED.search(below) is not None
    return ends and not _OPENS_TITLE.search(below) and len(below) <= MAX_TITLE
