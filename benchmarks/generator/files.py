"""A notice as a file: text, web page, Word or PDF."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from benchmarks.generator.paper import Line, Table

if TYPE_CHECKING:
    from collections.abc import Callable

    from benchmarks.generator.paper import Paper


def text(paper: Paper) -> bytes:
    """Plain text, the cells of tables parted by tabs."""
    lines: list[str] = []
    for block in paper.blocks:
        if isinstance(block, Line):
            lines += ["", block.text] if block.look == "title" else [block.text]
        else:
            lines += ["\t".join(row) for row in block.rows]
    return "\n".join(lines).encode()


def page(paper: Paper) -> bytes:
    """A web page with nothing around the notice."""
    body = "\n".join(_paragraph(block) if isinstance(block, Line) else _grid(block) for block in paper.blocks)
    head = '<meta charset="utf-8"><title>通知</title>'
    return f"<!DOCTYPE html><html><head>{head}</head><body>\n{body}\n</body></html>".encode()


def _paragraph(line: Line) -> str:
    centred = ' style="text-align:center"' if line.look in {"head", "number", "title"} else ""
    return f"<p{centred}>{escape(line.text)}</p>"


def _grid(table: Table) -> str:
    rows = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in table.rows)
    return f"<table border=1>{rows}</table>"


def _word(paper: Paper) -> bytes:
    from benchmarks.generator.word import word  # noqa: PLC0415 - only when asked

    return word(paper)


def _counted(paper: Paper) -> bytes:
    from benchmarks.generator.word import word  # noqa: PLC0415 - only when asked

    return word(paper, counted=True)


def _pages(paper: Paper) -> bytes:
    from benchmarks.generator.pdf import pdf  # noqa: PLC0415 - only when asked

    return pdf(paper)


FORMATS: dict[str, tuple[str, Callable[[Paper], bytes]]] = {
    "txt": (".txt", text), "html": (".html", page), "docx": (".docx", _word), "docx-auto": (".docx", _counted),
    "pdf": (".pdf", _pages),
}  # fmt: skip
"""Name of a form → how its files end, and who writes them; ``docx-auto``: Word counts the numbers itself."""
