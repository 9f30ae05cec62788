"""Find the elements of a notice that came as one line: title, recipients, signature, date, attachments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from collections.abc import Iterator

_HAN = "\u4e00-\u9fff"
_TITLE = own(
    rf"(?P<title>(?P<issuers>[{_HAN}]{{0,60}})关于[^。]{{2,120}}?的(?:通知|通报|意见|决定|公告|通告|函|批复|报告|请示))"
    rf"(?P<recipients>[{_HAN}（）]{{1,30}}[^。：]{{0,300}}：)?"
)
_BODIES = own(r"(?<=[。；！])[^，。；：！、\d]{4,60}[部处局委办院厅科室馆所站会府校组心司社团]$")
_DATE = own(r"\d{4}年\d{1,2}月\d{1,2}日(?=附件|附：|$)")
_ATTACHED = own(
    r"(?<![见按照据和及与在的（、填])附件(?:：|(?P<number>\d{1,2})(?![、，。；）\d以的和至中所]))"
)
_CONTACT = own(r"(?<=。)(?:联系|咨询)(?:人|电话|方式)：")
_ENTRY = own(r"(?<!\d)\d{1,2}\.(?!\d)|(?<!\d)\d{1,2}\.(?=(?:19|20)\d\d年)")
_NEAREST_NAME = 4
_LONGEST_TITLE = 80
_LONGEST_LIST = 1000
_MOST_ATTACHMENTS = 100


def element_breaks(folded: str) -> list[int]:
    """Offsets at which an element begins or the one before it ends, in order; none for ordinary paragraphs.

    Only texts that open with a title (…关于…的通知) are looked at. A signature is known by the issuers in the
    title, the heading of an attachment by the list of attachments.
    """
    opening = _TITLE.match(folded)
    if not opening:
        return []
    found = {opening.end("title"), opening.end()}
    attached = list(_attached(folded, opening.end()))
    found.update(attached)
    for date in _DATE.finditer(folded, opening.end()):
        found.update((_signature(folded, opening["issuers"], date.start()), date.start(), date.end()))
    found.update(match.start() for match in _CONTACT.finditer(folded))
    found.update(_heading_ends(folded, attached, sorted(found)))
    return sorted(position for position in found if 0 < position < len(folded))


def _attached(folded: str, start: int) -> Iterator[int]:
    """Where the list of attachments and each attachment begin; their numbers run on from 1."""
    number = 0
    for match in _ATTACHED.finditer(folded, start):
        if match["number"] is None or int(match["number"]) == number + 1:
            number = int(match["number"] or 0)
            yield match.start()


def _signature(folded: str, issuers: str, date: int) -> int:
    """Where the issuers' names begin that stand right before the date; the date itself when none do.

    Issuers that no title names are what stands between the last sentence and the date.
    """
    for length in range(len(issuers), _NEAREST_NAME - 1, -1):
        if folded.endswith(issuers[-length:], 0, date):
            return date - length
    last = _BODIES.search(folded, max(0, date - _LONGEST_TITLE), date)
    return last.start() if last and not issuers else date


def _heading_ends(folded: str, attached: list[int], breaks: list[int]) -> Iterator[int]:
    """Where ``附件1 …指南`` ends and its text begins: the list of attachments names the title."""
    announced = next((start for start in attached if folded.startswith("附件：", start)), len(folded))
    titles = _listed(folded, announced, next((end for end in breaks if end > announced), len(folded)))
    for start in attached[:_MOST_ATTACHMENTS]:
        heading = folded[start : start + _LONGEST_TITLE]
        for title in titles:
            position = heading.find(title)
            if 0 < position <= _NEAREST_NAME + 1 and not heading.startswith("附件："):
                yield start + position + len(title)


def _listed(folded: str, start: int, end: int) -> list[str]:
    """The titles of a list ``附件：1.甲2.乙`` between two offsets."""
    titles = _ENTRY.split(folded[start : min(end, start + _LONGEST_LIST)])[1:]
    return [title for title in titles if _NEAREST_NAME <= len(title) <= _LONGEST_TITLE]
