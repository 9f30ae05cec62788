"""Numbers as notices write them: 25, 二十五, 廿五, 二〇二五, 两, 半."""

from __future__ import annotations

# Typists write 〇 with the letters O of three alphabets: Latin, Cyrillic, Greek.
_ZEROS = "〇零0Oo\u041e\u043e\u039f"
_SIGNS = (_ZEROS, "一元正", "二两", *"三四五六七八九")
_DIGITS = {sign: value for value, signs in enumerate(_SIGNS) for sign in signs}
_TENS = {"廿": "二十", "卅": "三十", "冬": "十一", "腊": "十二", "俩": "两"}


def number(words: str) -> int:
    """The value of a whole number from 0 to 9999, in figures or Chinese numerals; blanks are ignored.

    >>> number("二十五"), number("2 5"), number("二〇二五"), number("一百二十")
    (25, 25, 2025, 120)

    Raises:
        ValueError: the words are no number.
    """
    plain = "".join(_TENS.get(sign, sign) for sign in words if not sign.isspace())
    if plain.isdecimal():
        return int(plain)
    if "十" in plain or "百" in plain:
        return _counted(plain)
    if not plain or any(sign not in _DIGITS and not sign.isdecimal() for sign in plain):
        message = f"no number: {words}"
        raise ValueError(message)
    return int("".join(str(_DIGITS.get(sign, sign)) for sign in plain))


def _counted(plain: str) -> int:
    hundreds, hundred, rest = plain.rpartition("百")
    tens, ten, ones = rest.rpartition("十")
    total = number(hundreds or "一") * 100 if hundred else 0
    if ten:
        total += number(tens.lstrip("零〇") or "一") * 10
    return total + (number(ones.lstrip("零〇")) if ones.lstrip("零〇") else 0)
