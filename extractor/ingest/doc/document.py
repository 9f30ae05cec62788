"""DOC → Source: the body of a binary Word file in reading order, as the reader of DOCX gives it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from extractor.ingest import limits
from extractor.ingest.beside import lay_marks, left_out
from extractor.ingest.builder import SourceBuilder
from extractor.ingest.doc.blocks import BlockReader
from extractor.ingest.doc.boxes import read_boxes
from extractor.ingest.doc.container import open_container
from extractor.ingest.doc.fonts import read_fonts
from extractor.ingest.doc.formats import Formats, read_character_formats, read_paragraph_formats
from extractor.ingest.doc.header import WORD_97, read_header
from extractor.ingest.doc.lists import read_lists
from extractor.ingest.doc.looks import Looks
from extractor.ingest.doc.octets import Damaged
from extractor.ingest.doc.old import read_old
from extractor.ingest.doc.pieces import read_pieces
from extractor.ingest.doc.sections import read_sections
from extractor.ingest.doc.story import StoryReader
from extractor.ingest.doc.styles import Styles, read_styles
from extractor.ingest.doc.walk import Walk
from extractor.ingest.docx.body import words_of
from extractor.ingest.docx.laying import lay
from extractor.ingest.docx.reading import Pages
from extractor.ingest.numbering import Numbering
from extractor.model.errors import EmptyFile, EncryptedFile, ScanWithoutText, UnreadableFile
from extractor.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Callable

    from extractor.ingest.doc.container import Streams
    from extractor.ingest.doc.header import Header
    from extractor.ingest.docx.body import Block
    from extractor.model.source import Source

T = TypeVar("T")


def read_doc(data: bytes, name: str, sha256: str) -> Source:
    """The text of a binary Word file (Word 97 to 2003, WPS): paragraphs and text boxes as lines, tables as tables.

    Automatic numbers stand before their paragraphs (一、总体要求). Tables that only lay out text are lines.
    Left out, and counted in a problem each, are deletions under change tracking, hidden text, footnotes and
    endnotes, headers and footers, and tables of contents. A mark of secrecy in a header stands before the first
    line. Pages are known when all breaks between them are set by hand. Of Word 6 and 95 the bare text is read. A
    part that is damaged but not needed for the text (lists, styles) is left out, with a problem that names it.

    Raises:
        UnreadableFile: no binary Word file, or the text of it is damaged.
        EncryptedFile: the text asks for a password.
        EmptyFile: no text and no picture in it; ScanWithoutText: pictures only.
        LimitExceeded: longer, or with more table cells, than is reasonable.
    """
    try:
        return _read(data, name, sha256)
    except Damaged as damage:
        raise UnreadableFile(name, reason=f"Word 文件已损坏（{damage}）") from damage


def _read(data: bytes, name: str, sha256: str) -> Source:
    streams = open_container(data)
    if not streams.main:
        raise UnreadableFile(name, reason="不是 Word 文档（缺少 WordDocument 流）")
    header = read_header(streams)
    if header.encrypted:
        raise EncryptedFile(name)
    builder = SourceBuilder()
    walk = Walk(name, pages=Pages(stated=streams.pages))
    if header.version < WORD_97:
        blocks = read_old(header, name)
    else:
        limits.check(name, "characters", header.needed, limits.MAX_TEXT_CHARACTERS)
        blocks = _blocks(walk, header, streams, builder)
    lay_marks(builder, walk.headers, 1 if walk.pages.known else None)
    left_out(builder, walk.headers)
    lay(blocks, builder, paged=walk.pages.known)
    return _source(walk, builder, sha256)


def _blocks(walk: Walk, header: Header, streams: Streams, builder: SourceBuilder) -> list[Block]:
    """The body; what is needed for numbers, tables and places is read as far as it is whole."""

    def whole(read: Callable[[], T], otherwise: T) -> T:
        try:
            return read()
        except Damaged as damage:
            builder.problems.append(Problem("part-damaged", None, "warning", (("part", str(damage)),)))
            return otherwise

    pieces = read_pieces(header)
    walk.looks = Looks(whole(lambda: read_styles(header), Styles()))
    walk.numbering = Numbering(whole(lambda: read_lists(header), {}))
    walk.fonts = whole(lambda: read_fonts(header), ())
    walk.section_ends = whole(lambda: read_sections(header), {})
    stories = StoryReader(
        pieces,
        whole(lambda: read_character_formats(header), Formats()),
        whole(lambda: read_paragraph_formats(header, streams.data), Formats()),
        walk.looks,
        frozenset(walk.section_ends),
    )
    walk.headers = whole(lambda: _headers(walk, stories, header), [])
    return BlockReader(walk, stories, whole(lambda: read_boxes(header, pieces.found[-1].end), {})).body(*header.body)


def _headers(walk: Walk, stories: StoryReader, header: Header) -> list[str]:
    """The lines of headers and footers; what is left out in them counts nowhere."""
    begin, end = header.headers
    if not begin < end <= stories.pieces.found[-1].end:
        return []
    beside = Walk(walk.name, walk.looks, fonts=walk.fonts)
    return words_of(BlockReader(beside, stories).story(begin, end)).splitlines()


def _source(walk: Walk, builder: SourceBuilder, sha256: str) -> Source:
    if not builder.length:
        raise ScanWithoutText(walk.name) if walk.pictures else EmptyFile(walk.name)
    for code, count in sorted(walk.left_out.items()):
        if count:
            builder.problems.append(Problem(code, None, "info", (("count", str(count)),)))
    return builder.build(walk.name, "doc", sha256)
