"""Spare the engine long lists of words: a look at one sign tells nearly every place where none of them stands."""

from __future__ import annotations

import re

_WORD = r"(?:[^\W\d_]|[（）“”])++"  # 乡（镇）长, 村“两委”
_FEW = 3  # so many more words than one are tried as fast as a sign
_WORDS = re.compile(
    rf"(?<!\\)(?P<behind>\(\?<[=!])?\(\?:(?P<words>{_WORD}(?:\|{_WORD}){{{_FEW},}}+)\)(?(behind)(?P<alone>\))?)"
)


def guarded(expression: str) -> str:
    """The same pattern, which looks for the first sign of a list of words before it tries them one by one.

    Before a look-behind it looks for the last sign::

        (?:会议|培训|论坛|活动)        (?:(?=[会培活论])(?:会议|培训|论坛|活动))
        (?<=(?:处|委员会|局|厅))       (?:(?<=[会厅处局])(?<=(?:处|委员会|局|厅)))
        (?<!(?:处|委员会|局|厅))       (?:(?<![会厅处局])|(?<!(?:处|委员会|局|厅)))

    ``expression`` is spliced already. What it matches does not change; only lists of plain words are touched.
    """
    return _WORDS.sub(_with_guard, expression)


def _with_guard(match: re.Match[str]) -> str:
    words = match["words"].split("|")
    plain = f"(?:{match['words']})"
    if match["alone"]:
        look, signs = match["behind"], f"[{_signs(words, -1)}])"
        return f"(?:{look}{signs}{'|' if look.endswith('!') else ''}{look}{plain}))"
    return f"{match['behind'] or ''}(?:(?=[{_signs(words, 0)}]){plain})"


def _signs(words: list[str], place: int) -> str:
    return "".join(sorted({word[place] for word in words}))
