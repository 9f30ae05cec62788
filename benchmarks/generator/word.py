"""A notice as DOCX, written part by part: a hundred times as fast as building it with a library."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from benchmarks.generator.paper import Line, depth

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.generator.paper import Paper, Part, Table

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SIMPLE = {
    "[Content_Types].xml": (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_OFFICE}.document.main+xml"/>'
        f'<Override PartName="/word/numbering.xml" ContentType="{_OFFICE}.numbering+xml"/></Types>'
    ),
    "_rels/.rels": (
        f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
        f'Type="{_RELATION}/officeDocument" Target="word/document.xml"/></Relationships>'
    ),
    "word/_rels/document.xml.rels": (
        f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
        f'Type="{_RELATION}/numbering" Target="numbering.xml"/></Relationships>'
    ),
}
_LEVELS = (("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3."), ("decimal", "（%4）"))
_NEVER = (1980, 1, 1, 0, 0, 0)  # the day that a ZIP names when nobody gave one


def word(paper: Paper, *, counted: bool = False) -> bytes:
    """The file. ``counted``: the numbers of items stand in Word's own lists, not in the text."""
    files = {**_SIMPLE, "word/document.xml": _document(paper, counted=counted), "word/numbering.xml": _numbering(paper)}
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        for name, words in files.items():
            package.writestr(zipfile.ZipInfo(name, _NEVER), words, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def _document(paper: Paper, *, counted: bool) -> str:
    body = "".join(words for at, part in enumerate(paper.parts, 1) for words in _part(part, at if counted else 0))
    return f"{_HEAD}<w:document {_W}><w:body>{body}<w:sectPr/></w:body></w:document>"


def _part(part: Part, numbers: int) -> Iterator[str]:
    for block in part.blocks:
        yield _paragraph(block, numbers) if isinstance(block, Line) else _grid(block)


def _paragraph(line: Line, numbers: int) -> str:
    counted = numbers and line.label
    centred = '<w:jc w:val="center"/>' if line.look in {"head", "number", "title"} else ""
    place = f'<w:numPr><w:ilvl w:val="{depth(line.label)}"/><w:numId w:val="{numbers}"/></w:numPr>' if counted else ""
    return f"<w:p><w:pPr>{place}{centred}</w:pPr>{_run(line.words if counted else line.text)}</w:p>"


def _run(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(words)}</w:t></w:r>'


def _grid(table: Table) -> str:
    columns = '<w:gridCol w:w="2000"/>' * len(table.rows[0])
    rows = "".join(f"<w:tr>{''.join(map(_cell, row))}</w:tr>" for row in table.rows)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"


def _cell(words: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr><w:p>{_run(words)}</w:p></w:tc>'


def _numbering(paper: Paper) -> str:
    """A list of its own for every document in the file."""
    levels = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{style}"/><w:suff w:val="nothing"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for at, (style, text) in enumerate(_LEVELS)
    )
    numbers = range(1, len(paper.parts) + 1)
    lists = "".join(f'<w:abstractNum w:abstractNumId="{at}">{levels}</w:abstractNum>' for at in numbers)
    used = "".join(f'<w:num w:numId="{at}"><w:abstractNumId w:val="{at}"/></w:num>' for at in numbers)
    return f"{_HEAD}<w:numbering {_W}>{lists}{used}</w:numbering>"
