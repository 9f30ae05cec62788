"""Signs that Word keeps outside Unicode: glyphs of symbol fonts, and digits circled by a field."""

from __future__ import annotations

import re

_PRIVATE = range(0xE000, 0xF900)
_SYMBOL_FONTS = ("wingdings", "webdings", "symbol", "marlett")


def _digits(first: int, open_: str, solid: str) -> dict[int, str]:
    """Ten circled and ten solid digits; a zero stands before each ten."""
    circled = {first + step: chr(ord(open_) + step) for step in range(10)}
    return circled | {first + 11 + step: chr(ord(solid) + step) for step in range(10)}


_WINGDINGS = _digits(0x81, "①", "❶") | {
    0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "□", 0x75: "◆", 0xA1: "○", 0xA7: "■", 0xA8: "□", 0xAB: "★",
    0xFB: "✗", 0xFC: "√", 0xFD: "☒", 0xFE: "☑", 0xD8: "➢", 0xE0: "→", 0xF0: "→",
}  # fmt: skip
_WINGDINGS_2 = _digits(0x6A, "①", "❶") | {
    0x30: "□", 0x4F: "✗", 0x50: "√", 0x51: "☒", 0x52: "☑", 0x54: "☒", 0xA3: "□",
}  # fmt: skip
_SYMBOL = {0xB7: "•", 0xB4: "\u00d7", 0xA3: "≤", 0xB3: "≥", 0xB1: "±", 0xB0: "°", 0xAE: "→", 0xB9: "≠"}
_FONTS = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "symbol": _SYMBOL}
_CIRCLE = re.compile(
    r"\s*+EQ\s*+\\o\s*+(?:\\a[clr]\s*+)?\(\s*+([^\s,，]{1,3})\s*+[,，]\s*+([^\s()]{1,3})\s*+\)\s*+",
    re.IGNORECASE,
)
_ROUND = "○◯〇"


def symbol(code: int, font: str) -> str:
    """The character that ``w:sym`` shows: Wingdings F081 → ①; "" for a glyph that no character stands for."""
    if code in _PRIVATE or is_symbol_font(font):
        return _FONTS.get(font.casefold(), {}).get(code & 0xFF, "")
    return chr(code) if code in range(0x20, 0xD800) or code in range(0xF900, 0x30000) else ""


def is_symbol_font(font: str) -> bool:
    """Whether the font shows other signs than its characters say."""
    return font.casefold().startswith(_SYMBOL_FONTS)


def bullet(text: str, font: str) -> str:
    """A bullet as far as it is a character: ``●`` stays; private glyphs and letters that pose as signs go."""
    if is_symbol_font(font):
        text = "".join(symbol(ord(sign), font) for sign in text)
    return "".join(sign for sign in text if ord(sign) not in _PRIVATE and not _poses(sign))


def _poses(sign: str) -> bool:
    """A letter as a bullet (``o`` in Courier) is there for its shape."""
    return sign.isascii() and sign.isalnum()


def circled(instruction: str) -> str:
    r"""What a field without a result shows: 带圈字符 ``EQ \o\ac(○,3)`` → ③; "" for every other field."""
    match = _CIRCLE.fullmatch(instruction)
    if not match or not any(part in _ROUND for part in match.groups()):
        return ""
    inner = match[2] if match[1] in _ROUND else match[1]
    number = int(inner) if inner.isdecimal() else 0
    return _circled_number(number) or inner


def _circled_number(number: int) -> str:
    for first, start, end in (("①", 1, 20), ("㉑", 21, 35), ("㊱", 36, 50)):
        if start <= number <= end:
            return chr(ord(first) + number - start)
    return ""
