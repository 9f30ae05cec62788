"""The shapes of labels and dates at the beginning of a line: what readers need to keep paragraphs apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.ingest.numerals import numeral
from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from collections.abc import Iterable

DAY = (
    r"(?:\d{4}|[〇一二三四五六七八九]{4})年"
    r"(?:\d{1,2}|[一二十]{1,2})月(?:\d{1,2}|[一二三四五六七八九十]{1,3})日"
)
"""A full date in folded text, in Arabic or Chinese numerals."""

_CHINESE = "〇一二三四五六七八九十百廿"
# A class counted in the text, ``一、二级响应``, is no label; neither is a decimal, ``1.5万元``, or a day.
_ITEM = own(
    rf"""(?x)[ ]*(?:
      [{_CHINESE}—]{{1,4}}[ ]?(?:、|[.．，,](?![{_CHINESE}]))(?![{_CHINESE}]{{1,3}}[级类季期档线等])
    | [（(][ ]?(?:[{_CHINESE}]{{1,4}}|\d{{1,2}})[ ]?[）)]
    | \d{{1,2}}[ ]?(?:[、.．](?!\d|[ ]?[.．、，,])|[.．、][ ]?(?=(?:19|20)\d\d年)|[，,）)](?=[^\d\W]))
    | \d{{1,2}}[.．][ ]?(?=\d{{1,2}}月[\d底上中下初末])
    | 第[{_CHINESE}\d]{{1,5}}(?:[章节编]|条(?!第?[{_CHINESE}\d]*[款项目]|规定|所|的|[、，和至]))
    | [\u3220-\u3229\u2460-\u249b\u2776-\u277f]
    )"""
)
_WEAK = own(r"([^，,]{1,4})[，,]")
_COUNTED = tuple(numeral(number, "chineseCounting") for number in range(1, 31))


def starts_item(line: str) -> bool:
    """Whether ``line`` begins with a number label: ``一、`` ``（一）`` ``1.`` ``（1）`` ``①`` ``第三条``.

    Shapes only, read from the line as printed (half or full width); whether the numbering goes on is for the
    segmenter to say. ``1.5万元``, ``2020.6.30`` and ``一、二级响应`` start no item.
    """
    return _ITEM.match(line) is not None


def is_doubtful(words: str, above: Iterable[str]) -> bool:
    """Whether the label of a folded line may be the end of a word, as in 统⏎一，.

    Lines ``above`` that open with the label before it (``一，`` for ``二，``) take the doubt away.
    """
    weak = _WEAK.match(words)
    if not weak:
        return False
    last = int(weak[1]) - 1 if weak[1].isdecimal() else _COUNTED.index(weak[1]) if weak[1] in _COUNTED else 0
    if not 0 < last < len(_COUNTED):
        return True
    before = f"{last}，" if weak[1].isdecimal() else f"{_COUNTED[last - 1]}，"
    return not any(line.startswith(before) for line in above)
