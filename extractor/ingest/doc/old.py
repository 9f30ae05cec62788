"""Word 6 and Word 95: the bare text of the body, without numbers and tables.

Their header has other places, and text is bytes in the code page of the language; East Asian versions of
Word 95 may hold UTF-16 instead. Source: Microsoft's "Word 6.0/95 binary file format"; fields as in [MS-DOC].
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.ingest.doc.fields import read_fields
from extractor.ingest.doc.octets import Damaged, Octets
from extractor.ingest.docx.body import Paragraph, lines_of
from extractor.model.errors import UnreadableFile
from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from extractor.ingest.doc.header import Header
    from extractor.ingest.docx.body import Block

_FLAGS, _BODY_START, _BODY_LENGTH = 0x0A, 0x18, 0x34
_WIDE = 0x1000  # fExtChar
_ENDS = own("[\r\x07\x0c]")
_SIGNS = str.maketrans({"\x0b": "\n", "\x0e": "\n", "\x1e": "-", "\x1f": None})


def read_old(header: Header, name: str) -> list[Block]:
    """The paragraphs of the body; of a table, a paragraph a cell.

    Raises:
        Damaged: the text lies beyond the end, or is in no known code page.
        UnreadableFile: the text is scattered, because the file was saved fast.
    """
    if header.fast_saved:
        raise UnreadableFile(name, reason="Word 6/95 快速保存的文件，正文分散存放")
    text = _decoded(Octets(header.main, "Word 6/95 正文"))
    printed = "".join(text[begin:end] for begin, end in read_fields(text).printed(0, len(text)))
    paragraphs = _ENDS.split(printed.translate(_SIGNS))
    return [Paragraph(tuple(lines_of([1, words]))) for words in paragraphs if words.strip()]


def _decoded(main: Octets) -> str:
    start, length = main.long(_BODY_START), main.long(_BODY_LENGTH)
    if main.word(_FLAGS) & _WIDE:
        return main.slice(start, 2 * length).decode("utf-16-le", "replace")
    try:
        return main.slice(start, length).decode("gb18030")
    except UnicodeDecodeError as error:
        what = "Word 6/95 正文编码"
        raise Damaged(what) from error
