"""T2: the deepest numbered items whose text tells somebody to do something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.extract.items import own_words, words_of
from extractor.extract.sentences import clauses, trim
from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.extract.covered import Covered
    from extractor.extract.items import Item
    from extractor.extract.reading import DocumentReading
    from extractor.extract.rows import Row, RowReader
    from extractor.extract.stated import StatedReader
    from extractor.extract.tools import TaskTools
    from extractor.model.span import Span

_TOPICS = ("内容", "事项", "情况", "依据")
_AGENDA = own(r"(?:主要|会议|论坛|大会)?(?:内容|议程|议题)$")
_PROGRAMME = own(r"(?:活动|展会|对接会|仪式)(?:内容|安排|流程)$")
_ATTENDED = own(r"(?:参会|与会|参加|出席|列席)(?:会议|活动|论坛)?(?:人员|对象|范围|单位)$")
_SENTENCE_ENDS = own(r"[。；\n]")
# 各校制定了方案, 各校已完成自查: what was done; 已完成自查的学校 is not.
_DONE = own(r"(?<![未不])已经?(?![办建开知])[^，。；的]{2,16}(?:[，。；]|$)|(?<=[\u4e00-\u9fff])了(?!解)")
_APPEALS = own(r"不服|行政(?:复议|诉讼)|(?:申请|提起)(?:复议|诉讼)")  # may be done, until then
_REFERS = own(
    r"[^，。；：\n]{0,24}?[ ：\n]?请?(?:详见|参见|参阅|见)"
    r"(?:附|《|下[表文]|上[表文]|本通知|[^，。；\n]{1,12}(?:附件|附表|网站))[^，。；\n]{0,40}[。；]?"
)


def _is_agenda(item: Item) -> bool:
    """主要内容 beside 参会人员: what a meeting is about; 活动内容 without sub-items, what takes place there."""
    beside = (one.section.title for one in item.beside)
    named = _AGENDA.match(item.section.title) or (not item.children and _PROGRAMME.match(item.section.title))
    return bool(named) and any(map(_ATTENDED.match, beside))


class DirectedReader:
    """Walks the outline of one document down to the items that direct."""

    def __init__(self, reading: DocumentReading, tools: TaskTools, rows: RowReader, stated: StatedReader) -> None:
        """``stated`` reads the sentences that lead in a section."""
        self.folded, self.tools, self.rows, self.stated = reading.folded, tools, rows, stated

    def read(self, item: Item, covered: Covered) -> Iterator[Row]:
        """The tasks of an item: those of its sub-items, or itself with them where they direct nobody.

        ``covered`` are passages that are tasks already by their marking.
        """
        span = words_of(item, self.folded)
        if span is None:
            return
        if self.tools.directives.is_framing(item.titles[-1:]) or _is_agenda(item):  # those above have been asked
            yield from list(self._submissions(item, covered)) or self._sent(item, span, covered)
            return
        if covered.holds(span):
            return
        below = (
            [] if self._lists_materials(item) else [row for child in item.children for row in self.read(child, covered)]
        )
        if below or covered.touches(span):
            yield from below
            yield from self._lead_sentences(item, covered) if item.children else ()
        elif self._directs(item, span):
            yield self.rows.directed(span, item)

    def _submissions(self, item: Item, covered: Covered) -> Iterator[Row]:
        """What has to be handed in by a time, said in a section that holds no tasks: 参会人员 … 请于3月4日前报名单."""
        for part in item.descendants():
            for paragraph in part.paragraphs:
                for span in self.stated.demands(paragraph, covered, named=False):
                    words = trim(self.folded, max(span.start, part.start), span.end)
                    if words and self.tools.directives.hands_in(words.quote(self.folded)):
                        yield self.rows.stated(words, part)

    def _sent(self, item: Item, span: Span, covered: Covered) -> Iterator[Row]:
        """Who comes to a meeting is a task where somebody is told to: 参会人员 各分会须由会长带队."""
        asked = self.tools.meetings.is_on_meeting(item.titles[-1]) and self._is_told(item)
        if asked and not item.children and not covered.touches(span):
            yield self.rows.directed(span, item)

    def _lead_sentences(self, item: Item, covered: Covered) -> Iterator[Row]:
        for paragraph in item.paragraphs[1:] if item.heading_only else item.paragraphs:
            for span in self.stated.demands(paragraph, covered, named=False):
                yield self.rows.stated(span, item)

    def _own(self, item: Item) -> Span | None:
        """What decides whether the item directs: its own paragraphs, or all of it when it has no sub-items."""
        return own_words(item, self.folded) if item.children else words_of(item, self.folded)

    def _lists_materials(self, item: Item) -> bool:
        """Sub-items that list what has to be handed in, criteria, or what is offered for choice are no tasks."""
        lead = own_words(item, self.folded)
        words = lead.quote(self.folded) if lead else ""
        if self.tools.directives.lists(words):
            return True
        content = bool(item.children) and self.tools.directives.lists_content(words)
        return content and not any(self._is_told(part) for part in item.children)

    def _is_told(self, item: Item) -> bool:
        """Whether the item demands something of somebody: 课堂教学。各学院应做好记录。."""
        span = words_of(item, self.folded)
        if span is None or not self.tools.directives.demands(span.quote(self.folded)):
            return False
        return bool(self.tools.actors.read(self.folded, span))

    def _directs(self, item: Item, span: Span) -> bool:
        own = self._own(item) or span
        words = own.quote(self.folded)
        if self._names_document(item, own) or _REFERS.fullmatch(words):
            return False
        if item.children and (words == item.section.title or self.tools.directives.offers_choice(words)):
            return False
        lines = _SENTENCE_ENDS.split(words)
        if item.stands_alone and (self.tools.directives.is_requirement(lines[:1]) or lines[0].endswith(_TOPICS)):
            lines = lines[1:]  # 组织领导 over what was set up, 核查内容 over what is looked at tell nothing themselves
        told = any(self.tools.directives.tells(line) or self.tools.directives.hands_in(line) for line in lines)
        if self.tools.directives.only_permits(words) and _APPEALS.search(words):
            return False
        if told or self.stated.is_dated(span):
            return True
        if self.rows.responsibility.of_heading(span, item).owners:
            return True
        return any(self._names_somebody(clause) for clause in clauses(self.folded, own))

    def _names_document(self, item: Item, own: Span) -> bool:
        """An entry of a list of titles or materials: 《……汇总表》一式两份, not 《……手册》由支部书记保管."""
        heading = item.paragraphs[0].text[len(item.section.label) :].strip() if item.paragraphs else item.section.title
        if self.tools.directives.is_title_list(own.quote(self.folded)):
            return True
        if heading.startswith("《"):
            told = any(self._names_somebody(clause) for clause in clauses(self.folded, own))
            return not told and not self.stated.is_dated(own)
        return self.tools.directives.is_title_list(heading)

    def _names_somebody(self, clause: Span) -> bool:
        """A clause whose subject does something, or that says who is responsible."""
        if self.tools.prose.read(self.folded, clause):
            return True
        acts = self.tools.actors.read(self.folded, clause) or self.tools.actors.announcers(self.folded, clause)
        words = clause.quote(self.folded)
        told = _DONE.search(words) is not None and not self.tools.directives.demands(words)
        return bool(acts) and not told and not self.tools.directives.only_permits(words)
