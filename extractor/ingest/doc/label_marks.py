r"""Marks of typed labels that were lost: a sign of a private font stands where ``.`` or ``、`` was meant.

Notices set in fonts with additional signs (方正, 文鼎) hold characters of Unicode's private use area, which
only those fonts show; right after the number at the beginning of a line such a sign ends the label::

    1\ue010修订预案   →  1.修订预案
    一\ue010总体要求  →  一、总体要求
"""

from __future__ import annotations

from extractor.rules.pattern.own import own

_PRIVATE = "\ue000-\uf8ff"
_DIGITS = own(rf"([0-9０-９]{{1,3}})[{_PRIVATE}](?![{_PRIVATE}])")  # noqa: RUF001 - digits of either width
_NUMERALS = own(rf"([一二三四五六七八九十百]{{1,5}})[{_PRIVATE}](?![{_PRIVATE}])")


def mend_label(line: str) -> str:
    """The line with the mark of its label put back; of the same length."""
    if found := _DIGITS.match(line):
        return f"{found[1]}.{line[found.end() :]}"
    if found := _NUMERALS.match(line):
        return f"{found[1]}、{line[found.end() :]}"
    return line
