"""What stands on the pages beside the text: headers, footers, watermarks. Marks of secrecy in them count.

They are no part of the text: what is said there is counted in a problem, page numbers aside. Only a mark of
secrecy (机密★1年) is laid before the first line, where the head of a notice has it; whether it is one is decided
where all marks are, in the segment stage.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.model.problem import Problem
from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extractor.ingest.builder import SourceBuilder

_MARK = r"(?:绝\s{0,4}密|机\s{0,4}密|秘\s{0,4}密)"
_STARRED = own(rf"{_MARK}\s{{0,2}}[★☆*※]\s?[^\s，。,;；★]{{0,12}}")
_ALONE = own(rf"(?:密\s{{0,4}}级\s?[：:]?\s?)?[【（(]?{_MARK}[级件]?[】）)]?")
_PARTS = own(r"(?<![绝机秘国家商业工作])[\s|｜]{1,8}|[\s|｜]{2,8}")  # 国家 秘密 is spaced, no mark
_PAGE_NUMBER = own(r"[-—–―－_·•~.,，/／\s\d第页共]{1,40}|Page \d{1,4}(?: of \d{1,4})?|[ivxIVX]{1,6}")
_LONGEST = 200


def lay_marks(builder: SourceBuilder, lines: Iterable[str], page: int | None = None) -> None:
    """Lay the marks of secrecy in ``lines`` into the text, once each; called before the first paragraph."""
    for mark in dict.fromkeys(mark for line in lines for mark in marks_in(line)):
        builder.paragraph(mark, page)


def marks_in(line: str) -> list[str]:
    """The marks of secrecy in a line of a header: starred ones anywhere, others only as a part by itself.

    ``机密★1年　　第 3 页`` has one, ``机密文件管理办法`` none.
    """
    starred = [match[0] for match in _STARRED.finditer(line)]
    return starred or [part for part in _PARTS.split(line[:_LONGEST]) if _ALONE.fullmatch(part.strip())]


def left_out(builder: SourceBuilder, lines: Iterable[str]) -> None:
    """Say how many different lines were left out; page numbers and marks of secrecy are not counted."""
    words = {"".join(line.split()) for line in lines if not _PAGE_NUMBER.fullmatch(line.strip()) and not marks_in(line)}
    count = len(words - {""})
    if count:
        builder.problems.append(Problem("headers-left-out", None, "info", (("count", str(count)),)))
