"""Number labels wherever they stand in a text: 一、（一） 1., with the scheme and the value of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    import re

NUMERALS = "一二三四五六七八九十"
RANK = ("chinese", "bracketed", "arabic", "numbered")
LABEL = own(
    rf"(?<![周期第])(?P<chinese>[{NUMERALS}]{{1,3}})、(?![{NUMERALS}])"
    rf"|（(?P<bracketed>[{NUMERALS}]{{1,3}})）(?![、，。；）])"
    r"|（(?P<numbered>\d{1,2})）(?![、，。；）])"
    r"|(?<![\d.年月第至到-])(?P<arabic>\d{1,2})"
    r"(?:[.、](?!\d|[、，。])|\.(?=(?:19|20)\d\d年|\d{1,2}月[\d底上中下初末])|(?<=[。；]\d)[·，](?=[\u4e00-\u9fff]))"
)
_PAIRS = ("《》", "（）", "“”", "〔〕", "【】")
_NEAR = 120  # characters before a label in which a bracket may stand open
_YEAR = 16  # those of a document number: 〔2024 } is closed, however it is printed


@dataclass(frozen=True, slots=True)
class Label:
    """A label in folded text: its scheme (one of ``RANK``), its number, where it begins and ends."""

    scheme: str
    value: int
    start: int
    end: int

    @property
    def rank(self) -> int:
        """0 for the highest scheme."""
        return RANK.index(self.scheme)


def read_label(match: re.Match[str]) -> Label:
    """The label that ``LABEL`` found."""
    scheme = match.lastgroup or "arabic"
    words = match[scheme]
    return Label(scheme, int(words) if words.isdecimal() else _number(words), match.start(), match.end())


def _number(words: str) -> int:
    """一 to 九十九: ``十二`` 12, ``二十`` 20, ``二十一`` 21."""
    parts = words.rpartition("十")
    tens = NUMERALS.find(parts[0]) + 1 if parts[0] else len(parts[1])
    return tens * 10 + (NUMERALS.find(parts[2]) + 1 if parts[2] else 0)


def inside(folded: str, position: int) -> bool:
    """Whether a bracket or quotation mark stands open before ``position``."""
    near = folded[max(0, position - _NEAR) : position]
    opened = ((near.rfind(pair[0]), near.rfind(pair[1]), pair) for pair in _PAIRS)
    return any(begun > closed and (pair != "〔〕" or len(near) - begun <= _YEAR) for begun, closed, pair in opened)
