"""Lines become paragraphs, on one page and over the page break."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby, pairwise, takewhile
from typing import TYPE_CHECKING

from extractor.ingest.pdf.joins import glue, goes_on
from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.ingest.pdf.lines import Line
    from extractor.ingest.pdf.margins import Measures

_FOOTNOTE = own(r"[①-⑳*※]|[\[〔]?\d{1,2}[\]〕]?\s?[^\d.．、年月]|注")
_SMALL = 0.88  # of the size of the text: a footnote


@dataclass(slots=True)
class Paragraph:
    """The lines of one paragraph, in order."""

    lines: list[Line]

    @property
    def text(self) -> str:
        """Its words, joined."""
        return "".join(self.pieces())

    def pieces(self) -> list[str]:
        """The words of each line, with what glues it to the line before."""
        words = [line.text for line in self.lines]
        glues = ["", *(glue(before, after) for before, after in pairwise(words))]
        return [bond + word for bond, word in zip(glues, words, strict=True)]


def paragraphs_of(lines: Sequence[Line], margins: Measures) -> list[Paragraph]:
    """The paragraphs of ``lines`` that follow each other; ``margins`` by page and column.

    A footnote at the foot of a page comes after the paragraph that it would have parted.
    """
    paragraphs: list[Paragraph] = []
    held: list[Paragraph] = []
    open_one: Paragraph | None = None
    for line, is_note in zip(lines, _footnotes(lines, margins), strict=True):
        if is_note:
            _add(held, line, margins)
        elif open_one and _continues(open_one, line, margins):
            open_one.lines.append(line)
        else:
            paragraphs += held
            held = []
            open_one = Paragraph([line])
            paragraphs.append(open_one)
    return paragraphs + held


def _add(notes: list[Paragraph], line: Line, margins: Measures) -> None:
    if notes and not _FOOTNOTE.match(line.text) and _continues(notes[-1], line, margins):
        notes[-1].lines.append(line)
    else:
        notes.append(Paragraph([line]))


def _continues(paragraph: Paragraph, line: Line, margins: Measures) -> bool:
    before = paragraph.lines[-1]
    upper, lower = margins[before.page, before.column], margins[line.page, line.column]
    return goes_on(paragraph.lines[0], before, line, (upper, lower))


def _footnotes(lines: Sequence[Line], margins: Measures) -> list[bool]:
    """Which lines are footnotes: small ones at the foot of a page, the first of them with a mark."""
    notes: set[int] = set()
    for place, numbered in groupby(enumerate(lines), key=lambda pair: (pair[1].page, pair[1].column)):
        foot = _foot(list(numbered), _SMALL * margins[place].em)
        marked = [index for index, line in foot if _FOOTNOTE.match(line.text)]
        if marked:
            notes.update(range(min(marked), foot[0][0] + 1))
    return [index in notes for index in range(len(lines))]


def _foot(numbered: list[tuple[int, Line]], small: float) -> list[tuple[int, Line]]:
    """The lines at the foot of a page that are smaller than ``small``, from the bottom up."""
    return list(takewhile(lambda pair: pair[1].em < small, reversed(numbered)))
