"""Markings of responsibility and time (annotation T1): label lines, closing brackets, paragraphs that open with a time."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from extractor.extract.owner_lists import OwnerLists, beside_lead, first_leads
from extractor.extract.sentences import trim
from extractor.model.deadline import Deadline, Vague
from extractor.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extractor.extract.reading import DocumentReading
    from extractor.model.draft import Paragraph
    from extractor.model.found import Found
    from extractor.model.notice import Owner
    from extractor.model.problem import Problem

Form = Literal["label", "bracket", "alone", "opening", "timed"]
_BRACKET = re.compile(r"（((?:[^（）\n]|（[^（）\n]{0,40}）){2,600})）|〔([^〔〕\n]{2,400})〕|【([^【】\n]{2,400})】")
_LABEL_LINE = re.compile(r"(?:[（〔【]?[^：，。；\n]{2,14}|[^，。；：\n]{2,6}[ ]?)：")
_TIME_REST = re.compile(
    r"[\s，。；、（）]*(?:前|之前|以前|内|底|完成|前完成|启动|开始|实施|组织实施|结束|并|取得|成效|时间|为|：)*[\s，。；、]*"
)
_OPENING_REST = re.compile(r"[ ]?(?:[，：:]|(?=为|是))")
_MAY_OPEN = re.compile(
    r"[ ]?(?:[\d一二三四五六七八九十每本今明当上下即第元国春年月季]|[自从在于截](?=[\d一二三四五六七八九十每本今明当上下即第元国春年至]))"
)
_TIME_LINE = re.compile(
    r"(?!发布|印发|成文|发文|公开|更新|出生)[^，。；：\n]{0,12}(?:时间|日期|时限|期限|截止日期)[ ]?："
)
MAX_LEAD = 4
MAX_TRAILING = 300


@dataclass(frozen=True, slots=True)
class Marking:
    """Words that say who has to see to a passage, or by when. ``span`` covers them with their label or brackets."""

    form: Form
    span: Span
    owners: tuple[Found[Owner], ...] = ()
    times: tuple[Found[Deadline], ...] = ()
    problems: tuple[Problem, ...] = ()


class MarkingReader:
    """Finds the markings of one document."""

    def __init__(self, reading: DocumentReading, lists: OwnerLists) -> None:
        """``lists`` reads what stands inside a marking."""
        self.reading, self.lists = reading, lists
        self.first_leads = lists.first_leads(reading.folded, reading.draft.span)

    def read(self, paragraphs: Sequence[Paragraph], headings: dict[int, str]) -> list[Marking]:
        """All markings in text order; ``headings`` maps the start of a paragraph to the heading it stands under."""
        found: list[Marking] = []
        for paragraph in paragraphs:
            if not paragraph.table:
                found += self._of(paragraph, headings.get(paragraph.span.start, ""))
        merged = _merged(found, self.reading.folded)
        return [replace(one, owners=first_leads(one.owners)) for one in merged] if self.first_leads else list(merged)

    def _of(self, paragraph: Paragraph, heading: str) -> list[Marking]:
        line = self._label_line(paragraph, heading)
        if line:
            return [line]
        opening = self._opening(paragraph, heading)
        if opening:
            return [opening]
        brackets = list(self._brackets(paragraph, heading))
        trailing = self._trailing(paragraph, heading)
        return (
            [*brackets, trailing]
            if trailing and not any(trailing.span.overlaps(b.span) for b in brackets)
            else brackets
        )

    def _label_line(self, paragraph: Paragraph, heading: str) -> Marking | None:
        """``责任部门：甲、乙`` alone on a line, perhaps with ``完成时限：…`` beside it."""
        match = _LABEL_LINE.match(paragraph.text)
        if not match:
            return None
        start = paragraph.span.start
        label = Span(start, start + match.end())
        inside = self._unbracketed(paragraph)
        if not self.lists.has_label(self.reading.folded, label) or not self._begins(label):
            return None
        return self._marking("label", paragraph.span, inside, heading)

    def _trailing(self, paragraph: Paragraph, heading: str) -> Marking | None:
        """Labels that close a paragraph without brackets: ``……。责任单位：甲。完成时限：6月底前。``"""
        start = self.lists.first_label(self.reading.folded, paragraph.span)
        if start is None or start == paragraph.span.start or self.reading.folded[start - 1] not in "。；， ":
            return None
        tail = Span(start, paragraph.span.end)
        if len(tail) > MAX_TRAILING:
            return None
        return self._marking("bracket", tail, tail, heading)

    def _begins(self, label: Span) -> bool:
        """The label itself must open the line, apart from a bracket or a mark."""
        words = label.quote(self.reading.folded).lstrip("（〔【 ·*")
        offset = label.end - len(words)
        return any(begin - offset <= 0 for begin, _, _ in self.lists._labels(self.reading.folded, label))  # noqa: SLF001

    def _unbracketed(self, paragraph: Paragraph) -> Span:
        words, span = paragraph.text, paragraph.span
        if words[0] in "（〔【" and words.rstrip("。；")[-1] in "）〕】":
            return Span(span.start + 1, span.start + len(words.rstrip("。；")) - 1)
        return span

    def _opening(self, paragraph: Paragraph, heading: str) -> Marking | None:
        """A paragraph that opens with its own time: ``4月1日至12月31日，方案实施`` or ``报名时间：5月8日前``."""
        folded, span = self.reading.folded, paragraph.span
        label = _TIME_LINE.match(folded, span.start, span.end)
        start = label.end() if label else self._after_label(span)
        if start >= span.end or not (label or _MAY_OPEN.match(folded, start)):
            return None
        times = self.reading.times(Span(start, min(span.end, start + 80)), marked=label is not None, heading=heading)
        first = next((time for time in times.times if not isinstance(time.value, Vague)), None)
        if first is None or first.span.start - start > MAX_LEAD or folded[start : first.span.start].strip(" 从自在于"):
            return None
        if not label and not _OPENING_REST.match(folded, first.span.end, span.end):
            return None
        form: Form = "timed" if label else "opening"
        return Marking(form, Span(span.start, first.span.end), (), (first,))

    def _after_label(self, span: Span) -> int:
        from_heading = re.compile(r"(?:（?[\d一二三四五六七八九十]{1,3}[）.、，][ ]?|[①-⑳⑴-⒇][ ]?)?")
        match = from_heading.match(self.reading.folded, span.start, span.end)
        return match.end() if match else span.start

    def _brackets(self, paragraph: Paragraph, heading: str) -> Iterator[Marking]:
        folded, span = self.reading.folded, paragraph.span
        for match in _BRACKET.finditer(folded, span.start, span.end):
            if not self._closes(match, span):
                continue
            group = match.lastindex or 1
            form: Form = "alone" if trim(folded, span.start, match.start()) is None else "bracket"
            marking = self._marking(form, Span(*match.span()), Span(*match.span(group)), heading)
            if marking and (marking.owners or self._only_time(marking, Span(*match.span(group)))):
                yield marking

    def _closes(self, match: re.Match[str], span: Span) -> bool:
        """A closing bracket stands at the end of a sentence, before or after its full stop, or ends a heading."""
        folded = self.reading.folded
        before = folded[match.start() - 1] if match.start() > span.start else "。"
        after = folded[match.end() : match.end() + 1]
        return before in "。；！？ " or match.end() >= span.end or after in "。；\n："

    def _only_time(self, marking: Marking, inside: Span) -> bool:
        """（10月15日前）, （6月底前完成）: nothing but a time."""
        if not marking.times or all(isinstance(time.value, Vague) for time in marking.times):
            return False
        folded, at = self.reading.folded, inside.start
        for time in marking.times:
            gap = _TIME_REST.match(folded, at, time.span.start)
            if gap is None or gap.end() < time.span.start:
                return False
            at = time.span.end
        rest = _TIME_REST.match(folded, at, inside.end)
        return rest is not None and rest.end() == inside.end

    def _marking(self, form: Form, span: Span, inside: Span, heading: str) -> Marking | None:
        marked = self.lists.read(self.reading.folded, inside)
        times: list[Found[Deadline]] = []
        problems: list[Problem] = []
        for part in marked.rest:
            read = self.reading.times(part, marked=True, heading=heading)
            times += read.times
            problems += read.problems
        if not marked.owners and not times:
            return None
        return Marking(form, span, marked.owners, tuple(times), tuple(problems))


def _merged(markings: Sequence[Marking], folded: str) -> Iterator[Marking]:
    """Label lines that follow each other are one marking."""
    current: Marking | None = None
    for marking in markings:
        joins = (
            current is not None
            and current.form in {"label", "alone"}
            and marking.form in {"label", "alone"}
            and not folded[current.span.end : marking.span.start].strip(" \n。；")
        )
        if joins and current is not None:
            current = Marking(
                "label",
                Span(current.span.start, marking.span.end),
                beside_lead((*current.owners, *marking.owners)),
                current.times + marking.times,
                current.problems + marking.problems,
            )
            continue
        if current is not None:
            yield current
        current = marking
    if current is not None:
        yield current
