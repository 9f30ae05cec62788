"""Figures as a sheet prints them: 0.35 as 35%, 1234.5 as 1,234.50, 45473 as 2024/6/30.

Source: ECMA-376 Part 1, 18.8.30 (number formats), with the built-in formats of the Chinese version.
"""

from __future__ import annotations

import math
from types import MappingProxyType

from extractor.ingest.sheets.dates import is_date, written_date
from extractor.rules.pattern.own import own

_YEAR_MONTH, _MONTH_DAY, _WHOLE_DAY = 'yyyy"年"m"月"', 'm"月"d"日"', 'yyyy"年"m"月"d"日"'
BUILT_IN = MappingProxyType(
    {
        1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 14: "yyyy/m/d", 15: r"d\-mmm\-yy",
        16: r"d\-mmm", 17: r"mmm\-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss",
        22: "yyyy/m/d h:mm", 27: _YEAR_MONTH, 28: _MONTH_DAY, 29: _MONTH_DAY, 30: r"m\-d\-yy", 31: _WHOLE_DAY,
        32: 'h"时"mm"分"', 33: 'h"时"mm"分"ss"秒"', 36: _YEAR_MONTH, 37: "#,##0;(#,##0)", 38: "#,##0;(#,##0)",
        39: "#,##0.00;(#,##0.00)", 40: "#,##0.00;(#,##0.00)", 45: "mm:ss", 47: "mm:ss", 50: _YEAR_MONTH,
        51: _MONTH_DAY, 52: _YEAR_MONTH, 53: _MONTH_DAY, 54: _MONTH_DAY, 57: _YEAR_MONTH, 58: _MONTH_DAY,
    }
)  # fmt: skip
"""Format codes by their number, where a file does not state them."""

_DIGITS = own(r"[#0?][#0?,]*(?:\.[#0?]+)?")
_LITERAL = own(r'"([^"]*)"|\\(.)|\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]|_.|\*.')
_EXACT = 1e15  # beyond, a figure is printed with an exponent


def printed(value: float, code: str, *, from_1904: bool = False) -> str:
    """``value`` as the format ``code`` prints it; as the figure itself where the code says nothing."""
    if not math.isfinite(value):
        return ""
    if is_date(code):
        day = written_date(value, code, from_1904=from_1904)
        if day is not None:
            return day
    sections = code.split(";")
    negative = value < 0 and len(sections) > 1 and bool(sections[1].strip())
    section = sections[1] if negative else sections[0]
    body = _LITERAL.sub(lambda match: match[1] or match[2] or match[3] or "", section)
    digits = _DIGITS.search(body)
    if digits is None or "general" in section.lower() or "/" in body or "e+" in body.lower():
        return plain(value)
    percent = "%" in body
    figure = _figure(abs(value) if negative else value, digits[0], percent=percent)
    return (body[: digits.start()] + figure + body[digits.end() :]).strip()


def _figure(value: float, digits: str, *, percent: bool) -> str:
    decimals = len(digits.partition(".")[2])
    least = digits.partition(".")[0].replace(",", "").count("0")
    scaled = value * 100 if percent else value
    words = f"{scaled:{',' if ',' in digits else ''}.{decimals}f}"
    return words if least < 2 or "," in digits else words.zfill(least + (decimals + 1 if decimals else 0))  # noqa: PLR2004 - 001


def plain(value: float) -> str:
    """A figure without a format, as a sheet shows it: up to eleven digits."""
    if value == int(value) and abs(value) < _EXACT:
        return str(int(value))
    return f"{value:.11g}"
