"""Small DOCX files written element by element, for tests that need exactly one construction."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from extractor.ingest.docx.file import read_docx

if TYPE_CHECKING:
    from extractor.model.source import Source

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_NAMES = f'xmlns:w="{WORD}" xmlns:mc="{_COMPATIBILITY}" xmlns:x="urn:shape"'


def part(root: str, content: str) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {_NAMES}>{content}</w:{root}>'.encode()


def package(members: dict[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return held.getvalue()


def docx(body: str, *, numbering: str = "", styles: str = "", pages: int | None = None) -> bytes:
    members = {"word/document.xml": part("document", f"<w:body>{body}</w:body>")}
    if numbering:
        members["word/numbering.xml"] = part("numbering", numbering)
    if styles:
        members["word/styles.xml"] = part("styles", styles)
    if pages is not None:
        members["docProps/app.xml"] = f"<Properties><Pages>{pages}</Pages></Properties>".encode()
    return package(members)


def source(body: str, *, numbering: str = "", styles: str = "", pages: int | None = None) -> Source:
    return read_docx(docx(body, numbering=numbering, styles=styles, pages=pages), "通知.docx", "0" * 64)


def lines(body: str, *, numbering: str = "", styles: str = "") -> list[str]:
    return source(body, numbering=numbering, styles=styles).text.splitlines()


def run(text: str, properties: str = "") -> str:
    return f"<w:r>{properties and f'<w:rPr>{properties}</w:rPr>'}<w:t>{text}</w:t></w:r>"


def paragraph(content: str, properties: str = "") -> str:
    """A paragraph; plain words become a run."""
    runs = content if content.startswith("<") or not content else run(content)
    return f"<w:p>{properties and f'<w:pPr>{properties}</w:pPr>'}{runs}</w:p>"


def numbered(text: str, number: int | None = 1, level: int | None = 0, style: str = "") -> str:
    """A paragraph with its own ``w:numPr``, or only with a style."""
    own = "" if number is None else f'<w:numId w:val="{number}"/>'
    at = "" if level is None else f'<w:ilvl w:val="{level}"/>'
    named = style and f'<w:pStyle w:val="{style}"/>'
    return paragraph(text, named + (f"<w:numPr>{at}{own}</w:numPr>" if at or own else ""))


def level(index: int, form: str, text: str, *, start: int | None = 1, more: str = "") -> str:
    begins = "" if start is None else f'<w:start w:val="{start}"/>'
    return (
        f'<w:lvl w:ilvl="{index}">{begins}<w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'
    )


def definition(key: int, *levels: str, more: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="{key}">{more}{"".join(levels)}</w:abstractNum>'


def number(key: int, of: int, more: str = "") -> str:
    return f'<w:num w:numId="{key}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'


def style(
    key: str, properties: str = "", *, based_on: str = "", kind: str = "paragraph", default: bool = False
) -> str:
    base = based_on and f'<w:basedOn w:val="{based_on}"/>'
    first = ' w:default="1"' if default else ""
    return f'<w:style w:type="{kind}" w:styleId="{key}"{first}>{base}{properties}</w:style>'


def cell(content: str, properties: str = "") -> str:
    """A table cell; plain words become its paragraph."""
    inside = content if content.startswith("<") else paragraph(content)
    return f"<w:tc>{properties and f'<w:tcPr>{properties}</w:tcPr>'}{inside}</w:tc>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def row(*cells: str, properties: str = "") -> str:
    inside = "".join(each if each.startswith("<") else cell(each) for each in cells)
    return f"<w:tr>{properties and f'<w:trPr>{properties}</w:trPr>'}{inside}</w:tr>"


FIELD = {
    "begin": '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
    "separate": '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
    "end": '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
}


def instruction(text: str) -> str:
    return f"<w:r><w:instrText>{text}</w:instrText></w:r>"


def field(instructed: str, result: str | None) -> str:
    shown = "" if result is None else FIELD["separate"] + result
    return FIELD["begin"] + instructed + shown + FIELD["end"]


def wrapped(tag: str, content: str) -> str:
    return f"<w:{tag}>{content}</w:{tag}>"
