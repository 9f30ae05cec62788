"""The markings of a document (T1): label lines, trailing labels, closing brackets, paragraphs that open with a time."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from extractor.extract.markings.marking import Form, Marking, joined
from extractor.extract.markings.opening import after_label, opening
from extractor.extract.owners.roles import first_leads
from extractor.extract.sentences import trim
from extractor.model.deadline import Vague
from extractor.model.span import Span
from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

    from extractor.extract.owners.lists import OwnerLists
    from extractor.extract.reading import DocumentReading
    from extractor.model.draft import Paragraph

MAX_TRAILING = 300
_YEAR = own(r"(?:19|20)\d\d ?年")
_BRACKET = own(
    r"（((?:[^（）\n]|（[^（）\n]{0,40}）){2,600})）|〔([^〔〕\n]{2,400})〕|【([^【】\n]{2,400})】"
    r"|[（〔【{<「]([^（〔【{<「）〕】}>」\n]{2,400})[）〕】}>」]"  # closed by another kind, or of a rare one
)
_DASHED = own(r"(?<![\d号日月年-])-{2}(?!-)[ ]?((?!\d)[^\n。；：-]{2,80})[。；]?$")  # ……全覆盖——市住建局牵头
# 地点：305房间（安全科）, 报市教育局（基础教育科） say whose room it is, who takes it there.
_PLACE = own(r"(?:联[ ]?系|咨[ ]?询|地[ ]?[点址]|电[ ]?话|邮[ ]?[箱编]|传[ ]?真|网[ ]?址)[^：]{0,6}：")
_SEAT = own(r"(?:[报送交寄至到发]|反馈|联系)[^，。；\n]{1,40}(?:[办组部会室局处科司厅委]|专班|中心|公司)$|\d[室号]$")
_REACHED = own(r"^[此本]件|联系(?:人|单位|处室|部门)|咨询|(?:联系)?电话|传真|手机|邮箱|@")
_BESIDE_TIME = own(
    r"[\s，。；、（）]*(?:前|之前|以前|内|底|完成|前完成|启动|开始|实施|组织实施|结束|并|取得|成效|时间|为|：)*[\s，。；、]*"
    r"(?:(?<=，)(?:19|20)\d\d ?年)?"
)


class MarkingReader:
    """Finds the markings of one document."""

    def __init__(self, reading: DocumentReading, lists: OwnerLists) -> None:
        """``lists`` reads what stands inside a marking."""
        self.reading, self.lists, self.folded = reading, lists, reading.folded
        self.first_leads = lists.clauses.conventions.first_leads(reading.folded, reading.draft.span)

    def read(self, paragraphs: Sequence[Paragraph], headings: dict[int, str]) -> list[Marking]:
        """All markings in text order; ``headings`` maps the start of a paragraph to the heading it stands under."""
        found = [self._of(paragraph, headings.get(paragraph.span.start, "")) for paragraph in paragraphs]
        for index, paragraph in enumerate(paragraphs):
            if not found[index] and self._is_side_line(paragraph, found, index):
                found[index] = [Marking("label", paragraph.span)]
        merged = list(joined([marking for markings in found for marking in markings], self.folded))
        if not self.first_leads:
            return merged
        return [replace(one, owners=first_leads(one.owners, self.folded)) for one in merged]

    def _is_side_line(self, paragraph: Paragraph, found: Sequence[list[Marking]], index: int) -> bool:
        """督导单位：… among label lines: no owner that counts, but no task of its own either."""
        beside = [markings for markings in (found[index - 1 : index], found[index + 1 : index + 2]) if markings]
        among = any(marking.form == "label" for markings in beside for marking in markings[0])
        return among and not paragraph.table and self.lists.labels.is_side_line(paragraph.text)

    def _of(self, paragraph: Paragraph, heading: str) -> list[Marking]:
        """A label line, else what closes the paragraph and names owners, else what opens it, else its times."""
        if paragraph.table:
            return []
        line = self._label_line(paragraph, heading)
        if line:
            return [line]
        closing = list(self._closing(paragraph, heading))
        if any(marking.owners for marking in closing):
            return closing
        opened = opening(self.reading, paragraph.span, heading)
        return [opened] if opened else closing

    def _label_line(self, paragraph: Paragraph, heading: str) -> Marking | None:
        """``责任部门：甲、乙`` alone on a line, perhaps with ``完成时限：…`` beside it, perhaps in brackets."""
        if not self.lists.labels.opens(paragraph):
            return None
        return self._marking("label", paragraph.span, self._unbracketed(paragraph), heading)

    def _unbracketed(self, paragraph: Paragraph) -> Span:
        words, span = paragraph.text.rstrip("。；"), paragraph.span
        if words[:1] in tuple("（〔【") and words[-1:] in tuple("）〕】") and "】" not in words[1:-1]:
            return Span(span.start + 1, span.start + len(words) - 1)
        return span

    def _closing(self, paragraph: Paragraph, heading: str) -> Iterator[Marking]:
        """Brackets and what trails behind them; brackets that only name times belong to the labels that trail."""
        brackets = list(self._brackets(paragraph, heading))
        trailing = self._trailing(paragraph, heading)
        if trailing and brackets and trailing.owners and not any(bracket.owners for bracket in brackets):
            times = tuple(time for bracket in brackets for time in bracket.times)
            yield replace(trailing, times=times + trailing.times)
            return
        yield from brackets
        if trailing and not any(trailing.span.overlaps(bracket.span) for bracket in brackets):
            yield trailing

    def _trailing(self, paragraph: Paragraph, heading: str) -> Marking | None:
        """Labels that close a paragraph without brackets: ``……。责任单位：甲。完成时限：6月底前。``."""
        start = self.lists.labels.first(self.folded, paragraph.span)
        if start is None:
            return self._dashed(paragraph, heading)
        if start == paragraph.span.start:
            return None
        if self.folded[start] != "【" and self.folded[start - 1] not in "。；， -":
            return None
        tail = Span(start, paragraph.span.end)
        return self._marking("bracket", tail, tail, heading) if len(tail) <= MAX_TRAILING else None

    def _dashed(self, paragraph: Paragraph, heading: str) -> Marking | None:
        """Who does what behind a dash at the end: ``……全覆盖——市住建局牵头，各区配合``."""
        match = _DASHED.search(self.folded, paragraph.span.start, paragraph.span.end)
        inside = Span(*match.span(1)) if match else None
        if match is None or inside is None or not self.lists.read(self.folded, inside).owners:
            return None
        return self._marking("bracket", Span(match.start(), paragraph.span.end), inside, heading)

    def _brackets(self, paragraph: Paragraph, heading: str) -> Iterator[Marking]:
        span = paragraph.span
        for match in _BRACKET.finditer(self.folded, span.start, span.end):
            inside = self.lists.clauses.conventions.before(self.folded, Span(*match.span(match.lastindex or 1)))
            if inside is None or not self._closes(match, span) or self.lists.labels.is_label(inside.quote(self.folded)):
                continue
            form = self._bracket_form(match, span)
            marking = self._marking(form, Span(*match.span()), inside, heading)
            if marking and (marking.owners or self._only_time(marking, inside)):
                yield marking

    def _bracket_form(self, match: re.Match[str], span: Span) -> Form:
        """A bracket fills its paragraph, opens it (【市教育局】举办……) or closes a passage of it."""
        if trim(self.folded, after_label(self.folded, span), match.start()) is not None:
            return "bracket"
        return "alone" if trim(self.folded, match.end(), span.end) is None else "opening"

    def _closes(self, match: re.Match[str], span: Span) -> bool:
        """A closing bracket stands at the end of a sentence, before or after its full stop, or ends a heading."""
        before = self.folded[match.start() - 1] if match.start() > after_label(self.folded, span) else "。"
        after = self.folded[match.end() : match.end() + 1]
        return before in "。；！？ " or match.end() >= span.end or after in "。；\n："

    def _only_time(self, marking: Marking, inside: Span) -> bool:
        """（10月15日前）, （6月底前完成）: nothing but a time."""
        if all(isinstance(time.value, Vague) for time in marking.times):
            return False
        edges = [inside.start, *(at for time in marking.times for at in (time.span.start, time.span.end)), inside.end]
        gaps = zip(edges[::2], edges[1::2], strict=True)
        return all(_BESIDE_TIME.fullmatch(self.folded, start, end) for start, end in gaps)

    def _marking(self, form: Form, span: Span, inside: Span, heading: str) -> Marking | None:
        if form != "label" and _REACHED.search(inside.quote(self.folded)):
            return None
        marked = self.lists.read(self.folded, inside)
        before = self.folded[self.folded.rfind("\n", 0, span.start) + 1 : span.start]
        listed = "）、" in before  # 张三（甲校）、李四（乙校）
        seat = _PLACE.match(before) or _SEAT.search(before) or self._in_name(span)
        if not (marked.owners or form == "label" or listed or seat):
            marked = self.lists.bare(self.folded, inside)
        rest, named = self._dated(marked.rest)
        read = [self.reading.times(part, marked=True, heading=named or heading) for part in rest]
        times = tuple(time for one in read for time in one.times)
        problems = tuple(problem for one in read for problem in one.problems)
        return Marking(form, span, marked.owners, times, problems) if marked.owners or times else None

    def _in_name(self, span: Span) -> bool:
        """Whether a bracket belongs to the name before it: ``各村（社区）：……``."""
        start = after_label(self.folded, Span(self.folded.rfind("\n", 0, span.start) + 1, span.end))
        before = self.folded[start : span.start]
        return self.folded.startswith("：", span.end) and self.lists.clauses.names.is_body(before)

    def _dated(self, rest: Sequence[Span]) -> tuple[Sequence[Span], str]:
        """A year behind the days it is the year of, and the stretches without it: （3月至5月，2024年）."""
        year = rest[-1].quote(self.folded) if len(rest) > 1 else ""
        if not _YEAR.fullmatch(year) or any("年" in part.quote(self.folded) for part in rest[:-1]):
            return rest, ""
        return rest[:-1], year
