"""RTF → Source: the text in reading order, tables as tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.ingest import limits
from extractor.ingest.beside import lay_marks, left_out
from extractor.ingest.builder import SourceBuilder
from extractor.ingest.docx.body import words_of
from extractor.ingest.docx.laying import lay
from extractor.ingest.rtf.reader import Reader
from extractor.ingest.rtf.story import Story
from extractor.ingest.rtf.tokens import tokens
from extractor.model.errors import EmptyFile, ScanWithoutText
from extractor.model.problem import Problem, Severity

if TYPE_CHECKING:
    from extractor.model.source import Source

_NOTED: dict[str, Severity] = {
    "changes-left-out": "info", "contents-left-out": "info", "hidden-left-out": "info", "notes-left-out": "info",
    "part-not-read": "warning",
}  # fmt: skip


def read_rtf(data: bytes, name: str, sha256: str) -> Source:
    """The text of an RTF: paragraphs as lines, tables as tables, automatic numbers before their paragraphs.

    Left out, and counted in a problem each, are hidden and deleted text, footnotes, remarks, tables of contents,
    headers and footers. A file cut short is read as far as it goes.

    Raises:
        EmptyFile: no text and no picture in it; ScanWithoutText: pictures only.
        LimitExceeded: more text or cells than is reasonable.
    """
    reader = Reader(Story(name))
    for token in tokens(data):
        reader.read(token)
    reader.finish()
    builder = SourceBuilder()
    headers = words_of(reader.headers).splitlines()
    lay_marks(builder, headers)
    left_out(builder, headers)
    lay(reader.story.finished(), builder, paged=False)
    if not builder.length:
        raise ScanWithoutText(name, pages="?") if reader.left_out["pictures"] else EmptyFile(name)
    limits.check(name, "characters", builder.length, limits.MAX_TEXT_CHARACTERS)
    for code, severity in _NOTED.items():
        if reader.left_out[code]:
            details = (("count", str(reader.left_out[code])),)
            builder.problems.append(Problem(code, None, severity, details))
    return builder.build(name, "rtf", sha256)
