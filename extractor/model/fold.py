"""Folding for matching: one character becomes one character, so that spans into the text never move."""

from __future__ import annotations

import unicodedata

_WIDE = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_PUNCTUATION = {
    "(": "（", ")": "）", ",": "，", ":": "：", ";": "；", "?": "？", "!": "！",
    "（": "（", "）": "）", "，": "，", "：": "：", "；": "；", "？": "？", "！": "！",
    "﹐": "，", "﹔": "；", "﹕": "：", "︰": "：", "∶": "：", "﹙": "（", "﹚": "）", "。": "。", "｡": "。", "､": "、",
    "〖": "【", "〗": "】", "｛": "〔", "｝": "〕",
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
_TABLE = str.maketrans(_WIDE | _PUNCTUATION | _RADICALS)
_RADICAL_TABLE = str.maketrans(_RADICALS | {"｡": "。", "､": "、"})


def fold(text: str) -> str:
    """``text`` with width, brackets, dashes, blanks and radicals made uniform; the same length as ``text``.

    Rules are written against this form: digits and letters half-width, ，：；（）！？ full-width, 〔〕 for square
    brackets, ``-`` for every dash, ``~`` for every wave, one blank for every blank that is no line break.
    """
    return text.translate(_TABLE)


def fold_radicals(text: str) -> str:
    """``text`` with Kangxi radicals and half-width 。、 replaced by what they stand for; used once, by the readers."""
    return text.translate(_RADICAL_TABLE)
