"""Small OFDs written object by object, for tests that need exactly one construction."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from extractor.ingest.ofd.file import read_ofd

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from extractor.model.source import Source

NAMESPACE = "http://www.ofdspec.org/2016"
SIZE = 5.6  # millimetres, as 三号 in notices
LEFT, TOP = 28.0, 40.0
PITCH = 10.0


def element(name: str, inside: str = "", **attributes: object) -> str:
    words = "".join(f' {key}="{value}"' for key, value in attributes.items())
    return f"<ofd:{name}{words}>{inside}</ofd:{name}>"


def part(name: str, inside: str, **attributes: object) -> str:
    root = element(name, inside, **attributes)
    return '<?xml version="1.0" encoding="UTF-8"?>' + root.replace(
        f"<ofd:{name}", f'<ofd:{name} xmlns:ofd="{NAMESPACE}"', 1
    )


def text(words: str, x: float = LEFT, y: float = TOP, size: float = SIZE, **attributes: object) -> str:
    """A text object at (x, y) of the page, millimetres from the top left; the steps are given one by one."""
    steps = " ".join(str(size if ord(character) > 0x2000 else size / 2) for character in words[:-1])
    code = element("TextCode", escape(words), X=0, Y=round(0.86 * size, 2), DeltaX=steps)
    given = {"Boundary": f"{x} {y} 180 {size}", "Size": size, **attributes}
    return element("TextObject", code, **given)


def raw_text(code: str, boundary: str = "28 40 180 8", inside: str = "", **attributes: object) -> str:
    given = {"Boundary": boundary, "Size": SIZE, **attributes}
    return element("TextObject", inside + code, **given)


def rows(*lines: str, top: float = TOP, pitch: float = PITCH) -> str:
    """Lines of text from the top; one that begins with wide blanks is moved in."""
    drawn = []
    for index, line in enumerate(lines):
        words = line.lstrip("\u3000")
        drawn.append(text(words, LEFT + (len(line) - len(words)) * SIZE, top + index * pitch))
    return "".join(drawn)


def path(data: str, boundary: str = "0 0 210 297", **attributes: object) -> str:
    return element("PathObject", element("AbbreviatedData", data), Boundary=boundary, **attributes)


def grid(cells: Sequence[Sequence[str]], width: float = 50, height: float = 12, top: float = TOP) -> str:
    """A ruled table with its words."""
    bottom, right = top + len(cells) * height, LEFT + len(cells[0]) * width
    heights = [top + row * height for row in range(len(cells) + 1)]
    edges = [LEFT + column * width for column in range(len(cells[0]) + 1)]
    lines = [path(f"M {LEFT} {y} L {right} {y}") for y in heights]
    lines += [path(f"M {x} {top} L {x} {bottom}") for x in edges]
    for row, words in enumerate(cells):
        for column, cell in enumerate(words):
            lines += [text(cell, edges[column] + 2, heights[row] + 3, 4)] if cell else []
    return "".join(lines)


def page(content: str, before: str = "", box: str = "") -> str:
    area = element("Area", element("PhysicalBox", box)) if box else ""
    return part("Page", before + area + element("Content", element("Layer", content, ID=2)))


def document(pages: int, common: str = "", after: str = "", box: str = "0 0 210 297") -> str:
    entries = "".join(
        element("Page", ID=index + 1, BaseLoc=f"Pages/Page_{index}/Content.xml") for index in range(pages)
    )
    area = element("PageArea", element("PhysicalBox", box))
    return part("Document", element("CommonData", area + common) + element("Pages", entries) + after)


def entry(*roots: str) -> str:
    return part("OFD", "".join(element("DocBody", element("DocRoot", root)) for root in roots), Version="1.0")


def package(
    *pages: str, common: str = "", after: str = "", more: Mapping[str, str | bytes] | None = None
) -> bytes:
    """An OFD of one document; ``pages`` are whole parts, ``more`` replaces or adds parts."""
    parts: dict[str, str | bytes] = {
        "OFD.xml": entry("Doc_0/Document.xml"),
        "Doc_0/Document.xml": document(len(pages), common, after),
    }
    parts |= {f"Doc_0/Pages/Page_{index}/Content.xml": content for index, content in enumerate(pages)}
    return packed(parts | dict(more or {}))


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return held.getvalue()


def read(*contents: str, common: str = "", after: str = "", more: Mapping[str, str] | None = None) -> Source:
    """The source of an OFD whose pages draw ``contents``."""
    pages = [page(content) for content in contents]
    return read_ofd(package(*pages, common=common, after=after, more=more), "通知.ofd", "0" * 64)


def lines(*contents: str) -> list[str]:
    return read(*contents).text.splitlines()
