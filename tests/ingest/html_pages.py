"""Pages of fictitious bodies, for the tests of the HTML reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.ingest.read import read_bytes

if TYPE_CHECKING:
    from extractor.rules.book import RuleBook

TITLE = "关于开展校园安全检查的通知"
BODY = (
    "<p>各县区教育局：</p><p>为消除隐患，现就有关事项通知如下。</p>"
    "<p>一、全面自查。各单位要对照办法逐项自查，建立台账，限期整改。</p><p>二、按时报送。请于6月底前报送总结。</p>"
    "<p style='text-align:right'>云海市教育局</p><p style='text-align:right'>2025年3月4日</p>"
)
BODY_LINES = [
    "各县区教育局：",
    "为消除隐患，现就有关事项通知如下。",
    "一、全面自查。各单位要对照办法逐项自查，建立台账，限期整改。",
    "二、按时报送。请于6月底前报送总结。",
    "云海市教育局",
    "2025年3月4日",
]


def lines_of(page: str, book: RuleBook) -> list[str]:
    """The lines that are read from the text of a page."""
    return read_bytes(f"<html><meta charset=utf-8><body>{page}".encode(), "a.html", book).text.splitlines()
