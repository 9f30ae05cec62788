"""Small OpenDocument files written part by part, for tests that need exactly one construction."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_NAMES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"), ("draw", "drawing"),
    )
)  # fmt: skip
TYPE = "application/vnd.oasis.opendocument."


def content(body: str, styles: str = "", kind: str = "text") -> str:
    return (
        f"<office:document-content {_NAMES}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:{kind}>{body}</office:{kind}></office:body></office:document-content>"
    )


def flat(body: str, kind: str = "text") -> bytes:
    """A document in one XML file."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document office:mimetype="{TYPE}{kind}" {_NAMES}>'
        f"<office:body><office:{kind}>{body}</office:{kind}></office:body></office:document>"
    ).encode()


def package(parts: Mapping[str, str | bytes], kind: str = "text") -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", TYPE + kind, zipfile.ZIP_STORED)
        for name, data in parts.items():
            archive.writestr(name, data)
    return held.getvalue()


def odt(body: str, styles: str = "", **more: str) -> bytes:
    return package({"content.xml": content(body, styles), **more})


def ods(body: str, styles: str = "") -> bytes:
    return package({"content.xml": content(body, styles, "spreadsheet")}, "spreadsheet")


def paragraph(words: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{words}</text:p>'


def item(inside: str, start: str = "") -> str:
    number = f' text:start-value="{start}"' if start else ""
    return f"<text:list-item{number}>{inside}</text:list-item>"


def listed(*items: str, style: str = "L", attributes: str = "") -> str:
    return f'<text:list text:style-name="{style}" {attributes}>{"".join(items)}</text:list>'


def level(number: int, form: str, before: str = "", after: str = "", attributes: str = "") -> str:
    return (
        f'<text:list-level-style-number text:level="{number}" style:num-format="{form}" '
        f'style:num-prefix="{before}" style:num-suffix="{after}" {attributes}/>'
    )


def list_style(*levels: str, name: str = "L") -> str:
    return f'<text:list-style style:name="{name}">{"".join(levels)}</text:list-style>'


def row(*cells: str, attributes: str = "") -> str:
    return f"<table:table-row {attributes}>{''.join(cells)}</table:table-row>"


def cell(words: str = "", attributes: str = "") -> str:
    return f"<table:table-cell {attributes}>{paragraph(words) if words else ''}</table:table-cell>"


def table(*rows: str, attributes: str = "") -> str:
    return f"<table:table {attributes}>{''.join(rows)}</table:table>"
