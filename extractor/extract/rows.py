"""From a passage to a ledger row: its times, its owners, its kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.extract.meetings import calls_meeting
from extractor.extract.responsibility import Responsibility, ResponsibilityReader
from extractor.extract.times import TimesRead
from extractor.model.deadline import Vague
from extractor.model.notice import Task
from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from extractor.extract.items import Item
    from extractor.extract.markings.governed import Passage
    from extractor.extract.reading import DocumentReading
    from extractor.extract.tools import TaskTools
    from extractor.model.deadline import Deadline
    from extractor.model.found import Found
    from extractor.model.notice import TaskKind
    from extractor.model.problem import Problem
    from extractor.model.span import Span

MAX_TITLE = 60
_TITLE_END = own(r"（[^（）\n]{0,80}）|(?P<end>[。；\n]|(?<!第.阶段)(?<!第.环节)(?:(?<!\d)：|：(?!\d)))")
_SAID_BESIDE = own(
    r"(?:[ ]?（[^（）]{0,80}[：；][^（）]{0,80}）"
    r"|[，；、](?:联系|咨询|电子)?(?:人|电话|方式|邮箱|地址|网址)[^，。；：]{0,4})$"
)


@dataclass(frozen=True, slots=True)
class Row:
    """A task before it has an id, and what was odd about its times."""

    task: Task
    problems: tuple[Problem, ...] = ()


class RowReader:
    """Turns passages of one document into rows."""

    def __init__(self, reading: DocumentReading, tools: TaskTools) -> None:
        """``reading`` is the document, ``tools`` the readers of the rule book."""
        self.reading, self.directives, self.meetings = reading, tools.directives, tools.meetings
        self.issuers = tuple(issuer.value for issuer in reading.draft.frame.issuers)
        self.responsibility = ResponsibilityReader(reading.folded, tools, self.issuers)
        self.calls_meeting = calls_meeting(reading.draft, tools.meetings)

    def marked(self, passage: Passage) -> Row:
        """T1: the marking's owners and times come first, the passage's own times after it."""
        marking, span, item = passage.marking, passage.span, passage.item
        running = self._times(span, item)
        told = [marking.span, *(time.span for time in marking.times)]
        own = [time for time in running.times if not any(time.span.overlaps(other) for other in told)]
        times = TimesRead((*marking.times, *own), (*marking.problems, *running.problems))
        who = self.responsibility.beside(marking.owners, span) or self.responsibility.read(span, item)
        return self._row(span, item, f"task.{marking.form}", who, times)

    def directed(self, span: Span, item: Item) -> Row:
        """T2: a numbered item that tells somebody to do something."""
        return self._row(span, item, "task.directed", self.responsibility.read(span, item), self._times(span, item))

    def stated(self, span: Span, item: Item | None) -> Row:
        """T3: a demand in running text."""
        return self._row(span, item, "task.stated", self.responsibility.stated(span), self._times(span, item))

    def _times(self, span: Span, item: Item | None) -> TimesRead:
        return self.reading.times(span, marked=False, heading=" ".join(item.titles) if item else "")

    def _row(self, span: Span, item: Item | None, rule: str, who: Responsibility, read: TimesRead) -> Row:
        deadline = main_time(read.times)
        milestones = tuple(time for time in read.times if time is not deadline)
        kind = self._kind(span, item, stated=rule == "task.stated")
        section = item.labels if item else ()
        title = title_at(self.reading, span)
        task = Task("", kind, title, span, rule, section, who.owners, deadline, milestones, who.basis)
        return Row(task, read.problems)

    def _kind(self, span: Span, item: Item | None, *, stated: bool) -> TaskKind:
        words = span.quote(self.reading.folded)
        titles = item.titles if item else ()
        if self.meetings.convenes(words[: 2 * MAX_TITLE], titles, called=self.calls_meeting):
            return "meeting"
        return self.directives.kind(titles, words, stated=stated)


def main_time(times: tuple[Found[Deadline], ...]) -> Found[Deadline] | None:
    """The deadline among the times of a task: the first that a calendar can hold, else the first."""
    return next((time for time in times if not isinstance(time.value, Vague)), times[0] if times else None)


def title_at(reading: DocumentReading, span: Span) -> str:
    """The first sentence at ``span``, at most 60 characters; a cell of a table ends it.

    A colon in 9：30 or in brackets does not; what its end says of who (牵头：甲；配合：乙), and ，联系人, is left out.
    """
    words = span.quote(reading.folded)
    cell = span.quote(reading.source.text).find("\t")
    words = words[:cell] if cell > 0 else words
    end = next((match.start() for match in _TITLE_END.finditer(words) if match["end"]), len(words))
    beside = _SAID_BESIDE.search(words, 0, end)
    length = min(beside.start() if beside and beside.start() else end, MAX_TITLE)
    return "".join(reading.source.text[span.start : span.start + length].split())
