"""Names that stand side by side (recipients, issuers), and document numbers made uniform."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.model.found import Found
from extractor.model.span import Span
from extractor.rules.pattern.own import own
from extractor.segment.lines import NUMBER

if TYPE_CHECKING:
    from extractor.model.draft import Paragraph
    from extractor.segment.lines import Lines

_SPLIT = own(r"[、，；]")
_YEAR = own(r"[〔【（](\d{4})[〕】）]第?")
_CLOSING_NUMBER = own(rf"（(?P<number>{NUMBER})）$")
_OPENING_NUMBER = own(rf"{NUMBER}(?=[ （])")
_WORD = own(r"\S+")
PLACE = 2


def issuers_at(lines: Lines, text: str, span: Span) -> list[Found[str]]:
    """The bodies named at ``span``: cut at blanks, and where a second name begins with the place of the first."""
    words = span.quote(text)
    parts = [Span(span.start + m.start(), span.start + m.end()) for m in _WORD.finditer(words)]
    if not all(lines.is_organ(part.quote(text)) for part in parts):
        parts = [span]
    whole = [piece for part in parts for piece in _run_together(lines, text, part)]
    return [Found("".join(part.quote(text).split()), part, "frame.issuer") for part in whole]


def _run_together(lines: Lines, text: str, span: Span) -> list[Span]:
    """云州市教育局云州市财政局 names two: the place stands twice, and each half is a body; 中共 is no place."""
    words = span.quote(text)
    first = PLACE if words.startswith("中共") else 0
    at = words.find(words[first : first + PLACE], first + PLACE)
    if at > 0 and lines.is_organ(words[:at]) and lines.is_organ(words[at:]):
        rest = Span(span.start + at, span.end)
        return [Span(span.start, span.start + at), *_run_together(lines, text, rest)]
    return [span]


def normal_number(words: str) -> str:
    """A document number as 机关代字〔年份〕序号号: blanks dropped, brackets made 〔〕, 第 dropped."""
    return _YEAR.sub(r"〔\1〕", "".join(words.split()))


def opening_number(title: Paragraph) -> list[Found[str]]:
    """The number that the line of a title opens with: 院办发〔2024〕5号（第三次院长办公会纪要）."""
    match = _OPENING_NUMBER.match(title.text)
    if not match:
        return []
    span = Span(title.span.start, title.span.start + match.end())
    return [Found(normal_number(match[0]), span, "frame.number")]


def closing_number(title: Paragraph) -> Found[str] | None:
    """The number in the bracket that a title ends with: 关于开展自查的通知（云教〔2024〕5号）."""
    match = _CLOSING_NUMBER.search(title.text)
    if not match:
        return None
    span = Span(title.span.start + match.start("number"), title.span.start + match.end("number"))
    return Found(normal_number(match["number"]), span, "frame.number")


def split_outside_brackets(words: str, offset: int) -> list[Span]:
    """The parts of a list separated by 、，； outside brackets, as spans from ``offset`` on."""
    spans, start, depth = [], 0, 0
    for index, mark in enumerate(words + "、"):
        depth += (mark == "（") - (mark == "）" and depth > 0)
        if depth == 0 and _SPLIT.match(mark):
            part = words[start:index]
            if part.strip():
                left = start + len(part) - len(part.lstrip())
                spans.append(Span(offset + left, offset + left + len(part.strip())))
            start = index + 1
    return spans
