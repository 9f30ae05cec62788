"""When a web page was published: the only date that a notice without a signature has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.ingest.shape import DAY
from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_DATE = rf"(?:{DAY}|(?:19|20)\d\d[-/.]\d{{1,2}}[-/.]\d{{1,2}})"
_CLOCK = r"(?:[ T]?\d{1,2}：\d\d(?:：\d\d(?:[.]\d{1,3})?)?)?"
_STAMP = own(rf"{_DATE}{_CLOCK}")
_ALSO = "来源|作者|点击|浏览|阅读|编辑|访问|人气|字号|字体|分类|分享|打印|发布|责任编辑"
_SAYS = "(?:发布|发文|发稿|发表|添加|更新|录入|上传|公布)"
_STATED = own(
    rf"(?:.{{0,39}}[^请于在])?(?<!截止){_SAYS}(?:时间|日期|于)?[ ]?：?[ ]?{_DATE}"
    rf"|(?:时间|日期)[ ]?：[ ]?{_DATE}(?=.{{0,16}}(?:{_ALSO}))"
    rf"|{_DATE}{_CLOCK}[ |]{{0,3}}(?:{_ALSO})[ ]?(?:：|次数?|数|量|$)"
)
_SIGNED = own(rf"(?:[^，。；：]{{0,60}}?[ ]?)?{DAY}(?:[ ]?（[^（）]{{1,12}}）)?")
_BELOW_TITLE = 6


def is_stamp(words: str) -> bool:
    """Whether a folded line is nothing but a day, perhaps with a time of day: ``2025-03-14 15：42：00``."""
    return _STAMP.fullmatch(words) is not None


def states_publication(words: str) -> bool:
    """Whether a folded line says when the page was published: ``发布时间：2025-03-14 浏览次数：20``."""
    return _STATED.match(words) is not None


def is_signed_day(words: str) -> bool:
    """Whether a folded line ends a notice with its date: ``云州学院教务处 2025年3月14日``."""
    return _SIGNED.fullmatch(words) is not None


def publication(page: Sequence[str], titles: Iterable[str]) -> str:
    """The line of a page, as folded, that says when it was published; empty when there is none.

    A line that says so comes first; then a bare stamp, which must stand just below one of ``titles``: in lists
    of other notices stamps stand beside each of them.
    """
    for words in page:
        if states_publication(words):
            return words
    wanted = {title.replace(" ", "") for title in titles}
    for index, words in enumerate(page):
        if words.replace(" ", "") in wanted:
            for below in page[index + 1 : index + 1 + _BELOW_TITLE]:
                if is_stamp(below):
                    return below
    return ""
