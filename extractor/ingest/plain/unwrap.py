"""Lines become paragraphs again: hard-wrapped stretches, and sentences that a page break tore apart.

In one style a line is a paragraph; in the other a paragraph is broken at a fixed width. Which one holds is
decided for each stretch of lines by counting (``stretches``), and then for each pair of lines by evidence::

    full line without an end mark      + not the start of anything     joined (wrapped at a width)
    running text without an end mark   + running text, no new start    joined (page break; see ``Seam.add``)
    《 or （ open, closed soon below   + not an item                   joined (title over several lines)
    关于… without a noun like 通知     + a short line that ends in it  joined (title)
    anything                           + label, date, number …         never joined
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.ingest.plain.seam import Seam
from extractor.ingest.plain.stretches import FREE, stretches
from extractor.ingest.plain.title_lines import TitleLines
from extractor.ingest.shape import DAY, is_doubtful, starts_item
from extractor.model.fold import fold
from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.ingest.plain.lines import Line, Paragraph
    from extractor.ingest.plain.stretches import Stretch
    from extractor.rules.book import RuleBook

_END = tuple("。！？；：…!?:;")
_CLOSERS = "”\u2019）》」』】〕)\"' "
_GOING_ON = tuple("，、（《“(")
_SENTENCE_MARK, _ANY_MARK = own("[，。；]"), own("[，。；：,;:]")
_CITED = own(r"[（(][^（）()〔\[]{1,12}[〔\[（(]\d{4}")
_SPLIT = own(r"[A-Za-z0-9][./@_-]\n[A-Za-z0-9]|\d[年月]\n\d|\d\n[年月]")  # inside a decimal, an address, a date
_CONTINUATION = own(r"[，、。；：）》”,;)]|[（(][A-Za-z0-9]")
_ASIDE = own(r"（(?!如|见|注|附)[^（）：\d]{1,8}）[\u4e00-\u9fff][^。；]{0,60}[。；，]")  # （设计）要求，goes on
_FIRST_TOKEN = own(r"(?:[A-Za-z0-9.%/@_-]{1,80}|.)[，。、；：！？）》”」』】%]{0,4}")
_NUMBER = r"[\u4e00-\u9fff（）]{1,20}[〔（【]\d{4}[〕）】]第?\d{1,5}号"
_ALONE = own(rf"(?:{DAY}|{_NUMBER}|\d{{4}}[-.]\d{{1,2}}[-.]\d{{1,2}})（?[^。，]{{0,8}}")
_NOTE = own(rf"（[^（）]{{0,60}}{DAY}[^（）]{{0,40}}）(?<=[日发过布订正准行]）)")  # under a title
_RECIPIENTS = own("各[^。；]{0,300}：")
_HEADING = 40  # a numbered line of at most so many characters without an end mark is a heading
_RUNNING, _RUNNING_ITEM = 50, 60  # columns from which on a line with commas is a torn sentence, no heading
_FAR = 150  # lines above in which the label before a doubtful one stands
_REACH = 3  # lines in which an open bracket has to be closed
_ROOM = 3  # columns a full line may leave free: justified lines differ by a character
_LOST_INDENT = 4  # columns of a first line whose two blanks a converter took away
_OPENER = own("[《（(“]")
_PAIRS = ("《》", "（）", "“”")


class Unwrapper:
    """Joins lines to paragraphs; the words that begin a paragraph come from ``patterns/layout.toml``."""

    def __init__(self, book: RuleBook) -> None:
        """Take the vocabulary from ``book``."""
        self._labels = book.compile(r"[ （〔【]?(?:{layout.labels})(?:\d{0,2}：|\d{1,2}$|$)")
        self._inner_label = book.compile(r"[。；，、（〔【](?:{layout.labels})：")
        self._openings = book.words("layout.openings")
        self._doubled = frozenset(book.words("layout.doubled"))
        self._titles = TitleLines(book)

    def paragraphs(self, lines: Sequence[Line]) -> list[Paragraph]:
        """The paragraphs of ``lines``, each with the place of its parts."""
        layout = stretches(lines)
        found: list[Seam] = []
        for position, line in enumerate(lines):
            if found and self._continues(found[-1], lines, position, layout[position]):
                torn = not layout[position].holds(lines[position - 1])
                found[-1].add(line, self._doubled if torn else None)
            else:
                found.append(Seam(line))
        return [seam.paragraph() for seam in found]

    def _continues(self, so_far: Seam, lines: Sequence[Line], position: int, stretch: Stretch) -> bool:
        before, line = lines[position - 1], lines[position]
        ended = before.text.rstrip(_CLOSERS).endswith(_END)
        if before.heading or line.heading or line.begins or (ended and stretch is FREE):
            return False
        if not line.gap and self._titles.ends(fold(so_far.tail), line.folded):
            return True
        above = (line.folded for line in lines[max(0, position - _FAR) : position])
        if starts_item(line.text) and (ended or not is_doubtful(line.folded, above)):
            return False
        closes = not ended and _closes(so_far.tail, lines[position : position + _REACH])
        wrapped = stretch.holds(before) and _wrapped(so_far, line, stretch, ended=ended)
        if wrapped and stretch.sets_in(so_far.marks[0][1]) and self._lists_labels(line.folded, so_far.tail):
            return True
        signs = not before.text.endswith("的") and _signs(lines, position)
        if not closes and (signs or self._starts(line.folded, so_far.tail)):
            return False
        return wrapped or closes or (not ended and _torn(so_far, before, line))

    def _starts(self, words: str, tail: str) -> bool:
        """Whether a line of folded words begins something of its own; after a comma nothing does."""
        if tail.endswith(_GOING_ON):
            return False
        alone = _ALONE.fullmatch(words) or _NOTE.fullmatch(words)
        if alone or words.startswith(self._openings) or self._labels.match(words):
            return True
        return not _SENTENCE_MARK.search(tail) and _RECIPIENTS.fullmatch(words) is not None

    def _lists_labels(self, words: str, tail: str) -> bool:
        """Whether a line goes on with labels inside a sentence (``…。责任单位：甲局。⏎完成时限：6月底。``)."""
        return self._labels.match(words) is not None and self._inner_label.search(fold(tail)) is not None


def _wrapped(so_far: Seam, line: Line, stretch: Stretch, *, ended: bool) -> bool:
    """In a wrapped stretch a line goes on below when the next word would not have fitted into it.

    Where indents or blank lines mark the paragraphs, that is enough; elsewhere a heading, or a line that ends
    a sentence, must be full to the edge.
    """
    if stretch.sets_in(line):
        return False
    first, before = so_far.marks[0][1], so_far.marks[-1][1]
    token = _FIRST_TOKEN.match(line.text)
    room = stretch.width - before.width - (len(token[0].encode("gbk", "replace")) if token else 0)
    only = len(so_far.marks) == 1
    room -= _LOST_INDENT if only and before.indent == stretch.margin and not stretch.indented else 0
    if stretch.sets_in(first) or (stretch.spaced and not line.gap):
        return room <= _ROOM
    if only and _is_heading(before):
        return room + _LOST_INDENT < 0 or (room <= _ROOM and _ASIDE.match(line.folded) is not None)
    if ended:
        goes_on = not line.gap and before.text[-1] not in "：:"
        return room <= 0 and goes_on and _SENTENCE_MARK.search(line.text) is not None
    return room <= _ROOM and (not line.gap or _SENTENCE_MARK.search(so_far.tail) is not None)


def _signs(lines: Sequence[Line], position: int) -> bool:
    """Whether the line is a signature: no stops in it, and a date right below, or below further names."""
    for line in lines[position : position + _REACH]:
        if _ANY_MARK.search(line.text):
            return False
        if _ALONE.fullmatch(line.folded):
            return True
    return False


def _torn(so_far: Seam, before: Line, line: Line) -> bool:
    """Whether a page break tore a sentence: running text above without an end, running text below."""
    if before.text.endswith("》") and _CITED.match(line.text):
        return True
    if _SPLIT.search(f"{before.text[-2:]}\n{line.text[:1]}") or (before.text.isdigit() and line.text[0] == "、"):
        return True
    if _is_heading(before) or before.text[-1] in _CLOSERS:
        return False
    first_indent = so_far.marks[0][1].indent
    if line.indent > first_indent or line.indent == first_indent > 0:
        return False
    if before.text.endswith(_GOING_ON) or _CONTINUATION.match(line.text):
        return True
    running = _RUNNING_ITEM if starts_item(before.text) else _RUNNING
    long_enough = before.width >= running and _SENTENCE_MARK.search(before.text) is not None
    return ("。" in before.text or long_enough) and _SENTENCE_MARK.search(line.text) is not None


def _is_heading(line: Line) -> bool:
    return len(line.text) <= _HEADING and starts_item(line.text) and not _SENTENCE_MARK.search(line.text)


def _closes(tail: str, below: Sequence[Line]) -> bool:
    """Whether a bracket left open is closed within the next lines, before any item begins."""
    if not _OPENER.search(tail):
        return False
    words = fold(tail)
    opened = [pair for pair in _PAIRS if words.count(pair[0]) > words.count(pair[1])]
    if not opened:
        return False
    rest = ""
    for line in below:
        if starts_item(line.text):
            return False
        rest += line.folded
        if any(rest.count(pair[1]) > rest.count(pair[0]) for pair in opened):
            return True
    return False
