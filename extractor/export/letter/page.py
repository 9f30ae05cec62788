"""A letter -> DOCX in the form of GB/T 9704-2012: paper, margins, fonts and sizes of official documents."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from typing import TYPE_CHECKING

from extractor.export.letter import wording
from extractor.export.one_line import one_line
from extractor.export.schedule.words import spelled

if TYPE_CHECKING:
    from extractor.export.letter.content import Letter, Line
    from extractor.export.letter.paper import Paper

_DAWN = dt.time(9)
_STAMP = (1980, 1, 1, 0, 0, 0)
"""The first moment that ZIP files know: the same letter gives the same bytes."""


def letter_bytes(letter: Letter, issuer: str = "") -> bytes:
    """A DOCX file; without ``issuer`` crosses stand where it signs."""
    from extractor.export.letter.paper import Paper  # noqa: PLC0415 - python-docx loads for letters only

    signed, day = one_line(issuer) or wording.UNSIGNED, spelled(letter.day)
    paper = Paper(wording.TITLE, signed, dt.datetime.combine(letter.day, _DAWN))
    paper.title(wording.TITLE)
    paper.plain(f"{letter.recipient}：", indent=0)
    paper.plain(wording.opening(letter))
    paper.heading(wording.LIST_HEADING)
    for heading, lines in wording.groups(letter):
        paper.subheading(heading)
        paper.table(wording.COLUMNS, [_cells(number, line) for number, line in enumerate(lines, 1)])
    paper.heading(wording.REQUEST_HEADING)
    paper.plain(wording.REQUEST)
    _sign(paper, signed, day)
    return _timeless(paper.bytes())


def _cells(number: int, line: Line) -> tuple[str, ...]:
    return str(number), line.title, line.role, line.time, line.source, line.state


def _sign(paper: Paper, issuer: str, day: str) -> None:
    before_issuer, before_day = wording.signature_indents(issuer, day)
    paper.empty()
    paper.signature(issuer, before_issuer)
    paper.signature(day, before_day)


def _timeless(data: bytes) -> bytes:
    """The same ZIP file without the time at which it was packed."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, _STAMP)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return packed.getvalue()
