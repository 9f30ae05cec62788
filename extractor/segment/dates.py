"""Read a written date of issue: 2020年6月4日, 二〇二〇年六月四日, 2020-6-4."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from extractor.model.found import Found
from extractor.model.span import Span
from extractor.rules.pattern.own import own
from extractor.segment.labels import number_of

if TYPE_CHECKING:
    import re

    from extractor.model.draft import Paragraph

_ZERO = own("[Oo\u041e\u043e]")  # Latin and Cyrillic O stand for 〇 in notices
_PARTS = own(r"[〇零一二三四五六七八九十\d]+")


def read_date(words: str) -> dt.date | None:
    """The day that folded ``words`` name; None when there is no such day (2月30日)."""
    parts = _PARTS.findall(_ZERO.sub("〇", words.replace(" ", "").replace("元月", "一月")))
    if len(parts) < 3:  # noqa: PLR2004 - year, month, day
        return None
    try:
        return dt.date(*(_value(part) for part in parts[:3]))
    except ValueError:
        return None


def date_found(paragraph: Paragraph, match: re.Match[str]) -> Found[dt.date] | None:
    """The date of issue that the group ``date`` of a match inside ``paragraph`` names; None when no such day exists."""
    day = read_date(match["date"])
    start = paragraph.span.start
    return (
        Found(day, Span(start + match.start("date"), start + match.end("date")), "frame.date")
        if day
        else None
    )


def _value(part: str) -> int:
    if part.isascii():
        return int(part)
    return number_of(part.replace("0", "〇"))
