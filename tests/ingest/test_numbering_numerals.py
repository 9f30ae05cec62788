"""Every number format that occurs in Chinese documents, number by number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.ingest.numerals import numeral

CHINESE = (
    "一 二 三 四 五 六 七 八 九 十 十一 十二 十三 十四 十五 十六 十七 十八 十九 二十 "
    "二十一 二十二 二十三 二十四 二十五 二十六 二十七 二十八 二十九 三十"
)
LEGAL = (
    "壹 贰 叁 肆 伍 陆 柒 捌 玖 壹拾 壹拾壹 壹拾贰 壹拾叁 壹拾肆 壹拾伍 壹拾陆 壹拾柒 壹拾捌 壹拾玖 贰拾 "
    "贰拾壹 贰拾贰 贰拾叁 贰拾肆 贰拾伍 贰拾陆 贰拾柒 贰拾捌 贰拾玖 叁拾"
)
DIGITS = (
    "一 二 三 四 五 六 七 八 九 一〇 一一 一二 一三 一四 一五 一六 一七 一八 一九 二〇 "
    "二一 二二 二三 二四 二五 二六 二七 二八 二九 三〇"
)
DECIMAL = " ".join(str(number) for number in range(1, 31))
AFTER_TEN, AFTER_TWELVE, AFTER_TWENTY = (" ".join(str(n) for n in range(first, 31)) for first in (11, 13, 21))

TO_THIRTY = [
    pytest.param("decimal", DECIMAL, id="decimal"),
    pytest.param("decimalHalfWidth", DECIMAL, id="半角"),
    pytest.param("decimalZero", "01 02 03 04 05 06 07 08 09 " + DECIMAL[18:], id="补零"),
    pytest.param("chineseCounting", CHINESE, id="简体计数"),
    pytest.param("chineseCountingThousand", CHINESE, id="简体千位计数"),
    pytest.param("taiwaneseCounting", CHINESE, id="繁体计数"),
    pytest.param("taiwaneseCountingThousand", CHINESE, id="繁体千位计数"),
    pytest.param("japaneseCounting", CHINESE, id="日文计数"),
    pytest.param("chineseLegalSimplified", LEGAL, id="大写"),
    pytest.param(
        "ideographLegalTraditional",
        LEGAL.translate(str.maketrans("贰叁陆", "貳參陸")),
        id="繁体大写",
    ),
    pytest.param("ideographDigital", DIGITS, id="逐位"),
    pytest.param("taiwaneseDigital", DIGITS, id="繁体逐位"),
    pytest.param("japaneseDigitalTenThousand", DIGITS, id="日文逐位"),
    pytest.param("ideographTraditional", f"甲 乙 丙 丁 戊 己 庚 辛 壬 癸 {AFTER_TEN}", id="天干"),
    pytest.param("ideographZodiac", f"子 丑 寅 卯 辰 巳 午 未 申 酉 戌 亥 {AFTER_TWELVE}", id="地支"),
    pytest.param(
        "ideographZodiacTraditional",
        "甲子 乙丑 丙寅 丁卯 戊辰 己巳 庚午 辛未 壬申 癸酉 甲戌 乙亥 丙子 丁丑 戊寅 己卯 庚辰 辛巳 壬午 癸未 "
        "甲申 乙酉 丙戌 丁亥 戊子 己丑 庚寅 辛卯 壬辰 癸巳",
        id="干支",
    ),
    pytest.param("ideographEnclosedCircle", f"㈠ ㈡ ㈢ ㈣ ㈤ ㈥ ㈦ ㈧ ㈨ ㈩ {AFTER_TEN}", id="括号汉字"),
    pytest.param(
        "decimalEnclosedCircle", f"① ② ③ ④ ⑤ ⑥ ⑦ ⑧ ⑨ ⑩ ⑪ ⑫ ⑬ ⑭ ⑮ ⑯ ⑰ ⑱ ⑲ ⑳ {AFTER_TWENTY}", id="带圈"
    ),
    pytest.param(
        "decimalEnclosedCircleChinese",
        f"① ② ③ ④ ⑤ ⑥ ⑦ ⑧ ⑨ ⑩ ⑪ ⑫ ⑬ ⑭ ⑮ ⑯ ⑰ ⑱ ⑲ ⑳ {AFTER_TWENTY}",
        id="中文带圈",
    ),
    pytest.param(
        "decimalEnclosedFullstop", f"⒈ ⒉ ⒊ ⒋ ⒌ ⒍ ⒎ ⒏ ⒐ ⒑ ⒒ ⒓ ⒔ ⒕ ⒖ ⒗ ⒘ ⒙ ⒚ ⒛ {AFTER_TWENTY}", id="带点"
    ),
    pytest.param(
        "decimalEnclosedParen",
        f"⑴ ⑵ ⑶ ⑷ ⑸ ⑹ ⑺ ⑻ ⑼ ⑽ ⑾ ⑿ ⒀ ⒁ ⒂ ⒃ ⒄ ⒅ ⒆ ⒇ {AFTER_TWENTY}",
        id="带括号",
    ),
    pytest.param(
        "lowerRoman",
        "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx "
        "xxi xxii xxiii xxiv xxv xxvi xxvii xxviii xxix xxx",
        id="小写罗马",
    ),
    pytest.param(
        "upperLetter",
        "A B C D E F G H I J K L M N O P Q R S T U V W X Y Z AA BB CC DD",
        id="大写字母",
    ),
    pytest.param(
        "lowerLetter",
        "a b c d e f g h i j k l m n o p q r s t u v w x y z aa bb cc dd",
        id="小写字母",
    ),
    pytest.param(
        "ordinal",
        "1st 2nd 3rd 4th 5th 6th 7th 8th 9th 10th 11th 12th 13th 14th 15th 16th 17th 18th 19th 20th "
        "21st 22nd 23rd 24th 25th 26th 27th 28th 29th 30th",
        id="英文序数",
    ),
]
LARGER = [
    pytest.param("chineseCounting", 99, "九十九", id="计数99"),
    pytest.param("chineseCounting", 101, "一〇一", id="计数过百逐位"),
    pytest.param("chineseCountingThousand", 100, "一百", id="千位100"),
    pytest.param("chineseCountingThousand", 101, "一百〇一", id="千位101"),
    pytest.param("chineseCountingThousand", 110, "一百一十", id="千位110"),
    pytest.param("chineseCountingThousand", 1001, "一千〇一", id="千位1001"),
    pytest.param("chineseCountingThousand", 12345, "一万二千三百四十五", id="万位"),
    pytest.param("taiwaneseCountingThousand", 10000, "一萬", id="繁体万"),
    pytest.param("japaneseCounting", 101, "百一", id="日文101"),
    pytest.param("japaneseCounting", 2111, "二千百十一", id="日文2111"),
    pytest.param("chineseLegalSimplified", 101, "壹佰零壹", id="大写101"),
    pytest.param("japaneseLegal", 12, "壱拾弐", id="日文大写"),
    pytest.param("decimalFullWidth", 101, "\uff11\uff10\uff11", id="全角"),
    pytest.param("decimalFullWidth2", 7, "\uff17", id="全角之二"),
    pytest.param("decimalZero", 101, "101", id="补零只补两位"),
    pytest.param("upperRoman", 1994, "MCMXCIV", id="大写罗马"),
    pytest.param("upperRoman", 4000, "4000", id="罗马数字到3999"),
    pytest.param("upperLetter", 101, "WWWW", id="字母重复"),
    pytest.param("lowerLetter", 781, "a", id="字母最多三十遍"),
    pytest.param("ideographZodiacTraditional", 60, "癸亥", id="六十甲子末"),
    pytest.param("ideographZodiacTraditional", 61, "61", id="六十甲子后"),
    pytest.param("hex", 30, "1E", id="十六进制"),
    pytest.param("numberInDash", 3, "- 3 -", id="短线"),
    pytest.param("none", 3, "", id="无"),
    pytest.param("bullet", 3, "", id="项目符号不计数"),
    pytest.param("001", 12, "012", id="自定义三位"),
    pytest.param("thaiLetters", 3, "3", id="不用的格式作数字"),
    pytest.param("chineseCounting", 0, "〇", id="零"),
    pytest.param("chineseLegalSimplified", 0, "零", id="大写零"),
    pytest.param("decimalEnclosedCircle", 0, "0", id="带圈无零"),
    pytest.param("lowerRoman", 0, "0", id="罗马无零"),
    pytest.param("upperLetter", 0, "0", id="字母无零"),
    pytest.param("chineseCountingThousand", 100_000, "100000", id="超出单位作数字"),
]


@pytest.mark.parametrize(("form", "expected"), TO_THIRTY)
def test_each_format_counts_from_one_to_thirty(form: str, expected: str) -> None:
    assert " ".join(numeral(number, form) for number in range(1, 31)) == expected


@pytest.mark.parametrize(("form", "number", "expected"), LARGER)
def test_a_number_is_printed_as_word_prints_it(form: str, number: int, expected: str) -> None:
    assert numeral(number, form) == expected


@given(st.integers(0, 10**9 - 1), st.sampled_from([parameters.values[0] for parameters in TO_THIRTY]))
def test_no_number_makes_a_long_label(number: int, form: object) -> None:
    assert len(numeral(number, str(form))) <= 30


@given(st.integers(1, 99_999))
def test_spelled_numbers_differ_from_their_neighbours(number: int) -> None:
    assert numeral(number, "chineseCountingThousand") != numeral(number + 1, "chineseCountingThousand")
