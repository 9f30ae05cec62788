"""A notice's paragraphs written out as DOCX: numbers typed, or counted by Word itself."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests.making.labels import Listed, Lists, Shape, labelled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from docx.document import Document as WordDocument
    from docx.oxml.xmlchemy import BaseOxmlElement

_FIRST = 700  # above every number of python-docx's own template


def typed(paragraphs: Iterable[str]) -> bytes:
    """A DOCX in which every number stands in the text as it was typed."""
    document = Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    return saved(document)


def automatic(paragraphs: Iterable[str]) -> bytes:
    """A DOCX in which no number stands in the text: Word's lists count and print them."""
    document = Document()
    add_numbered(document, paragraphs)
    return saved(document)


def saved(document: WordDocument) -> bytes:
    """The file's bytes."""
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def add_numbered(document: WordDocument, paragraphs: Iterable[str]) -> None:
    """Append the paragraphs, their labels taken out of the text and handed to lists of ``numbering.xml``."""
    lists = Lists()
    for paragraph in paragraphs:
        label = labelled(paragraph)
        place = lists.place(label)
        written = document.add_paragraph(label.words)
        if place is not None:
            written.paragraph_format.element.get_or_add_pPr().append(_numbered(place))
    _define(document, lists)


def _define(document: WordDocument, lists: Lists) -> None:
    numbering = document.part.numbering_part.element
    for number, levels in enumerate(_definitions(lists), _FIRST):
        numbering.insert(0, _element("abstractNum", f'w:abstractNumId="{number}"', levels))
        numbering.append(_element("num", f'w:numId="{number}"', f'<w:abstractNumId w:val="{number}"/>'))


def _definitions(lists: Lists) -> Iterator[str]:
    yield _common(lists.shapes)
    for run in lists.alone:
        yield _level(0, run.shape, run.first)


def _common(shapes: Mapping[int, Shape]) -> str:
    return "".join(_level(level, shape, 1) for level, shape in sorted(shapes.items()))


def _level(level: int, shape: Shape, start: int) -> str:
    style = "chineseCountingThousand" if shape.chinese else "decimal"
    text = f"{shape.opening}%{level + 1}{shape.closing}"
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="{start}"/><w:numFmt w:val="{style}"/>'
        f'<w:suff w:val="{"nothing" if shape.chinese else "tab"}"/><w:lvlText w:val="{text}"/></w:lvl>'
    )


def _numbered(place: Listed) -> BaseOxmlElement:
    level, number = place.level, _FIRST + place.number
    return _element("numPr", "", f'<w:ilvl w:val="{level}"/><w:numId w:val="{number}"/>')


def _element(name: str, attributes: str, inside: str) -> BaseOxmlElement:
    return parse_xml(f"<w:{name} {nsdecls('w')} {attributes}>{inside}</w:{name}>")
