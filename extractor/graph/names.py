"""When two ways of naming a document mean the same one: numbers and titles as keys."""

from __future__ import annotations

import re

from extractor.graph.issuers import plain_issuer
from extractor.model.fold import fold
from extractor.rules.pattern.own import own

_BRACKETS = str.maketrans("【】（）{}〈〉《》「」", "〔〕" * 6)
_CHINESE_DIGITS = str.maketrans("〇零一二三四五六七八九", "00123456789")
_BETWEEN = own(r"(?<=[\d号])[、，；/](?=\D)")
_ISSUER = (
    r"(?:[^〔〕]{3,30}(?:人民政府|办公厅|办公室|委员会|大学|学院)|[^〔〕]{6,30}[厅局部院会])"
    r"(?=[^〔〕]{1,9}[发函字办通规令电知传文]$)"
)
_BEFORE_CODE = own(_ISSUER)
_YEAR = r"〔(?P<year>(?:19|20)\d\d|[一二]\w{3})年?〕|(?P<bare>(?:19|20)\d\d)年?[-第]?"
_NUMBER = own(
    rf"第?(?P<office>[^〔〕\d]{{1,40}})(?:{_YEAR})(?:第|-)?0*(?P<serial>\d{{1,6}}号?)(?:文件?)?"
)
_MARKS = own(r"[\s《》〈〉“”\u2018\u2019\"'`*·]+")
_TYPE = own(r"的(?=(?:通知|意见|通报|函|报告|请示|批复|决定|公告|通告|办法|规定|方案)$)")
_ABOUT = "关于"
_DISTINCTIVE = 8
_LONGEST_PREFIX = 60  # several issuers of a joint notice


def number_key(number: str) -> str:
    """A document number as a key: ``第 东大组字[2022]005号`` and ``东大组字〔2022〕5号`` have the same.

    Brackets of every kind or none, width, blanks, 第, 号, leading zeros, a year in Chinese digits and the name
    of the issuer in front (``甲市教育局办公室甲教办〔2026〕3号``) do not count. What is no number of this shape
    (``第31号令``) is its own key. Of several numbers in one string the first counts: see ``number_keys``.
    """
    plain = re.sub(r"\s+", "", fold(number)).translate(_BRACKETS)
    match = _NUMBER.fullmatch(plain)
    if not match:
        return plain.removeprefix("第")
    year = (match["year"] or match["bare"]).translate(_CHINESE_DIGITS)
    office = _BEFORE_CODE.sub("", match["office"])
    return f"{office}〔{year}〕{match['serial'].removesuffix('号')}号"


def number_keys(numbers: list[str]) -> tuple[str, ...]:
    """The keys of ``numbers``, each once; two in one string are two (``甲发〔2026〕1号、乙发〔2026〕2号``)."""
    single = (part for number in numbers for part in _BETWEEN.split(fold(number)) if part.strip())
    return tuple(dict.fromkeys(map(number_key, single)))


def title_key(title: str) -> str:
    """A title as a key: width, blanks, quotation marks and the nesting of 《》〈〉 do not count."""
    return _MARKS.sub("", fold(title))


def same_title_key(key: str) -> str:
    """A title key by which two titles are compared: ``关于开展检查工作的通知`` is also cited without its 的."""
    return _TYPE.sub("", key)


def without_issuer(key: str) -> tuple[str, str]:
    """A title key as (issuers in front of 关于, the rest): ``甲市财政局关于…的通知`` gives both parts.

    Titles without 关于, or that begin with it, have no part in front.
    """
    at = key.find(_ABOUT)
    return (key[:at], key[at:]) if 0 < at <= _LONGEST_PREFIX else ("", key)


def distinctive(key: str) -> bool:
    """Whether a title key names one document: long enough, or a law (保险法); not 实施方案 or 管理办法."""
    return len(key) >= _DISTINCTIVE or (key.endswith(("法", "法典")) and not key.endswith("办法"))


def same_issuer(named: str, issuers: tuple[str, ...]) -> bool:
    """Whether the issuer in a title (省财政厅) may be among ``issuers`` (keys): equal, or one ends the other.

    Customary short forms count as equal (市政府, 甲市人民政府). Of a joint notice the title names several, or
    the first with 等部门; the first decides.
    """
    short = plain_issuer(named)
    known = [plain_issuer(key) for key in issuers if key]
    return bool(short) and any(
        key.endswith(short) or short.endswith(key) or short.startswith(key) for key in known
    )


def body_key(name: str) -> str:
    """The name of a body as a key: width and blanks do not count."""
    return re.sub(r"\s+", "", fold(name))
