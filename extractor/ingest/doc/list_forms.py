"""The number formats of a binary Word file by their codes, under the names they have in a DOCX.

Source: [MS-OSHARED] 2.2.1.3 (MSONFC); ECMA-376 Part 1, 17.18.59.
"""

from __future__ import annotations

_FORMS = (
    "decimal", "upperRoman", "lowerRoman", "upperLetter", "lowerLetter", "ordinal", "cardinalText",
    "ordinalText", "hex", "chicago", "ideographDigital", "japaneseCounting", "aiueo", "iroha",
    "decimalFullWidth", "decimalHalfWidth", "japaneseLegal", "japaneseDigitalTenThousand",
    "decimalEnclosedCircle", "decimalFullWidth2", "aiueoFullWidth", "irohaFullWidth", "decimalZero",
    "bullet", "ganada", "chosung", "decimalEnclosedFullstop", "decimalEnclosedParen",
    "decimalEnclosedCircleChinese", "ideographEnclosedCircle", "ideographTraditional", "ideographZodiac",
    "ideographZodiacTraditional", "taiwaneseCounting", "ideographLegalTraditional",
    "taiwaneseCountingThousand", "taiwaneseDigital", "chineseCounting", "chineseLegalSimplified",
    "chineseCountingThousand", "decimal", "koreanDigital", "koreanCounting", "koreanLegal",
    "koreanDigital2",
)  # fmt: skip
_OTHERS = {57: "numberInDash", 255: "none"}


def form_of(code: int) -> str:
    """The number format of ``code``: ``form_of(37)`` → ``chineseCounting``; unknown ones are plain digits."""
    return _FORMS[code] if code < len(_FORMS) else _OTHERS.get(code, "decimal")
