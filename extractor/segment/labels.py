"""Number labels at the beginning of a paragraph: 一、（一）1.（1）第X条 ① and their variants."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from extractor.rules.pattern.own import own

_NUMERALS = "一二三四五六七八九十百廿卅〇零"
_DIGITS = {numeral: value for value, numeral in enumerate("〇一二三四五六七八九")} | {"零": 0}
_FORMAL = str.maketrans("壹贰叁肆伍陆柒捌玖拾", "一二三四五六七八九十")
_BLOCKS = (("㈠", 10), ("⑴", 20), ("①", 20), ("⒈", 20))


class Scheme(IntEnum):
    """The numbering schemes, from the highest to the lowest, as GB/T 9704 and the rules of statutes order them."""

    CHAPTER = 1
    PART = 2
    FORMAL = 3
    ARTICLE = 4
    CHINESE = 5
    CHINESE_BRACKETS = 6
    ARABIC = 7
    DECIMAL = 8
    SUBDECIMAL = 9
    ARABIC_BRACKETS = 10
    ARABIC_HALF = 11
    CIRCLED = 12


@dataclass(frozen=True, slots=True)
class Label:
    """A number label: its scheme, its number, and how many characters it takes at the paragraph's beginning."""

    scheme: Scheme
    number: int
    length: int


_LABEL = own(
    rf"""(?x)
      第[ ]?(?P<chapter>[{_NUMERALS}]{{1,4}}|\d{{1,3}})[ ]?(?:章|部分|编)
    | 第[ ]?(?P<part>[{_NUMERALS}]{{1,4}}|\d{{1,3}})[ ]?节
    | 第[ ]?(?P<article>[{_NUMERALS}]{{1,5}}|\d{{1,3}})[ ]?条(?!第|规定|所|的|、|至|和|及|款)
    | (?P<formal>[壹贰叁肆伍陆柒捌玖拾]{{1,3}})[ ]?[、.，]
    | (?P<chinese>[{_NUMERALS}]{{1,4}}|-)[ ]?(?:、|[.，](?!\d))
        (?![二三四五六七八九十](?:、|[二三四五六七八九十]?[级类等线档期]))
    | （[ ]?(?P<chinese_brackets>[{_NUMERALS}]{{1,4}})[ ]?）
    | (?P<chinese_block>[㈠-㈩])
    | \d{{1,2}}\.\d{{1,2}}\.(?P<subdecimal>\d{{1,2}})[ ]?(?![\d.月日年%万亿元])
    | \d{{1,2}}\.(?P<decimal>\d{{1,2}})[ ]?(?![\d.月日年%万亿元个倍米公千])
    | (?P<arabic>\d{{1,3}})[ ]?(?:
        [.、](?!\d)|，(?!\d)|·(?=[\u4e00-\u9fff])|[\ue000-\uf8ff]              # a private glyph is a lost full stop
        |[.、](?=(?:19|20)\d\d[ ]?[年级届和至-])           # 2.2024年…
        |、(?=\d{{2}}[ ]?周?岁)                          # 2、50岁以下…
        |[.、](?=\d{{1,2}}[ ]?月(?:\d|[上中下底末初份前]))  # 3.6月底前…
      )
    | (?P<arabic_block>[⒈-⒛])
    | （[ ]?(?P<arabic_brackets>\d{{1,3}})[ ]?）
    | (?P<brackets_block>[⑴-⒇])
    | (?P<arabic_half>\d{{1,2}})[ ]?）
    | (?P<circled>[①-⑳])
    """
)
_SCHEMES = {
    "formal": Scheme.FORMAL, "decimal": Scheme.DECIMAL, "subdecimal": Scheme.SUBDECIMAL,
    "chapter": Scheme.CHAPTER, "part": Scheme.PART, "article": Scheme.ARTICLE, "chinese": Scheme.CHINESE,
    "chinese_brackets": Scheme.CHINESE_BRACKETS, "chinese_block": Scheme.CHINESE_BRACKETS, "arabic": Scheme.ARABIC,
    "arabic_block": Scheme.ARABIC, "arabic_brackets": Scheme.ARABIC_BRACKETS, "brackets_block": Scheme.ARABIC_BRACKETS,
    "arabic_half": Scheme.ARABIC_HALF, "circled": Scheme.CIRCLED,
}  # fmt: skip


def label_at(words: str) -> Label | None:
    """The label with which the folded ``words`` begin; None when they begin with none.

    A dash counts as 一 (a printer's slip seen in notices); 一、二级… is text, 1.5万元 and 2020.6.30 are numbers.
    """
    match = _LABEL.match(words)
    if not match or match.lastgroup is None:
        return None
    return Label(_SCHEMES[match.lastgroup], number_of(match[match.lastgroup]), match.end())


def number_of(numeral: str) -> int:
    """The value of an Arabic, Chinese (to 999), enclosed or dashed numeral: 二十一 → 21, 廿 → 20, ③ → 3."""
    if numeral.isascii():
        return int(numeral) if numeral.isdigit() else 1
    for first, count in _BLOCKS:
        if 0 <= ord(numeral[0]) - ord(first) < count:
            return ord(numeral[0]) - ord(first) + 1
    return _chinese(numeral.translate(_FORMAL).replace("廿", "二十").replace("卅", "三十"))


def _chinese(numeral: str) -> int:
    if not set(numeral) & {"十", "百"}:
        return int("".join(str(_DIGITS[digit]) for digit in numeral))
    hundreds, _, rest = numeral.rpartition("百")
    tens, ten, ones = rest.rpartition("十")
    value = 100 * (_DIGITS.get(hundreds, 1) if "百" in numeral else 0)
    value += 10 * (_DIGITS.get(tens[-1:], 1) if ten else 0)
    return value + _DIGITS.get(ones[-1:], 0)
