"""When two ways of naming a document mean the same one: numbers and titles as keys."""

from __future__ import annotations

import re

from extractor.model.fold import fold

_BRACKETS = str.maketrans("【】（）{}", "〔〕〔〕〔〕")
_NUMBER = re.compile(r"第?(?P<office>[^〔〕]{1,40})〔(?P<year>\d{4})〕第?0*(?P<serial>\d{1,6}号?)")
_MARKS = re.compile(r"[\s《》〈〉“”\u2018\u2019\"'`*·]+")
_ABOUT = "关于"
_DISTINCTIVE = 8
_LONGEST_PREFIX = 60  # several issuers of a joint notice


def number_key(number: str) -> str:
    """A document number as a key: ``第 东大组字[2022]005号`` and ``东大组字〔2022〕5号`` have the same."""
    plain = re.sub(r"\s+", "", fold(number)).translate(_BRACKETS)
    match = _NUMBER.fullmatch(plain)
    if not match:
        return plain.removeprefix("第")
    return f"{match['office']}〔{match['year']}〕{match['serial'].removesuffix('号')}号"


def title_key(title: str) -> str:
    """A title as a key: width, blanks, quotation marks and the nesting of 《》〈〉 do not count."""
    return _MARKS.sub("", fold(title))


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

    Of a joint notice the title names several; the first decides.
    """
    known = [key for key in issuers if key]
    return any(key.endswith(named) or named.endswith(key) or named.startswith(key) for key in known)


def body_key(name: str) -> str:
    """The name of a body as a key: width and blanks do not count."""
    return re.sub(r"\s+", "", fold(name))
