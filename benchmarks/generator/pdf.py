"""A notice as PDF with a text layer: A4 pages, lines broken where they are full, tables ruled."""

from __future__ import annotations

import unicodedata
import zlib
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from benchmarks.generator.paper import Line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.generator.paper import Paper, Table

_WIDTH, _LEFT, _TOP, _FOOT = 595, 78, 770, 80
_SIZE, _LEADING = 16, 28
_SIZES = {"head": 28, "title": 22}
_CENTRED = {"head", "number", "title"}
_FULL = 27  # characters in a line
_CELL = 11  # size of the characters in a table
_SHARES = {4: (1, 5, 5, 3.2), 5: (1, 4.2, 2.8, 3.4, 2.8)}  # of the columns of a table
_FONT = (
    b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UTF16-H/DescendantFonts[4 0 R]>>",
    (b"<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/FontDescriptor 5 0 R/DW 1000/W[1 95 500]"
     b"/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>>>"),
    (b"<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880"
     b"/Descent -120/CapHeight 880/StemV 93>>"),
)  # no font is embedded: viewers know the four that every one of them must have


@dataclass(slots=True)
class _Pages:
    """What is drawn on each page, and how far down the last one is filled."""

    drawn: list[list[str]] = field(default_factory=lambda: [[]])
    down: float = _TOP

    def room(self, height: float) -> None:
        """Begin a page when so much does not fit any more."""
        if self.down - height < _FOOT:
            self.drawn.append([])
            self.down = _TOP
        self.down -= height

    def write(self, words: str, left: float, down: float, size: float) -> None:
        """Draw a line of characters."""
        code = words.encode("utf-16-be").hex()
        self.drawn[-1].append(f"BT /F1 {size} Tf {left:.1f} {down:.1f} Td <{code}> Tj ET")

    def rule(self, *ends: float) -> None:
        """Draw a line from one point to another."""
        self.drawn[-1].append("{:.1f} {:.1f} m {:.1f} {:.1f} l S".format(*ends))


def pdf(paper: Paper) -> bytes:
    """The file."""
    pages = _Pages()
    for at, part in enumerate(paper.parts):
        if at:
            pages.room(_TOP)  # a document inside the file begins on a page of its own
            pages.down = _TOP
        for block in part.blocks:
            if isinstance(block, Line):
                _paragraph(pages, block)
            else:
                _grid(pages, block)
    return _bound([_numbered(page, number) for number, page in enumerate(pages.drawn, 1)])


def _paragraph(pages: _Pages, line: Line) -> None:
    size = _SIZES.get(line.look, _SIZE)
    flush = line.look in _CENTRED or line.look == "sign" or (line.text.endswith("：") and not line.label)
    if line.look in _CENTRED:
        pages.room(_LEADING / 2)
    for at, words in enumerate(_broken(line.text, _FULL * _SIZE / size, 0 if flush else 2)):
        pages.room(_LEADING * size / _SIZE)
        pages.write(words, _from_left(line, words, size, indented=not (flush or at)), pages.down, size)
    if line.look == "title":
        pages.room(_LEADING / 2)


def _from_left(line: Line, words: str, size: float, *, indented: bool) -> float:
    if line.look in _CENTRED:
        return (_WIDTH - _wide(words) * size) / 2
    if line.look == "sign":
        return _WIDTH - _LEFT - (_wide(words) + 2) * size
    return _LEFT + 2 * _SIZE * indented


def _grid(pages: _Pages, table: Table) -> None:
    shares = _SHARES[len(table.rows[0])]
    unit = (_WIDTH - 2 * _LEFT) / sum(shares)
    edges = [_LEFT + unit * sum(shares[:at]) for at in range(len(shares) + 1)]
    pages.room(0)
    for row in table.rows:
        cells = [_broken(cell, int((b - a - 4) / _CELL), 0) for cell, (a, b) in zip(row, pairwise(edges), strict=True)]
        _row(pages, cells, edges)


def _row(pages: _Pages, cells: list[list[str]], edges: Sequence[float]) -> None:
    height = max(map(len, cells)) * (_CELL + 4) + 6
    pages.room(height)
    top, bottom = pages.down + height, pages.down
    for lines, left in zip(cells, edges, strict=False):
        for at, words in enumerate(lines):
            pages.write(words, left + 2, top - (at + 1) * (_CELL + 4), _CELL)
    for edge in edges:
        pages.rule(edge, top, edge, bottom)
    pages.rule(edges[0], top, edges[-1], top)
    pages.rule(edges[0], bottom, edges[-1], bottom)


def _wide(words: str) -> float:
    return sum(1.0 if unicodedata.east_asian_width(sign) in "WFA" else 0.5 for sign in words)


def _broken(words: str, most: float, indent: float) -> list[str]:
    lines, line, filled = [], "", indent
    for sign in words:
        width = _wide(sign)
        if filled + width > most and sign not in "。，；：、）":
            lines.append(line)
            line, filled = "", 0.0
        line += sign
        filled += width
    return [*lines, line]


def _numbered(page: list[str], number: int) -> bytes:
    code = f"— {number} —".encode("utf-16-be").hex()
    return "\n".join((*page, f"BT /F1 12 Tf 275 48 Td <{code}> Tj ET")).encode()


def _bound(pages: list[bytes]) -> bytes:
    """The objects of the file, one after another, and the table of where each begins."""
    first = 6
    kids = " ".join(f"{first + 2 * at} 0 R" for at in range(len(pages)))
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>".encode(), *_FONT]
    for at, page in enumerate(pages):
        packed = zlib.compress(page, 1)
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {_WIDTH} 842]/Resources<</Font<</F1 3 0 R>>>>"
            f"/Contents {first + 2 * at + 1} 0 R>>".encode()
        )
        objects.append(f"<</Length {len(packed)}/Filter/FlateDecode>>stream\n".encode() + packed + b"\nendstream")
    body, places = b"%PDF-1.5\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(body))
        body += f"{number} 0 obj\n".encode() + each + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    tail = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer<</Size {len(objects) + 1}/Root 1 0 R>>\n"
    return body + tail.encode() + f"startxref\n{len(body)}\n%%EOF\n".encode()
