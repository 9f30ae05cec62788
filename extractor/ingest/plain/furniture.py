"""Leave out what the web page or the printer put around a notice: menus, page numbers, repeated titles."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from extractor.ingest.plain.published import is_signed_day, states_publication
from extractor.ingest.plain.records import Records
from extractor.ingest.shape import DAY, starts_item
from extractor.rules.pattern.own import own
from extractor.rules.pattern.splice import alternation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.ingest.plain.lines import Line
    from extractor.rules.book import RuleBook

_HEAD_LINES, _TAIL_LINES = 60, 80  # how far a page's furniture reaches into the file at most
_BUTTON = 8  # a button or column name has at most so many characters
_MENU = 3  # so many lines of furniture make a menu
_SENTENCE = 30
_TITLE = 8
_NO_TITLE = own("[，；：。]")
_PAGE_NUMBER = own(r"[-·~/ ]{1,4}\d{1,4}[-·~/ ]{1,4}|第 ?\d{1,4} ?页(?:[ ，/]{0,2}共 ?\d{1,4} ?页)?")
_STAMP = own(r"(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}(?: ?\d{1,2}：\d\d(?:：\d\d)?)?")
_DAY = own(DAY)
_BODY_OPENS = own(r".*[市县区局委部厅院校处司办位门]：|附[件表]\d{0,2}[： ].{4,120}")


class Furniture:
    """Knows the words of web pages (``patterns/layout.toml``) and where in a file they are furniture.

    Before the body (recipients, the first item, the first sentence) and after it lines of these words go, and
    the short lines between them. Inside the body all stays, except page numbers.
    """

    def __init__(self, book: RuleBook) -> None:
        """Take the vocabulary from ``book``."""
        self._lines = frozenset(book.words("layout.furniture-lines"))
        self._beginnings = book.words("layout.furniture-beginnings")
        self._parts = re.compile(alternation(book.words("layout.furniture-parts")))
        self._records = Records(book)

    def without(self, lines: Sequence[Line]) -> tuple[list[Line], int]:
        """The lines of the notice itself, and how many were left out."""
        kept = self._records.without(_without_page_numbers(lines))
        body_end = self._body_end(kept)
        gone = self._head(kept[: min(_HEAD_LINES, body_end)]) | set(range(body_end, len(kept)))
        gone |= self._stragglers(kept, body_end)
        stamps = [position for position in sorted(gone) if _dates_page(kept[position])]
        if stamps and not any(is_signed_day(line.folded) for line in kept):
            gone.discard(stamps[0])  # the only date there is
        remaining = _without_repeats([line for position, line in enumerate(kept) if position not in gone])
        return remaining, len(lines) - len(remaining)

    def _body_end(self, lines: Sequence[Line]) -> int:
        """The index from which on all belongs to the page: no sentence, item or date comes after it."""
        end = len(lines)
        for position in range(len(lines) - 1, max(0, len(lines) - _TAIL_LINES) - 1, -1):
            if self._is_furniture(lines[position]):
                end = position
            elif _is_body(lines[position]):
                break
        return end if end and any(map(self.shows_page, lines[end:])) else len(lines)

    def _head(self, lines: Sequence[Line]) -> set[int]:
        """Furniture above the body, with the buttons between its first and its last line."""
        found = []
        for position, line in enumerate(lines):
            if self._is_furniture(line) or _is_stamp(line):
                found.append(position)
            elif _is_body(line):
                break
        columns = sum(len(lines[position].text) > 1 for position in found)
        if columns < _MENU and not any(self.shows_page(lines[position]) for position in found):
            return set()
        return {
            position
            for position in range(found[0], found[-1] + 1)
            if position in found or (len(found) >= _MENU and len(lines[position].text) <= _BUTTON)
        }

    def _stragglers(self, lines: Sequence[Line], end: int) -> set[int]:
        """Single lines of furniture between the last paragraphs: the editor's name before a list of files."""
        first = max(len(lines) // 2, end - _TAIL_LINES // 4)
        return {position for position in range(first, end) if self.shows_page(lines[position])}

    def _is_furniture(self, line: Line) -> bool:
        return line.folded in self._lines or self.shows_page(line)

    def shows_page(self, line: Line) -> bool:
        """Whether the line alone shows that a web page is around it; 大, 中, 小 may be cells of a table."""
        return line.folded.startswith(self._beginnings) or self._parts.search(line.folded) is not None


def _is_stamp(line: Line) -> bool:
    return _STAMP.fullmatch(line.folded) is not None


def _dates_page(line: Line) -> bool:
    return _is_stamp(line) or states_publication(line.folded)


def _is_body(line: Line) -> bool:
    """Whether the line can only come from a notice: an item, a date, an addressee, 附件, a sentence."""
    words = line.folded
    if starts_item(words) or _DAY.fullmatch(words) or _BODY_OPENS.fullmatch(words):
        return True
    return len(words) >= _SENTENCE and words.rstrip("”）").endswith(("。", "；", "："))


def _without_page_numbers(lines: Sequence[Line]) -> list[Line]:
    """Lines that only hold ``— 3 —`` or ``第3页`` go; what follows them comes after a gap."""
    kept: list[Line] = []
    turned = False
    for line in lines:
        if len(line.text) <= 20 and _PAGE_NUMBER.fullmatch(line.folded):  # noqa: PLR2004 - spares the pattern
            turned = True
            continue
        line.gap |= turned
        turned = False
        kept.append(line)
    return kept


def _without_repeats(lines: list[Line]) -> list[Line]:
    """Of a title printed several times in a row near the top, the last; the width of brackets may differ."""
    top = lines[:_HEAD_LINES]
    kept = [
        line
        for line, after in pairwise(top)
        if len(line.text) < _TITLE or _NO_TITLE.search(line.text) or line.folded != after.folded
    ]
    return kept + lines[max(0, len(top) - 1) :]
