"""Labels inside a marking: those of owners and times, and others that only end the value before them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from extractor.extract.sentences import trim
from extractor.model.span import Span
from extractor.rules.pattern.compile import plain_pattern
from extractor.rules.pattern.own import own
from extractor.rules.pattern.splice import alternation
from extractor.rules.sieve import Sieve

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

    from extractor.model.draft import Paragraph
    from extractor.rules.book import RuleBook
    from extractor.rules.rule import Rule

Kind = Literal["free", "owner", "time", "other"]
_OTHER = own(r"(?:(?<=[；。，\n（〔【 ])|^)[\u4e00-\u9fff]{2,8}[ ]?：")
MAX_LABEL = 18
_LABEL_SIGN = own("[：】]")
_LABEL_LINE = own(r"(?:[（〔【]?[^：，。；\n]{2,14}|[^，。；：\n]{2,6}[ ]?)：|【[\u4e00-\u9fff]{2,8}】")
_WORD = own(r"[\u4e00-\u9fff]{2,10}")
_SPACED = own(r"(?<![\u4e00-\u9fff])(?<![\u4e00-\u9fff] )(?:[\u4e00-\u9fff] ){2,9}[\u4e00-\u9fff] ?：")
_SIDE_LINE = own(
    r"[\u4e00-\u9fff]{0,6}(?:单位|部门|处室|科室|机构|领导|[人员]|时间|时限|日期|专班|小组)[ ]?：[^\n]{1,60}$"
)


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a marking: the value of a label (``rule`` for owners), or what stands before the first label."""

    kind: Kind
    span: Span
    rule: Rule | None = None


@dataclass(frozen=True, slots=True)
class _Label:
    start: int
    end: int
    kind: Kind
    rule: Rule | None = None


class LabelReader:
    """Finds labels by the rules and word lists of ``patterns/owners.toml``."""

    def __init__(self, book: RuleBook) -> None:
        """Keep the label rules."""
        self.rules = [rule for rule in book.rules("owners") if rule.reads == "label"]
        self._sieve = Sieve(self.rules, lambda rule: rule)
        after = book.spliced("{owner-label-after}")
        ends_alike = all(rule.expression.endswith(after) for rule in self.rules)
        self._sign = book.compile(after if ends_alike else "")  # what ends a label, of a time too
        times = alternation(book.words("time.label"))
        self._time = plain_pattern(rf"{times}[ ]?(?:：|-{{2}}|】|为(?=[\d本今明每长持]))")

    def first(self, folded: str, span: Span) -> int | None:
        """Where the first label of an owner or a time begins; None when the stretch has none."""
        known = self._known(folded, span)
        return min(label.start for label in known) if known else None

    def opens(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph is a label line: 责任单位：… at its beginning, perhaps in brackets or behind a bullet."""
        match = _LABEL_LINE.match(paragraph.text) if _LABEL_SIGN.search(paragraph.text, 0, MAX_LABEL) else None
        first = self.first(paragraph.text, Span(0, match.end())) if match else None
        return first is not None and not paragraph.text[:first].strip("（〔【 ·*-—●•")

    def is_label(self, words: str) -> bool:
        """Whether the words are a label without its value: the 责任单位 of 【责任单位】安全科."""
        return bool(_WORD.fullmatch(words)) and self.first(f"{words}：", Span(0, len(words) + 1)) is not None

    def is_side_line(self, words: str) -> bool:
        """A line under another label (督导单位：…, 包抓领导：…) that stands among label lines."""
        return _SIDE_LINE.match(words) is not None

    def segments(self, folded: str, span: Span) -> Iterator[Segment]:
        """The stretch cut at its labels."""
        labels = _disjoint([*self._known(folded, span), *self._others(folded, span)])
        head = trim(folded, span.start, labels[0].start if labels else span.end)
        if head:
            yield Segment("free", head)
        ends = [*(label.start for label in labels), span.end][1:]
        for label, end in zip(labels, ends, strict=True):
            value = trim(folded, label.end, end)
            if value:
                yield Segment(label.kind, value, label.rule)

    def _known(self, folded: str, span: Span) -> list[_Label]:
        if not self._sign.search(folded, span.start, span.end):
            return []  # so it is with most paragraphs
        found = [
            _label(match, rule)
            for rule in self._sieve.passing(span.quote(folded))
            for match in rule.pattern.finditer(folded, span.start, span.end)
        ]
        found += map(_label, self._time.finditer(folded, span.start, span.end))
        for match in _SPACED.finditer(folded, span.start, span.end):
            found += self._spaced(match)
        return found

    def _spaced(self, match: re.Match[str]) -> Iterator[_Label]:
        """责 任 单 位：, 完 成 时 限：."""
        words = match[0].replace(" ", "")
        rule = next((rule for rule in self.rules if _is_whole(rule, words)), None)
        if rule or self._time.fullmatch(words):
            yield _label(match, rule)

    def _others(self, folded: str, span: Span) -> Iterator[_Label]:
        for match in _OTHER.finditer(folded, span.start, span.end):
            yield _Label(match.start(), match.end(), "other")


def _is_whole(rule: Rule, words: str) -> bool:
    match = rule.pattern.match(words)
    return match is not None and match.end() == len(words)


def _label(match: re.Match[str], rule: Rule | None = None) -> _Label:
    """A label of an owner or, without a rule, of a time, with the bracket that it stands in: 【责任单位】."""
    bracket = match.end() > match.start() and match.string[match.end() - 1] == "】"
    opened = bracket and match.string[match.start() - 1 : match.start()] == "【"
    return _Label(match.start() - opened, match.end(), "owner" if rule else "time", rule)


def _disjoint(labels: Iterable[_Label]) -> list[_Label]:
    """Of labels that overlap (牵头责任单位 holds 责任单位) a known one, then the first, then the longest."""
    kept: list[_Label] = []
    for label in sorted(labels, key=lambda one: (one.kind == "other", one.start, -one.end)):
        if all(label.end <= other.start or other.end <= label.start for other in kept):
            kept.append(label)
    return sorted(kept, key=lambda one: one.start)
