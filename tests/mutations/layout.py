"""Mutations of layout: line breaks, pages, indents, Markdown, what a web page prints around a notice."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_WIDTH = 60  # columns
_DATE_LINE = re.compile(r"(?m)[0-9〇零一二三四五六七八九]{4}年\S{1,3}月\S{1,3}日$")
_LONG = 100  # characters of a paragraph that anybody sees is torn when it is
_NOT_FIRST = "，。、；：！？）》”’】〕%％"  # noqa: RUF001 - the quotation mark is meant
_NOT_LAST = "（《“‘【〔"  # noqa: RUF001 - as above
_ITEM = re.compile(r"[一二三四五六七八九十]{1,3}、|（(?:[一二三四五六七八九十]{1,3}|\d{1,2})）|\d{1,2}[.．、](?!\d)")
_NUMBERED_LINE = re.compile(rf"^(?={_ITEM.pattern})[^。；：，\n]{{2,30}}$", re.MULTILINE)
_HEAD_SENTENCE = re.compile(rf"^(?={_ITEM.pattern})[^。；：\n]{{2,40}}。(?=.)", re.MULTILINE)
_LABEL_LINE = re.compile(r"^(?=(?:责任|牵头|主办|协办|配合|参加|完成|时间)[^：\n]{2}：)", re.MULTILINE)
_DOUBLED = "一人天年月日处时事常层级环步条块件项家户村校"
_INSIDE = "(?<=[\u4e00-\u9fff]{3})(?=[\u4e00-\u9fff]{3})"
_MENU = "设为首页 | 加入收藏 | 网站地图\n首页 > 政务公开 > 通知公告\n"
_STAMP = "发布时间：2024-12-30 09:12    来源：云州市人民政府网    字体：【大 中 小】    打印\n"
_FOOT = """
上一篇：关于做好防汛工作的提醒
下一篇：全市政务公开工作会议召开
分享到：微信 微博
责任编辑：网站管理员
主办：云州市人民政府办公室    备案号：云ICP备00000000号
扫一扫在手机打开当前页
"""


# Line breaks inside sentences


def wrapped_with_indents(text: str) -> str:
    """Every paragraph wrapped at sixty columns, its first line set in by two characters."""
    return _each(text, lambda line: "\n".join(_wrapped(f"　　{line}")))


def wrapped_with_blank_lines(text: str) -> str:
    """Every paragraph wrapped at sixty columns, a blank line below it."""
    return _each(text, lambda line: "\n".join(_wrapped(line)) + "\n")


def wrapped_narrowly(text: str) -> str:
    """At forty columns, first lines set in."""
    return _each(text, lambda line: "\n".join(_wrapped(f"　　{line}", 40)))


def wrapped_widely(text: str) -> str:
    """At eighty columns, first lines set in."""
    return _each(text, lambda line: "\n".join(_wrapped(f"　　{line}", 80)))


def wrapped_without_a_mark(text: str) -> str:
    """At sixty columns, with nothing but the length of the lines to tell where a paragraph ends."""
    return _each(text, lambda line: "\n".join(_wrapped(line)))


def break_in_a_list_of_owners(text: str) -> str:
    """Behind the first name of a list behind a label, or in a bracket that says who sees to it."""
    labelled = r"(?:单位|部门)：[^、。；（）\n]+、"
    bracketed = r"（[^、。；（）\n]{2,20}、(?=[^（）\n]*(?:负责|配合|参加)）)"
    return re.sub(rf"({labelled}|{bracketed})(?=[^\n]{{4}})", r"\1\n", text)


def owners_bracket_on_a_line_of_its_own(text: str) -> str:
    """Where the paragraph above ends with one, too: below items without any it would stand for all of them."""
    bracket = r"（[^（）\n]{2,80}(?:负责|牵头|配合|参加|参与)）$"
    return re.sub(rf"(?<=）)(\n.+[。；])(?={bracket})", r"\1\n", text, flags=re.MULTILINE)


def break_behind_a_comma(text: str) -> str:
    """Each long paragraph broken once."""
    return _each(text, lambda line: _broken(line, "\n", "(?<=，)"))


def break_inside_a_clause(text: str) -> str:
    """Each long paragraph broken once, between two characters of a clause."""
    return _each(text, lambda line: _broken(line, "\n", _INSIDE))


def break_inside_a_date(text: str) -> str:
    """Between the parts of a date in a sentence, not where the line below would look like an item."""
    return re.sub(r"(?<=.{30}\d年)(?=\d{1,2}月.{10})", "\n", text)


def page_break_in_a_sentence(text: str) -> str:
    return _each(text, lambda line: _broken(line, "\n\n— 3 —\n\n", _INSIDE))


def page_break_as_a_sign(text: str) -> str:
    return _each(text, lambda line: _broken(line, "\n\f", _INSIDE))


def page_break_with_a_repeated_character(text: str) -> str:
    """The last character of a page stands on the top of the next again; one that is never doubled in words."""
    return re.sub(r"(.)(\n\n— 3 —\n\n)", r"\1\2\1", page_break_in_a_sentence(text))


# Breaks, blanks and indents around paragraphs


def blank_lines_between_paragraphs(text: str) -> str:
    return text.replace("\n", "\n\n")


def breaks_of_windows(text: str) -> str:
    return text.replace("\n", "\r\n")


def indented_paragraphs(text: str) -> str:
    return _each(text, lambda line: f"　　{line}")


def blanks_at_the_ends(text: str) -> str:
    return _each(text, lambda line: f"{line}　 ")


def items_behind_each_other(text: str) -> str:
    """An item of the last scheme on the line of the one before, which has ended with a stop: 1.甲。2.乙。"""
    return re.sub(r"(?<=[。；])\n(?=(?:[2-9]|1\d)[.．](?!\d))", "", text)


def bracketed_items_behind_each_other(text: str) -> str:
    """The same for （一）甲。（二）乙。"""
    above, label = r"^(（[一二三四五六七八九]）[^\n]+[。；])", "（[二三四五六七八九十]）"
    return re.sub(rf"{above}\n(?={label})", r"\1", text, flags=re.MULTILINE)


def items_behind_their_heading(text: str) -> str:
    """The first item on the line of the heading above it: 二、重点任务（一）扩大供给。"""
    labels = r"(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)"
    return re.sub(rf"^({labels}[^。；：，（\n]{{2,30}})\n(?=（一）|1[.、](?!\d))", r"\1", text, flags=re.MULTILINE)


def items_behind_the_sentence_above(text: str) -> str:
    """The first item behind the sentence that leads in a list: …主要任务如下。1.甲。⏎2.乙。"""
    return re.sub(r"(?<=[。：])\n(?=(?:（一）|1[.、](?!\d))[^\n]{8})", "", text)


def sections_on_one_line(text: str) -> str:
    """Every item of a section 一、 behind the paragraph before it, where that ends a sentence or is a heading.

    Not an item that ends with ；, which could as well be part of a sentence, nor a heading with text of its own below.
    """
    labels = r"(?:（[一二三四五六七八九十]{1,3}）|\d{1,2}[.、](?!\d))"
    heading = rf"^(?:[一二三四五六七八九十]{{1,3}}、|{labels})[^。；：，（\n]{{2,30}}"
    item = rf"{labels}[^\n]{{8,}}[。：）]$"
    text = re.sub(rf"({heading})\n(?={item})", r"\1", text, flags=re.MULTILINE)
    return re.sub(rf"(?<=[。）])\n(?={item})", "", text, flags=re.MULTILINE)


def no_line_breaks(text: str) -> str:
    """All on one line, where a person could still read it: no tables, one document, every paragraph ends with a stop.

    A heading without one may stand right above an item.
    """
    lines = text.strip().split("\n")
    head = next((i for i, line in enumerate(lines[:9]) if line.endswith("：")), 0)
    end = max((i for i, line in enumerate(lines) if line.endswith(("。", "；"))), default=0)
    pairs = zip(lines[head:end], lines[head + 1 :], strict=False)
    closed = all(above.endswith(("。", "；", "：")) or _ITEM.match(below) for above, below in pairs)
    clear = "\t" not in text and 0 < head < end and "关于" in "".join(lines[:head]) and len(lines) - end < 8
    return "".join(lines) if clear and closed else text


# Markdown and HTML


def tags_of_paragraphs(text: str) -> str:
    """Of a text without tables: HTML knows no tabs."""
    return text if "\t" in text else _each(text, lambda line: f"<p>{line}</p>")


def tags_for_line_breaks(text: str) -> str:
    """Only between paragraphs that are no rows of tables."""
    return re.sub(r"(?<=[。：])\n(?=[^\t\n]{20})(?![^\n]*(?:\t| {2}))", "<br>", text)


def entities_for_indents(text: str) -> str:
    return _each(text, lambda line: f"&nbsp;&nbsp;&nbsp;&nbsp;{line}")


def front_matter(text: str) -> str:
    return f"---\ntitle: 通知\ndate: 2024-12-30\ntags: [公文]\n---\n\n{text}"


def bold_headings(text: str) -> str:
    return _HEAD_SENTENCE.sub(r"**\g<0>**", _NUMBERED_LINE.sub(r"**\g<0>**", text))


def headings_with_marks(text: str) -> str:
    return _NUMBERED_LINE.sub(r"## \g<0>", text)


def headings_with_marks_and_blank_lines(text: str) -> str:
    return blank_lines_between_paragraphs(headings_with_marks(text))


def entries_with_bullets(text: str) -> str:
    return _LABEL_LINE.sub("- ", text)


def escaped_points(text: str) -> str:
    return re.sub(r"^(\d{1,2})\.(?!\d)", r"\1\\.", text, flags=re.MULTILINE)


def quoted(text: str) -> str:
    return _each(text, lambda line: f"> {line}")


# Pages


def page_numbers_between_paragraphs(text: str) -> str:
    return _after_every_seventh(text, "— 3 —")


def counted_pages_between_paragraphs(text: str) -> str:
    return _after_every_seventh(text, "第 3 页 共 8 页")


def _after_every_seventh(text: str, words: str) -> str:
    lines = enumerate(text.split("\n"), 1)
    return "\n".join(line if number % 7 or "\t" in line else f"{line}\n{words}" for number, line in lines)


# What a web page prints around a notice


def navigation_before(text: str) -> str:
    return _MENU + text


def navigation_and_stamp_before(text: str) -> str:
    """With the title of the page, and the menu run on; the stamp would date a notice that bears no date."""
    stamp = _STAMP if _DATE_LINE.search(text) else ""
    return f"{_MENU}{text.partition(chr(10))[0]}\n{stamp}{text}"


def navigation_behind(text: str) -> str:
    return text + _FOOT


def navigation_on_both_sides(text: str) -> str:
    return navigation_before(navigation_behind(text))


def _each(text: str, change: Callable[[str], str]) -> str:
    """Every paragraph changed; rows of tables, which have tabs or wide blanks, stay."""
    lines = text.split("\n")
    return "\n".join(line if not line or re.search("\t| {2}", line) else change(line) for line in lines)


def _wrapped(line: str, width: int = _WIDTH) -> Iterator[str]:
    start = end = columns = 0
    while end < len(line):
        columns += 1 + (unicodedata.east_asian_width(line[end]) in "WFA")
        if columns > width:
            end = _edge(line, start, end)
            yield line[start:end]
            start, columns = end, 0
            continue
        end += 1
    yield line[start:]


def _edge(line: str, start: int, end: int) -> int:
    """At or before ``end``: no stop begins a line, no bracket ends one, nothing below looks like a label."""
    while end > start + 10 and (
        line[end] in _NOT_FIRST or line[end - 1] in _NOT_LAST or _ITEM.match(line, end) or _one_word(line, end)
    ):
        end -= 1
    return end


def _one_word(line: str, end: int) -> bool:
    return bool(re.match(r"[A-Za-z0-9.@/:-]{2}", line[end - 1 : end + 1]))


def _broken(line: str, mark: str, where: str) -> str:
    """A long paragraph broken near its middle, at a place where sentences go on before and behind.

    The line below opens with no number label, and with none of the words that open a paragraph (附件…).
    """
    middle = range(len(line) // 2, len(line) * 2 // 3) if len(line) >= _LONG else ()
    places = (at for at in middle if re.compile(where).match(line, at) and _fair(line[:at], line[at:]))
    at = next(places, len(line))
    return line[:at] + mark * (at < len(line)) + line[at:]


def _fair(above: str, below: str) -> bool:
    opens = _ITEM.match(below) or re.match("[一二三四五六七八九十附注第各]|联系|时间|地点|特此", below)
    twice = above[-1] == below[0] or above[-1] in _DOUBLED
    running = re.search("[，。；]", above) and re.search("[，。；]", below)
    return not opens and not twice and _level(above) and running is not None


def _level(words: str) -> bool:
    """Whether no bracket stands open."""
    return all(words.count(pair[0]) == words.count(pair[1]) for pair in ("（）", "《》", "“”"))
