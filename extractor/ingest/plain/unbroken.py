"""Find the elements of a notice that came as one line: title, recipients, signature, date, attachments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.ingest.plain.unbroken_head import DAY, HAN, opening_elements
from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_SUFFIX = "[部处局委办院厅科室馆所站会府校组心司社团]"
_BODIES = own(rf"(?<=[。；！）])[^，。；：！、\d（）A-Za-z]{{4,60}}{_SUFFIX}(?:（代?章）)?$")
_SIGNED = own(rf"(?<=[A-Za-z\d）日])(?![年月日])[{HAN}]{{3,40}}{_SUFFIX}(?:（[^（）]{{2,8}}）)?$")
_LISTED = own(rf"(?<=[表单案录书告纲])[{HAN}]{{3,24}}{_SUFFIX}(?:（[^（）]{{2,8}}）)?$")
_PRINTED = rf"[{HAN}]{{4,40}}{DAY}印发"
_PRINT = own(rf"{DAY}印发(?![《“的了给])")
_DAY = own(DAY)
_DATE = own(rf"{DAY}(?=附件|附：|《[^《》]{{4,60}}》[{HAN}]|（此件|（联系人|抄送：|抄报：|主题词|{_PRINTED}|$)")
_GLUED = own(
    rf"(?<=[。；！）])(?P<organ>[^，。；：！、\d（）]{{3,60}}{_SUFFIX})(?P<date>{DAY})(?P<note>（此件[^（）]{{2,120}}）)?$"
)
_HANDED = own("印发|发布|下发|公布|起|前|至|的|召开")
_FORM = own(  # below the date, or the title of what the notice prints
    r"《[^《》]{4,60}(?:方案|办法|规定|意见|细则|规划|计划|要点|制度)(?:（[^（）]{1,8}）)?》(?=[\u4e00-\u9fff])"
    rf"|[{HAN}]{{2,12}}(?:回执|报名表|推荐表|申报表|汇总表|登记表|统计表|调查表)(?=[{HAN}（：])"
)
_NAMED = own(r"《([^《》]{4,120})》")
_NOTE = own(r"（此件[^（）]{2,120}）")
_ATTACHED = own(
    r"(?<![见按照据和及与在的（、填])附件(?:：|(?P<number>\d{1,2})(?![、，。；）\d以的和至中所])|(?P<year>\d)(?=20\d\d)|(?<=[）日]附件)(?=[\u4e00-\u9fff]))"
)
_CONTACT = own(r"(?<=。)(?:联系|咨询)(?:人|电话|方式|单位)：")
_COPY = own(r"(?<=[。日表单])抄[送报]：")
_ENTRY = own(r"(?<!\d)\d{1,2}\.(?!\d)|(?<!\d)\d{1,2}\.(?=(?:19|20)\d\d年)")
_NEAREST_NAME = 4
_LONGEST_TITLE = 80
_LONGEST_LIST = 1000
_MOST_ATTACHMENTS = 100


def element_breaks(folded: str, *, addressed: bool = False) -> list[int]:
    """Offsets at which an element begins or the one before it ends, in order; none for ordinary paragraphs.

    Only texts that open with a title (…关于…的通知) are looked at, ``addressed`` ones with recipients behind it.
    A signature is known by the issuers in the title, the heading of an attachment by the list of attachments.
    """
    head = opening_elements(folded)
    if head is None or (addressed and not head.addressed):
        return []
    found = set(head.breaks)
    attached = list(_attached(folded, head.end))
    found.update(attached)
    titles = _announced(folded, attached, head.issuers)
    for date in _dates(folded, head.end, head.issuers, titles):
        form = _FORM.match(folded, date.end())
        end = form.end() if form else date.end()
        found.update((_signature(folded, head.issuers, date.start()), date.start(), date.end(), end))
        found.add(_printed(folded, head.end, date.end()))
    for printed in _PRINT.finditer(folded, head.end):
        found.update((_signature(folded, head.issuers, printed.start()), printed.end()))
    found.update(edge for note in _NOTE.finditer(folded, head.end) for edge in note.span())
    found.update(match.start() for begin in (_CONTACT, _COPY) for match in begin.finditer(folded, head.end))
    found.update(_heading_ends(folded, attached, titles))
    return sorted(position for position in found if 0 < position < len(folded))


def _printed(folded: str, head: int, start: int) -> int:
    """Where the title ends that stands behind the date, of what the head says it prints; ``start`` when none does."""
    for named in _NAMED.findall(folded, 0, head):
        at, words = start, iter("".join(named.split()))
        expected = next(words, "")
        while expected and at < len(folded) and folded[at] in (" ", expected):
            expected = next(words, "") if folded[at] == expected else expected
            at += 1
        if not expected:
            return at
    return start


def glued_signature(folded: str) -> list[int]:
    """Where signature, date and note begin that stand on the line of the last sentence; none when they do not."""
    if not folded.endswith(("日", "）")):
        return []
    match = _GLUED.search(folded, max(0, len(folded) - 3 * _LONGEST_TITLE))
    return [match.start(), match.start("date"), *([match.start("note")] if match["note"] else [])] if match else []


def _attached(folded: str, start: int) -> Iterator[int]:
    """Where the list of attachments and each attachment begin; their numbers run on from 1."""
    number = 0
    for match in _ATTACHED.finditer(folded, start):
        printed = match["number"] or match["year"]
        if printed is None or int(printed) == number + 1:
            number = int(printed or 0)
            yield match.start()
            if printed is None and match.end() - match.start() == len("附件"):
                yield match.end()  # with nothing behind it but the title


def _signature(folded: str, issuers: str, date: int) -> int:
    """Where the issuers' names begin that stand right before the date; the date itself when none do.

    Issuers that no title names are what stands between the last sentence, a telephone number or the last
    attachment and the date.
    """
    near = max(0, date - _LONGEST_TITLE)
    printed = [at for at in range(near, date) if folded[at] != " "]  # two names may stand apart
    words = "".join(folded[at] for at in printed)
    for length in range(len(issuers), _NEAREST_NAME - 1, -1):
        if words.endswith(issuers[-length:]):
            return printed[-length]
    found = (pattern.search(folded, near, date) for pattern in (_BODIES, _LISTED, _SIGNED))
    return next((match.start() for match in found if match), date)


def _dates(folded: str, start: int, issuers: str, titles: list[str]) -> Iterator[re.Match[str]]:
    """The dates under a signature: the issuers stand before them, or behind them what ends a notice, or a form."""
    for date in _DAY.finditer(folded, start):
        signed = len(issuers) >= _NEAREST_NAME and folded.endswith(issuers, 0, date.start())
        listed = bool(titles) and folded.startswith(tuple(titles), date.end())
        if _DATE.match(folded, date.start()) or listed or (signed and not _HANDED.match(folded, date.end())):
            yield date


def _heading_ends(folded: str, attached: list[int], titles: list[str]) -> Iterator[int]:
    """Where ``附件1 …指南`` ends and its text begins: the list of attachments names the title."""
    for start in attached[:_MOST_ATTACHMENTS]:
        heading = folded[start : start + _LONGEST_TITLE]
        for title in titles:
            position = heading.find(title)
            if 0 < position <= _NEAREST_NAME + 1 and not heading.startswith("附件："):
                yield start + position + len(title)


def _announced(folded: str, attached: list[int], issuers: str) -> list[str]:
    """The titles of the list ``附件：1.甲2.乙``, the last of them up to the signature below."""
    start = next((start for start in attached if folded.startswith("附件：", start)), len(folded))
    after = next((later for later in attached if later > start), len(folded))
    dated = _DAY.search(folded, start, after)
    end = min(after, start + _LONGEST_LIST, _signature(folded, issuers, dated.start()) if dated else after)
    only, *titles = _ENTRY.split(folded[start:end])
    named = titles or [only.removeprefix("附件：")]
    return [title for title in named if _NEAREST_NAME <= len(title) <= _LONGEST_TITLE]
