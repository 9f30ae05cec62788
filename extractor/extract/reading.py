"""One document being read: its text, its rules, and what it says about time."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from extractor.extract.times import TimeContext, TimesRead, read_times
from extractor.model.fold import fold
from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    import datetime as dt

    from extractor.model.draft import Draft
    from extractor.model.source import Source
    from extractor.model.span import Span
    from extractor.rules.book import RuleBook

_YEAR = own(  # one year, not 2024-2026年
    r"(?<!\d)(?<!\d[-~至])(?<!年[-~至])((?:19|20)\d\d|[一二][〇零九O][〇零一二三四五六七八九O]{2})[ ]?年(?!以来|至|-)"
)
_PLAN = own(r"(?:要点|计划|规划|方案|任务|分解表|清单|安排|分工|目标)》?(?:的(?:通知|意见))?$")  # titles of plans
_NUMBERED = own(r"[〔\[（]((?:19|20)\d\d)[〕\]）]")
_OPENING = 3  # paragraphs of minutes that say when one met
_FULL_DATE = own(r"(?<!\d)((?:19|20)\d\d)[ ]?(?:年[ ]?\d{1,2}[ ]?月[ ]?\d{1,2}[ ]?日|[-/.]\d{1,2}[-/.]\d{1,2}(?!\d))")
_NUMERALS = str.maketrans("〇零O一二三四五六七八九", "000123456789")


@dataclass(frozen=True)  # without slots: the year of the title is read once
class DocumentReading:
    """What every reader of one document needs; ``issued`` is its own date of issue or that of its notice."""

    source: Source
    folded: str
    draft: Draft
    book: RuleBook
    issued: dt.date | None
    reference: dt.date | None = None

    @cached_property
    def plan_year(self) -> int | None:
        """The year that the title names for the plan.

        A document without a date has that of its own number; minutes, that of the day on which one met.
        """
        frame = self.draft.frame
        named = _year_in(frame.title.value) if frame.title else None
        if named or self.issued:
            return named
        years = (_NUMBERED.search(number.value) for number in frame.numbers)
        return next((int(year[1]) for year in years if year), None) or self._year_of_meeting()

    def _year_of_meeting(self) -> int | None:
        kind = self.draft.frame.type
        if kind is None or not kind.value.endswith("纪要"):
            return None
        opening = (_year_in(paragraph.text) for paragraph in self.draft.body[:_OPENING])
        return next((year for year in opening if year), None)

    def times(self, span: Span, *, marked: bool, heading: str = "") -> TimesRead:
        """The times at ``span``; a year in ``heading`` counts before that of the title."""
        named = _year_in(heading)
        context = self._context if named is None else replace(self._context, plan_year=named, ahead=False)
        return read_times(self.book, self.folded, span, context, marked=marked)

    @cached_property
    def _context(self) -> TimeContext:
        title = self.draft.frame.title
        later = bool(self.issued and self.plan_year and self.plan_year > self.issued.year)
        ahead = later and title is not None and not _PLAN.search(title.value)
        return TimeContext(self.issued, self.plan_year, self.reference, ahead, self._told_year)

    @property
    def _told_year(self) -> int | None:
        """The year of all full dates of the body, where the document has no date of issue: 会议时间：2024年8月26日."""
        if self.issued or self.plan_year:
            return None
        years = {int(year) for part in self.draft.body for year in _FULL_DATE.findall(fold(part.text))}
        return years.pop() if len(years) == 1 else None


def _year_in(words: str) -> int | None:
    """The first year that the words name, in figures or in Chinese numerals."""
    match = _YEAR.search(fold(words)) if "年" in words else None
    return int(match[1].translate(_NUMERALS)) if match else None
