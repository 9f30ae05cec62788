"""Whether a printed line goes on with the line before it, judged by where the two stand.

::

    |　　各单位要在年底前完成自查，并将结果报送办公|   full, and the next begins at the margin: goes on
    |室。                                          |   ends early: a paragraph ends here
    |　　二、下一项                                |   begins with an indent: a new paragraph
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.ingest.pdf.runs import units
from extractor.ingest.shape import DAY, starts_item
from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from extractor.ingest.pdf.lines import Line
    from extractor.ingest.pdf.margins import Margins

_ENDED = own(r"[。！？；：!?;:…][”\u2019」』）)]*$")
_FIRST_WORD = own(r"[（(《〈“〔\[【]{1,3}[^!-~]|[!-~]*")  # a bracket stands on one line with what it opens
_BROKEN_WORD = own(r"[A-Za-z0-9]$")
_DAY_OR_NUMBER = own(
    r"[（(]?(?:\d{4}|[一二〇○零]{2,4})年[\d一二三四五六七八九十]{1,2}月|[（(]\d{4}年|.{0,14}[〔\[(（]\d{4}[〕\])）](?:第)?\d+号"
)
_DAY = own(DAY)
_TITLE = own("关于[^，。；：]{4,80}的[^，。；：]{2,3}")  # a whole one, as wide as the text
_ATTACHMENT = own(r"附[件表录]\s?[\d一二三四五六七八九十]{0,3}\s?(?:[：:]|$)")
_LABELLED = own(r"[（(【〖]?[^，。；：:]{0,4}(?:单位|部门|处室|科室|领导|人员?|时限|时间)[：:]")
_FULL = 2.0  # characters that may be missing at the end of a full line: what could not stand there went below
_NARROWEST = 18.0  # characters: a page whose lines are all shorter shows no right margin
_UNEVEN = 6.0  # characters that a line set without justification may lack
_MARGIN = 0.8  # characters off the margin that are still at the margin
_DEEP = 2.8  # characters: deeper than the indent of a paragraph
_LOST = 1.2  # characters: what is left of a measure that holds no whole number of them stands at the right
_INDENT, _CENTRED = 2.3, 0.3  # characters: more than the indent of a paragraph, as much on the right as on the left
_LARGE = 1.1  # times the size of the text: a title
_SLOGAN, _BROKEN = 0.3, 0.6  # of the width: shorter lines were not broken for want of room
_FEW = 2  # characters whose size a scan does not show
_TITLE_STEP = 2.4  # heights of a title's line from one of its lines to the next
_PARAGRAPH_STEP = 1.7  # times the usual step: a gap between paragraphs


def goes_on(first: Line, before: Line, line: Line, margins: tuple[Margins, Margins]) -> bool:
    """Whether ``line`` goes on with the paragraph that began with ``first`` and now ends with ``before``.

    ``margins`` are those of the pages of ``before`` and ``line``.
    """
    upper = margins[0]
    if before.red or line.red or before.gaps or _ATTACHMENT.match(line.text) or _signs(line, margins[1]):
        return False
    if _may_be_titles(before, line, margins):
        return _title_goes_on(before, line, upper)
    if not _same_size(before, line) or _gap_between(before, line, upper) or _stands_right(before, upper):
        return False
    if before is first and _TITLE.fullmatch(before.text) and line.text.endswith(("：", ":")):
        return False
    return _text_goes_on(first, before, line, margins)


def _may_be_titles(before: Line, line: Line, margins: tuple[Margins, Margins]) -> bool:
    upper, lower = margins
    both_in = min(upper.indent(before), lower.indent(line)) > _DEEP
    return (is_title(before, upper) and is_title(line, lower)) or (both_in and is_open(before.text))


def _stands_right(line: Line, margins: Margins) -> bool:
    """A short line at the right: a signature or its day, after which something new begins."""
    return margins.indent(line) > _DEEP and line.width < margins.width / 2


def _signs(line: Line, margins: Margins) -> bool:
    """The day under a signature, alone on its line away from the margin; what begins in the right half."""
    day = margins.indent(line) > _DEEP and _DAY.fullmatch(line.text) is not None
    return day or margins.indent(line) * margins.em > margins.width / 2


def is_title(line: Line, margins: Margins) -> bool:
    """Whether ``line`` is set larger than the text, or in the middle of it."""
    return _is_large(line, margins) or _is_centred(line, margins)


def _is_large(line: Line, margins: Margins) -> bool:
    return line.em > _LARGE * margins.em and _is_chinese(line.text) and len(line.text) > 1


def _is_centred(line: Line, margins: Margins) -> bool:
    indent, room = margins.indent(line), margins.room(line)
    return indent > _DEEP and abs(indent - room) < max(_LOST, 0.1 * indent)


def _stands_in_the_middle(line: Line, margins: Margins) -> bool:
    """As ``_is_centred``, but deeper than a paragraph's indent only by as much as can be measured."""
    indent, room = margins.indent(line), margins.room(line)
    return _is_centred(line, margins) or (indent > _INDENT and abs(indent - room) < _CENTRED)


def _is_chinese(text: str) -> bool:
    """Whether most of it is as wide as a Chinese character, so that its size can be told from its width."""
    return len(text.encode()) > 2 * len(text)


def _same_size(before: Line, line: Line) -> bool:
    if not (_is_chinese(before.text) and _is_chinese(line.text)):
        return True
    return abs(before.em - line.em) < 0.2 * max(before.em, line.em)


def _gap_between(before: Line, line: Line, margins: Margins) -> bool:
    return before.page == line.page and before.middle - line.middle > _PARAGRAPH_STEP * margins.pitch


def _title_goes_on(before: Line, line: Line, margins: Margins) -> bool:
    """A title of several lines close together; when as small as the text, only long or open lines go on."""
    if before.page != line.page or starts_item(line.text) or _ENDED.search(before.text):
        return False
    if _DAY_OR_NUMBER.match(line.text) or _DAY_OR_NUMBER.match(before.text) or line.gaps or before.gaps:
        return False
    height = before.box.top - before.box.bottom
    uneven = len(line.text) > _FEW and abs(before.em - line.em) > 0.1 * before.em
    if uneven or before.middle - line.middle > _TITLE_STEP * height:
        return False
    needed = _SLOGAN if _is_large(line, margins) else _BROKEN
    return is_open(before.text) or before.width > needed * margins.width


def _text_goes_on(first: Line, before: Line, line: Line, margins: tuple[Margins, Margins]) -> bool:
    upper, lower = margins
    indent = lower.indent(line)
    if abs(indent) <= _MARGIN:
        return _flush_goes_on(first, before, line, margins)
    if _ENDED.search(before.text) or starts_item(line.text) or not _is_full(before, line, upper):
        return False
    if _is_centred(line, lower) and upper.indented and abs(upper.indent(first)) <= _MARGIN:
        return not starts_item(first.text)  # the last line of a title whose others take the whole width
    if indent > _DEEP and (is_open(before.text) or not _is_centred(line, lower)):
        hanging = before.width > upper.width / 2 and upper.indent(before) > _DEEP - 1 and not line.gaps
        return hanging or is_open(before.text)
    return indent > 0 and abs(upper.indent(first)) <= _MARGIN and starts_item(first.text)


def _flush_goes_on(first: Line, before: Line, line: Line, margins: tuple[Margins, Margins]) -> bool:
    """The same for a line at the margin: it goes on unless a title, or a sentence cut short, stands above it."""
    upper, lower = margins
    ended, item = _ENDED.search(before.text), starts_item(line.text)
    if _is_full(before, line, upper):
        return not (item and (ended or not lower.indented or _LABELLED.match(first.text)))
    if before is first and _stands_in_the_middle(before, upper):
        return False  # a title above those it is addressed to
    return not ended and not item and upper.room(before) < _UNEVEN and before.width > upper.width / 2


def _is_full(before: Line, line: Line, margins: Margins) -> bool:
    """Whether no more of ``line`` had fitted behind ``before``; a Latin word or number is not parted."""
    word = _FIRST_WORD.match(line.text)
    needed = units(word[0]) if word and not _BROKEN_WORD.search(before.text) else 0
    if margins.width < _NARROWEST * margins.em:
        return False
    return margins.room(before) < max(_FULL, min(needed, _UNEVEN) + 1)


def is_open(text: str) -> bool:
    """Whether a bracket or quotation mark of ``text`` is still open at its end."""
    return any(text.count(left) > text.count(right) for left, right in ("《》", "（）", "“”", "〈〉", "〔〕"))


def has_ended(text: str) -> bool:
    """Whether ``text`` ends like a sentence or a label."""
    return _ENDED.search(text) is not None


def glue(before: str, after: str) -> str:
    """What stands between two lines of one paragraph: a blank between Latin words, otherwise nothing."""
    if not (before[-1:].isascii() and before[-1:].isalpha() and after[:1].isascii() and after[:1].isalpha()):
        return ""
    address = re.search(r"[!-~]*$", before)
    return "" if address and re.search(r"[/@]|\.\w", address[0]) else " "
