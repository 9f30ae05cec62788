"""Small workbooks written part by part (XLSX) and record by record (XLS), for tests."""

from __future__ import annotations

import io
import struct
import zipfile
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
Value = str | float | tuple[float, int] | None
"""Words, a figure, a figure with the number of its style, or nothing."""


def sheet(rows: Sequence[Sequence[Value]], merged: Sequence[str] = ()) -> str:
    lines = []
    for index, row in enumerate(rows, 1):
        cells = "".join(_cell(f"{chr(65 + column)}{index}", value) for column, value in enumerate(row))
        lines.append(f'<row r="{index}">{cells}</row>')
    areas = "".join(f'<mergeCell ref="{area}"/>' for area in merged)
    data = f"<sheetData>{''.join(lines)}</sheetData><mergeCells>{areas}</mergeCells>"
    return f'<worksheet xmlns="{MAIN}">{data}</worksheet>'


def _cell(place: str, value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return f'<c r="{place}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'
    figure, style = value if isinstance(value, tuple) else (value, 0)
    return f'<c r="{place}" s="{style}"><v>{figure}</v></c>'


def styles(*codes: str) -> str:
    """Style 0 is plain, the others have ``codes`` in their order."""
    quoted = [escape(code, {'"': "&quot;"}) for code in codes]
    formats = "".join(f'<numFmt numFmtId="{200 + i}" formatCode="{code}"/>' for i, code in enumerate(quoted))
    uses = "".join(f'<xf numFmtId="{200 + index}"/>' for index in range(len(codes)))
    both = f'<numFmts>{formats}</numFmts><cellXfs><xf numFmtId="0"/>{uses}</cellXfs>'
    return f'<styleSheet xmlns="{MAIN}">{both}</styleSheet>'


def xlsx(
    sheets: Mapping[str, str], hidden: Sequence[str] = (), properties: str = "", more: Mapping[str, str] | None = None
) -> bytes:
    """A workbook of ``sheets`` by name; ``more`` replaces or adds parts."""
    entries, relations, parts = "", "", {}
    for index, (name, content) in enumerate(sheets.items(), 1):
        state = ' state="hidden"' if name in hidden else ""
        entries += f'<sheet name="{name}" sheetId="{index}"{state} r:id="r{index}"/>'
        relations += f'<Relationship Id="r{index}" Type="{RELATIONS}/worksheet" Target="worksheets/sheet{index}.xml"/>'
        parts[f"xl/worksheets/sheet{index}.xml"] = content
    parts["xl/workbook.xml"] = (
        f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}">{properties}<sheets>{entries}</sheets></workbook>'
    )
    parts["xl/_rels/workbook.xml.rels"] = f"<Relationships>{relations}</Relationships>"
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in (parts | dict(more or {})).items():
            archive.writestr(path, content)
    return held.getvalue()


def record(kind: int, content: bytes) -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def xls(sheets: Mapping[str, Sequence[Sequence[str | float | None]]], hidden: Sequence[str] = ()) -> bytes:
    """The bare stream of a workbook of Excel 97; figures are printed as days, ``yyyy"年"m"月"``."""
    bodies = [_stream(rows) for rows in sheets.values()]
    head = record(0x0809, struct.pack("<HHHHII", 0x0600, 5, 0, 1997, 0, 6))
    head += record(0x0031, struct.pack("<HHHHHBBBB", 200, 0, 0, 400, 0, 0, 0, 0, 0) + b"\1\0A")
    head += record(0x041E, struct.pack("<H", 200) + _string('yyyy"年"m"月"', "<HB"))
    head += b"".join(record(0x00E0, struct.pack("<HHH14x", 0, code, 0)) for code in (0, 200))
    bounds = [struct.pack("<BB", name in hidden, 0) + _string(name, "<BB") for name in sheets]
    start = len(head) + sum(len(bound) + 8 for bound in bounds) + 4
    for bound, body in zip(bounds, bodies, strict=True):
        head += record(0x0085, struct.pack("<I", start) + bound)
        start += len(body)
    return head + record(0x000A, b"") + b"".join(bodies)


def _stream(rows: Sequence[Sequence[str | float | None]]) -> bytes:
    cells = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x10, 0, 1997, 0, 6))
    for index, row in enumerate(rows):
        for column, value in enumerate(row):
            if isinstance(value, str):
                cells += record(0x0204, struct.pack("<HHH", index, column, 0) + _string(value, "<HB"))
            elif value is not None:
                cells += record(0x0203, struct.pack("<HHHd", index, column, 1, value))
    return cells + record(0x000A, b"")


def _string(words: str, head: str) -> bytes:
    return struct.pack(head, len(words), 1) + words.encode("utf-16-le")
