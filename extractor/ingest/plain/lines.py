"""The lines of a text file, cleaned, with what their layout tells: place, width, indent, the gap above."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extractor.ingest.repair import clean_line
from extractor.model.fold import fold
from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from collections.abc import Iterator

_FILE_LINE = own("\r\n|\r|\n")
_INNER = own("[\v\f\x85\u2028\u2029]")
_MARGIN = " \t\u3000\u00a0\ufeff"
_INDENT = "\u3000\u3000"  # with which the paragraphs of a saved page begin
_SET_IN = own(rf"(?<=[^\s])[ \u00a0\u2002\u2003]*{_INDENT}\s*(?=[^\s])")
_SPREAD = own(r"(?:^|[\s：:，、；。（）])[\u4e00-\u9fff]$")  # 组　　长, 张　　三: the blanks spread a word
_ENDED = tuple("。：；！？:;”）")
_LONGEST_LINE, _FEWEST = 200, 3  # a line longer than that, and with so many indents in it, is a whole text


@dataclass(slots=True)
class Line:
    """A line with text: ``text`` cleaned, ``number`` in the file, ``width`` and ``indent`` in columns.

    A Han character takes two columns. ``gap``: a blank line or a page break stands above it. ``heading``: the
    file marks it as one (``#`` in Markdown), so it joins nothing; ``begins``: nothing above goes on in it.
    ``raw``: the line as it stands in the file, whose blanks may part the cells of a table.
    """

    text: str
    number: int
    page: int | None
    width: int
    indent: int
    gap: bool
    heading: bool = False
    begins: bool = False
    raw: str = field(default="", repr=False, compare=False)
    _folded: str | None = field(default=None, init=False, repr=False, compare=False)

    @property
    def folded(self) -> str:
        """``text`` folded for matching; many tests look at it, so it is made once."""
        if self._folded is None:
            self._folded = fold(self.text)
        return self._folded


@dataclass(slots=True)
class Paragraph:
    """A paragraph of the notice; ``marks`` says at which offset which line of the file begins."""

    text: str
    marks: list[tuple[int, Line]] = field(default_factory=list)


def split_lines(text: str) -> list[Line]:
    """The lines of ``text`` that are not blank. A form feed begins a page, a vertical tab only a line."""
    paged = "\f" in text
    page, gap, lines = 1, False, []
    for number, raw in _set_in_lines(text) if _INDENT in text else _raw_lines(text):
        if not raw:
            gap = True
            continue
        if raw == "\f":
            page, gap = page + 1, True
            continue
        line = measured(raw, number, page if paged else None, gap=gap)
        if line is not None:
            lines.append(line)
        gap = line is None
    return lines


def measured(raw: str, number: int, page: int | None, *, gap: bool) -> Line | None:
    """One line with its measures; None when it is blank."""
    cleaned = clean_line(raw)
    if not cleaned:
        return None
    body = raw.strip(_MARGIN)
    indent = 0 if raw.startswith(body[:1]) else columns(raw[: raw.find(body[0])])
    return Line(cleaned, number, page, indent + columns(body), indent, gap, raw=raw)


def columns(text: str) -> int:
    """How wide ``text`` is on a screen: one for a Latin character, two for a Han character."""
    return len(text) if text.isascii() else (len(text) + len(text.encode("utf-8", "replace"))) // 2


def _set_in_lines(text: str) -> Iterator[tuple[int, str]]:
    """The raw lines; one that holds the paragraphs of a text is parted where one is set in by two blanks."""
    for number, raw in _raw_lines(text):
        edges = [] if len(raw) < _LONGEST_LINE else list(_indents(raw))
        if sum(raw[:start].endswith(_ENDED) for start, _ in edges) < _FEWEST:
            yield number, raw
            continue
        starts, ends = [0, *(end for _, end in edges)], [*(start for start, _ in edges), len(raw)]
        yield from ((number, raw[start:end]) for start, end in zip(starts, ends, strict=True))


def _indents(raw: str) -> Iterator[tuple[int, int]]:
    for match in _SET_IN.finditer(raw):
        if not _SPREAD.search(raw, max(0, match.start() - 2), match.start()):
            yield match.span()


def _raw_lines(text: str) -> Iterator[tuple[int, str]]:
    """Lines with their number in the file; a form feed stands for itself."""
    broken = text.split("\n") if "\r" not in text else _FILE_LINE.split(text)
    plain = _INNER.search(text) is None
    for number, raw in enumerate(broken, 1):
        if plain:
            yield number, raw
        else:
            yield from ((number, part) for part in _parts(raw))


def _parts(raw: str) -> Iterator[str]:
    for position, page in enumerate(raw.split("\f")):
        if position:
            yield "\f"
        yield from _INNER.split(page)
