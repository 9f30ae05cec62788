"""Mutations of signs: brackets, width, zeros, separators, blanks, labels. Each takes a text and gives a text.

The text has a paragraph on every line, as a reader leaves it. None of them changes what a person would read.
"""

from __future__ import annotations

import re
import unicodedata

_FULL_WIDTH = {code: code + 0xFEE0 for code in (*range(48, 58), *range(65, 91), *range(97, 123))}
_NUMERALS = "〇一二三四五六七八九"
_OWNERS = r"(?:责任|牵头|主办|承办|协办|配合|参加|参与)(?:部门|单位|处室|科室)"
_OWNER_BRACKET = re.compile(rf"（((?:{_OWNERS}：[^（）\n]*)|[^（）\n]{{2,80}}(?:负责|牵头|配合|参加|参与))）")
_NAMES = re.compile(rf"{_OWNERS}：[^；。（\n]*(?=$|[）。])", re.MULTILINE)
_HAN = "[\u4e00-\u9fff]"
_SIGNED = re.compile(r"^(\d{4})年(\d{1,2})月(\d{1,2})日$", re.MULTILINE)
_CHINESE = re.compile(r"^([一二三四五六七八九十]{1,3})、", re.MULTILINE)
_BRACKETED = re.compile(r"^（([一二三四五六七八九十]{1,3})）", re.MULTILINE)
_ARABIC = re.compile(r"^(\d{1,2})[.．、](?!\d)", re.MULTILINE)
_ENCLOSED = re.compile(r"^（(\d{1,2})）", re.MULTILINE)


# Brackets


def half_width_round_brackets(text: str) -> str:
    return text.translate(str.maketrans("（）", "()"))


def half_width_square_brackets(text: str) -> str:
    return text.translate(str.maketrans("〔〕", "[]"))


def full_width_square_brackets(text: str) -> str:
    return text.translate(str.maketrans("〔〕", "［］"))


def black_brackets_in_numbers(text: str) -> str:
    return re.sub(r"〔(\d{4})〕", r"【\1】", text)


def round_brackets_in_numbers(text: str) -> str:
    return re.sub(r"〔(\d{4})〕", r"（\1）", text)


def square_brackets_around_owners(text: str) -> str:
    return _OWNER_BRACKET.sub(r"〔\1〕", text)


def black_brackets_around_owners(text: str) -> str:
    return _OWNER_BRACKET.sub(r"【\1】", text)


def half_width_square_brackets_around_owners(text: str) -> str:
    return _OWNER_BRACKET.sub(r"[\1]", text)


def french_quotes_around_titles(text: str) -> str:
    return text.translate(str.maketrans("《》〈〉", "«»‹›"))


def straight_quotation_marks(text: str) -> str:
    return text.translate(str.maketrans("“”", '""'))


# Width


def half_width_stops(text: str) -> str:
    return text.translate(str.maketrans("，：；！？", ",:;!?"))


def full_width_digits_and_letters(text: str) -> str:
    return text.translate(_FULL_WIDTH)


def full_width_points_and_marks(text: str) -> str:
    """A tilde, a percent sign and the point of a decimal or of a label."""
    return re.sub(r"(?<=\d)\.", "．", text).translate(str.maketrans("~%", "～\uff05"))


def small_half_width_stops(text: str) -> str:
    return text.translate(str.maketrans("。、", "｡､"))


# Zeros: the date of issue in Chinese numerals, its zero as it is met


def date_with_han_zero(text: str) -> str:
    return _in_chinese(text, "〇")


def date_with_white_circle(text: str) -> str:
    return _in_chinese(text, "○")


def date_with_written_zero(text: str) -> str:
    return _in_chinese(text, "零")


def date_with_letter_o(text: str) -> str:
    return _in_chinese(text, "O")


def date_with_hyphens(text: str) -> str:
    return _SIGNED.sub(r"\1-\2-\3", text)


def date_with_points(text: str) -> str:
    return _SIGNED.sub(r"\1.\2.\3", text)


def date_in_full_width_with_blanks(text: str) -> str:
    return _SIGNED.sub(lambda date: full_width_digits_and_letters(f" {date[1]} 年 {date[2]} 月 {date[3]} 日"), text)


def _in_chinese(text: str, zero: str) -> str:
    def spelled(date: re.Match[str]) -> str:
        year = "".join(_NUMERALS[int(digit)] for digit in date[1])
        return f"{year}年{_count(int(date[2]))}月{_count(int(date[3]))}日".replace("〇", zero)

    return _SIGNED.sub(spelled, text)


def _count(number: int) -> str:
    tens, ones = divmod(number, 10)
    return ("" if tens < 2 else _NUMERALS[tens]) + ("十" if tens else "") + (_NUMERALS[ones] if ones else "")


# Separators


def commas_between_owners(text: str) -> str:
    return _separated(text, "，")


def semicolons_between_owners(text: str) -> str:
    return _separated(text, "；")


def half_width_commas_between_owners(text: str) -> str:
    return _separated(text, ", ")


def blanks_between_owners(text: str) -> str:
    return _separated(text, " ")


def _separated(text: str, mark: str) -> str:
    """Only behind labels; a ； already means something and stays."""
    return _NAMES.sub(lambda names: re.sub("[、，,]", mark, names[0]), text)


def blanks_around_label_colons(text: str) -> str:
    return re.sub(rf"^({_OWNERS}|完成时限|时间节点)：", r"\1 : ", text, flags=re.MULTILINE)


def dashes_in_periods(text: str) -> str:
    return _joined_times(text, "—")


def double_dashes_in_periods(text: str) -> str:
    return _joined_times(text, "——")


def hyphens_in_periods(text: str) -> str:
    return _joined_times(text, "-")


def waves_in_periods(text: str) -> str:
    return _joined_times(text, "～")


def words_in_periods(text: str) -> str:
    return _joined_times(text, "至")


def _joined_times(text: str, mark: str) -> str:
    return re.sub(r"(?<=[月日])(?:[—～~–-]+|至)(?=\d{1,4}[年月日])", mark, text)


# Blanks


def blanks_between_digits(text: str) -> str:
    """In years, months and days; the digits of a telephone number or an amount stay together."""
    return re.sub(r"(?<!\d)\d{1,4}(?=[年月日])", lambda number: " ".join(number[0]), text)


def blanks_around_numbers(text: str) -> str:
    text = re.sub(rf"(?<={_HAN})(?=\d)", " ", text)
    return re.sub(rf"(?<=\d)(?={_HAN})", " ", text)


def ideographic_blanks_behind_labels(text: str) -> str:
    labels = r"^((?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|\d{1,2}[.．、](?!\d)))"
    return re.sub(labels, "\\1\u3000", text, flags=re.MULTILINE)


def invisible_characters(text: str) -> str:
    """Between a number and what it counts, and inside the stops."""
    return re.sub(r"(?<=[年月，、）])(?=.)", "\u200b", text)


# Numbering


def chinese_labels_with_comma(text: str) -> str:
    return _CHINESE.sub(r"\1，", text)


def chinese_labels_with_point(text: str) -> str:
    return _CHINESE.sub(r"\1．", text)


def chinese_labels_with_half_width_point(text: str) -> str:
    return _CHINESE.sub(r"\1.", text)


def chinese_labels_with_blank(text: str) -> str:
    return _CHINESE.sub(r"\1 、", text)


def dash_for_the_first_label(text: str) -> str:
    return re.sub(r"^一、", "—、", text, flags=re.MULTILINE)


def bracketed_labels_in_half_width(text: str) -> str:
    return _BRACKETED.sub(r"(\1)", text)


def bracketed_labels_with_blanks(text: str) -> str:
    return _BRACKETED.sub(r"（ \1 ）", text)


def bracketed_labels_as_one_sign(text: str) -> str:
    """㈠ to ㈩; a text that goes on to （十一） has no such sign for it and keeps its own there."""
    signs = dict(zip("一二三四五六七八九十", "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩", strict=True))
    return _BRACKETED.sub(lambda label: signs.get(label[1], label[0]), text)


def arabic_labels_with_comma_of_lists(text: str) -> str:
    return _ARABIC.sub(r"\1、", text)


def arabic_labels_with_wide_point(text: str) -> str:
    return _ARABIC.sub(r"\1．", text)


def arabic_labels_in_full_width(text: str) -> str:
    return _ARABIC.sub(lambda label: f"{label[1].translate(_FULL_WIDTH)}．", text)


def arabic_labels_with_comma(text: str) -> str:
    """Not before a number: ``3，6月`` may be two numbers."""
    return re.sub(r"^(\d{1,2})[.．、](?! ?\d)", r"\1，", text, flags=re.MULTILINE)


def arabic_labels_with_blanks(text: str) -> str:
    return _ARABIC.sub(r"\1 . ", text)


def arabic_labels_as_one_sign(text: str) -> str:
    return _ARABIC.sub(lambda label: chr(0x2487 + int(label[1])) if int(label[1]) <= 20 else label[0], text)


def enclosed_labels_in_half_width(text: str) -> str:
    return _ENCLOSED.sub(r"(\1)", text)


def enclosed_labels_as_one_sign(text: str) -> str:
    return _ENCLOSED.sub(lambda label: chr(0x2473 + int(label[1])) if int(label[1]) <= 20 else label[0], text)


def enclosed_labels_with_one_bracket(text: str) -> str:
    return _ENCLOSED.sub(r"\1）", text)


def enclosed_labels_as_circled_numbers(text: str) -> str:
    return _ENCLOSED.sub(lambda label: chr(0x245F + int(label[1])) if int(label[1]) <= 20 else label[0], text)


# Characters


def radicals_for_characters(text: str) -> str:
    """As some PDF printers write 工, 文, 方, 日, 月: with the signs of the radicals."""
    return text.translate({ord(unicodedata.normalize("NFKC", chr(code))): code for code in range(0x2F00, 0x2FD6)})
