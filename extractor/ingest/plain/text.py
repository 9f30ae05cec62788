"""Read a text file: decode, clean, leave out what belongs to the web page, join lines to paragraphs."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from extractor.ingest.builder import SourceBuilder
from extractor.ingest.plain.encoding import decode
from extractor.ingest.plain.furniture import Furniture
from extractor.ingest.plain.lines import split_lines
from extractor.ingest.plain.list_openings import BELOW
from extractor.ingest.plain.markdown import unmarked, without_comments, without_front_matter
from extractor.ingest.plain.separate import Separator
from extractor.ingest.plain.tables.finder import TableFinder
from extractor.ingest.plain.tables.table import TextTable
from extractor.ingest.plain.unwrap import Unwrapper
from extractor.model.problem import Problem
from extractor.model.source import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.ingest.plain.lines import Line, Paragraph
    from extractor.model.source import Source
    from extractor.rules.book import RuleBook


def read_text(data: bytes, name: str, sha256: str, book: RuleBook) -> Source:
    """The text of a TXT or Markdown file (``.md``), one paragraph a line.

    Raises:
        UnknownEncoding: the bytes are no text.
    """
    builder = SourceBuilder()
    markdown = name.lower().endswith((".md", ".markdown"))
    furniture, unwrapper, finder = _vocabulary(book)
    lines = _notice_lines(builder, _decoded(builder, data, name), furniture, markdown=markdown)
    separator = Separator(book.words("layout.list-heads"), book.words("layout.bare-headings"))
    for stretch in _stretches(lines, finder):
        if isinstance(stretch, TextTable):
            stretch.lay(builder)
            continue
        paragraphs = unwrapper.paragraphs(stretch)
        for position, paragraph in enumerate(paragraphs, 1):
            for part in separator.parts(paragraph, paragraphs[position : position + BELOW]):
                _lay(builder, part)
    return builder.build(name, "md" if markdown else "txt", sha256)


@lru_cache(maxsize=4)
def _vocabulary(book: RuleBook) -> tuple[Furniture, Unwrapper, TableFinder]:
    """What is compiled from the words of a book, once for all its files."""
    return Furniture(book), Unwrapper(book), TableFinder(book)


def _decoded(builder: SourceBuilder, data: bytes, name: str) -> str:
    decoded = decode(data, name)
    if decoded.guessed:
        _note(builder, "encoding-guessed", "encoding", decoded.encoding)
    return without_comments(decoded.text)


def _notice_lines(builder: SourceBuilder, text: str, furniture: Furniture, *, markdown: bool) -> list[Line]:
    """The lines of the notice itself; what is left out is counted in a problem."""
    lines, front = without_front_matter(split_lines(text))
    kept, around = furniture.without(unmarked(lines, markdown=markdown))
    if front:
        _note(builder, "front-matter-left-out", "count", str(front))
    if around:
        _note(builder, "navigation-left-out", "count", str(around))
    return kept


def _note(builder: SourceBuilder, code: str, name: str, value: str) -> None:
    builder.problems.append(Problem(code, None, "info", ((name, value),)))


def _stretches(lines: list[Line], finder: TableFinder) -> Iterator[list[Line] | TextTable]:
    """Running text and tables in turn."""
    start = 0
    for position, table in finder.tables(lines):
        yield lines[start:position]
        yield table
        start = position + table.lines
    yield lines[start:]


def _lay(builder: SourceBuilder, paragraph: Paragraph) -> None:
    """Add a paragraph; where lines were joined, each part keeps its own place."""
    first = paragraph.marks[0][1]
    span = builder.paragraph(paragraph.text, first.page, first.number)
    if span is not None:
        builder.places += [
            Place(span.start + offset, line.page, line.number) for offset, line in paragraph.marks[1:]
        ]
