"""Lists of bodies: 市教育局、市财政局，各县（市、区）人民政府等部门 → the names, as spans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.model.span import Span
from extractor.rules.bodies.endings import Endings, without_remark
from extractor.rules.pattern.compile import plain_pattern
from extractor.rules.pattern.own import own
from extractor.rules.pattern.splice import alternation

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from extractor.rules.book import RuleBook

MAX_NAME = 60
_FILLER = own(
    r"[ ]*(?:[^，。、]{1,8}(?:期间|当天|当日)|[^，。、各]{1,12}[日月前后期底末](?=各(?!自))"
    r"|(?:放假|开学|上课|考试|离校|返校|报到|毕业|汛期|节日|假期|寒假|暑假|学期|会议|活动|培训|比赛)[^，。、各]{0,3}"
    r"(?:前后(?![勤保备])|前|后(?![勤保备]))(?=[\u4e00-\u9fff]{2})"
    r"|由|以及|及其|及|和(?![县平田林])|与(?!会|[^，。、]{1,14}[有相]关的)"
    r"|并由|另由|分别由|请|拟由|其中|其(?=有关|相关|所属|职能))?[ ]*"
)
_FORM = own(r"盖章|签字|签名|签章|公章|（章）|^_+$|^\d{1,4}[年月日]|[底日]前")  # an empty form, a time: no name
# one phrase
_PROVINCES = own(r"各?省(?:（[^（）]*）)?、自治区、直辖市(?:(?:、|和|及)(?:计划单列市|新疆生产建设兵团))?")
# 各县、市、区教育局: of each kind of unit one body
_UNITS = own(
    r"各(?![乡镇]、[省市县])[省市州县区旗乡镇](?:、[省市州县区旗乡镇]){1,4}(?![级直属域镇街、，。；])(?=[\u4e00-\u9fff（]{2})"
    r"|(?<![\u4e00-\u9fff])(?:所在|有关|相关|地方)?[省市州县区旗](?:、[省市州县区旗]){1,3}(?:（[^（）]{1,10}）)?"
    r"(?=人民政府|政府|党委|[\u4e00-\u9fff]{2,10}(?:部门|局|委员会|机构))"  # 市、县人民政府
)
_CALLED = own(r"（(?:以下)?(?:简称|统称|合称)[^（）]*）$")
# 各县、区 · 市直各部、委、办、局: kinds of one sign, of which only the first looks like a name
_KINDS = own(
    r"各[省市州县区旗乡镇村部委办局处科室站所院系队组](?:（[市区旗]）)?(?:、[省市州县区旗乡镇村部委办局处科室站所院系队组行社司]){1,9}"
    r"(?=$|[，；和与及]|以及|、[^、，；]{2})|[省市州县区旗乡镇村](?:、[省市州县区旗乡镇村组]){1,3}(?=[两三四五]级)|(?:村|社区)、(?:居|村|社区)(?=“?两委)"
)
_MANNER = own(r"(?<=[\u4e00-\u9fff]{2})(?:带队|牵头|亲自|全权|直接|共同|统一|具体|集体|专门)+$")  # 由镇长亲自带队负责
_BRACKETS = ("（", "）")
_HOLDERS = "[者人员长师]"  # 科室/部门负责人 is one name: what ends it is said of both
_MARK = own(rf"[、，；,; \n\t（）]|/(?![^、，；,;/ \n\t（）]{{1,12}}{_HOLDERS}(?:[、，；,; \n]|$))")
_AND = own(r"以及|[和与及暨]|或者?")
# 省厅及其派出机构, 监管局或分局, 供水系统及阀门生产单位: what follows belongs to what stands before
_ONE = own(r"及(?=其(?!所属|有关|相关|职能|中))|或者?|(?<=系统)(?:以及|[和与及暨])(?![^，。；]{0,12}系统)")
_HAN = own(r"[\u4e00-\u9fff]")


class NameReader:
    """Splits lists of names, by the vocabulary of a rule book."""

    def __init__(self, book: RuleBook) -> None:
        """Compile the endings of names and the words that only look like a list."""
        etc = alternation(book.words("owner.etc"))
        others = r"(?<![高平同中初优对])等[^，。、等的]{1,8}(?:部门|单位|机构|企业)(?:（[^（）]{1,6}）)?"
        self._etc = plain_pattern(rf"(?:{etc}|{others})$")
        self._etc_and = plain_pattern(r"等(?:部门|单位)?(?=(?:以及|及|和|与|，)?各)")
        self._suffixes = Endings(book.words("body.suffix"))
        self._people = Endings(book.words("body.people"))
        self._with = book.compile("{joint-with}")
        joined = "|".join(_AND.sub(r"(\g<0>)", word) for word in book.words("owner.name.joined"))
        self._joined = plain_pattern(joined)

    def names(self, folded: str, span: Span) -> Iterator[Span]:
        """The names in the list at ``span``: cut at 、，；, blanks and 和/及/以及 between two bodies; 等… dropped."""
        for part in self._parts(folded, span):
            for name in self._unjoined(folded, part):
                clean = self._clean(folded, name)
                if clean:
                    yield clean

    def is_body(self, words: str) -> bool:
        """Whether the words end as the name of a body does: 区财政局, 分党委（直属党总支）."""
        return self._suffixes.end(without_remark(words))

    def joint(self, folded: str, span: Span) -> re.Match[str] | None:
        """The word that joins helpers to the one who leads (会同, 联合, 商): behind a body or at the beginning."""
        for match in self._with.finditer(folded, span.start, span.end):
            left = folded[span.start : match.start()].strip("，、 ")
            if match.end() < span.end and (not left or self.is_body(left)):
                return match
        return None

    def _parts(self, folded: str, span: Span) -> Iterator[Span]:
        start, depth = span.start, 0
        phrase = _PROVINCES if "自治区、" in span.quote(folded) else _UNITS
        whole = (*phrase.finditer(folded, span.start, span.end), *_KINDS.finditer(folded, span.start, span.end))
        kept = {at for match in whole for at in range(*match.span())}
        for mark in _MARK.finditer(folded, span.start, span.end):
            index = mark.start()
            depth += (mark[0] == "（") - (mark[0] == "）" and depth > 0)
            if depth == 0 and mark[0] not in _BRACKETS and index not in kept:
                if index > start:
                    yield Span(start, index)
                start = index + 1
        if span.end > start:
            yield Span(start, span.end)

    def _unjoined(self, folded: str, part: Span) -> Iterator[Span]:
        """Cut at 和, 与, 及, 以及 when a body's name ends before it and the word is not part of a name."""
        words = self._etc.sub("", part.quote(folded).rstrip(" 。"))
        joints = list(_AND.finditer(words))
        inside = {
            match.start(group)
            for match in (self._joined.finditer(words) if joints else ())
            for group in range(1, (match.lastindex or 0) + 1)
            if match[group]
        }
        inside.update(match.start() for match in (_ONE.finditer(words) if joints else ()))
        start = depth = seen = 0
        for match in joints:
            depth += words.count("（", seen, match.start()) - words.count("）", seen, match.start())
            seen = match.start()
            if depth == 0 and match.start() not in inside and match.start() >= start and len(words) - match.end() > 1:
                left = self._etc.sub("", words[max(start, seen - MAX_NAME) : seen])
                if self.is_body(left) or self._people.end(left):
                    yield Span(part.start + start, part.start + seen)
                    start = match.end()
        if start < len(words):
            yield Span(part.start + start, part.start + len(words))

    def _clean(self, folded: str, span: Span) -> Span | None:
        start, end = span.start, span.end
        start = _FILLER.match(folded, start, end).end()  # type: ignore[union-attr]  # it matches the empty string too
        open_bracket = folded.rfind("（", start, end)
        if open_bracket > folded.rfind("）", start, end):
            start = open_bracket + 1  # a name that begins inside a bracket
        words = folded[start:end].rstrip(" 。．.：）" if "（" not in folded[start:end] else " 。．.：")
        words = _MANNER.sub("", _CALLED.sub("", self._etc.sub("", words)).rstrip())
        if _FORM.search(words):
            return None
        if not words or len(words) > MAX_NAME or not _HAN.search(words):
            return None
        return Span(start, start + len(words))
