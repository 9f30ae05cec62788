"""Where a heading ends whose text runs on with no mark between, in a text whose line breaks were lost.

::

    一、加强沟通对接各县（市、区）林业局在办理采伐证时，应……   a subject and its 要, 应 begin the text
    （一）规范协议管理供电企业要加强……                        … also one that stands alone elsewhere
    二、总体要求以……为指导                                    a name of a heading, by itself
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.ingest.plain.unbroken_head import HAN
from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

_DEMANDS = r"要(?![求点素害])|应(?![急用对届聘急变])|须|必须|负责|督促"
_HEADING = rf"[{HAN}“”、]{{4,28}}?(?<![对向为由与和及给将把使让请在从是到的就按])"
_GOVERNS = (
    "(?:加强|落实|强化|压实|明确|抓好|做好|支持|引导|协调|严格|规范|确保|督促|指导|组织|要求|推动|发挥|健全|完善|提高)"
)
_NEAR = "(?:[^，。：；（）]|（[^（）]{1,20}）){1,40}?"
_EACH = own(
    rf"(?!{_GOVERNS}(?:各|所有|全体)){_HEADING}(?=(?:各(?![项类种方环自界族])|所有|全体|凡)(?:{_NEAR}(?:{_DEMANDS})|{_NEAR}在[^，。：；]{{2,30}}[时前后]，))"
)
_SUBJECT = own(
    rf"(?<=[。；，：）])[{HAN}]{{1,10}}?(?:单位|部门|企业|公司|机构|人员|用户|政府|学校|局|中心|医院|办公室|委员会)(?={_DEMANDS})"
)
_MOST_SUBJECTS = 40
_FOLLOWS = own(rf"[{HAN}“《（\dA-Z]")
_DATED = own(
    rf"(?:(?![要须请于]|应(?!急))[{HAN}“”、]){{4,28}}?"
    r"(?=\d{4}年\d{1,2}月|\d{1,2}月(?:\d{1,2}日|底|中旬)前)"
)
_GOES_ON = own("[的和与及或、落执情是为时按等方工会]")


def subjects(folded: str) -> tuple[str, ...]:
    """The bodies that a text asks for something at the beginning of a sentence, the longest first."""
    found = dict.fromkeys(match[0] for match in _SUBJECT.finditer(folded))
    return tuple(sorted(list(found)[:_MOST_SUBJECTS], key=len, reverse=True))


def heading_end(folded: str, start: int, known: Collection[str], names: Collection[str]) -> int:
    """Where the heading that begins at ``start`` ends and its text begins; 0 when a mark parts them, or nothing does.

    ``known`` are the subjects of the text, ``names`` words that are headings by themselves.
    """
    return next(_ends(folded, start, known, names), 0)


def _ends(folded: str, start: int, known: Collection[str], names: Collection[str]) -> Iterator[int]:
    for name in names:
        end = start + len(name)
        if folded.startswith(name, start) and _FOLLOWS.match(folded, end) and not _GOES_ON.match(folded, end):
            yield end
    for pattern in (_EACH, _DATED):
        match = pattern.match(folded, start)
        if match:
            yield match.end()
    stop = min((mark for mark in (folded.find(sign, start) for sign in "，。：；") if mark > 0), default=len(folded))
    for subject in known:
        place = folded.find(subject, start + 4, stop)
        if place > 0 and _asked(folded, place + len(subject)) and _is_heading(folded[start:place]):
            yield place


_DEMAND = own(_DEMANDS)
_WHOLE = own(rf"{_HEADING}$")


def _asked(folded: str, end: int) -> bool:
    return _DEMAND.match(folded, end) is not None


def _is_heading(words: str) -> bool:
    return _WHOLE.match(words) is not None
