"""T3: sentences in running text that tell somebody to do something by a time, or that name who has to do it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.extract.sentences import sentences, trim
from extractor.model.deadline import Vague
from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from extractor.extract.covered import Covered
    from extractor.extract.reading import DocumentReading
    from extractor.extract.rows import RowReader
    from extractor.extract.tools import TaskTools
    from extractor.model.draft import Paragraph
    from extractor.model.found import Found
    from extractor.model.notice import Owner
    from extractor.model.span import Span

_DONE = own(r"[已曾]|了(?![解])")
_STORY = own(
    r"(?:19|20)\d\d年\d{1,2}月(?:\d{1,2}日|[上中下]旬|[初底])?，[^，。；请]{2,40}?(?:印发|下发|出台|发布|颁布|公布|部署)"
    r"(?![^。]*请)"
)
_SETS = own(r"不(?:超过|少于|低于|高于|足)|自定|组成|任期|有效期|施行|生效")  # what is so
_NAMED = own(r"(?<![理自缘来])由(?!于|此)|牵头|主办|责任(?:单位|部门|处室)[为是]")
"""Without one of these no rule names owners."""
_DUTY = own(
    r"^[^，。；：\n]{1,30}[局委办部院处科室站所厅会社司府镇乡村区县市门位关构组校队心馆）]"
    r"(?:具体|统一|主要|统筹)?负责(?![制人的])"
)
"""区住建局负责背街小巷整治: a sentence that opens with the body in charge."""
_TIMELY = own(
    r"每[年月周日季学天半]|[\d底月日天时周年旬末作一二三四五六七八九十初期间始束][之以]?[前内](?!容)|\d[月周]|季[后末]"
    r"|按[年月季]|分钟"
)
_BY_THEN = own(
    r"[日月底末周旬天][之以]?前，?(?:全部|全面|基本|统一|集中|组织)?完成(?![后时])(?!.*(?:将|拟|计划|预计))"
)
_ASKED = own(
    r"请(?=各|有关|相关|全体|广大)(?![^，。；：]{0,16}(?:认真|遵照|参照|按照|贯彻|结合|高度)[^。]{0,24}$)"
    r"[^。；]{8,}[^：；]$"
)
_BOUND = own(r"(?:前|内|周|期间)$")


class StatedReader:
    """Finds the demanding sentences of one document."""

    def __init__(self, reading: DocumentReading, tools: TaskTools, rows: RowReader) -> None:
        """``rows`` knows the issuing bodies, whose own announcements are no demands."""
        self.reading, self.tools, self.issuers = reading, tools, rows.issuers

    def demands(self, paragraph: Paragraph, covered: Covered, *, named: bool) -> Iterator[Span]:
        """The demands of a paragraph; ``named``: who has to do it is enough, otherwise a time is needed.

        Sentences without a subject of their own belong to the demand before them; a new subject begins a new one.
        """
        current: Span | None = None
        for sentence in self._free(paragraph, covered):
            if current and not self._actors(sentence):
                current = type(current)(current.start, sentence.end)
                continue
            if current:
                yield current
            asked = _ASKED.search(sentence.quote(self.reading.folded)) is not None
            starts = self.is_dated(sentence) or ((named or asked) and self._names_owner(sentence))
            current = sentence if starts else None
        if current:
            yield current

    def ruled(self, paragraphs: Iterable[Paragraph], covered: Covered) -> Iterator[Span]:
        """In rules (办法, 规定 …) only the sentences that say both who and when, be it without 应."""
        for paragraph in paragraphs:
            for sentence in self._uncovered(paragraph, covered):
                told = self._is_demanding(sentence) or self._is_ruling(sentence)
                if told and self._is_timed(sentence) and self._names_owner(sentence):
                    yield sentence

    def _is_ruling(self, sentence: Span) -> bool:
        words = sentence.quote(self.reading.folded)
        if not _TIMELY.search(words) or _DONE.search(words) or _SETS.search(words):
            return False
        return not self.tools.directives.only_permits(words)

    def is_demand(self, span: Span) -> bool:
        """Whether a stretch demands something by a time."""
        return self._is_demanding(span) and self.is_dated(span)

    def is_dated(self, span: Span) -> bool:
        """Whether a time that a calendar can hold is demanded in the stretch."""
        read = self.reading.times(span, marked=False)
        return any(not isinstance(time.value, Vague) for time in read.times)

    def _is_timed(self, span: Span) -> bool:
        """As ``is_dated``, or a time without a calendar bounds the stretch all the same: 第六学期第4周前."""
        times = self.reading.times(span, marked=False).times
        folded = self.reading.folded
        return any(not isinstance(time.value, Vague) or _BOUND.search(time.span.quote(folded)) for time in times)

    def _free(self, paragraph: Paragraph, covered: Covered) -> Iterator[Span]:
        """The sentences that demand something and that no other task covers."""
        return (sentence for sentence in self._uncovered(paragraph, covered) if self._is_demanding(sentence))

    def _uncovered(self, paragraph: Paragraph, covered: Covered) -> Iterator[Span]:
        for sentence in sentences(self.reading.folded, paragraph.span) if not paragraph.table else ():
            if not covered.touches(sentence):
                yield sentence

    def _is_demanding(self, sentence: Span) -> bool:
        """A modal beside more than 请认真贯彻执行, or without: 总结于6月20日前报送 · 6月底前完成评审 · 由体育科负责.

        What is handed in needs a time or who does it. What is told as done is none.
        """
        words = sentence.quote(self.reading.folded)
        told = _STORY.match(words) is None
        if told and self.tools.directives.demands(words) and not self.tools.directives.is_empty(words):
            return True
        if not told or _DONE.search(words):
            return False
        if _BY_THEN.search(words):
            return self.is_dated(sentence)
        if self.tools.directives.submits(words):
            return self.is_dated(sentence) or bool(self._actors(sentence))
        if not _NAMED.search(words):
            return _DUTY.match(words) is not None and bool(self._actors(sentence))
        named = (owner.value for owner in self._owners(sentence) if owner.value.role != "support")
        return any(not self.tools.actors.is_self(owner.name, self.issuers) for owner in named)

    def _owners(self, sentence: Span) -> tuple[Found[Owner], ...]:
        return self.tools.prose.read(self.reading.folded, sentence, self.issuers)

    def _names_owner(self, sentence: Span) -> bool:
        return bool(self._actors(sentence) or self._owners(sentence))

    def _actors(self, sentence: Span) -> tuple[Found[Owner], ...]:
        return self.tools.actors.read(self.reading.folded, sentence, self.issuers)


def after_label(folded: str, sentence: Span, start: int) -> Span | None:
    """The sentence from ``start`` on, where an item's label stands before its words."""
    return trim(folded, max(sentence.start, start), sentence.end)
