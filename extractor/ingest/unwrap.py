"""Lines become paragraphs again: hard-wrapped stretches, and sentences that a page break tore apart.

In one style a line is a paragraph; in the other a paragraph is broken at a fixed width. Which one holds is
decided for each stretch of lines by counting (``stretches``), and then for each pair of lines by evidence::

    full line without an end mark      + not the start of anything     joined (wrapped at a width)
    running text without an end mark   + running text, no new start    joined (page break; see ``Seam.add``)
    《 or （ open, closed soon below   + not an item                   joined (title over several lines)
    anything                           + label, date, number …         never joined
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.ingest.seam import Seam
from extractor.ingest.shape import DAY, starts_item
from extractor.ingest.stretches import FREE, wrap_widths
from extractor.model.fold import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.ingest.lines import Line, Paragraph
    from extractor.rules.rule import RuleBook

__all__ = ["Unwrapper", "starts_item"]

_END = tuple("。！？；：…")
_CLOSERS = "”\u2019）》」』】〕)\"' "
_GOING_ON = tuple("，、（《“(")
_SENTENCE_MARK = re.compile("[，。；]")
_CONTINUATION = re.compile(r"[，、。；：）》”,;)]|[（(][A-Za-z0-9]")
_FIRST_TOKEN = re.compile(r"(?:[A-Za-z0-9.%/@_-]{1,80}|.)[，。、；：！？）》”」』】%]{0,4}")
_NUMBER = r"[\u4e00-\u9fff（）]{1,20}[〔（【]\d{4}[〕）】]第?\d{1,5}号"
_ALONE = re.compile(rf"(?:{DAY}|{_NUMBER}|\d{{4}}[-.]\d{{1,2}}[-.]\d{{1,2}})（?[^。，]{{0,8}}")
_RECIPIENTS = re.compile("各[^。；]{0,300}：")
_HEADING = 40  # a numbered line of at most so many characters without an end mark is a heading
_RUNNING = 60  # columns from which on a line without an end mark, but with commas, is a torn sentence
_REACH = 3  # lines in which an open bracket has to be closed
_ROOM = 3  # columns a full line may leave free: justified lines differ by a character
_LOST_INDENT = 4  # columns of a first line whose two blanks a converter took away
_PAIRS = ("《》", "（）", "“”")


class Unwrapper:
    """Joins lines to paragraphs; the words that begin a paragraph come from ``patterns/layout.toml``."""

    def __init__(self, book: RuleBook) -> None:
        """Take the vocabulary from ``book``."""
        self._labels = book.compile(r"[ （〔【]?(?:{layout.labels})(?:\d{0,2}：|\d{1,2}$|$)")
        self._openings = book.words("layout.openings")
        self._doubled = frozenset(book.words("layout.doubled"))

    def paragraphs(self, lines: Sequence[Line]) -> list[Paragraph]:
        """The paragraphs of ``lines``, each with the place of its parts."""
        widths = wrap_widths(lines)
        found: list[Seam] = []
        for position, line in enumerate(lines):
            if found and self._continues(found[-1], lines, position, widths[position]):
                torn = not _in_stretch(lines[position - 1], widths[position])
                found[-1].add(line, self._doubled if torn else None)
            else:
                found.append(Seam(line))
        return [seam.paragraph() for seam in found]

    def _continues(self, so_far: Seam, lines: Sequence[Line], position: int, width: int) -> bool:
        before, line = lines[position - 1], lines[position]
        if before.heading or line.heading or line.begins:
            return False
        ended = before.text.rstrip(_CLOSERS).endswith(_END)
        if (ended and width == FREE) or self._starts(line.text, so_far):
            return False
        if _in_stretch(before, width) and _wrapped(so_far, before, line, width, ended=ended):
            return True
        if ended:
            return False
        return _closes(so_far, lines[position : position + _REACH]) or _torn(so_far, before, line)

    def _starts(self, text: str, so_far: Seam) -> bool:
        """Whether a line begins something of its own; after a comma only a number label does."""
        words = fold(text)
        if starts_item(words):
            return True
        if so_far.tail.endswith(_GOING_ON):
            return False
        if words.startswith(self._openings) or self._labels.match(words) or _ALONE.fullmatch(words):
            return True
        return not _SENTENCE_MARK.search(so_far.tail) and _RECIPIENTS.fullmatch(words) is not None


def _in_stretch(before: Line, width: int) -> bool:
    return width != FREE and before.width <= width + 2  # a stop may hang over the edge


def _wrapped(so_far: Seam, before: Line, line: Line, width: int, *, ended: bool) -> bool:
    """In a wrapped stretch a line goes on below when the next word would not have fitted into it."""
    first = len(so_far.marks) == 1
    deeper = line.indent - before.indent
    if deeper >= 2 and not (first and not ended):  # noqa: PLR2004 - one character
        return False
    token = _FIRST_TOKEN.match(line.text)
    room = width - before.width - (len(token[0].encode("gbk", "replace")) if token else 2)
    if first and _is_heading(before):
        return room < 0
    if ended:
        return room < 0 and not line.gap
    return room <= _ROOM + (_LOST_INDENT if first and not before.indent else 0)


def _torn(so_far: Seam, before: Line, line: Line) -> bool:
    """Whether a page break tore a sentence: running text above without an end, running text below."""
    if _is_heading(before) or before.text[-1] in _CLOSERS:
        return False
    first_indent = so_far.marks[0][1].indent
    if line.indent > first_indent or line.indent == first_indent > 0:
        return False
    if before.text.endswith(_GOING_ON) or _CONTINUATION.match(line.text):
        return True
    long_enough = before.width >= _RUNNING and _SENTENCE_MARK.search(before.text) is not None
    return ("。" in before.text or long_enough) and _SENTENCE_MARK.search(line.text) is not None


def _is_heading(line: Line) -> bool:
    return len(line.text) <= _HEADING and starts_item(line.text) and not _SENTENCE_MARK.search(line.text)


def _closes(so_far: Seam, below: Sequence[Line]) -> bool:
    """Whether a bracket left open is closed within the next lines, before any item begins."""
    words = fold(so_far.tail)
    opened = [pair for pair in _PAIRS if words.count(pair[0]) > words.count(pair[1])]
    if not opened:
        return False
    rest = ""
    for line in below:
        if starts_item(line.text):
            return False
        rest += fold(line.text)
        if any(rest.count(pair[1]) > rest.count(pair[0]) for pair in opened):
            return True
    return False
