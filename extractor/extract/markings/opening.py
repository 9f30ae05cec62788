"""Paragraphs that open with their own time: ``4月1日至12月31日，方案实施`` or a line ``报名时间：5月8日前`` (T1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.extract.markings.marking import Form, Marking
from extractor.model.deadline import Vague
from extractor.model.span import Span
from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    import re

    from extractor.extract.reading import DocumentReading

MAX_LEAD = 4
MAX_OPENING = 80
_SIGNS = r"\d一二三四五六七八九十每本今明当上下即第元国春年月季"
_ARTICLE = r"第[\d一二三四五六七八九十百]{1,6}[条章节]"
_MAY_OPEN = own(rf"[ ]?(?!{_ARTICLE})(?:[{_SIGNS}]|[自从在于截](?=[{_SIGNS}至]))")
_LABEL = own(r"(?:（?[\d一二三四五六七八九十]{1,3}[）.、，][ ]?|[①-⑳⑴-⒇][ ]?)?")
_TIME_LINE = own(
    r"(?!发布|印发|成文|发文|公开|更新|出生|[^，。；：\n]{0,8}(?:放假|休假|开放|作息|上班|办公|营业))[^，。；：\n]{0,12}"
    r"(?:时间(?:[、和及与]?地点)?|日期|时限|期限|截止日期)[ ]?："
)
_STAGE = own(
    r"(?!发布|印发|成文|发文|公开|更新|出生|[\u4e00-\u9fff]{0,6}(?:放假|休假|开放|作息|措施|目标|内容|情况|问题|进展|成效|要求)(?:时间|安排)?：)"
    r"[\u4e00-\u9fff]{2,8}：(?=[ ]?(?:\d{4}年)?\d{1,2}月)"
)
_TIME_HEADING = own(r"(?:会议|培训|活动|报名|申报|报送|受理|检查|考试|举办|召开|报到)(?:时间|日期|时限|期限)$")
_HELD = own(r"[^。；\n]{0,60}?主持(?:召开|了)")  # 4月21日上午，某人主持召开……：tells what was
_GOES_ON = own(r"[ ]?(?:[，：]|(?=为|是))")


def opening(reading: DocumentReading, span: Span, heading: str) -> Marking | None:
    """The marking at the beginning of the paragraph ``span``; None when it opens with something else."""
    folded = reading.folded
    label = _label(folded, span)
    start = label.end() if label else after_label(folded, span)
    if start >= span.end or not (label or _MAY_OPEN.match(folded, start)):
        return None
    stretch = Span(start, min(span.end, start + MAX_OPENING))
    timely = bool(label or _TIME_HEADING.search(heading))
    times = reading.times(stretch, marked=timely, heading=heading).times
    first = next((time for time in times if not isinstance(time.value, Vague)), None)
    if first is None or not _is_near(folded[start : first.span.start]):
        return None
    if not timely and (not _GOES_ON.match(folded, first.span.end, span.end) or _is_told(folded, first.span, span)):
        return None
    form: Form = "timed" if label else "opening"
    return Marking(form, Span(span.start, first.span.end), (), (first,))


def _label(folded: str, span: Span) -> re.Match[str] | None:
    if folded.find("：", span.start, span.end) < 0:
        return None
    return _TIME_LINE.match(folded, span.start, span.end) or _STAGE.match(folded, span.start, span.end)


def after_label(folded: str, span: Span) -> int:
    """Where the words of a paragraph begin behind its number."""
    match = _LABEL.match(folded, span.start, span.end)
    return match.end() if match else span.start


def _is_told(folded: str, time: Span, span: Span) -> bool:
    """Whether the paragraph tells who held a meeting on that day, as minutes do."""
    return not time.quote(folded).endswith(("前", "底", "内")) and _HELD.match(folded, time.end, span.end) is not None


def _is_near(words: str) -> bool:
    """Nothing but 从, 自, 在, 于 may stand before the time."""
    return len(words) <= MAX_LEAD and not words.strip(" 从自在于")
