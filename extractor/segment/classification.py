"""密级: the mark of a notice that is a state secret, as it stands in the head (GB/T 9704, 7.2.2).

::

    mark    = [密级：] level [级] [★ [term] | term]      机密★1年 · 绝密★长期 · 秘密 · 密级：机密
    line    = [element …] mark [element …]               000001 机密★1年 特急 · 机密★ 云州市人民政府文件
    element = copy number | urgency | red head | document number | signatory

The word alone is no mark: 保守国家秘密, 商业秘密, 机密文件管理办法 are words of titles and of the text. With the ★
nothing else can be meant, and whatever stands beside it on the line may stand there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.model.found import Found
from extractor.model.span import Span
from extractor.rules.pattern.compile import plain_pattern
from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from extractor.rules.book import RuleBook

_GAP = "[ ]{0,4}"  # printers space the characters of a level
_STAR = "[★☆*※]"
_COUNTED = r"(?:\d{1,3}|[一二三四五六七八九十]{1,3})[ ]?(?:个?月|年|日|天)"
_DAY = r"\d{4}年\d{1,2}月\d{1,2}日前?"
_COPY = own(r"(?:份号：?|№|No\.?|第)?\d{1,8}[号份]?")


class Markings:
    """Tells the marks of secrecy on the lines of a head, by the vocabulary of a rule book; lines are folded."""

    def __init__(self, book: RuleBook, is_element: Callable[[str], bool]) -> None:
        """``is_element`` knows red heads, document numbers and signatories."""
        levels = book.words("frame.classified")
        term = rf"{_COUNTED}|{_DAY}|{_alternatives(book.words('frame.classified-term'))}"
        self._mark = plain_pattern(
            rf"(?:密{_GAP}级[ ]?：?[ ]?)?[【〔（]?(?P<level>{_alternatives(levels)})[级件]?[】〕）]?"
            rf"(?:[ ]?(?P<star>{_STAR})(?:[ ]?(?P<term>{term}))?|[ ]?(?P<plain>{term}))?"
        )
        urgent = (word for word in book.words("frame.security") if word not in levels)
        self._urgent = plain_pattern(rf"(?:紧急程度：?)?(?:{_alternatives(urgent)})")
        names, notes = (_alternatives(book.words(f"frame.internal{more}")) for more in ("", "-note"))
        self._internal = plain_pattern(rf"[【〔（]?(?:{names})(?:[ ，、★]{{0,3}}(?:{notes})){{0,2}}[】〕）]?[！]?")
        self._is_element = is_element

    def classified(self, words: str, start: int) -> Found[str] | None:
        """The mark on a line of the head that begins at ``start``; its value is printed without blanks: 机密★1年."""
        for match in self._mark.finditer(words):
            if self._counts(words[: match.start()], words[match.end() :], starred=bool(match["star"])):
                term = match["term"] or match["plain"] or ""
                value = match["level"] + ("★" if match["star"] or term else "") + term
                span = Span(start + match.start(), start + match.end())
                return Found("".join(value.split()), span, "frame.classification")
        return None

    def is_internal(self, words: str) -> bool:
        """内部资料，注意保存: not for everybody, and no state secret."""
        return bool(self._internal.fullmatch(words))

    def is_mark(self, words: str) -> bool:
        """Whether the line bears a mark of either kind, and so belongs to no title."""
        return self.classified(words, 0) is not None or self.is_internal(words)

    def _counts(self, before: str, behind: str, *, starred: bool) -> bool:
        """Whether a mark stands apart, and without its ★ beside nothing but elements of a head."""
        # Digits may stand close: readers take blanks beside figures away. Chinese characters are letters, too.
        apart = not (before[-1:].isalpha() or behind[:1].isalnum())
        if starred:
            return apart or not before or not behind
        return apart and all(self._are_elements(beside.strip()) for beside in (before, behind))

    def _are_elements(self, words: str) -> bool:
        return self._is_element(words) or all(map(self._is_small, words.split()))

    def _is_small(self, word: str) -> bool:
        return bool(self._urgent.fullmatch(word) or _COPY.fullmatch(word) or self._is_element(word))


def _alternatives(words: Iterable[str]) -> str:
    """Words, longest first, with gaps between their characters."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(_GAP.join(map(re.escape, word)) for word in ordered)
