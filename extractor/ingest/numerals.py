"""Numbers as Word prints them in automatic numbering: 一 壹 ㈠ ① ⑴ ⒈ 甲 子 iv AA 01.

Source: ECMA-376 Part 1, 17.18.59 (ST_NumberFormat), with Word's departures from it as Microsoft documents
them in MS-OI29500: past the end of a list of signs Word prints plain digits.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable

_FULL_WIDTH = {ord("0") + digit: 0xFF10 + digit for digit in range(10)}
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_ROMAN_END = 4000
_LETTERS = 26
_LETTERS_END = 780  # Word repeats a letter thirty times at most and then begins again
_TEENS = range(11, 14)  # 11th, 12th, 13th


@dataclass(frozen=True, slots=True)
class _Spelling:
    """How a number is spelled with 十百千万: its digits from zero, its units, and what becomes of the ones.

    ``ones`` says which 一 are dropped: ``first`` (十一, 一百一十), ``all`` below 一万 (百十一), or ``none``.
    ``gap`` is written where places are empty (一百〇一).
    """

    digits: str
    units: str
    gap: str
    ones: Literal["first", "all", "none"]

    def __call__(self, number: int) -> str:
        """``number`` spelled out; plain digits from 100,000 on, which no unit here reaches."""
        places = str(number)
        if not 0 <= number < 10 ** len(self.units):
            return places
        return self._joined(places) or self.digits[0]

    def _joined(self, places: str) -> str:
        spelled, empty = "", False
        for power, place in zip(reversed(range(len(places))), places, strict=True):
            if place == "0":
                empty = bool(spelled)
                continue
            spelled += (self.gap if empty else "") + self._place(int(place), power, leading=not spelled)
            empty = False
        return spelled

    def _place(self, digit: int, power: int, *, leading: bool) -> str:
        unit = self.units[power].strip()
        bare = {"first": leading and power == 1, "all": power in {1, 2, 3}, "none": False}[self.ones]
        return unit if digit == 1 and bare else self.digits[digit] + unit


_SIMPLE = "〇一二三四五六七八九"
_THOUSANDS = _Spelling(_SIMPLE, " 十百千万", "〇", "first")
_TAIWANESE = _Spelling(_SIMPLE, " 十百千萬", "〇", "first")
_JAPANESE = _Spelling(_SIMPLE, " 十百千万", "", "all")
_LEGAL = _Spelling("零壹贰叁肆伍陆柒捌玖", " 拾佰仟萬", "零", "none")
_LEGAL_TRADITIONAL = _Spelling("零壹貳參肆伍陸柒捌玖", " 拾佰仟萬", "零", "none")
_JAPANESE_LEGAL = _Spelling("〇壱弐参四伍六七八九", " 拾百阡萬", "", "none")


def _digits(number: int) -> str:
    """Digit by digit: 一〇五."""
    return str(number).translate(str.maketrans("0123456789", _SIMPLE))


def _counting(number: int) -> str:
    """To ninety-nine spelled out, then digit by digit: 九十九, 一〇〇."""
    return _THOUSANDS(number) if number < 100 else _digits(number)  # noqa: PLR2004 - where Word changes over


def _signs(signs: str) -> Callable[[int], str]:
    """The sign at the number's place, plain digits past the last one."""
    return lambda number: signs[number - 1] if 1 <= number <= len(signs) else str(number)


def _run(first: str, count: int) -> str:
    """``count`` consecutive characters of Unicode: ①②③."""
    return "".join(chr(ord(first) + step) for step in range(count))


def _roman(number: int) -> str:
    if not 0 < number < _ROMAN_END:
        return str(number)
    spelled = ""
    for value, letters in _ROMAN:
        spelled += letters * (number // value)
        number %= value
    return spelled


def _letters(number: int) -> str:
    """A … Z, AA, BB …: the letter is repeated, not counted on."""
    if number < 1:
        return str(number)
    rounds, place = divmod((number - 1) % _LETTERS_END, _LETTERS)
    return chr(ord("a") + place) * (rounds + 1)


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in _TEENS else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _cycle(number: int) -> str:
    """The sixty pairs of stem and branch: 甲子, 乙丑, 丙寅."""
    pairs = 60
    return _STEMS[(number - 1) % 10] + _BRANCHES[(number - 1) % 12] if 1 <= number <= pairs else str(number)


_CIRCLED = _signs(_run("①", 20))
_FORMS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda number: f"{number:02d}",
    "decimalFullWidth": lambda number: str(number).translate(_FULL_WIDTH),
    "decimalFullWidth2": lambda number: str(number).translate(_FULL_WIDTH),
    "decimalEnclosedCircle": _CIRCLED,
    "decimalEnclosedCircleChinese": _CIRCLED,
    "decimalEnclosedFullstop": _signs(_run("⒈", 20)),
    "decimalEnclosedParen": _signs(_run("⑴", 20)),
    "numberInDash": lambda number: f"- {number} -",
    "hex": lambda number: f"{number:X}",
    "ordinal": _ordinal,
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerRoman": _roman,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerLetter": _letters,
    "chineseCounting": _counting,
    "taiwaneseCounting": _counting,
    "chineseCountingThousand": _THOUSANDS,
    "taiwaneseCountingThousand": _TAIWANESE,
    "japaneseCounting": _JAPANESE,
    "chineseLegalSimplified": _LEGAL,
    "ideographLegalTraditional": _LEGAL_TRADITIONAL,
    "japaneseLegal": _JAPANESE_LEGAL,
    "ideographDigital": _digits,
    "taiwaneseDigital": _digits,
    "japaneseDigitalTenThousand": _digits,
    "koreanDigital2": _digits,
    "ideographEnclosedCircle": _signs(_run("㈠", 10)),
    "ideographTraditional": _signs(_STEMS),
    "ideographZodiac": _signs(_BRANCHES),
    "ideographZodiacTraditional": _cycle,
    "none": lambda _number: "",
    "bullet": lambda _number: "",
}  # fmt: skip


def numeral(number: int, form: str) -> str:
    """``number`` in the number format ``form`` of ECMA-376: ``numeral(12, "chineseCounting")`` → ``十二``.

    Forms that no Chinese notice uses, unknown ones and ``decimal`` give plain digits, as Word does.
    A custom form is a sample of the first number, padded with zeros: ``001`` → 012.
    """
    if form.isdigit():
        return str(number).zfill(min(len(form), 9))
    return _FORMS.get(form, str)(number)
