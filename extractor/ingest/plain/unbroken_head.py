"""The head of a notice that came as one line: red head, marks, document number, title, recipients.

::

    内部事项云州电网有限公司部门文件安监二〔2024〕3号云州电网安监部关于……的通知各单位：
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from collections.abc import Iterator

HAN = "\u4e00-\u9fff"
DAY = r"\d{4}年\d{1,2}月\d{1,2}日"
_MARKS = "部门文件|文件|内部事项|普通事项|内部资料|特急|加急|特提|平急|急件|明电|公文稿纸|会签稿纸"
_NUMBERED = r"[〔（](?:19|20)\d\d[〕）][ ]?第?\d{1,5}号"
_SIGNED = rf"[ ]*签发人：[ ]*(?:X{{1,3}}|[{HAN}]{{2,3}}(?= ))"
_OPENING = own(
    rf"(?P<above>[^。；，：《》]{{0,200}}?(?:(?:{_MARKS})(?:[ ·]*(?:{_MARKS}))*(?:[{HAN}]{{2,5}}\d{{1,5}}号)?"
    rf"|(?:{_NUMBERED})(?:[{HAN}]{{1,5}}\d{{0,5}}号)?(?:{_SIGNED})?|第\d{{1,4}}号(?:（总第\d{{1,4}}号）)?)[ ]*)?"
    rf"(?P<title>(?P<issuers>[{HAN}]{{0,60}})[ ]?关于[^。]{{2,120}}?"
    r"的(?:补充|紧急|实施|指导|若干|处理)?(?:通知|通报|意见|决定|公告|通告|函|复函|批复|报告|请示))"
    rf"(?:[ ]*(?P<number>[{HAN}]{{2,12}}{_NUMBERED}))?(?:[ ]*(?P<recipients>[{HAN}（）]{{1,30}}[^。：]{{0,300}}：))?"
)
_BARE = own(
    rf"(?P<above>)(?P<number>)(?P<title>(?P<issuers>(?:[{HAN}]{{2,30}}[局厅部委院会司室])?)(?:会议|紧急|补充)?通知)"
    rf"(?P<recipients>(?:各|[省市县区]直|本部|全[省市县])[{HAN}（）、，]{{1,200}}"
    r"(?:单位|部门|[局厅委]|公司|办公室|支部|党委|学院|学校|协会)：)"
)
_TITLED = own(
    r"[^。；：]{0,60}关于[^。；：]{2,100}(?:通知|意见|决定|通报|函|批复|公告|方案)"
    rf"(?=[{HAN}]{{2,10}}(?:{_NUMBERED})$)"
)
_MARK = own(rf"(?:{_MARKS})(?:[ ]?·[ ]?(?:{_MARKS}))*")
_NUMBER = own(rf"(?P<code>[{HAN}（）]{{2,80}}[ ]?)(?P<year>{_NUMBERED})(?:[{HAN}]{{1,5}}\d{{0,5}}号)?")
_ENDED = own("(?:部门文件|文件|事项|明电|特急|加急|特提|委员会|办公室|公司|中心|协会|联合会|[局厅部组院处](?=[^）]))")
_SHORTEST_CODE, _LONGEST_CODE = 2, 12
_ADDRESSED = own(
    r"(?:各|全[省市县区校院]|[省市县区]直|本部)[^。：；]{1,200}"
    r"(?:部门|单位|机构|政府|委员会|[局厅部办室院校会处委组]|公司|中心|企业|集团|党委|支部)(?:（[^（）]{1,20}）)?：(?=.{20})"
)


@dataclass(frozen=True, slots=True)
class OpeningElements:
    """Where the elements of a head part and its last one ends, who issues by its title, whether recipients follow."""

    breaks: tuple[int, ...]
    end: int
    issuers: str
    addressed: bool


def opening_elements(folded: str) -> OpeningElements | None:
    """The head that a text without line breaks opens with; None when it opens with none."""
    match = _OPENING.match(folded) or _BARE.match(folded)
    if match is None or (match["above"] and not match["recipients"]):
        return None
    above = _within(folded[: match.start("title")])
    edges = (match.start("title"), match.end("title"), match.end("number"), match.end())
    return OpeningElements((*above, *filter(None, edges)), match.end(), match["issuers"], bool(match["recipients"]))


def addressees(folded: str) -> int:
    """Where the text begins behind recipients on its line: ``各区县教育局：为做好……``; 0 when none stand there."""
    match = _ADDRESSED.match(folded)
    return match.end() if match else 0


def numbered_title(folded: str) -> int:
    """Where a title ends that the document number follows on its line: 关于……的通知云府办发〔2024〕3号; else 0."""
    match = _TITLED.match(folded) if folded.endswith("号") else None
    return match.end() if match else 0


def _within(above: str) -> Iterator[int]:
    """Where marks and the document number begin and end in what stands above the title."""
    numbers = [(number.start() + _code(number["code"]), number.end()) for number in _NUMBER.finditer(above)]
    yield from chain.from_iterable(numbers)
    for mark in _MARK.finditer(above):
        if not any(start < mark.end() <= end for start, end in numbers):
            yield from (mark.end(), *(() if mark[0].endswith("文件") else (mark.start(),)))


def _code(words: str) -> int:
    """Where the code of the issuer begins, 安监二〔2024〕3号, behind a red head that runs into it."""
    ends = [end.end() for end in _ENDED.finditer(words)]
    fitting = (end for end in reversed(ends) if _SHORTEST_CODE <= len(words) - end <= _LONGEST_CODE)
    return next(fitting, 0)
