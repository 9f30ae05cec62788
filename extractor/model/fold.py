"""Folding for matching: one character becomes one character, so that spans into the text never move."""

from __future__ import annotations

import re
import unicodedata

_WIDE = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_PUNCTUATION = {
    "(": "（", ")": "）", ",": "，", ":": "：", ";": "；", "?": "？", "!": "！",
    "（": "（", "）": "）", "，": "，", "：": "：", "；": "；", "？": "？", "！": "！",
    "﹐": "，", "﹔": "；", "﹕": "：", "︰": "：", "∶": "：", "﹙": "（", "﹚": "）", "。": "。", "｡": "。", "､": "、",
    "〖": "【", "〗": "】", "｛": "〔", "｝": "〕", "„": "〔", "‟": "〕",
    "﹝": "〔", "[": "〔", "［": "〔", "﹞": "〕", "]": "〕", "］": "〕",
    "〈": "〈", "‹": "〈", "＜": "〈", "<": "〈", "›": "〉", "＞": "〉", ">": "〉", "«": "《", "»": "》",
    "～": "~", "∼": "~", "〜": "~", "﹏": "~",
    "—": "-", "–": "-", "―": "-", "－": "-", "‐": "-", "‑": "-", "−": "-", "─": "-", "━": "-", "\u00ad": "-",
    "\u3000": " ", "\u00a0": " ", "\t": " ",
    "○": "〇", "◯": "〇", "⚪": "〇", "﹒": ".", "•": "·", "‧": "·", "・": "·",
    "″": '"', "“": "“", "”": "”", "＂": '"', "＇": "'",
}  # fmt: skip
# Unicode decomposes the Kangxi radicals and compatibility ideographs, but not the CJK Radicals Supplement.
_KANGXI = {
    chr(code): unicodedata.normalize("NFKC", chr(code))
    for code in (*range(0x2F00, 0x2FD6), *range(0xF900, 0xFADA))
}
_SUPPLEMENT = dict(
    zip(
        "⺁⺅⺈⺊⺌⺍⺎⺏⺐⺒⺓⺔⺗⺘⺙⺛⺜⺝⺟⺠⺡⺢⺣⺤⺥⺦⺨⺩⺫⺬⺭⺮⺯⺰⺲⺳⺴⺵⺶⺷⺹⺺⺻⺼⺽⺾⻀⻁⻂⻃⻄⻅⻈⻉⻊⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻖⻗⻘⻙⻚⻛⻜⻝⻞⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻯⻰⻱⻳",
        "厂亻刀卜小小兀尢尢巳幺彑心扌攵无日月母民氵氺灬爪爫丬犭王罒示礻竹糸纟罓罒网罒羊羊耂而聿月臼艹艹虎衤覀西见讠贝足车辶辶辶阝钅长长长门阝雨青韦页风飞食食饣饣首马骨鬼鱼鸟卤麦黄黾齐齿龙龙龟龟",
        strict=True,
    )
)
_RADICALS = {odd: plain for odd, plain in (_KANGXI | _SUPPLEMENT).items() if len(plain) == 1}
_FOLDED = {odd: plain for odd, plain in (_WIDE | _PUNCTUATION | _RADICALS).items() if odd != plain}
_MENDED = _RADICALS | {"｡": "。", "､": "、"}
_TO_FOLD, _TO_MEND = (re.compile(f"[{re.escape(''.join(odd))}]") for odd in (_FOLDED, _MENDED))


def fold(text: str) -> str:
    """``text`` with width, brackets, dashes, blanks and radicals made uniform; the same length as ``text``.

    Rules are written against this form: digits and letters half-width, ，：；（）！？ full-width, 〔〕 for square
    brackets, ``-`` for every dash, ``~`` for every wave, one blank for every blank that is no line break.
    """
    return _TO_FOLD.sub(lambda odd: _FOLDED[odd[0]], text)  # ten times as fast as ``str.translate``: few are odd


def fold_radicals(text: str) -> str:
    """``text`` with Kangxi radicals and half-width 。、 replaced by what they stand for; used once, by the readers."""
    return _TO_MEND.sub(lambda odd: _MENDED[odd[0]], text)
